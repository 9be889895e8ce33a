"""Verwijzingen: the answer in words, stroom and stand apart, and what each role may see."""

import csv
import datetime as dt
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from helpers.opened import opened
from streamlit.testing.v1 import AppTest

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import figures, indicator_named
from monitor.resources import SAMPLE_DATA
from monitor.store.store import Store


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]
EXACT = (Role.DIRECTEUR, Role.BEHEERDER)
STAFF = (Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER)
PARTS = ("stroom", "herkomst", "doorlooptijd", "stand")
OWN = frozenset({"VO9901"})
DIRECTEUR, CONSULTANT = Viewer(Role.DIRECTEUR, OWN), Viewer(Role.CONSULTANT, OWN)


def tlvs(year: int) -> list[dict[str, str]]:
    """What our own samenwerkingsverband issued in a schooljaar, straight from the file."""
    begin, end = dt.date(year, 8, 1), dt.date(year + 1, 7, 31)
    with (SAMPLE_DATA / "tlv.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {
            (r["BESCHIKKINGSNUMMER"], r["LEERLING"]): r for r in csv.DictReader(file, delimiter=";")
        }
    return [
        row for row in rows.values()
        if row["BESLUIT"] == "afgegeven" and row["SWV"] in ("", "VO9901")
        and begin <= dt.datetime.strptime(row["BESLUITDATUM"], "%d-%m-%Y").date() <= end
    ]  # fmt: skip


def charts(at: AppTest) -> list[str]:
    return [chart.proto.alt.replace("\u00a0", " ") for chart in at.get("plotly_chart")]


def described(at: AppTest, start: str) -> str:
    (one,) = [alt for alt in charts(at) if alt.startswith(start)]
    return one


def drawn(at: AppTest, start: str) -> str:
    """All that goes to the browser for one chart."""
    (one,) = [c for c in at.get("plotly_chart") if c.proto.alt.startswith(start)]
    return str(one.proto.spec)


def table_with(at: AppTest, column: str) -> list[dict[str, Any]]:
    """The rows of the first table, in the page or behind a Tabel, that has a column."""
    opened(at, "Tabel")
    for table in [*at.table, *at.dataframe]:
        if column in table.value.columns:
            return table.value.to_dict("records")
    raise AssertionError(f"no table with {column}")


# -------------------------------------------------------------------------------- the answer


@pytest.mark.parametrize("role", EXACT)
def test_it_opens_with_the_stroom_and_apart_from_it_the_stand(
    page: Page, words: Words, sample_store: Store, role: Role
) -> None:
    at = page("verwijzingen", sample_store, Viewer(role, OWN))

    new = sum(1 for row in tlvs(2024) if row["OVERGANG"] == "nieuw")
    text = words(at)
    assert f"**In schooljaar 2024-2025 waren er {new} nieuwe tlv's voor het vso" in text
    assert "hoger dan in 2023-2024" in text
    assert "Weer een jaar eerder, in 2022-2023" in text
    assert "lager dan in Nederland (1,10 %)" in text
    assert "Afgesproken is 0,90 % of lager in 2025: niet gehaald" in text
    assert "In de twaalf maanden tot en met 31 oktober 2025 waren het er" in text
    assert "**Op 1 oktober 2025 had 3,8 % van de leerlingen een geldige tlv" in text
    headers = [header.value for header in at.header]
    assert headers[:2] == ["Stroom: nieuw verwezen", "Stand: wie er zit"]


def test_the_filters_stand_in_the_url(page: Page, words: Words, sample_store: Store) -> None:
    at = page("verwijzingen", sample_store, schooljaar="2023-2024", regio="gemeente:GM9904")

    text = words(at)
    assert (
        "U ziet: Verwijzingen, SWV Rivierenstreek, gemeente Dravenburg, schooljaar 2023-2024"
        in (text)
    )
    assert "**In schooljaar 2023-2024 waren er" in text
    # A stand of an earlier schooljaar is the one that it ended with, not today's.
    assert "Op 30 september 2024 waren er" in text
    assert "In de twaalf maanden tot en met 30 september 2024" in text


