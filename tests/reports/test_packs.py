"""Packs: a recipe is read strictly, a pack says only what its reader may see, and who may make it."""

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from monitor.access import EVERY, Role, Viewer, audit
from monitor.commands.main import cli
from monitor.errors import MonitorError
from monitor.reports import audiences, onefile, paper
from monitor.reports.audiences import Publiek
from monitor.reports.making import Order, make
from monitor.reports.questions import questions
from monitor.reports.recipes import read, recipes
from monitor.reports.report import Report, as_data, published_of
from monitor.store.journal import journal
from monitor.store.store import Store


SWV = frozenset({"VO9901"})
SCHOOL, BESTUUR, GEMEENTE = "99AA00", "99101", "GM9904"
OF = {Publiek.SCHOOL: SCHOOL, Publiek.BESTUUR: BESTUUR, Publiek.GEMEENTE: GEMEENTE}


# ------------------------------------------------------------------------------------- recipes


def test_every_recipe_can_be_read_and_names_questions_that_there_are() -> None:
    assert sorted(recipes()) == ["bestuur", "directeursrapport", "inspectie", "jaarverslag", "oogo", "opr",
                                 "presentatie", "schoolprofiel"]  # fmt: skip
    named = {key for one in recipes().values() for key in one.onderdelen}
    assert named <= set(questions())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("titel = ", "proef.toml: dit is geen TOML"),
        ('titel = "T"\nversie = 1\nvoor = "opr"\n', "proef.toml: onderdelen ontbreekt"),
        ('titel = "T"\nversie = 1\nvoor = "opr"\nonderdelen = ["dekking"]\nkleur = "rood"\n',
         "proef.toml: kleur is onbekend"),
        ('titel = "T"\nversie = 1\nvoor = "opr"\nonderdelen = ["ronde"]\n', "onderdelen: ronde bestaat niet"),
        ('titel = "T"\nversie = 1\nvoor = "opr"\nonderdelen = ["dekking", "dekking"]\n', "twee keer"),
        ('titel = "T"\nversie = true\nvoor = "opr"\nonderdelen = ["dekking"]\n', "versie moet een geheel getal"),
        ('titel = "T"\nversie = 0\nvoor = "opr"\nonderdelen = ["dekking"]\n', "versie moet"),
        ('titel = "T"\nversie = 1\nvoor = "pers"\nonderdelen = ["dekking"]\n', "voor kan alleen zijn"),
        ('titel = "T"\nversie = 1\nvoor = "opr"\nonderdelen = []\n', "onderdelen moet een lijst"),
    ],
)  # fmt: skip
def test_a_recipe_that_is_wrong_is_refused_by_file_and_key(
    tmp_path: Path, text: str, why: str
) -> None:
    file = tmp_path / "proef.toml"
    file.write_text(text, "utf-8")

    with pytest.raises(MonitorError, match=re.escape(why)):
        read(file)


# ------------------------------------------------------------------------------ who may make it

MAKERS = {
    "directeur": Viewer(Role.DIRECTEUR, SWV),
    "consultant": Viewer(Role.CONSULTANT, SWV),
    "inzage": Viewer(Role.CONSULTANT, SWV, exact=SWV),
    "bestuur": Viewer(Role.BESTUUR, SWV, frozenset({SCHOOL}), frozenset({BESTUUR})),
    "school": Viewer(Role.SCHOOL, SWV, frozenset({SCHOOL})),
    "gemeente": Viewer(Role.GEMEENTE, SWV),
    "beheerder": Viewer(Role.BEHEERDER, SWV),
}
MAY = {
    "directeur": set(Publiek),
    "consultant": set(Publiek) - {Publiek.DIRECTEUR},
    "inzage": set(Publiek) - {Publiek.DIRECTEUR},
    "bestuur": {Publiek.BESTUUR, Publiek.SCHOOL},
    "school": {Publiek.SCHOOL},
    "gemeente": {Publiek.GEMEENTE},
    "beheerder": set(),
}


