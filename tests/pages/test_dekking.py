"""Dekking: the total in a sentence, the matrix, one cell, why, plan and practice, norms."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from helpers.drawings import Given
from helpers.opened import opened
from streamlit.testing.v1 import AppTest

from monitor.access import EVERY, Role, Viewer, audit
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Run
from monitor.figures.door import Figure
from monitor.figures.levels import Region
from monitor.pages.dekking.cell import help_query
from monitor.pages.dekking.subject import Held
from monitor.sections.dekking.in_classes import drawable, headline
from monitor.store.journal import journal
from monitor.store.settings import Settings
from monitor.store.store import Store


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]
STAFF = (Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER)
BASIS = Basis("vo", "VO9901", "2025-2026")
CONSULTANT = Viewer(Role.CONSULTANT, frozenset({"VO9901"}))
SECTIONS = ("overzicht", "kaart", "waarom", "papier", "verloop", "normen")


@pytest.fixture(autouse=True)
def own_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a test types in stays with it."""
    monkeypatch.setenv("DEKKEND_DATA", str(tmp_path / "gegevens"))
    return tmp_path / "gegevens"


def described(at: AppTest, start: str) -> str:
    (one,) = [c.proto.alt for c in at.get("plotly_chart") if c.proto.alt.startswith(start)]
    return one.replace("\u00a0", " ")


def matrix_of(at: AppTest) -> str:
    (one,) = [h.value for h in at.html if "dekkingsmatrix" in h.value]
    return one.replace("\u00a0", " ").partition("</style>")[2]


def tables_of(at: AppTest) -> list[str]:
    return [str(table.value.to_dict("records")) for table in [*at.table, *at.dataframe]]


# ------------------------------------------------------------------------------------ the answer


def test_the_total_is_that_of_the_matching(page: Page, words: Words, sample_store: Store) -> None:
    found, plan = (from_store.outcome(sample_store, Basis("vo", "VO9901", "2025-2026", run))
                   for run in (Run.PRAKTIJK, Run.PLAN))  # fmt: skip

    text = words(page("dekking", sample_store))

    assert (
        f"**Van {found.behoefte} leerlingen met een ondersteuningsvraag vinden er {found.gedekt} tegelijk een "
        f"passende plek; {found.tekort} niet (van {found.onbekend} onbekend).**\n"
        f"Op papier zouden er {plan.gedekt} een plek vinden."
    ) in text
    assert (
        "Onbekend is het van 1 leerling met taal, vmbo-k, postcode 9951 (van één passend arrangement is "
        "niet bekend hoeveel plaatsen er in de praktijk zijn)."
    ) in text
    assert "480 leerlingen die in een arrangement zitten, 311 leerlingen die wachten" in text
    assert "kunnen blijven, tellen hier niet mee" in text
    assert "U ziet: SWV Rivierenstreek, schooljaar 2025-2026" in text


def test_vso_and_plan_stand_in_the_url_and_in_a_sentence(
    page: Page, words: Words, sample_store: Store
) -> None:
    found = from_store.outcome(sample_store, Basis("vo", "VO9901", "2025-2026", Run.PLAN, True))

    text = words(page("dekking", sample_store, vso="ja", aanbod="plan"))

    assert "plaatsen die zijn afgesproken (plan), vso meegeteld" in text
    assert f"Van {found.behoefte:,} leerlingen".replace(",", ".") in text
    assert "kunnen blijven, tellen hier mee" in text
    assert "In de praktijk vinden er" in text


@pytest.mark.parametrize("role", STAFF)
@pytest.mark.parametrize("section", SECTIONS)
def test_every_section_stands_for_every_role_with_at_most_six_charts(
    page: Page, sample_store: Store, role: Role, section: str
) -> None:
    who = Viewer(role, frozenset({"VO9901"}))

    at = page("dekking", sample_store, who, onderdeel=section)

    assert len(at.get("plotly_chart")) <= 6
    assert at.title[0].value == "Dekking"


def test_a_stranger_in_the_url_is_no_choice(page: Page, words: Words, sample_store: Store) -> None:
    at = page("dekking", sample_store, cel="melkweg|X", per="land", schooljaar="1999-2000")

    assert "schooljaar 2025-2026" in words(at)
    assert "Klik hierboven op een vakje" in words(at)