def test_a_stranger_in_the_url_is_no_choice(page: Page, words: Words, sample_store: Store) -> None:
    at = page("verwijzingen", sample_store, schooljaar="1999-2000", onderdeel="<b>",
              uitsplitsing="bsn", per="melkweg", vergelijk="bao")  # fmt: skip

    assert "schooljaar 2024-2025." in words(at)
    assert "Waar komen zij vandaan?" in words(at)


@pytest.mark.parametrize("viewer", [DIRECTEUR, CONSULTANT], ids=["directeur", "consultant"])
@pytest.mark.parametrize("part", PARTS)
def test_no_part_has_more_than_six_charts_and_each_says_where_it_comes_from(
    page: Page, words: Words, sample_store: Store, part: str, viewer: Viewer
) -> None:
    at = opened(page("verwijzingen", sample_store, viewer, onderdeel=part), "Download")

    assert 1 <= len(charts(at)) <= 6
    assert len(at.get("download_button")) >= 2
    assert words(at).count("Bron: SWV") >= 3
    assert "op schooljaar" not in "\n".join([words(at), *charts(at)])


# ------------------------------------------------------------------------------------ stroom


def test_the_ranking_names_highest_and_lowest_and_nought_is_a_figure(
    page: Page, sample_store: Store
) -> None:
    at = page("verwijzingen", sample_store)

    said = described(at, "Staafgrafiek van nieuw naar vso")
    assert "in schooljaar 2024-2025" in said
    assert "bovenaan Dravenburg" in said
    assert "geen vso-school" not in said
    assert any(alt.startswith("Kaart van nieuw naar vso") for alt in charts(at))


def test_schools_stand_beside_schools_of_their_niveaus_over_four_years(
    page: Page, words: Words, sample_store: Store
) -> None:
    """A9: one year of one school says nothing; vmbo is put beside vmbo."""
    at = page("verwijzingen", sample_store, vergelijk="pro")

    text = words(at).replace("\u00a0", " ")
    said = next(line for line in text.splitlines() if line.startswith("**Over de vier schooljaren"))
    assert "2021-2022 tot en met 2024-2025 samen verwijst 1 van de 45 scholen vaker dan" in said
    assert "Vmbo Berkenwend (2,95 %, de andere scholen met dezelfde niveaus 0,97 %)" in said
    assert "De 6 scholen voor praktijkonderwijs: samen 1,21 %." in text
    # Of 42 that something is said of, 2.4 % lie between both limits by chance: about one.
    assert (
        "1 school ligt boven de grens van 95 %, maar binnen de ruime grens (99,8 %); bij 42 scholen "
        "die gelijk zijn, verwacht u er daar ongeveer één: Zilvermaat College (1,32 %)." in text
    )
    rows = table_with(at, "Vergeleken")
    assert all(row["School"].startswith("Praktijkschool") for row in rows)
    assert all(row["Meer"].startswith("school?school=99P") for row in rows)
    at = page("verwijzingen", sample_store)
    rows = {row["School"]: row for row in table_with(at, "Vergeleken")}
    assert len(rows) == 15
    assert rows["Vmbo Berkenwend"]["Nieuwe tlv's"].strip() == "47"
    assert rows["Vmbo Berkenwend"]["Vergeleken"] == "hoger dan toeval verklaart"
    assert not any("Lyceum" in name for name in rows)


@pytest.mark.parametrize(
    ("year", "start"),
    [("2021-2022", "In dit ene jaar is van geen school te zeggen"),
     ("2022-2023", "In deze twee schooljaren is van geen school te zeggen")],
)  # fmt: skip
def test_of_one_or_two_years_it_says_that_nothing_can_be_said(
    page: Page, words: Words, sample_store: Store, year: str, start: str
) -> None:
    at = page("verwijzingen", sample_store, schooljaar=year)

    assert start in words(at)
    assert not [alt for alt in charts(at) if alt.startswith("Trechtergrafiek")]
    assert "vaker dan toeval verklaart" not in words(at)