@pytest.mark.parametrize("who", MAKERS)
@pytest.mark.parametrize("publiek", Publiek)
def test_who_may_make_for_whom(sample: Store, who: str, publiek: Publiek) -> None:
    reader = audiences.audience(sample, publiek, code=OF.get(publiek, ""))

    if publiek in MAY[who]:
        audiences.check(MAKERS[who], reader)
    else:
        with pytest.raises(MonitorError, match="U kunt geen rapport maken voor"):
            audiences.check(MAKERS[who], reader)
    assert (publiek in audiences.publieken(MAKERS[who])) == (publiek in MAY[who])


@pytest.mark.parametrize(
    ("maker", "publiek", "code", "why"),
    [
        (MAKERS["school"], "school", "99AA01", "uw eigen school"),
        (MAKERS["bestuur"], "school", "99AB00", "uw eigen school"),
        (MAKERS["bestuur"], "bestuur", "99102", "uw eigen bestuur"),
        (Viewer(Role.DIRECTEUR, frozenset({"VO1234"})), "opr", "", "niet uw samenwerkingsverband"),
        (Viewer(Role.DIRECTEUR, EVERY), "opr", "", "niet uw samenwerkingsverband"),
    ],
)
def test_of_another_a_maker_makes_nothing(
    sample: Store, maker: Viewer, publiek: str, code: str, why: str
) -> None:
    with pytest.raises(MonitorError, match=why):
        audiences.check(maker, audiences.audience(sample, publiek, code=code))


def test_a_consultant_gives_no_exact_figures_that_were_not_granted(sample: Store) -> None:
    reader = audiences.audience(sample, "consultant", inzage=True)

    audiences.check(MAKERS["inzage"], reader)
    with pytest.raises(MonitorError, match="precieze aantallen"):
        audiences.check(MAKERS["consultant"], reader)


