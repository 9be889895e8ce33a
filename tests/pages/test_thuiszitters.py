"""Thuiszitters: the answer in words, where, the course, how long, and which definition."""

import re
from collections.abc import Callable, Iterator

import pytest
from helpers.drawing_meldingen import region, register
from helpers.drawings import Given
from helpers.opened import opened
from streamlit.testing.v1 import AppTest

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import Figure, figures, indicator_named
from monitor.sections.thuiszitters.reason_groups import sentence
from monitor.sections.thuiszitters.schoolyear import is_chance_beside
from monitor.store.store import Store


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]
EXACT = (Role.DIRECTEUR, Role.BEHEERDER)
STAFF = (Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER)
SECTIONS = ("nu", "verloop", "duur", "definities")
DAY = "2025-10-31"
CONSULTANT = Viewer(Role.CONSULTANT, frozenset({"VO9901"}))


def stand(store: Store, name: str = "thuiszitters_thuis_ocw", **question: str) -> list[Figure]:
    """Exact figures of the samenwerkingsverband at the last month."""
    found = figures(store, Viewer(Role.BEHEERDER, EVERY), indicator_named(name), "swv", period=DAY,
                    codes=("VO9901",), **question)  # type: ignore[arg-type]  # fmt: skip
    return found


def spoken(figure: Figure) -> str:
    low, high = int(figure.teller or 0), int(figure.teller_max or 0)
    return str(low) if low == high else f"{low}–{high}"  # one form, as in every table


def charts_of(at: AppTest) -> list[str]:
    return [chart.proto.alt.replace("\u00a0", " ") for chart in at.get("plotly_chart")]


def with_tables(at: AppTest) -> AppTest:
    """As it is after every “Tabel” was opened."""
    return opened(at, "Tabel")


def cells(at: AppTest) -> Iterator[str]:
    """Every cell of every table on the page."""
    for table in [*at.table, *at.dataframe]:
        yield from (str(cell) for column in table.value for cell in table.value[column])


@pytest.mark.parametrize("role", EXACT)
def test_it_opens_with_how_many_and_a_year_before(
    page: Page, words: Words, sample_store: Store, role: Role
) -> None:
    at = page("thuiszitters", sample_store, Viewer(role, frozenset({"VO9901"})))

    (now,) = stand(sample_store)
    text = words(at)
    assert f"**{spoken(now)} thuiszitters (OCW) op 31 oktober 2025, een jaar eerder " in text
    assert "U ziet: Thuiszitters zoals OCW telt, SWV Rivierenstreek, 31 oktober 2025." in text
    # A stand: the years beside it, and nothing about chance (A9).
    assert "Op 31 oktober 2021 waren het er " in text
    assert "schommeling" not in text
    assert re.search(r"De helft zit langer dan \d+ weken thuis\.", text)


def test_a_directeur_reads_how_many_have_no_plan(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("thuiszitters", sample_store))

    parts = {f.uitsplitsing: f for f in stand(sample_store, breakdown="plan")}
    without, unknown = parts["plan=nee"], parts["plan=onbekend"]
    assert f"Van {spoken(without)} is er geen plan, van {spoken(unknown)} is dat niet" in text


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("role", STAFF)
def test_no_section_has_more_than_six_charts(
    page: Page, sample_store: Store, role: Role, section: str
) -> None:
    at = page("thuiszitters", sample_store, Viewer(role, frozenset({"VO9901"})), onderdeel=section)

    assert len(charts_of(at)) <= 6
    assert at.query_params.get("onderdeel", ["nu"]) in ([section], section)


def test_the_definition_of_the_url_is_named_on_the_page(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("thuiszitters", sample_store, definitie="THUIS_PACT"))

    (now,) = stand(sample_store, "thuiszitters_thuis_pact")
    assert f"**{spoken(now)} thuiszitters (pact) op 31 oktober 2025" in text
    assert "U ziet: Thuiszitters van het Thuiszitterspact" in text


def test_a_stranger_in_the_url_is_no_choice(page: Page, words: Words, sample_store: Store) -> None:
    at = page("thuiszitters", sample_store, definitie="SPIJBELEN", regio="gemeente:GM1",
              maand="1999-01-31", onderdeel="alles", per="land")  # fmt: skip

    assert "U ziet: Thuiszitters zoals OCW telt, SWV Rivierenstreek, 31 oktober 2025" in words(at)


