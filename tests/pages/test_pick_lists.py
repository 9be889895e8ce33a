"""Every list to pick from, over a store full of doubles: what is clicked is what is chosen."""

import csv
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.people import account
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer
from monitor.intake.deliveries import deliver
from monitor.pages import PAGES
from monitor.resources import SAMPLE_DATA
from monitor.store.journal import begin, journal
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


SWV = frozenset({"VO9901"})
MINE = ("99AA00", "99AA01", "99AB00")
BESTUREN = ("99101", "99103")


def doubled(name: str, into: Path, **same: str) -> tuple[Path, str]:
    """A file of the sample in which every row says the same in some columns."""
    with (SAMPLE_DATA / name).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    out = into / name
    with out.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows({**row, **same} for row in rows)
    return out, name


@pytest.fixture(scope="module")
def doubles(sample_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The sample in which all schools have one name, all besturen, all gemeenten and all
    arrangementen too."""
    folder = tmp_path_factory.mktemp("dubbel")
    data = folder / "gegevens"
    shutil.copytree(sample_folder, data, ignore=shutil.ignore_patterns("journaal.sqlite*"))
    begin(data).close()
    journal(data)
    versions = Versions(data)
    files = [
        doubled("vestigingen.csv", folder, VESTIGINGSNAAM="De Regenboog", BESTUUR="Stichting Boog"),
        doubled("regio-indeling.csv", folder, GEMEENTENAAM="Bergen"),
        doubled("arrangementen.csv", folder, TITEL="Opstapgroep"),
    ]
    outcome = deliver(versions, files, who="toets")
    assert not outcome.is_refused, outcome.problems
    return open_store(versions, whole=False)


def lists(at: AppTest) -> dict[str, list[str]]:
    """Label → what can be picked, of every list on a page."""
    found = [*at.selectbox, *at.multiselect, *at.button_group]
    return {str(one.label): [str(option) for option in one.options] for one in found}


def looks(label: str) -> str:
    return " ".join(label.split()).casefold()


WALK = [
    (one.module or one.name, role)
    for one in PAGES
    for role in sorted(one.roles)
    if one.name != "beheer"
]


@pytest.mark.parametrize(("module", "role"), dict.fromkeys(WALK))
def test_no_two_options_look_alike(
    module: str, role: Role, doubles: Store, page: Callable[..., AppTest]
) -> None:
    schools = frozenset(MINE) if role in (Role.SCHOOL, Role.BESTUUR) else frozenset()
    besturen = frozenset(BESTUREN) if role is Role.BESTUUR else frozenset()

    at = page(module, doubles, Viewer(role, SWV, schools, besturen))

    for label, options in lists(at).items():
        shown = [looks(option) for option in options]
        assert len(set(shown)) == len(shown), f"{label}: {sorted(shown)[:6]}"


def test_a_bestuur_opens_each_of_its_schools(doubles: Store, page: Callable[..., AppTest]) -> None:
    viewer = Viewer(Role.BESTUUR, SWV, frozenset(MINE), frozenset(BESTUREN))
    at = page("ons_profiel", doubles, viewer, school=min(MINE))
    (picker,) = [one for one in at.selectbox if one.label == "School"]

    opened = set()
    for option in picker.options:
        (one,) = [one for one in at.selectbox if one.label == "School"]
        one.select(option).run()
        assert not at.exception
        opened.add(at.selectbox(key="keuze_school").value)

    assert set(MINE) <= opened


def test_wat_als_opens_an_arrangement_at_the_school_that_was_chosen(
    doubles: Store, page: Callable[..., AppTest]
) -> None:
    at = page("wat_als", doubles)
    at.button_group(key="wat_als_waar").set_value("school").run()
    options = at.selectbox(key="wat_als_school").options
    assert len(options) > 20

    chosen = {}
    for option in (options[0], options[len(options) // 2], options[-1]):
        at.selectbox(key="wat_als_school").select(option).run()
        chosen[option] = at.selectbox(key="wat_als_school").value

    assert len(set(chosen.values())) == 3
    for option, code in chosen.items():
        assert code in option, "the same name in the same place: its code is in the label"


def test_rights_are_given_by_names_that_differ(
    doubles: Store, page: Callable[..., AppTest]
) -> None:
    assert doubles.folder is not None
    who = account(doubles.folder, "els@swv.nl", Role.BEHEERDER)
    at = page("beheer", doubles, Viewer(Role.BEHEERDER, SWV, wie=str(who.nummer)),
              onderdeel="uitnodigingen")  # fmt: skip

    for label, options in lists(at).items():
        assert len(set(map(looks, options))) == len(options), label