@pytest.mark.parametrize(
    ("order", "why"),
    [
        (Order("oogo", "school"), "Van welke school"),
        (Order("oogo", "bestuur"), "Van welk bestuur"),
        (Order("oogo", "gemeente", code="GM0000"), "hoort niet bij"),
        (Order("oogo", "school", code="00XX00"), "hoort niet bij"),
        (Order("oogo", "opr", code="GM9904"), "gaat niet over één school"),
        (Order("schoolprofiel", "gemeente", school=SCHOOL), "zijn er niet voor"),
        (Order("schoolprofiel", "school", code=SCHOOL, school="99AA01"), "zijn er niet voor"),
        (Order("schoolprofiel", "opr"), "niets voor"),
        (Order("oogo", "school", code=SCHOOL, per="gemeente"), "zijn er niet voor"),
        (Order("oogo", "bestuur", code=BESTUUR, regio="gemeente:GM9904"), "zijn er niet voor"),
        (Order("oogo", "gemeente", per="planeet"), "--per kan alleen zijn"),
        (Order("bestaatniet", "opr"), "geen pakket met die naam"),
        (Order("opr", "opr", swv="VO0000"), "Van welk samenwerkingsverband"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_a_sentence(
    sample: Store, order: Order, why: str
) -> None:
    with pytest.raises(MonitorError, match=why):
        make(sample, order)


# -------------------------------------------------------------------------------- what is in it


@pytest.fixture(scope="module")
def packs(sample: Store) -> Callable[[str], Report]:
    """Every pack for whom it is meant, made once."""
    known: dict[str, Report] = {}

    def pack(naam: str) -> Report:
        if naam not in known:
            voor = recipes()[naam].voor
            known[naam] = make(sample, Order(naam, voor, code=OF.get(voor, "")))
        return known[naam]

    return pack


@pytest.mark.parametrize("naam", recipes())
def test_a_pack_is_the_same_in_every_form(packs: Callable[[str], Report], naam: str) -> None:
    """Its words, and the data that lie in it."""
    one = packs(naam)
    text = onefile.to_html(one)
    with pikepdf.open(io.BytesIO(paper.to_pdf(one))) as pdf:
        (attached,) = pdf.attachments.values()
        in_paper = attached.get_file().read_bytes().decode()

    assert in_paper == onefile.published_in(text) == published_of(one)
    assert json.loads(in_paper)["kenmerk"] == one.stamp.kenmerk(one.sections)
    assert len({section.key for section in one.sections}) == len(one.sections)
    plain = (
        text.replace("&#x27;", "'")
        .replace("&quot;", '"')
        .replace("&lt;", "<")
        .replace("&amp;", "&")
    )
    for section in as_data(one)["sections"]:
        assert section["says"] in plain
        assert section["source"] in plain


def test_a_long_table_of_a_pack_is_cut_on_paper_and_says_so(packs: Callable[[str], Report]) -> None:
    """And of one question by itself it is not."""
    one = packs("oogo")
    whole = as_data(one)["sections"]
    cut = json.loads(paper.data_of(one))["sections"]

    long = [
        n for n, s in enumerate(whole) if s["table"] and len(s["table"]["rows"]) > paper.MOST_ROWS
    ]
    assert long
    for n, section in enumerate(whole):
        if n in long:
            many = len(section["table"]["rows"])
            assert cut[n]["table"]["rows"] == section["table"]["rows"][: paper.SHOWN]
            assert f"24 van {many} rijen" in cut[n]["table"]["reasons"][0]
        else:
            assert cut[n] == section
    by_itself = replace(one, order={}, sections=(one.sections[long[0]],))
    (alone,) = json.loads(paper.data_of(by_itself))["sections"]
    assert alone["table"] == whole[long[0]]["table"]
    of_a_page = json.loads(paper.data_of(replace(one, order={})))["sections"]
    assert "neemt u op de pagina mee met Download" in of_a_page[long[0]]["table"]["reasons"][0]


PROTECTED = [(naam, publiek) for naam in recipes() for publiek in ("opr", "inspectie", "gemeente")
             if naam not in ("schoolprofiel", "bestuur")]  # fmt: skip


@pytest.mark.parametrize(("naam", "publiek"), PROTECTED)
def test_no_small_number_and_no_school_is_in_a_pack_of_a_protected_reader(
    sample: Store, naam: str, publiek: str
) -> None:
    """Whatever the recipe: also the one of the directeur."""
    try:
        one = make(sample, Order(naam, publiek))
    except MonitorError as error:
        assert "niets voor" in str(error)  # noqa: PT017
        return
    words = published_of(one)

    assert not re.findall(r"(?<![\d–.,-])(?<!met )[1-4] (?:leerlingen|thuiszitters|tlv's)\b", words)
    assert not one.stamp.is_exact
    figures = [
        row for s in json.loads(words)["sections"] if s["table"] for row in s["table"]["figures"]
    ]
    assert not [row for row in figures if row["per"] in ("vestiging", "bestuur")]
    assert all("niet voor" in left or "niets te zeggen" in left for left in one.left_out)


def test_what_is_not_for_a_reader_is_told(sample: Store) -> None:
    one = make(sample, Order("directeursrapport", "opr"))

    told = dict(as_data(one)["stamp"])["Niet in dit document"]
    assert "Dit onderdeel is er niet voor de ondersteuningsplanraad." in told


def test_a_peildatum_is_the_newest_stand_of_every_question(sample: Store) -> None:
    """A line through the years goes on after it, as on the screen."""
    one = make(sample, Order("opr", "opr", peildatum="2024-12-31"))

    seen = [section.selection for section in one.sections]
    for when in ("31 december 2024", "1 oktober 2024", "schooljaar 2024-2025"):
        assert any(when in selection for selection in seen), when
    assert not any("2025" in selection.replace("2024-2025", "") for selection in seen)
    assert "stand van 31 december 2024" in one.subtitle


SEEN_AS = {"opr": Role.GEMEENTE, "inspectie": Role.GEMEENTE, "gemeente": Role.GEMEENTE}


@pytest.mark.parametrize("publiek", SEEN_AS)
def test_who_does_not_sign_in_sees_what_a_gemeente_sees(sample: Store, publiek: str) -> None:
    """So the attack on what a gemeente sees (tests/inference) is the attack on them."""
    viewer = audiences.audience(sample, publiek).viewer

    assert replace(viewer, wie="") == Viewer(Role.GEMEENTE, SWV)


# ----------------------------------------------------------------------------------- the command


@pytest.fixture
def dekkend(
    sample: Store, sample_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    monkeypatch.setattr("monitor.commands.of_reports.opened_store", lambda: sample)

    def run(*arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(cli, ["--data", str(sample_folder), *arguments])
        assert result.exit_code == code, result.output
        return result.output

    return run


def test_the_command_leaves_files_for_who_made_them_and_a_line_without_figures(
    dekkend: Callable[..., str], sample_folder: Path, tmp_path: Path
) -> None:
    told = dekkend(
        "report", "schoolprofiel", "--school", SCHOOL, "--vorm", "html,pdf", "--uit", str(tmp_path)
    )

    names = [f"schoolprofiel-school-{SCHOOL}.{form}" for form in ("html", "pdf")]
    assert sorted(one.name for one in tmp_path.iterdir()) == names
    assert told.split() == [str(tmp_path / name) for name in names]
    assert {(tmp_path / name).stat().st_mode & 0o077 for name in names} == {0}
    (line,) = audit.search(journal(sample_folder), text="rapport schoolprofiel", limit=1)
    kenmerk = json.loads(onefile.published_in((tmp_path / names[0]).read_text("utf-8")))["kenmerk"]
    assert line.wat == audit.Event.DOWNLOAD
    assert kenmerk in line.over
    assert re.fullmatch(
        r"rapport schoolprofiel, \d+ voor .+, gegevens versie \d+, html, pdf, kenmerk [0-9a-f]{64}",
        line.over,
    )


@pytest.mark.parametrize(
    ("arguments", "code", "why"),
    [
        (("oogo", "--voor", "pers"), 1, "--voor kan alleen zijn"),
        (("oogo", "--vorm", "docx"), 2, "--vorm kan alleen zijn"),
        (("oogo", "--bestuur", BESTUUR), 1, "--bestuur hoort bij"),
        (("oogo", "--inzage"), 1, "--inzage hoort bij"),
        (("oogo", "--peildatum", "gisteren"), 2, "geen datum"),
    ],
)
def test_a_command_that_cannot_be_says_why(
    dekkend: Callable[..., str], tmp_path: Path, arguments: tuple[str, ...], code: int, why: str
) -> None:
    result = CliRunner().invoke(cli, ["report", *arguments, "--uit", str(tmp_path)])

    assert why in result.output + str(result.exception)
    assert result.exit_code in (code, 1)
    assert list(tmp_path.iterdir()) == []


def test_the_same_bytes_in_another_process_with_another_seed_and_time_zone(
    sample: Store, sample_folder: Path, tmp_path: Path
) -> None:
    """Two processes that know nothing of each other."""
    found = []
    for seed, zone in (("1", "UTC"), ("2", "Pacific/Auckland")):
        out = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "monitor", "--data", str(sample_folder), "report", "schoolprofiel",
             "--school", SCHOOL, "--vorm", "pdf,html", "--uit", str(out)],
            check=True, capture_output=True, timeout=120,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)},
        )  # fmt: skip
        found.append({one.name: one.read_bytes() for one in out.iterdir()})

    assert found[0] == found[1]
    assert len(found[0]) == 2