def test_the_map_and_ranking_say_where_and_why_not_per_thousand(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("thuiszitters", sample_store)

    text = words(at)
    assert "**Het grootste aantal woont in Lindermeer: 13 van de" in text
    assert "Per 1.000 leerlingen is er alleen per bestuur" in text
    kaart, ranglijst = charts_of(at)[:2]
    assert kaart.startswith("Kaart van ")
    assert "bovenaan Lindermeer met 13 leerlingen" in ranglijst


def test_where_those_without_a_plan_are_stands_in_the_sentence_and_the_table(
    page: Page, words: Words, sample_store: Store
) -> None:
    """Screens 1.8: it took a look at every gemeente of its own."""
    at = with_tables(page("thuiszitters", sample_store))

    per = {
        f.naam: f
        for f in figures(sample_store, Viewer(Role.BEHEERDER, EVERY),
                         indicator_named("thuiszitters_zonder_plan_thuis_ocw"), "gemeente", period=DAY)
    }  # fmt: skip
    (table,) = [t.value for t in at.table if "Zonder plan" in t.value]
    told = dict(zip(table["Naam"], table["Zonder plan"], strict=True))
    assert told == {naam: spoken(per[naam]) if naam in per else "0" for naam in told}
    assert sum(one.teller_max or 0 for one in per.values()) > 0
    first = max(per.values(), key=lambda f: (f.teller or 0, f.teller_max or 0))
    assert f"Zonder plan: {spoken(first)} in " in words(at)
    for naam, one in per.items():
        if one.teller_max:
            assert f"{spoken(one)} in {naam}" in words(at)
    # Of one the field was left empty: it is in an interval, and what that is stands beside it.
    assert "Het hoogste getal telt ook mee van wie het niet zeker is." in words(at)


@pytest.mark.parametrize("role", [Role.CONSULTANT, Role.BESTUUR, Role.GEMEENTE])
@pytest.mark.parametrize("per", ["gemeente", "vestiging", "bestuur"])
def test_who_sees_classes_reads_of_no_unit_how_many_have_no_plan(
    page: Page, words: Words, sample_store: Store, role: Role, per: str
) -> None:
    who = Viewer(role, frozenset({"VO9901"}), frozenset({"99AA00", "99AA01"}))
    at = opened(page("thuiszitters", sample_store, who, per=per))

    assert "Zonder plan:" not in words(at)
    assert not [t for t in [*at.table, *at.dataframe] if "Zonder plan" in t.value]


def test_a_bestuur_reads_what_is_of_the_whole_and_what_is_its_own(
    page: Page, words: Words, sample_store: Store
) -> None:
    who = Viewer(Role.BESTUUR, frozenset({"VO9901"}), frozenset({"99AA00", "99AA01"}))
    text = words(page("thuiszitters", sample_store, who))

    assert "Wat bovenaan staat, gaat over heel SWV Rivierenstreek." in text
    assert "U ziet hier alleen uw eigen bestuur en scholen." in text
    assert "Van elke school met thuiszitters" not in text


def test_the_words_of_statisticians_are_not_in_the_running_text(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("thuiszitters", sample_store, onderdeel="duur"))

    assert "Kaplan" not in text
    assert "Zij tellen mee zolang zij gevolgd zijn: wie hen weglaat" in text


def test_per_bestuur_there_is_a_figure_per_thousand(page: Page, sample_store: Store) -> None:
    at = with_tables(page("thuiszitters", sample_store, per="bestuur"))

    table = next(t.value for t in at.table if "Per 1.000 leerlingen" in t.value)
    assert "1,5" in " ".join(table["Per 1.000 leerlingen"])


def test_a_gemeente_is_a_page_of_its_own(page: Page, words: Words, sample_store: Store) -> None:
    at = page("thuiszitters", sample_store, regio="gemeente:GM9907")

    text = words(at)
    assert "**13 thuiszitters (OCW) in Lindermeer op 31 oktober 2025" in text
    assert "Terug naar het hele SWV" in [button.label for button in at.button]


def test_the_stand_follows_from_the_month_before_in_the_table(
    page: Page, sample_store: Store
) -> None:
    at = with_tables(page("thuiszitters", sample_store, onderdeel="verloop"))

    table = next(t.value for t in at.dataframe if "Erbij" in t.value)
    told = 0
    for _, row in table.iterrows():
        names = ("Stand vorige maand", "Erbij", "Eraf", "Stand")
        ends = [re.fullmatch(r"(\d+)(?:–(\d+))?", row[name]) for name in names]
        if all(ends):
            told += 1
            before, came, left, now = ((int(e[1]), int(e[2] or e[1])) for e in ends if e)
            # faults.md A7: where it is not certain who misses all lessons these are intervals.
            assert before[0] + came[0] - left[1] <= now[0]
            assert now[1] <= before[1] + came[1] - left[0]
            if all(low == high for low, high in (before, came, left)):
                assert now[0] == now[1] == before[0] + came[0] - left[0]
    assert told > 20


def test_year_stands_beside_year_and_sources_that_disagree_are_said(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("thuiszitters", sample_store, onderdeel="verloop"))

    assert "Dat is geen tegenspraak." in text
    assert "Over 2022-2023 spreken bronnen elkaar tegen over Nederland: 3,9 of 5,2 per" in text
    assert re.search(r"Per 1.000 leerlingen waren het er [\d,–]+ in 2024-2025; in Nederland 4,6",
                     text)  # fmt: skip
    assert "Afgesproken is 3,0 per 1.000 of lager in 2026" in text


@pytest.mark.parametrize(
    ("teller", "is_chance"),
    [(118, True), (122, False), (84, True), (79, False)],  # 100 expected, give or take 19,6
)
def test_beside_the_country_a_count_may_lie_as_far_as_chance_takes_it(
    teller: float, is_chance: bool
) -> None:
    own = Figure("VO9901", "", "2024-2025", "", teller, teller, 20000, 20000, None, None)
    land = Figure("NL", "", "2024-2025", "", None, None, None, None, 5.0, 5.0)

    assert is_chance_beside(own, land) is is_chance


def test_how_long_is_said_with_those_who_are_still_at_home(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("thuiszitters", sample_store, onderdeel="duur")

    text = words(at)
    assert "zitten langer dan 3 maanden thuis.**" in text
    assert re.search(r"bij \d+ van de honderd binnen 3 maanden voorbij", text)
    assert re.search(r"Bij \d+ duurt het nog\.", text)
    assert any(alt.startswith("Traplijn van hoe snel") for alt in charts_of(at))


def test_the_bridge_and_all_definitions_are_named_and_numbered(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("thuiszitters", sample_store, onderdeel="definities", van="LRV", naar="ABS")

    (alt,) = [alt for alt in charts_of(at) if alt.startswith("Waterval")]
    (lrv,), (abs_,) = (stand(sample_store, f"thuiszitters_{code}") for code in ("lrv", "abs"))
    assert f"van Langer dan 4 weken ({spoken(lrv)})" in alt
    assert f"naar Niet ingeschreven ({spoken(abs_)})" in alt
    table = next(t.value for t in at.table if "Wie telt mee" in t.value)
    assert len(table) == 10
    assert "werkdefinitie" in table["Definitie"].iloc[0]


def test_what_ocw_does_not_count_is_not_compared(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("thuiszitters", sample_store, onderdeel="definities", definitie="GEOORL"))

    assert "wordt landelijk niet geteld" in text


# ------------------------------------------------------------------------------- small groups


def test_a_consultant_opens_with_classes(page: Page, words: Words, sample_store: Store) -> None:
    text = words(page("thuiszitters", sample_store, CONSULTANT))

    (now,) = stand(sample_store)
    low, high = re.findall(r"\*\*(\d+)–(\d+) thuiszitters \(OCW\) op 31 oktober 2025", text)[0]
    assert int(low) <= (now.teller or 0) <= (now.teller_max or 0) <= int(high)
    assert (int(low) % 5, int(high) % 5) == (0, 4)
    assert re.search(r"Van \d+–\d+ is er geen plan, of is dat niet bekend", text)
    # The class is ours, and no field that the school left empty.
    assert "Waarom er geen precies getal staat" not in text


def test_a_consultant_gets_no_map_of_two_shades(
    page: Page, words: Words, sample_store: Store
) -> None:
    """E11: the bars stay, and why there is no map is said."""
    at = page("thuiszitters", sample_store, CONSULTANT, per="gemeente")

    alts = charts_of(at)
    assert not [alt for alt in alts if alt.startswith("Kaart")]
    assert [alt for alt in alts if alt.startswith("Staafgrafiek")]
    assert "Er is geen kaart: van de getallen die u ziet blijven minder dan drie kleuren" in words(
        at
    )


def test_a_consultant_reads_why_there_is_no_bridge(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("thuiszitters", sample_store, CONSULTANT, onderdeel="definities")

    assert "De directeur van het samenwerkingsverband ziet dat." in words(at)
    assert not [alt for alt in charts_of(at) if alt.startswith("Waterval")]


def test_of_another_definition_a_consultant_sees_the_total_and_why_not_more(
    page: Page, words: Words, sample_store: Store
) -> None:
    """No parts is not the same as a plan for everybody."""
    text = words(page("thuiszitters", sample_store, CONSULTANT, definitie="VRIJ5A"))

    assert "Er is voor elke leerling een plan" not in text
    assert "ziet u alleen van het hele samenwerkingsverband en de werkdefinitie" in text


def test_a_consultant_reads_how_long_in_whole_weeks(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("thuiszitters", sample_store, CONSULTANT, onderdeel="duur"))

    assert re.search(r"De helft zit ongeveer \d+ weken of langer thuis\.", text)
    # As classes of counts say it: a rounded percentage of twelve pupils is one of them (B3).
    assert re.search(r"bij ongeveer \d+–\d+ van de honderd binnen 3 maanden", text)


def test_parts_of_a_part_are_for_who_sees_exact(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("thuiszitters", sample_store, CONSULTANT, regio="subregio:VO9901:West")

    text = words(at)
    assert "thuiszitters (OCW) in West op 31 oktober 2025" in text
    assert "Uitsplitsingen ziet u alleen van het hele samenwerkingsverband" in text
    assert "geen plan" not in text


# ---------------------------------------------------------------------------- nothing, or little


def test_an_empty_store_says_what_to_deliver(page: Page, words: Words, empty_store: Store) -> None:
    text = words(page("thuiszitters", empty_store))

    assert "Er zijn nog geen gegevens." in text
    assert "verzuimmeldingen" in text


def test_a_store_without_meldingen_says_so(page: Page, words: Words, given: Given) -> None:
    region(given)

    text = words(page("thuiszitters", given.store, Viewer(Role.DIRECTEUR, EVERY), swv="VO0101"))

    assert "nog geen verzuimmeldingen van het voortgezet onderwijs" in text


def test_the_other_sector_says_so(page: Page, words: Words, given: Given) -> None:
    given.in_swv("PO0101", "03DD00", schooltype="bao")

    text = words(page("thuiszitters", given.store, Viewer(Role.DIRECTEUR, EVERY)))

    assert "nog geen verzuimmeldingen van het primair onderwijs" in text


def test_one_month_has_no_course_yet(page: Page, words: Words, given: Given) -> None:
    region(given)
    given.settings = given.settings.model_copy(update={"swv": "VO0101"})
    given.verzuimmeldingen("""
        meldingnummer | leerling | verzuim_sinds | einde_verzuim | ingeschreven | geoorloofd | vrijstelling | status
        M1            | A        | 01-08-2019    |               | nee          | nee        | geen         | aangemeld
        M2            | B        | 02-09-2019    | 10-09-2019    | nee          | nee        | geen         | afgesloten
    """)

    at = page("thuiszitters", given.store, Viewer(Role.DIRECTEUR, EVERY), onderdeel="verloop")

    assert "Er is nog maar één maand geteld" in words(at)
    assert charts_of(at) == []


def test_nobody_is_said_as_nobody(page: Page, words: Words, given: Given) -> None:
    region(given)
    register(given).has("""
        leerling | sinds      | einde      | pc4
        Aya      | 01-10-2018 | 10-10-2018 | 1011
    """)
    who = Viewer(Role.DIRECTEUR, EVERY)

    for section in SECTIONS:
        at = page("thuiszitters", given.store, who, maand="2018-12-31", onderdeel=section)
        assert "**Geen thuiszitters (OCW) op 31 december 2018" in words(at)


def test_who_moves_house_is_in_the_table_of_a_gemeente(page: Page, given: Given) -> None:
    region(given)
    register(given).has("""
        nummer | leerling | sinds      | pc4
        V1     | Aya      | 01-10-2018 | 1011
        V2     | Aya      | 15-11-2018 | 1021   # now in Beekstad, without having been back
    """)

    at = with_tables(page("thuiszitters", given.store, Viewer(Role.DIRECTEUR, EVERY),
                          regio="gemeente:GM0002", onderdeel="verloop"))  # fmt: skip

    tables = [t.value for t in [*at.table, *at.dataframe] if "Erbij" in t.value]
    rows = {row["Maand"]: row for _, row in tables[0].iterrows()}
    assert list(rows["november 2018"]) == ["november 2018", "0", "0", "0", "+1", "1"]


@pytest.mark.parametrize("who", [Viewer(Role.DIRECTEUR, frozenset({"VO9901"})), CONSULTANT])
def test_who_came_and_left_in_a_schooljaar_is_told_to_everybody(
    page: Page, words: Words, sample_store: Store, who: Viewer
) -> None:
    """Per month it is too few for who sees classes."""
    at = with_tables(page("thuiszitters", sample_store, who, onderdeel="verloop"))

    assert re.search(
        r"\*\*In schooljaar 2024-2025 kwamen er \d+–\d+ leerlingen bij en gingen er \d+–\d+ af\.\*\*",
        words(at),
    )
    (rows,) = [t.value.to_dict("records") for t in [*at.table, *at.dataframe]
               if "Stand op 31 juli ervoor" in t.value]  # fmt: skip
    assert [row["Schooljaar"] for row in rows] == [
        "2024-2025", "2023-2024", "2022-2023", "2021-2022"
    ]  # fmt: skip
    # Before the first year nothing was counted: who came in it is not known.
    assert (rows[-1]["Stand op 31 juli ervoor"], rows[-1]["Erbij"]) == ("onbekend", "onbekend")


def test_of_a_gemeente_a_consultant_reads_that_there_is_no_year(
    page: Page, words: Words, sample_store: Store
) -> None:
    regio = next(
        f.code for f in figures(sample_store, CONSULTANT, indicator_named("thuiszitters_thuis_ocw"),
                                "gemeente", period=DAY) if not f.is_hidden and f.teller
    )  # fmt: skip
    at = page(
        "thuiszitters", sample_store, CONSULTANT, onderdeel="verloop", regio=f"gemeente:{regio}"
    )

    text = words(at)
    assert "Per schooljaar ziet u ze alleen van het hele samenwerkingsverband" in text
    assert "Erbij en eraf per schooljaar" not in text


def test_a_consultant_reads_the_reasons_of_a_schooljaar_in_four_groups(
    page: Page, words: Words, sample_store: Store
) -> None:
    """Per month 87 % of the reasons was hidden."""
    at = with_tables(page("thuiszitters", sample_store, CONSULTANT))

    assert re.search(r"Het vaakst genoemd: gezondheid en hulp \(\d+–\d+ van de \d+–\d+ leerlingen\)",
                     words(at))  # fmt: skip
    assert "Het is wat er is ingevuld, geen diagnose" in words(at)
    (rows,) = [t.value.to_dict("records") for t in [*at.table, *at.dataframe]
               if "Redengroep" in t.value]  # fmt: skip
    assert {row["Redengroep"] for row in rows} == {
        "gezondheid en hulp", "school en onderwijsplek", "thuis en verhuizing", "anders of onbekend",
        "totaal",
    }  # fmt: skip


def test_which_group_is_named_most_is_said_where_it_is_sure_only() -> None:
    def group(name: str, low: float, high: float | None, **rest: object) -> Figure:
        return Figure("VO9901", "SWV", "2024-2025", f"redengroep={name}", low, high, None, None, low,
                      high, **rest)  # type: ignore[arg-type]  # fmt: skip

    whole = group("", 70, 74)
    more, less = group("gezondheid en hulp", 40, 44), group("thuis en verhuizing", 35, 39)

    assert sentence([more, less], whole) == (
        "Het vaakst genoemd: gezondheid en hulp (40–44 van de 70–74 leerlingen)."
    )
    assert sentence([more, less._replace(teller_max=44)], whole) == ""
    assert sentence([more, group("school", 0, None, is_hidden=True)], whole) == ""
    # Of whom it is not known is no reason.
    assert sentence([group("anders of onbekend", 50, 54), less], whole) == ""
