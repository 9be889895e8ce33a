"""Deelname: the answer in words, the regions, the years, and the schools behind it."""

import csv
from collections.abc import Callable

import pytest
from helpers.opened import opened
from streamlit.testing.v1 import AppTest

from monitor.access import EVERY, Role, Viewer
from monitor.resources import SAMPLE_DATA
from monitor.store.store import Store


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]
STAFF = (Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER)


def vso_per_school(year: int) -> dict[str, int]:
    """name → pupils, straight from DUO's file."""
    name = f"gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-{year}-{year + 1}.csv"
    with (SAMPLE_DATA / name).open(encoding="cp1252", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {row["INSTELLINGSNAAM_VESTIGING"]: int(row["LEERLINGEN"]) for row in rows}


def described(at: AppTest, start: str) -> str:
    """The words of the one chart whose description starts so."""
    found = [chart.proto.alt for chart in at.get("plotly_chart")]
    (one,) = [alt for alt in found if alt.startswith(start)]
    return one.replace("\u00a0", " ")


@pytest.mark.parametrize("role", STAFF)
def test_it_opens_with_what_happened_beside_country_and_target(
    page: Page, words: Words, sample_store: Store, role: Role
) -> None:
    at = page("deelname", sample_store, Viewer(role, frozenset({"VO9901"})))

    text = words(at)
    assert "**Vso-deelname (locatie) steeg van 3,4 % (2021) naar 3,9 % (2025)" in text
    assert "0,1 procentpunt lager dan in Nederland (4,0 %)" in text
    assert "Afgesproken is 3,7 % of lager in 2026: nog niet gehaald" in text
    assert "U ziet: Deelname aan het voortgezet speciaal onderwijs" in text


def test_the_indicator_stands_in_the_url(page: Page, words: Words, sample_store: Store) -> None:
    at = page("deelname", sample_store, cijfer="deelname_pro")

    text = words(at)
    assert "Deelname aan het praktijkonderwijs, SWV Rivierenstreek" in text
    assert "6 scholen hebben leerlingen in het praktijkonderwijs." in text
    assert "Afgesproken is 3,2 % of hoger in 2026: gehaald" in text


def test_a_stranger_in_the_url_is_no_choice(page: Page, words: Words, sample_store: Store) -> None:
    at = page("deelname", sample_store, cijfer="afstand_vso", per="melkweg", regio="gemeente:GM1")

    assert "U ziet: Deelname aan het voortgezet speciaal onderwijs" in words(at)
    assert at.query_params["cijfer"] in ("deelname_vso_locatie", ["deelname_vso_locatie"])


def test_the_map_and_the_ranking_say_who_is_highest(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("deelname", sample_store)

    text = words(at)
    assert "uiteen van 0,7 % (Grutterveen) tot 7,8 % (Dravenburg)" in text
    # Where no such school stands, that is said in words and is not the lowest figure.
    assert "; in Kreekwolde en Tolbeke staat geen vso-school.**" in text
    assert "Dit telt waar de school staat, niet waar leerlingen wonen of wie betaalt." in text
    assert "bovenaan Dravenburg met 7,8 %" in described(at, "Staafgrafiek")
    assert described(at, "Kaart").startswith("Kaart van vso-deelname (locatie) op 1 oktober 2025")


def test_a_level_without_borders_has_a_ranking_only(page: Page, sample_store: Store) -> None:
    at = page("deelname", sample_store, per="subregio")

    assert "bovenaan Oost met 5,4 %" in described(at, "Staafgrafiek")
    assert not [c for c in at.get("plotly_chart") if c.proto.alt.startswith("Kaart")]


def test_a_fusion_of_schools_is_marked_and_told(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("deelname", sample_store)

    assert "breuk in 2023: fusie van 2 scholen" in described(at, "Lijngrafiek")
    assert (
        "komt Beroepscollege De Sluiswachter (99CD00) voor het eerst voor; "
        "Rivierkracht Vmbo (tot 2023) (99CB00) en De Veerstoep (tot 2023) (99CC00) niet meer"
    ) in words(at)


def test_the_schools_are_those_of_the_file_the_largest_first(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("deelname", sample_store)

    expected = vso_per_school(2025)
    table = at.dataframe[-1].value
    shown = {
        row["School"]: int(row["Leerlingen vso"])
        for _, row in table.iterrows()
        if row["Soort"] == "vso"
    }
    # Beside the name, and empty where a school has no such pupils.
    assert list(table.columns)[1] == "Leerlingen vso"
    assert {cell.strip() for cell in table[table["Soort"] != "vso"]["Leerlingen vso"]} == {""}
    assert shown == expected
    assert next(iter(table["School"])) == max(expected, key=lambda name: expected[name])
    assert f"{len(expected)} scholen hebben leerlingen in het vso." in words(at)
    at.session_state["scholen_deelname_vso_locatie_download"] = True
    assert "51 rijen: alle scholen van SWV Rivierenstreek die meetellen." in words(at.run())


def test_the_schools_of_a_gemeente_are_in_that_gemeente(page: Page, sample_store: Store) -> None:
    at = page("deelname", sample_store, regio="gemeente:GM9904")

    assert set(at.dataframe[-1].value["Plaats"]) == {"Dravenburg"}


def test_a_consultant_does_not_see_a_count_below_five(page: Page, sample_store: Store) -> None:
    """99VD00 had fewer than five pupils in the vso in an earlier year."""
    small = {year: min(vso_per_school(year).values()) for year in range(2021, 2026)}
    year = min(small, key=lambda y: small[y])
    if not 0 < small[year] < 5:
        pytest.skip("no small school in the sample data")
    name = min(vso_per_school(year), key=lambda n: vso_per_school(year)[n])
    query = {"peildatum": f"{year}-10-01"}

    seen = {}
    for role in (Role.DIRECTEUR, Role.CONSULTANT):
        at = page("deelname", sample_store, Viewer(role, frozenset({"VO9901"})), **query)
        table = at.dataframe[-1].value
        seen[role] = table[table["School"] == name]["Leerlingen vso"].iloc[0].strip()

    assert seen[Role.DIRECTEUR] == str(small[year])
    assert seen[Role.CONSULTANT] in ("minder dan 5", "verborgen")


def test_of_another_swv_its_staff_sees_what_is_public(
    page: Page, words: Words, real_store: Store
) -> None:
    """Below the samenwerkingsverband only the own one; who is no staff cannot choose another."""
    who = Viewer(Role.DIRECTEUR, frozenset({"VO2001"}))

    other = page("deelname", real_store, who, swv="VO2401")
    own = page("deelname", real_store, who)
    stranger = page(
        "deelname", real_store, Viewer(Role.GEMEENTE, frozenset({"VO2001"})), swv="VO2401"
    )

    assert "is niet uw samenwerkingsverband. U ziet er de openbare cijfers van" in words(other)
    assert "Scholen in" not in words(other)
    assert not [box for box in other.selectbox if box.label == "Regio"]
    assert "is niet uw samenwerkingsverband" not in words(own)
    assert "Scholen in" in words(own)
    assert not [box for box in stranger.selectbox if box.label == "Samenwerkingsverband"]
    assert "VO2401" not in words(stranger)


@pytest.mark.parametrize("role", STAFF)
def test_on_nothing_it_says_what_to_deliver(
    page: Page, words: Words, empty_store: Store, role: Role
) -> None:
    at = page("deelname", empty_store, Viewer(role, EVERY))

    assert "Er zijn nog geen gegevens." in words(at)
    assert "Lever" in words(at)


def test_the_country_ranks_its_74_verbanden_around_the_own_one(
    page: Page, words: Words, real_store: Store
) -> None:
    at = page("deelname", real_store, Viewer(Role.BEHEERDER, EVERY), swv="VO2001", per="swv")

    assert "Van de 74 samenwerkingsverbanden hebben er 12 een hogere" in words(at)
    assert "U ziet 40 van de 74" in words(at)
    assert "VO2001 (Groningen e.o.): 5,8 %" in described(at, "Staafgrafiek")
    assert "Kaart van vso-deelname (locatie) op 1 oktober 2019" in described(at, "Kaart")


def test_another_verband_can_stand_beside_the_own_one(page: Page, real_store: Store) -> None:
    at = page(
        "deelname", real_store, Viewer(Role.BEHEERDER, EVERY), swv="VO2001", naast="VO2401,XX"
    )

    trend = described(at, "Lijngrafiek")
    assert "VO2401" in trend
    assert "Nederland" in trend


def test_what_the_source_did_not_split_is_an_interval_with_its_reason(
    page: Page, words: Words, real_store: Store
) -> None:
    at = page(
        "deelname", real_store, Viewer(Role.BEHEERDER, EVERY), swv="VO2001", peildatum="2016-10-01"
    )

    text = words(at)
    assert "telt so en vso op één school samen" in text
    assert "Wie hoger of lager is, valt niet te zeggen" in text


def test_another_kind_of_file_is_a_break(page: Page, words: Words, real_store: Store) -> None:
    at = page("deelname", real_store, Viewer(Role.BEHEERDER, EVERY), swv="VO2001")

    assert "breuk in 2019: ander soort bestand" in described(at, "Lijngrafiek")
    assert "**Vso-deelname (locatie) is 5,8 %, 1,8 procentpunt hoger dan in Nederland" in words(at)


def test_where_no_such_school_stands_the_page_says_so_in_words(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("deelname", sample_store, regio="gemeente:GM9909")

    text = words(at)
    assert "**In Tolbeke staat geen vso-school: op 1 oktober 2025" in text
    assert "0,0 %" not in text.partition("Door de jaren")[2].partition("**In Tolbeke")[0]


def test_the_target_names_its_year_and_where_it_comes_from(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("deelname", sample_store)

    assert "doel 2026: 3,7 %" in described(at, "Lijngrafiek")
    text = words(opened(at, "Over dit cijfer"))
    assert "doel: afspraak OP-01, Minder leerlingen naar het vso" in text
    assert "Nederland: verzonnen landelijk cijfer" in text
    assert "(bestand benchmarks, geleverd" in text


def test_table_and_download_of_the_years_hold_the_same_rows(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = opened(page("deelname", sample_store), "Tabel", "Download")

    # Five years of the samenwerkingsverband and five of the country.
    assert 10 in [len(table.value) for table in at.table]
    assert "10 rijen: alle jaren van deze grafiek." in words(at)
    labels = [button.proto.label for button in at.get("download_button")]
    assert labels[:5] == [
        "Excel", "CSV (voor Excel)", "CSV (voor programma’s)", "Afbeelding (PNG)",
        "Afbeelding (SVG)",
    ]  # fmt: skip


def test_what_opens_is_made_when_it_is_opened(page: Page, sample_store: Store) -> None:
    at = page("deelname", sample_store)

    assert len(at.table) == 0
    assert len(at.get("code")) == 0
    assert [b.proto.popover.label for b in at.get("popover")][:4] == [
        "Over dit cijfer", "Tabel", "Download", "Over dit cijfer",
    ]  # fmt: skip
