"""Who sees what, as one table per kind of thing, and every cell of it tried.

A page, an indicator or an export that stands in no table fails here: say first who it is for.
"""

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from helpers.drawings import rows
from helpers.opened import opened
from openpyxl import load_workbook
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer, audit
from monitor.commands.main import cli
from monitor.errors import MonitorError
from monitor.figures.catalogue import Indicator
from monitor.figures.door import Figure, catalogue, figures, indicator_named
from monitor.pages import PAGES, pages_for
from monitor.reports import audiences, workbook
from monitor.scholen import corrections
from monitor.store.journal import journal
from monitor.store.store import Store
from monitor.views.files import export
from tests.pages.conftest import run_page, words_of
from tests.roles.audiences import AUDIENCES, BESTUUR, EXACT, PROTECTED, SCHOOL, SWV


# --------------------------------------------------------------------------------------- pages

ROLES = ("directeur", "consultant", "bestuur", "school", "gemeente", "beheerder")
WHO_OPENS = """
    page         | directeur | consultant | bestuur | school | gemeente | beheerder
    overzicht    | ja        | ja         | nee     | nee    | ja       | ja     # the SWV as a whole; a school starts at its own
    dekking      | ja        | ja         | nee     | nee    | nee      | ja     # the matching is for who works on it
    wat_als      | ja        | nee        | nee     | nee    | nee      | ja     # from a few scenarios a hidden number follows
    deelname     | ja        | ja         | ja      | nee    | ja       | ja     # of registers, mostly public
    verwijzingen | ja        | ja         | ja      | nee    | ja       | ja     # in classes; a school has its own on its profile
    thuiszitters | ja        | ja         | ja      | nee    | ja       | ja     # in classes
    ons_profiel  | nee       | nee        | ja      | ja     | nee      | nee    # who speaks for a school
    aanbod       | ja        | ja         | ja      | ja     | ja       | ja     # who looks for a place
    scholen      | ja        | ja         | ja      | ja     | nee      | ja     # names and places are public, but no business of a gemeente here
    school       | ja        | ja         | ja      | ja     | nee      | ja     # others' offer, and figures of one's own only
    rapporten    | ja        | ja         | ja      | ja     | ja       | nee    # who takes figures along; school and bestuur their own
    ronde        | ja        | ja         | nee     | nee    | nee      | ja     # who asks schools, and follows who answered
    correcties   | ja        | ja         | nee     | nee    | nee      | ja     # who handles what schools ask
    leveringen   | nee       | nee        | nee     | nee    | nee      | ja     # raw files
    beheer       | nee       | nee        | nee     | nee    | nee      | ja     # accounts, grants, settings, who did what
    begrippen    | ja        | ja         | ja      | ja     | ja       | ja     # definitions, without figures
"""


def test_every_page_is_in_the_table() -> None:
    assert sorted(row["page"] for row in rows(WHO_OPENS)) == sorted(page.name for page in PAGES)


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_of_a_role_is_its_column(role: str) -> None:
    mine = {page.name for page in pages_for(AUDIENCES[role])}

    assert mine == {row["page"] for row in rows(WHO_OPENS) if row[role] == "ja"}


def test_a_grant_opens_no_page_that_the_role_does_not_have() -> None:
    assert pages_for(AUDIENCES["inzage"]) == pages_for(AUDIENCES["consultant"])


OPEN_TO_PROTECTED = [
    (row["page"], role)
    for row in rows(WHO_OPENS)
    for role in ROLES
    if row[role] == "ja" and role in PROTECTED
]


@pytest.mark.parametrize(("page", "role"), OPEN_TO_PROTECTED)
def test_a_page_opens_for_who_may_see_it_and_holds_no_small_count(
    sample: Store, page: str, role: str
) -> None:
    module = next(one.module or one.name for one in PAGES if one.name == page)

    at = run_page(module, sample, AUDIENCES[role])

    assert at.title
    assert small_counts(opened(at, "Tabel")) == []


def small_counts(at: AppTest) -> list[str]:
    """“3 leerlingen” in words, or 3 under a heading that counts pupils."""
    said = re.findall(
        r"(?<![\d–.,])(?<!met )[1-4] (?:leerlingen|thuiszitters|tlv's)\b", words_of(at)
    )
    for table in [*at.table, *at.dataframe]:
        for column in table.value.columns:
            if re.match(r"(Aantal )?leerlingen|Teller|Bezet|Wachtend", str(column), re.IGNORECASE):
                said += [f"{column}: {cell}" for cell in table.value[column]
                         if re.fullmatch(r"\s*[1-4]", str(cell))]  # fmt: skip
    return said