def test_a_consultant_finds_no_small_count_in_the_funnel(page: Page, sample_store: Store) -> None:
    """Who has a hidden year has no dot, and no sum from which that year could be taken."""
    at = page("verwijzingen", sample_store, CONSULTANT)

    every = figures(sample_store, DIRECTEUR, indicator_named("instroom_vso"), "vestiging",
                    within=("swv", "VO9901"))  # fmt: skip
    small = {figure.naam for figure in every if 0 < (figure.teller or 0) < 5}
    rows = {row["School"]: row for row in table_with(at, "Vergeleken")}
    hidden = small & set(rows)
    assert len(hidden) > 5
    spec = drawn(at, "Trechtergrafiek")
    assert not [name for name in hidden if name in spec]
    for name in hidden:
        assert rows[name]["Aandeel (%)"].strip() == "verborgen"
        assert rows[name]["Vergeleken"] == "niet te zeggen"
        assert not rows[name]["Nieuwe tlv's"].strip().isdigit()


def test_the_parts_of_this_year_stand_beside_those_of_last_year(
    page: Page, sample_store: Store
) -> None:
    at = page("verwijzingen", sample_store, uitsplitsing="overgang")

    now, before = (Counter(row["OVERGANG"] for row in tlvs(year)) for year in (2024, 2023))
    said = described(at, "Staafgrafiek van afgegeven tlv's, 2024-2025 naast 2023-2024")
    assert f"nieuw {now['nieuw']} (was {before['nieuw']})" in said
    assert f"verlenging {now['verlenging']} (was {before['verlenging']})" in said


# ---------------------------------------------------------------------- herkomst, bestemming


def test_the_flows_are_all_tlvs_of_the_year(page: Page, words: Words, sample_store: Store) -> None:
    at = page("verwijzingen", sample_store, onderdeel="herkomst")

    total = len(tlvs(2024))
    assert described(at, "Stroomdiagram").startswith(f"Stroomdiagram van {total} tlv's")
    rows = table_with(at, "Bestemming")
    assert sum(int(row["Tlv's"]) for row in rows) == total
    to = Counter(row["BESTEMMING VESTIGINGSCODE"] for row in tlvs(2024))
    waterpoort = sum(int(r["Tlv's"]) for r in rows if r["Bestemming"] == "Vso Waterpoort")
    assert waterpoort == max(to.values())
    assert f"De meeste tlv's gaan naar Vso Waterpoort: {waterpoort}." in words(at)