# ------------------------------------------------------------------------------------- the matrix


def test_the_matrix_has_numbers_marks_and_words(page: Page, sample_store: Store) -> None:
    found = matrix_of(page("dekking", sample_store))

    assert re.search(r"✕</span> 3/71<span class=\"woord\">tekort 68</span>", found)
    # An interval where it is not certain who; autisme in Oost is short by reach only (row A5).
    assert '⊘</span> 28–46/51<span class="woord">buiten bereik: 5–23</span>' in found
    assert (
        "⊘ buiten bereik</b>: er is plek binnen de norm, maar alleen voor een andere wijk" in found
    )
    # The total is one number; of whom it is unknown is said beside it, in one form (row 1.2).
    assert re.search(r"638/840<span class=\"woord\">tekort 201 \(van 1 onbekend\)</span>", found)
    assert 'href="?' in found
    assert "cel=angst%7CVO9901%3AOost#vakje" in found


def test_per_wijk_the_regions_are_the_rows(page: Page, sample_store: Store) -> None:
    found = matrix_of(page("dekking", sample_store, per="wijk"))

    assert '<th scope="row">Dravenburg Centrum</th>' in found
    assert '<th scope="col">angst</th>' in found


def test_a_cell_tells_who_why_and_what_is_near(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("dekking", sample_store, cel="angst|VO9901:Oost")

    text = words(at)
    assert "Angst in Oost" in text
    assert "✕ Van 71 leerlingen blijven er 68 zonder passende plek." in text
    # What is near, and only for others, is not too far (row A5): 66 were called so.
    counts = re.findall(r"\*\*(te ver|buiten bereik)\*\*: (\d+) leerling", text)
    assert sum(int(n) for _, n in counts) == 66
    assert "- ⊘ **buiten bereik**" in text
    tables = tables_of(at)
    assert any("'Postcode': '9922'" in table for table in tables)
    assert any("Waarom het niet helpt" in table and "de norm is" in table for table in tables)
    assert any("'Eén plek erbij': 'helpt één leerling'" in table for table in tables)


@pytest.mark.parametrize(
    ("key", "asked"),
    [
        ("angst|VO9901:Oost", ("angst", "subregio:Oost")),
        ("angst|", ("angst", None)),  # of the whole samenwerkingsverband
        ("|VO9901:Oost", (None, "subregio:Oost")),
        ("angst|onbekend", ("angst", None)),  # nobody knows where they live
    ],
)
def test_a_cell_leads_to_what_would_help_there(
    sample_store: Store, key: str, asked: tuple[str | None, str | None]
) -> None:
    """Row 1.7."""
    whole = Region("vo", "VO9901", "SWV", "swv", "VO9901", "SWV")
    subject = Held(
        sample_store, Viewer(Role.DIRECTEUR, frozenset({"VO9901"})), whole, BASIS, "subregio"
    )

    found = help_query(subject, key)

    assert (found.get("helpt_vraag"), found.get("helpt_regio")) == asked
    assert (found["onderdeel"], found["schooljaar"], found["vso"]) == ("helpt", "2025-2026", "nee")


def test_the_members_of_a_cell_add_up(page: Page, sample_store: Store) -> None:
    at = page("dekking", sample_store, cel="angst|VO9901:Oost")

    (members,) = [d.value for d in at.dataframe if "Zonder plek" in d.value.columns]
    assert members["Leerlingen"].astype(int).sum() == 71


# ------------------------------------------------------------------------------------------ why


def test_the_cut_is_told_and_its_pieces_add_up(
    page: Page, words: Words, sample_store: Store
) -> None:
    cut = from_store.outcome(sample_store, BASIS).snede

    text = words(page("dekking", sample_store, onderdeel="waarom"))

    assert (
        f"**{cut.need} leerlingen hebben samen alleen {len(cut.arrangements)} arrangementen met "
        f"{cut.places} plaatsen: {cut.gap} te weinig.**"
    ) in text
    pieces = re.findall(r"^- \*\*(\d+) leerlingen", text, re.MULTILINE)
    assert sum(map(int, pieces)) == cut.need


def test_the_list_of_shortages_is_filtered_by_the_url(page: Page, sample_store: Store) -> None:
    at = page("dekking", sample_store, onderdeel="waarom", staat="vol", vraag="medisch")

    table = at.dataframe[-1].value
    assert set(table["Staat"]) == {"■ vol"}
    assert set(table["Vraag"]) == {"medisch"}


# ------------------------------------------------------------------------- map, plan, years, measures


def test_the_map_has_the_shortage_the_offer_and_a_ranking(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("dekking", sample_store, onderdeel="kaart", per="gemeente")

    assert (
        "**Het grootste tekort is in Dravenburg: 70 van de 201 leerlingen (van 1 onbekend).**"
        in words(at)
    )
    assert described(at, "Kaart van tekort")
    assert "bovenaan Dravenburg met 70" in described(at, "Staafgrafiek")


def test_an_arrangement_shows_whom_it_reaches(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("dekking", sample_store, onderdeel="kaart", kaart="bereik", arrangement="ARR-0030")

    assert "9 plaatsen voor medisch; 14 leerlingen kunnen er terecht. Het is vol" in words(at)
    assert "binnen 12 km" in described(at, "Kaart van het bereik")


def test_plan_and_practice_name_what_is_on_paper_only_and_what_is_unknown(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("dekking", sample_store, onderdeel="papier")

    text = words(at)
    assert "In de praktijk vinden er 3 leerlingen minder een plek dan op papier." in text
    assert "1 daarvan bestaat alleen op papier" in text
    assert "Ze tellen niet als dekking en niet als tekort." in text
    assert any("▤ op papier" in table for table in tables_of(at))


def test_the_naive_count_is_another_measure_and_says_so(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("dekking", sample_store, onderdeel="verloop")

    text = words(at)
    assert "Deze maten zijn **geen dekking**" in text
    assert "denkt dat er 764 van de 840 een plek hebben: 126 meer dan er tegelijk kunnen" in text
    assert "in de eigen gemeente" in text
    assert "op papier: 78,9 % in schooljaar 2021-2022" in described(at, "Lijngrafiek van dekking")


# --------------------------------------------------------------------------------------- consultant


def test_a_consultant_reads_what_is_published_and_nothing_of_the_matching(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("dekking", sample_store, CONSULTANT, cel="angst|VO9901:Oost", vso="ja", aanbod="plan")
    opened(at)

    text = words(at)
    assert re.search(
        r"\*\*Van \d+–\d+ leerlingen met een ondersteuningsvraag vinden er \d+–\d+ tegelijk een",
        text,
    )
    assert "vso meegeteld" not in text  # of that no figure is published
    assert re.search(r"Het grootste tekort: angst, \d+–\d+ leerlingen\.", text)
    assert "Aantallen leerlingen staan hier in klassen van vijf" in text
    assert not [h for h in at.html if "dekkingsmatrix" in h.value]
    tables = "".join(tables_of(at))
    assert "'Ondersteuningsvraag': 'angst'" in tables
    assert "'Subregio': 'Oost'" in tables
    labels = [button.proto.label for button in at.get("download_button")]
    assert "Excel" in labels
    assert not any("postcode" in label for label in labels)


@pytest.mark.parametrize("section", [*SECTIONS, "kaart=bereik"])
def test_no_exact_number_of_pupils_reaches_a_consultant(
    page: Page, words: Words, sample_store: Store, section: str
) -> None:
    """What only the matching knows is nowhere: totals, cells, the cut, how many fit somewhere."""
    exact = from_store.outcome(sample_store, BASIS)
    plan = from_store.outcome(sample_store, Basis("vo", "VO9901", "2025-2026", Run.PLAN))
    parts = [part.pupils for part in from_store.parts(sample_store, BASIS)]
    told = {
        exact.behoefte, exact.gedekt, exact.tekort, plan.gedekt, exact.snede.need, exact.snede.gap,
        *parts,
    }  # fmt: skip
    query = (
        {"onderdeel": section} if "=" not in section else {"onderdeel": "kaart", "kaart": "bereik"}
    )

    at = opened(page("dekking", sample_store, CONSULTANT, **query))

    said = "\n".join([words(at), *tables_of(at), *(c.proto.alt for c in at.get("plotly_chart"))])
    numbers = {int(n) for n in re.findall(r"(?<![\d–.,])\d+(?![\d–.,]\d)", said)}
    ends = {int(n) for pair in re.findall(r"(\d+)(?:–| tot )(\d+)", said) for n in pair}
    assert told & (numbers - ends) <= {0}
    for title in ("Postcode", "Gebruikt", "Past bij leerlingen", "Eén plek erbij", "Vrij'"):
        assert title not in said


def test_plan_and_practice_in_classes_do_not_ask_to_be_subtracted(
    page: Page, words: Words, sample_store: Store
) -> None:
    """Row E4: 90-94 beside 85-89 was a difference of one. The plan is no column for who sees classes;
    a difference is told only where it surely is no small number."""
    at = page("dekking", sample_store, CONSULTANT, onderdeel="papier")

    rows = next(table for table in tables_of(at) if "Ondersteuningsvraag" in table)
    assert "Op papier" not in rows
    told = set(re.findall(r"'Verschil': '([^']*)'", rows))
    assert told <= {"te klein of niet te zeggen"} | {
        f"minstens {n} minder in de praktijk" for n in range(5, 50)
    }
    assert "Trek geen klassen van elkaar af" in words(at)


def test_hidden_places_and_unknown_ones_are_two_marks_on_the_map(
    page: Page, sample_store: Store
) -> None:
    """Row E3: of 34 "plaatsen onbekend" 29 were known, and not for a consultant."""
    at = page("dekking", sample_store, CONSULTANT, onderdeel="kaart")

    drawn = "".join(c.proto.spec for c in at.get("plotly_chart"))
    assert "plaatsen onbekend (5)" in drawn
    assert re.search(r"vrije plaatsen verborgen: vraag na \(\d+\)", drawn)


@pytest.mark.parametrize("per", ["", "gemeente", "wijk"])
def test_the_worst_shortage_is_the_same_however_one_comes(
    page: Page, words: Words, sample_store: Store, per: str
) -> None:
    """Row E6."""
    at = page("dekking", sample_store, **({"per": per} if per else {}))

    assert "Het grootste zekere tekort: angst in Oost, 68 van de 71 leerlingen." in words(at)


def test_a_consultant_gets_no_list_of_pupils_and_no_form(
    page: Page, words: Words, sample_store: Store
) -> None:
    why = page("dekking", sample_store, CONSULTANT, onderdeel="waarom")
    rules = page("dekking", sample_store, CONSULTANT, onderdeel="normen")
    reach = page("dekking", sample_store, CONSULTANT, onderdeel="kaart", kaart="bereik",
                 arrangement="ARR-0030")  # fmt: skip

    # That section is of the matching: what opens is the first one.
    assert "te weinig" not in words(why)
    assert not any("Postcode" in table for table in tables_of(why))
    assert not [button for button in rules.button if "vast" in button.label]
    assert "9 plaatsen voor medisch.**" in words(reach)
    assert "postcodes" not in described(reach, "Kaart van het bereik")


def test_what_an_exception_does_is_told_to_who_sees_exact_figures(
    page: Page, words: Words, sample_store: Store, own_journal: Path
) -> None:
    """Of an exception for one postcode it would be the pupils who live there."""
    journal(own_journal).add_exception(
        "VO9901",
        max_km=None,
        waarom="proef",
        wie="directeur",
        vanaf=dt.date(2025, 8, 1),
        tot=None,
    )

    told = {
        role: words(page("dekking", sample_store, Viewer(role, frozenset({"VO9901"})),
                         onderdeel="normen"))
        for role in (Role.DIRECTEUR, Role.CONSULTANT)
    }  # fmt: skip

    assert "maakt ze geen verschil" in told[Role.DIRECTEUR]
    assert "Waarom: proef" in told[Role.CONSULTANT]
    assert "Hierdoor" not in told[Role.CONSULTANT]
    assert "geen verschil" not in told[Role.CONSULTANT]


# ------------------------------------------------------------------------------------ norms, register


def test_norms_in_force_are_listed(page: Page, words: Words, sample_store: Store) -> None:
    at = page("dekking", sample_store, onderdeel="normen")

    assert "**Een plek mag 8 tot 25 km van huis zijn" in words(at)
    assert any("'Ondersteuningsvraag': 'angst', 'Niveau': 'pro', 'Hoogstens': '8 km'" in table
               for table in tables_of(at))  # fmt: skip
    assert "Er zijn nu geen uitzonderingen" in words(at)


def test_the_effect_of_an_exception_shows_before_it_is_kept(
    page: Page, words: Words, sample_store: Store, own_journal: Path
) -> None:
    at = page("dekking", sample_store, onderdeel="normen")
    at.selectbox(key="dekking_uitz_vraag").set_value("angst").run()
    at.number_input(key="dekking_uitz_km").set_value(20.0).run()

    assert re.search(r"\*\*Angst: hoogstens 20 km\.\*\* Hierdoor vinden er \d+ leerlingen meer",
                     words(at))  # fmt: skip
    assert journal(own_journal).exceptions("VO9901") == []


def test_an_exception_says_why_or_is_not_kept(
    page: Page, words: Words, sample_store: Store, own_journal: Path
) -> None:
    at = page("dekking", sample_store, onderdeel="normen")
    at.button(key="dekking_uitz_vast").click().run()

    assert "Schrijf op waarom deze uitzondering er is." in words(at)
    assert journal(own_journal).exceptions("VO9901") == []


def test_an_exception_is_kept_listed_and_ended(
    page: Page, words: Words, sample_store: Store, own_journal: Path
) -> None:
    at = page("dekking", sample_store, onderdeel="normen")
    at.selectbox(key="dekking_uitz_vraag").set_value("angst")
    at.text_input(key="dekking_uitz_waarom").set_value("er rijdt een *bus*")
    at.button(key="dekking_uitz_vast").click().run()

    (kept,) = journal(own_journal).exceptions("VO9901")
    assert (kept.ondersteuningsvraag, kept.max_km, kept.wie) == ("angst", 20.0, "directeur")
    assert "**Angst: hoogstens 20 km**, zonder einddatum." in words(at)
    # What was typed in is text and no markup.
    assert r"er rijdt een \*bus\*" in words(at)
    at.button(key=f"dekking_einde_{kept.nummer}").click().run()
    assert "Er zijn nu geen uitzonderingen" in words(at)
    (ended,) = journal(own_journal).exceptions("VO9901")
    assert ended.ingetrokken is not None
    assert "Voorbij of ingetrokken (1)" in [one.label for one in at.expander]
    assert [(one.wie, one.wat, one.over) for one in audit.search(journal(own_journal))] == [
        ("directeur", "norm", f"uitzondering {kept.nummer} ingetrokken"),
        ("directeur", "norm", f"uitzondering {kept.nummer} gemaakt: Angst: hoogstens 20 km"),
    ]


def test_an_exception_counts_in_the_schooljaar_that_is_seen(
    page: Page, words: Words, sample_store: Store, own_journal: Path
) -> None:
    """A schooljaar that is over is counted as on its last day: from today on would change nothing."""
    at = page("dekking", sample_store, onderdeel="normen", schooljaar="2023-2024")
    assert "Hierdoor vinden er" in words(at)

    at.date_input(key="dekking_uitz_vanaf_2023-2024").set_value(dt.date.today()).run()

    assert "In schooljaar 2023-2024 telt dit niet mee" in words(at)


def test_an_exception_that_is_over_does_not_hold(
    page: Page, words: Words, sample_store: Store, own_journal: Path
) -> None:
    today = dt.date.today()
    journal(own_journal).add_exception(
        "VO9901", max_km=None, waarom="proef", wie="directeur",
        vanaf=today - dt.timedelta(60), tot=today - dt.timedelta(1),
    )  # fmt: skip

    at = page("dekking", sample_store, onderdeel="normen")

    assert "Er zijn nu geen uitzonderingen" in words(at)
    assert any("'Hoe het eindigde': 'verlopen'" in table for table in tables_of(at))


# --------------------------------------------------------------------------------- what is missing


@pytest.fixture
def drawn(given: Given) -> Iterator[Given]:
    given.settings = Settings(swv="VO0101")
    given.regio_indeling("""
        postcode4 | swv    | gemeentecode | gemeentenaam | subregio | wijk | latitude | longitude
        1001      | VO0101 | GM0001       | Dorp         | Zuid     | A    | 52,00    | 5,0
        1002      | VO0101 | GM0001       | Dorp         | Zuid     | B    | 52,01    | 5,0
    """)
    given.in_swv("VO0101", "01AA00", schooltype="vo")
    return given


NEED = """
    schooljaar | postcode4 | ondersteuningsvraag | niveau | aantal
    2025-2026  | 1001      | angst               | havo   | 5       # three find a place
    2025-2026  | 1002      | gedrag              | vwo    | 4       # nobody serves it
"""
OFFER = """
    schooljaar | arrangementscode | titel | postcode | ondersteuningsvragen | niveaus | bereik | plaatsen_plan | plaatsen_praktijk | status
    2025-2026  | A                | Rust  | 1001AA   | angst                | havo    | swv    | 3             | 3                 | actief
"""
OWN = Viewer(Role.DIRECTEUR, frozenset({"VO0101"}))


def test_without_offer_it_says_to_deliver_arrangementen(
    page: Page, words: Words, drawn: Given
) -> None:
    drawn.behoefte(NEED)

    text = words(page("dekking", drawn.store, OWN))

    assert "ondersteuningsvragen, maar geen arrangementen" in text
    assert "Lever de arrangementen" in text


def test_without_need_it_says_to_deliver_behoefte(page: Page, words: Words, drawn: Given) -> None:
    drawn.arrangementen(OFFER)

    text = words(page("dekking", drawn.store, OWN))

    assert "arrangementen, maar geen ondersteuningsvragen" in text
    assert "Lever de behoefte" in text


def test_need_and_offer_of_other_years_say_so(page: Page, words: Words, drawn: Given) -> None:
    drawn.arrangementen(OFFER.replace("2025-2026", "2024-2025"))
    drawn.behoefte(NEED)

    assert "maar niet van hetzelfde schooljaar" in words(page("dekking", drawn.store, OWN))


def test_with_neither_it_says_what_both_are(page: Page, words: Words, drawn: Given) -> None:
    text = words(page("dekking", drawn.store, OWN))

    assert "nog geen dekking te berekenen" in text
    assert "Lever ook de regio-indeling" in text


@pytest.mark.parametrize("role", STAFF)
def test_on_nothing_it_says_what_to_deliver(
    page: Page, words: Words, empty_store: Store, role: Role
) -> None:
    assert "Er zijn nog geen gegevens." in words(page("dekking", empty_store, Viewer(role, EVERY)))


@pytest.mark.parametrize("section", SECTIONS)
def test_without_norms_the_default_holds_and_is_said(
    page: Page, words: Words, drawn: Given, section: str
) -> None:
    drawn.behoefte(NEED)
    drawn.arrangementen(OFFER)

    text = words(page("dekking", drawn.store, OWN, onderdeel=section))

    assert (
        "Van 9 leerlingen met een ondersteuningsvraag vinden er 3 tegelijk een passende plek; 6 niet."
        in text
    )
    assert "Er zijn geen afstandsnormen geleverd: overal geldt 15 km." in text
    assert "er zijn" not in text.partition("De vraag bestaat uit")[0]


@pytest.mark.parametrize("section", SECTIONS)
def test_names_out_of_files_are_text_and_no_markup(page: Page, drawn: Given, section: str) -> None:
    """A picture would be fetched from elsewhere, a link lead there."""
    evil = "[klik](http://kwaad) ![x](http://kwaad/p) :red[r] $x$"
    drawn.behoefte(NEED.replace("gedrag", f"gedrag {evil}"))
    drawn.arrangementen(OFFER.replace("| Rust ", f"| Rust {evil} "))

    at = page("dekking", drawn.store, OWN, onderdeel=section)

    marked = [
        part.value
        for part in (*at.markdown, *at.caption, *at.subheader)
        for sign in ("[klik](", "![x]", " :red[", "$x$")
        if sign in part.value
    ] + [str(t.value) for t in at.table if "[klik](" in t.value.to_string().replace("\\[", "")]
    assert marked == []


def test_few_pupils_are_hidden_from_a_consultant_in_the_total_too(
    page: Page, words: Words, drawn: Given
) -> None:
    drawn.behoefte(NEED)
    drawn.arrangementen(OFFER)

    who = Viewer(Role.CONSULTANT, frozenset({"VO0101"}))
    for section in SECTIONS:
        text = words(page("dekking", drawn.store, who, onderdeel=section))
        answer = text.partition("Hoeveel leerlingen tegelijk")[2]
        assert "een passende plek vinden, is verborgen" in answer
        assert text.count("**") == 2  # the answer, and no more
        assert "vinden er 3" not in text
        # The shortage of 6 and the need of 9 would tell it: nothing else is shown.
        assert "6" not in text.replace("2026", "")


def test_a_vraag_without_a_place_is_named_in_the_reason(
    page: Page, words: Words, drawn: Given
) -> None:
    drawn.behoefte(NEED)
    drawn.arrangementen(OFFER)

    text = words(page("dekking", drawn.store, OWN, cel="gedrag|VO0101:Zuid"))

    assert "✕ Van 4 leerlingen blijven er 4 zonder passende plek." in text
    assert "- ✕ **geen aanbod**: 4 leerlingen; er is nergens aanbod" in text
    assert "Geen enkel arrangement past bij iemand in dit vakje." in text


def test_a_consultant_gets_bars_in_classes_and_the_worst_region(
    page: Page, words: Words, sample_store: Store
) -> None:
    """Two number tables were all there was to present (2.5 of screens)."""
    at = opened(page("dekking", sample_store, CONSULTANT), "Tabel")

    text = words(at)
    assert re.search(r"Van de subregio's is het tekort in Oost het grootst: \d+–\d+ van \d+–\d+ "
                     "leerlingen vinden daar een plek", text)  # fmt: skip
    assert re.search(r"\*\*Het tekort is het grootst bij angst: \d+–\d+ van \d+–\d+", text)
    drawn = [c.proto.alt for c in at.get("plotly_chart") if "in klassen" in c.proto.alt]
    assert [alt.partition("per ")[2].partition(":")[0] for alt in drawn] == [
        "vraag", "subregio", "niveau"
    ]  # fmt: skip
    # Each has its twin.
    assert [t for t in tables_of(at) if "'Ondersteuningsvraag': 'angst'" in t]
    assert [t for t in tables_of(at) if "'Niveau': 'havo'" in t]


def test_which_region_is_worst_is_said_where_it_is_sure_only() -> None:
    def tekort(naam: str, low: float, high: float | None, **rest: object) -> Figure:
        return Figure(naam, naam, "2025-2026", "", low, high, None, None, low, high, **rest)  # type: ignore[arg-type]

    def covered(naam: str) -> Figure:
        return Figure(naam, naam, "2025-2026", "", 60, 64, 100, 104, 57.7, 64.0)

    both = [covered("Oost"), covered("West")]

    assert headline(both, [tekort("Oost", 40, 44), tekort("West", 35, 39)]) == (
        "Het tekort is het grootst in Oost: 60–64 van 100–104 leerlingen vinden een plek."
    )
    # The same class, or one that is wider, may be as much.
    assert headline(both, [tekort("Oost", 40, 44), tekort("West", 40, 44)]) == ""
    assert headline(both, [tekort("Oost", 40, 44), tekort("West", 30, 44)]) == ""
    # What is hidden altogether may be anything; what is fewer than five may not.
    closed = tekort("West", 0, None, is_hidden=True)
    assert headline(both, [tekort("Oost", 40, 44), closed]) == ""
    few = tekort("West", 1, 4, is_hidden=True)
    assert headline(both, [tekort("Oost", 40, 44), few]).startswith(
        "Het tekort is het grootst in Oost"
    )
    # One that is hidden itself is never named.
    assert headline(both, [few._replace(code="Oost", naam="Oost"), tekort("West", 0, 0)]) == ""


def test_what_is_hidden_is_named_beside_the_bars_and_not_drawn() -> None:
    seen = Figure("swv", "SWV", "2025-2026", "ondersteuningsvraag=angst", 60, 64, 100, 104, 57, 64)
    hidden = seen._replace(uitsplitsing="ondersteuningsvraag=taal", is_hidden=True)
    nobody = Figure("swv", "SWV", "2025-2026", "ondersteuningsvraag=doof", 0, 0, 0, 0, None, None)

    drawn, names = drawable([hidden, seen, nobody])

    assert [row.name for row in drawn] == ["angst"]
    assert names == ["taal"]