# ------------------------------------------------------------------------------------- figures

THEMES = list(dict.fromkeys(one.theme for one in catalogue().values()))
PO_ONLY = {"deelname_sbo_locatie", "deelname_so_locatie", "leerlingen_sbo", "leerlingen_so"}
"""What is of the po alone: the sample is a samenwerkingsverband of the vo."""
WHAT_COMES = """
    theme        | per       | consultant             | bestuur                | school                     | gemeente
    leerlingen   | swv       | precies                | precies                | precies                    | precies  # DUO publishes it
    leerlingen   | subregio  | klassen niets          | niets                  | niets                      | klassen niets  # 1-4 of a small school would follow
    leerlingen   | gemeente  | klassen niets          | niets                  | niets                      | klassen niets
    leerlingen   | wijk      | klassen niets          | niets                  | niets                      | klassen niets
    leerlingen   | bestuur   | klassen niets          | eigen niets            | niets                      | niets  # a gemeente sees no schools; niets: vavo, a few in most schools
    leerlingen   | vestiging | klassen niets          | eigen niets            | eigen niets                | niets  # niets: vavo, or an own school of another kind
    deelname     | swv       | klassen precies        | klassen precies        | klassen precies            | klassen precies  # of tlv's in classes
    deelname     | subregio  | klassen                | niets                  | niets                      | klassen
    deelname     | gemeente  | klassen                | niets                  | niets                      | klassen
    deelname     | wijk      | klassen                | niets                  | niets                      | klassen
    deelname     | vestiging | klassen                | eigen                  | eigen                      | niets
    vsv          | swv       | precies                | precies                | precies                    | precies
    vsv          | subregio  | klassen                | niets                  | niets                      | klassen
    nabijheid    | swv       | precies                | precies                | precies                    | precies
    nabijheid    | subregio  | klassen                | niets                  | niets                      | klassen
    nabijheid    | gemeente  | klassen                | niets                  | niets                      | klassen
    nabijheid    | wijk      | klassen                | niets                  | niets                      | klassen
    nabijheid    | bestuur   | klassen                | niets                  | niets                      | niets  # the own one has no vso
    nabijheid    | vestiging | klassen                | niets                  | niets                      | niets
    verwijzingen | swv       | klassen                | klassen                | klassen nee                | klassen
    verwijzingen | subregio  | klassen niets          | niets                  | nee niets                  | klassen niets  # niets: a share of few, or of one month; a row there would say that somebody is
    verwijzingen | gemeente  | klassen niets          | niets                  | nee niets                  | klassen niets
    verwijzingen | wijk      | klassen niets          | niets                  | nee niets                  | klassen niets
    verwijzingen | bestuur   | niets                  | eigen niets            | nee niets                  | niets  # which besturen there are says that somebody is
    verwijzingen | vestiging | klassen niets          | eigen niets            | eigen nee                  | niets
    thuiszitters | swv       | klassen niets          | klassen niets          | klassen nee                | klassen niets
    thuiszitters | subregio  | klassen niets          | niets                  | nee niets                  | klassen niets  # niets: who came and went, how long, of whom no plan
    thuiszitters | gemeente  | klassen niets          | niets                  | nee niets                  | klassen niets
    thuiszitters | wijk      | klassen niets          | niets                  | nee niets                  | klassen niets
    thuiszitters | bestuur   | niets                  | eigen niets            | nee niets                  | niets
    thuiszitters | vestiging | klassen niets          | eigen niets            | eigen nee                  | niets
    dekking      | swv       | klassen                | klassen                | nee                        | klassen  # a school has no use for it
    dekking      | subregio  | klassen niets          | niets                  | nee                        | klassen niets
    dekking      | gemeente  | klassen niets          | niets                  | nee                        | klassen niets
    dekking      | wijk      | klassen niets          | niets                  | nee                        | klassen niets
    aanbod       | swv       | klassen niets precies  | klassen niets precies  | klassen nee precies        | klassen nee niets precies  # places are public, free ones are what pupils leave
    aanbod       | subregio  | klassen niets precies  | niets                  | nee niets                  | klassen nee niets precies
    aanbod       | gemeente  | klassen niets precies  | niets                  | nee niets                  | klassen nee niets precies
    aanbod       | wijk      | klassen precies        | niets                  | nee niets                  | klassen nee precies
    aanbod       | bestuur   | niets precies          | eigen niets            | nee niets                  | nee niets
    aanbod       | vestiging | klassen niets precies  | eigen niets            | eigen nee                  | nee niets  # who waits is told of no single school
"""
"""precies; klassen of five, or a row without a number; eigen: of the own school or bestuur only,
in classes; niets: no rows, which is what is not shown (a row without a number told
where somebody is); nee: not for this role. Several words: not every measure of a theme is
alike. Who sees exact figures (directeur, beheerder, consultant with the grant) gets `precies`
everywhere. Of the country there is nothing in one SWV. The working definition of thuiszitter."""