def test_a_consultant_reads_where_they_go_but_not_from_where(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("verwijzingen", sample_store, CONSULTANT, onderdeel="herkomst")

    assert "de directeur van het samenwerkingsverband ziet ze" in words(at)
    rows = table_with(at, "Bestemming")
    cells = [row["2024-2025"].replace("\u00a0", " ") for row in rows]
    assert "Vso Waterpoort" in [row["Bestemming"] for row in rows]
    assert all(re.fullmatch(r"0|minder dan 5|\d+–\d+", cell) for cell in cells), cells


def test_grensverkeer_in_and_out_are_two_counts_with_their_own_names(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("verwijzingen", sample_store, onderdeel="herkomst")

    text = words(at)
    assert {"Grensverkeer uit", "Grensverkeer in"} <= {header.value for header in at.header}
    assert "leerlingen van ons op een vso-school van een ander samenwerkingsverband.**" in text
    assert "leerlingen van een ander samenwerkingsverband op een vso-school bij ons.**" in text


# ------------------------------------------------------------------------------ doorlooptijd


def test_how_long_it_takes_beside_the_norm_and_last_year(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("verwijzingen", sample_store, onderdeel="doorlooptijd")

    text = words(at)
    assert "was er een besluit bij de helft van de aanvragen binnen 2,6 weken; 90 % binnen" in text
    assert "0,3 week langer dan een jaar eerder (2,3 weken)" in text
    assert re.search(r"De norm is 8 weken: daarbinnen bleven \d+ van de \d+ aanvragen", text)
    assert "de norm is 8,0 weken" in described(at, "Lijngrafiek: van compleet tot besluit")


def test_open_requests_are_those_of_today_beside_a_year_ago(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("verwijzingen", sample_store, onderdeel="doorlooptijd")

    found = figures(sample_store, DIRECTEUR, indicator_named("tlv_open"), "swv")
    by_day = {figure.periode: figure for figure in found}
    now, before = by_day["2025-10-31"].teller, by_day["2024-10-31"].teller
    assert f"**Op 31 oktober 2025 waren er {now:.0f} aanvragen open" in words(at)
    assert f"dan een jaar eerder ({before:.0f})" in words(at)
    rows = table_with(at, "31 oktober 2025")
    assert sum(int(row["31 oktober 2025"]) for row in rows) == now
    assert sum(int(row["31 oktober 2024"]) for row in rows) == before


def test_small_figures_show_teller_and_noemer(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("verwijzingen", sample_store, onderdeel="doorlooptijd"))

    issued = tlvs(2024)
    renewed = sum(1 for row in issued if row["OVERGANG"] == "verlenging")
    assert f"{renewed} verlengingen op {len(issued)} afgegeven tlv's" in text
    assert "afgewezen aanvragen op" in text
    assert "besluiten in mei, juni en juli op" in text


# ------------------------------------------------------------------------------------- stand


def test_the_stand_follows_from_that_of_a_year_before(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("verwijzingen", sample_store, onderdeel="stand")

    rows = {row["Verloop"]: row["Leerlingen"] for row in table_with(at, "Verloop")}
    *terms, last = [int(value.replace("\u2212", "-")) for value in rows.values()]
    assert sum(terms) == last
    assert f"{last} leerlingen op 1 oktober 2025" in words(at)
    assert list(rows)[3] == "Erbij: verschil dat niet te verklaren is"


def test_what_ends_is_counted_per_school_in_the_next_schooljaar(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("verwijzingen", sample_store, onderdeel="stand")

    assert "Tlv's die aflopen in schooljaar 2025-2026" in [h.value for h in at.header]
    said = described(at, "Tlv's die aflopen")
    counts = [int(n) for n in re.findall(r" (\d+) leerling", said)]
    assert f"**Van {sum(counts)} leerlingen loopt de tlv af" in words(at)


def test_a_figure_of_the_whole_says_so_where_a_part_was_chosen(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("verwijzingen", sample_store, onderdeel="stand", regio="gemeente:GM9904")

    assert "Dit is er alleen van SWV Rivierenstreek als geheel, niet van Dravenburg." in words(at)


@pytest.mark.parametrize("part", PARTS)
def test_a_small_gemeente_is_a_class_in_words(
    page: Page, words: Words, sample_store: Store, part: str
) -> None:
    """In Tolbeke four pupils or fewer were referred."""
    at = page("verwijzingen", sample_store, CONSULTANT, onderdeel=part, regio="gemeente:GM9909")

    text = words(at)
    assert re.search(r"waren er (minder dan 5|1–9) nieuwe tlv's voor het vso", text)
    assert not re.search(r"\b[1-4] (nieuwe )?tlv's", text)


# ----------------------------------------------------------------------- stores with little


@pytest.mark.parametrize("role", STAFF)
def test_on_nothing_it_says_what_to_deliver(
    page: Page, words: Words, empty_store: Store, role: Role
) -> None:
    text = words(page("verwijzingen", empty_store, Viewer(role, EVERY)))

    assert "Er zijn nog geen gegevens." in text
    assert "toelaatbaarheidsverklaringen" in text


def test_without_a_list_of_tlvs_it_asks_for_one(page: Page, words: Words, given: Any) -> None:
    given.in_swv("VO1234", "01AA00", schooltype="vo")
    text = words(page("verwijzingen", given.store, Viewer(Role.BEHEERDER, EVERY)))

    assert "zijn er nog geen verwijzingen te tellen" in text
    assert "het bestand tlv" in text


def test_a_country_without_a_list_asks_for_one_too(
    page: Page, words: Words, real_store: Store
) -> None:
    text = words(page("verwijzingen", real_store, Viewer(Role.BEHEERDER, EVERY), swv="VO2001"))

    assert "zijn er nog geen verwijzingen te tellen" in text


def issued(given: Any, sort: str, school: str, to: str) -> None:
    """A request a month for two schooljaren, each decided a month later; the last ones are open."""
    months = [dt.date(2017 + (7 + m) // 12, (7 + m) % 12 + 1, 5) for m in range(28)]
    rows = [
        {
            "beschikkingsnummer": f"B{number}", "leerling": f"L-{number:04}", "soort": sort,
            "ontvangen": day.isoformat(),
            "besluitdatum": (day + dt.timedelta(25)).isoformat() if number < 27 else "",
            "compleet": (day + dt.timedelta(10)).isoformat(),
            "besluit": "afgegeven" if number < 27 else "open",
            "geldig_vanaf": (day + dt.timedelta(25)).isoformat() if number < 27 else "",
            "geldig_tot": "2021-07-31" if number < 27 else "",
            "herkomst_vestiging": school, "bestemming_vestiging": to, "overgang": "nieuw",
        }
        for number, day in enumerate(months)
    ]  # fmt: skip
    given.add("tlv", rows)


@pytest.mark.parametrize("part", PARTS)
def test_in_the_po_it_is_about_all_tlvs(page: Page, words: Words, given: Any, part: str) -> None:
    given.in_swv("PO1234", "01AA00", schooltype="bao")
    given.in_swv("PO1234", "01SO00", schooltype="so")
    issued(given, "so", "01AA00", "01SO00")

    at = page("verwijzingen", given.store, Viewer(Role.BEHEERDER, EVERY), onderdeel=part)

    text = words(at)
    assert "**In schooljaar 2018-2019 waren er 12 afgegeven tlv's.**" in text
    assert "Dat is evenveel als in 2017-2018" in text
    assert "vso" not in text.replace("sbo, so en vso", "")  # the name of the source


def test_without_counted_pupils_the_number_stays(page: Page, words: Words, given: Any) -> None:
    given.in_swv("VO1234", "01AA00", schooltype="vo")
    given.in_swv("VO1234", "01VS00", schooltype="vso")
    issued(given, "vso", "01AA00", "01VS00")

    text = words(page("verwijzingen", given.store, Viewer(Role.BEHEERDER, EVERY)))

    assert "**In schooljaar 2018-2019 waren er 12 afgegeven tlv's.**" in text
    assert "daarvoor moeten ook de leerlingen van de scholen zijn geteld" in text


# ---------------------------------------------------------------------------- a school's page


def test_a_school_reads_whether_chance_explains_its_share(
    page: Page, words: Words, sample_store: Store
) -> None:
    own = Viewer(Role.SCHOOL, OWN, frozenset({"99AA00"}))

    at = page("ons_profiel", sample_store, own, school="99AA00")
    at.session_state["vak_verwijzingen"] = True  # what is closed is not made
    text = words(at.run())

    # Beside the other seven of all niveaus: out of their classes, and rounded outwards.
    assert (
        "de 7 andere scholen voor vmbo (basis of kader) met havo of vwo in het "
        "samenwerkingsverband hebben samen 0,5 % tot 1,1 %" in text.replace("\u00a0", " ")
    )
    assert "Over vier schooljaren samen is niet te zeggen of dat anders is dan bij" in text


def test_the_school_of_the_story_reads_the_same_as_overzicht(
    page: Page, words: Words, sample_store: Store
) -> None:
    """A9: its own page said "kan toeval zijn" while it was far beyond."""
    for viewer in (DIRECTEUR, Viewer(Role.SCHOOL, OWN, frozenset({"99AH00"}))):
        text = words(page("ons_profiel", sample_store, viewer, school="99AH00"))

        assert "Over vier schooljaren samen is dat meer dan bij de andere scholen" in text
        assert "en meer dan toeval verklaart" in text