def looked_at(theme: str) -> list[Indicator]:
    return [
        one for one in catalogue().values()
        if one.theme == theme and one.sector == "vo" and one.definitie in ("", "THUIS_OCW")
    ]  # fmt: skip


def test_every_theme_and_level_is_in_the_table() -> None:
    """An indicator of a theme that is there needs no line: what comes of it is tried all the same."""
    levels = {
        (one.theme, per) for theme in THEMES for one in looked_at(theme) for per in one.levels
    }
    drawn = [(row["theme"], row["per"]) for row in rows(WHAT_COMES)]

    assert {pair for pair in levels if pair[1] != "land"} == set(drawn)
    assert len(drawn) == len(set(drawn))


def test_every_measure_is_looked_at() -> None:
    """Of what is one per definition or sector, one is enough; of what there is, none is left out."""
    seen = {one.measure for theme in THEMES for one in looked_at(theme)}

    assert seen | PO_ONLY == {one.measure for one in catalogue().values()}
    assert not seen & PO_ONLY


def kind(store: Store, indicator: Indicator, per: str, who: Viewer) -> str:
    """What comes out, in a word of the table."""
    try:
        found = figures(store, who, indicator, per)
    except MonitorError:
        return "nee"
    exact = {one[:4]: one for one in figures(store, AUDIENCES["directeur"], indicator, per)}
    if not found:
        return "niets" if exact else ""
    if {one.code for one in found} <= who.vestigingen | who.besturen:
        return "eigen"
    # Of a school elsewhere with a pupil of here there is no row, so that none says that there is.
    assert not {key[0] for key in exact if key[0].startswith("VO")} - {one.code for one in found}
    if all(exact.get(one[:4]) == one for one in found):
        return "precies"
    # A unit where nobody is has a row as well.
    assert all(one.is_hidden or one.is_banded or exact.get(one[:4]) == one for one in found)
    return "klassen"


@pytest.mark.parametrize("theme", THEMES)
def test_what_comes_out_is_what_the_table_says(sample: Store, theme: str) -> None:
    drawn = [row for row in rows(WHAT_COMES) if row["theme"] == theme]
    seen = [
        {
            "theme": theme,
            "per": row["per"],
            **{
                audience: " ".join(
                    sorted(
                        {
                            kind(sample, one, row["per"], AUDIENCES[audience])
                            for one in looked_at(theme)
                            if row["per"] in one.levels
                        }
                        - {""}
                    )
                )
                for audience in PROTECTED
            },
        }
        for row in drawn
    ]

    assert seen == drawn


@pytest.mark.parametrize("theme", THEMES)
def test_staff_of_the_swv_and_who_it_granted_get_the_same(sample: Store, theme: str) -> None:
    for one in looked_at(theme):
        for per in one.levels:
            answers = [figures(sample, AUDIENCES[who], one, per) for who in EXACT
                       if AUDIENCES[who].role in one.audience]  # fmt: skip
            assert all(answer == answers[0] for answer in answers), (one.name, per)
            assert not any(f.is_hidden or f.is_banded for f in answers[0]), (one.name, per)


@pytest.mark.parametrize("per", ["swv", "subregio", "gemeente"])
@pytest.mark.parametrize("who", ["consultant", "bestuur", "gemeente"])
def test_free_places_have_no_total_for_who_sees_classes(sample: Store, per: str, who: str) -> None:
    """Places are public: less the free ones, they are pupils."""
    for one in figures(sample, AUDIENCES[who], indicator_named("plaatsen_vrij"), per):
        assert one.is_hidden
        assert (one.teller, one.teller_max, one.waarde, one.waarde_max) == (None,) * 4


# ------------------------------------------------------------------------------------- exports

WHO_READS = """
    publiek    | sees as    | of               | exact  | made by
    directeur  | directeur  | SWV              | ja     | directeur
    consultant | consultant | SWV              | inzage | directeur consultant
    bestuur    | bestuur    | own schools      | nee    | directeur consultant bestuur
    school     | school     | one vestiging    | nee    | directeur consultant bestuur school
    gemeente   | gemeente   | SWV              | nee    | directeur consultant gemeente
    opr        | gemeente   | SWV              | nee    | directeur consultant   # nobody signs in as them: one release with a gemeente
    inspectie  | gemeente   | SWV              | nee    | directeur consultant
"""
"""For whom a report is made, as whose eyes, and by whom; beheerders make none."""


def test_a_report_is_made_through_the_eyes_that_the_table_says(sample: Store) -> None:
    own = {"school": SCHOOL, "bestuur": BESTUUR}
    assert [row["publiek"] for row in rows(WHO_READS)] == list(audiences.Publiek)
    for row in rows(WHO_READS):
        who = row["publiek"]
        reader = audiences.audience(sample, who, code=own.get(who, ""))
        granted = audiences.audience(sample, who, code=own.get(who, ""), inzage=True)
        assert reader.viewer.role == Role(row["sees as"]), who
        assert reader.viewer.swv == SWV
        assert (reader.viewer.sees_exact, granted.viewer.sees_exact) == {
            "ja": (True, True), "inzage": (False, True), "nee": (False, False)
        }[row["exact"]], who  # fmt: skip
        makers = {str(role) for role, makes in audiences.MAKES.items() if who in makes}
        assert makers == set(row["made by"].split()), who
        if who != "bestuur":
            assert reader.viewer.vestigingen == frozenset({own[who]} if who in own else ())


WHAT_LEAVES = """
    export            | who sees exact figures | others
    csv               | numbers                | the ends of the classes      # to_csv of what the door gave
    json              | numbers                | the ends of the classes
    xlsx              | numbers                | the ends of the classes
    figures           | numbers                | the ends of the classes      # dekkend figures --rol
    coverage          | cells of the matching  | published figures            # dekkend coverage --rol
    audit             | no figures             | no figures                   # who asked what, never an answer
    corrections       | of the own swv         | of the own school            # and of nobody else
"""
LARGE = indicator_named("tlv_afgegeven")
"""An indicator with 1-4 in some of its figures and more in others."""
EXPORTS: dict[str, Callable[[list[Figure]], list[dict[str, object]]]] = {
    "csv": lambda found: list(csv.DictReader(io.StringIO(export.to_csv(found, LARGE, "gemeente")))),
    "json": lambda found: json.loads(export.to_json(found, LARGE, "gemeente")),
    "xlsx": lambda found: workbook_rows(
        workbook.to_xlsx(
            {"cijfers": json.loads(export.to_json(found, LARGE, "gemeente"))},
            export.About(indicator=[LARGE], selection="toets", origins=[], is_demo=True),
        )
    ),
}


def workbook_rows(book: bytes) -> list[dict[str, object]]:
    """The rows of the first sheet, with the columns of a csv."""
    sheet = load_workbook(io.BytesIO(book)).worksheets[0]
    cells = [list(row) for row in sheet.iter_rows(values_only=True)]
    head = next(place for place, row in enumerate(cells) if "indicator" in row)
    ends = {"teller (laagste)": "teller", "teller (hoogste)": "teller_max"}
    titles = [ends.get(str(title), str(title)) for title in cells[head]]
    return [dict(zip(titles, row, strict=True)) for row in cells[head + 1 :]]


def pair(row: dict[str, object]) -> tuple[float | None, float | None]:
    def number(value: object) -> float | None:
        return None if value in (None, "") else float(str(value))

    return number(row["teller"]), number(row["teller_max"])


@pytest.mark.parametrize("form", EXPORTS)
@pytest.mark.parametrize("who", [*EXACT, "consultant", "gemeente"])
def test_a_file_holds_what_the_door_gave_and_no_more(sample: Store, form: str, who: str) -> None:
    found = figures(sample, AUDIENCES[who], LARGE, "gemeente")

    told = [pair(row) for row in EXPORTS[form](found)]

    assert told == [(one.teller, one.teller_max) for one in found]
    is_exact = any(low == high and low for low, high in told)
    assert is_exact == (who in EXACT)


@pytest.fixture
def dekkend(
    sample: Store, sample_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[..., str]:
    """The command, on a store that is open already."""
    monkeypatch.setattr("monitor.commands.of_figures.opened_store", lambda: sample)

    def run(*arguments: str, code: int = 0) -> str:
        result = CliRunner().invoke(cli, ["--data", str(sample_folder), *arguments])
        assert result.exit_code == code, result.output
        return result.output

    return run


AS = {
    "consultant": ("--rol", "consultant"),
    "inzage": ("--rol", "consultant", "--inzage"),
    "gemeente": ("--rol", "gemeente"),
    "school": ("--rol", "school", "--school", SCHOOL),
    "directeur": ("--rol", "directeur"),
}


@pytest.mark.parametrize("who", AS)
def test_the_figures_command_gives_what_the_audience_gets(
    dekkend: Callable[..., str], sample: Store, who: str
) -> None:
    name, per = ("instroom_vso", "vestiging") if who == "school" else (LARGE.name, "gemeente")
    found = figures(sample, AUDIENCES[who], indicator_named(name), per)

    told = json.loads(dekkend("figures", name, "--per", per, *AS[who], "--format", "json"))

    assert [pair(row) for row in told] == [(one.teller, one.teller_max) for one in found]
    assert found


def test_who_sits_at_the_machine_gets_everything(
    dekkend: Callable[..., str], sample: Store
) -> None:
    found = figures(sample, AUDIENCES["beheerder"], LARGE, "gemeente")

    told = json.loads(dekkend("figures", LARGE.name, "--per", "gemeente", "--format", "json"))

    assert [pair(row) for row in told] == [(one.teller, one.teller_max) for one in found]


def test_the_coverage_command_tells_the_matching_to_who_sees_exact_figures_only(
    dekkend: Callable[..., str],
) -> None:
    exact = json.loads(dekkend("coverage", *AS["inzage"], "--format", "json"))
    seen = json.loads(dekkend("coverage", *AS["consultant"], "--format", "json"))

    assert exact["behoefte"]
    assert exact["cellen"]
    assert set(seen) == {"swv", "schooljaar", "aanbod", "met_vso", "cijfers"}
    need = next(row for row in seen["cijfers"] if row["indicator"] == "dekking")
    assert need["noemer"] < need["noemer_max"]
    assert need["noemer"] <= exact["behoefte"] <= need["noemer_max"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("coverage", *AS["school"]), "is niet voor de rol school"),
        (("coverage", "--rol", "directeur", "--eigen", "VO1234"), "niet het eigen samenwerkings"),
        (("coverage", *AS["consultant"], "--vso"), "Alleen de plaatsen in de praktijk"),
        (("figures", "tekort", *AS["school"]), "is niet voor de rol school"),
        (("figures", "tekort", "--rol", "school"), "Geef --school"),
        (("figures", "tekort", "--rol", "bestuur"), "Geef --bestuur"),
        (("figures", "tekort", "--school", SCHOOL), "Geef met --rol op"),
        (("figures", "tekort", "--rol", "gemeente", "--inzage"), "hoort bij --rol consultant"),
    ],
)
def test_a_command_that_an_audience_may_not_give_says_why(
    dekkend: Callable[..., str], arguments: tuple[str, ...], why: str
) -> None:
    assert why in dekkend(*arguments, code=2)


def test_a_trespass_by_command_gives_nothing_and_is_logged(
    dekkend: Callable[..., str], sample_folder: Path
) -> None:
    other = "99AB00"

    told = dekkend("figures", "leerlingen_vo", "--per", "vestiging", *AS["school"], "--code", other,
                   "--format", "json")  # fmt: skip

    assert json.loads(told) == []
    (line,) = audit.search(journal(sample_folder), text=other, limit=1)
    assert (line.wat, line.uitkomst) == (audit.Event.GEWEIGERD, audit.REFUSED)
    assert not re.search(r"\d{3,}", line.over.replace(other, ""))


def test_corrections_are_of_the_own_school_and_of_staff(tmp_path: Path) -> None:
    book = journal(tmp_path)
    code = next(iter(SWV))

    for who, viewer in AUDIENCES.items():
        corrections.standings(book, viewer, code, SCHOOL)
        assert corrections.can_confirm(viewer, code, SCHOOL) == (who in ("school", "bestuur")), who
        assert not corrections.can_confirm(viewer, code, "99AB00"), who
        assert corrections.questions(book, viewer, "VO1234") == []


def test_every_export_is_in_the_table() -> None:
    assert {*EXPORTS, "figures", "coverage", "audit", "corrections"} == {
        row["export"] for row in rows(WHAT_LEAVES)
    }
    assert {Role(role) for role in ROLES} == set(Role)
