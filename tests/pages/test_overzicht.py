"""Overzicht: what a directeur reads, recounted from the files where that is possible."""

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.opened import opened
from streamlit.testing.v1 import AppTest

from monitor.access import EVERY, Role, Viewer
from monitor.resources import SAMPLE_DATA
from monitor.store.store import Store


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]
ALL_GOALS = "Alle 11 doelen"
STAFF = (Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER)


def rows_of(name: str, encoding: str = "utf-8-sig") -> list[dict[str, str]]:
    with (SAMPLE_DATA / name).open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def vso_pupils(year: int) -> int:
    """Pupils in the vso, straight from DUO's file."""
    name = f"gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-{year}-{year + 1}.csv"
    return sum(int(row["LEERLINGEN"]) for row in rows_of(name, "cp1252"))


def vso_deelname(year: int) -> str:
    """The share as the page writes it; halfway of what `<5` leaves open, which rounds the same."""
    low = high = 0.0
    for row in rows_of(f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{year}.csv", "cp1252"):
        half = 0.5 if "vavo" in row["ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR"].lower() else 1
        for title, cell in row.items():
            if title.startswith("LEER- OF VERBLIJFSJAAR"):
                low += half * (1 if cell == "<5" else int(cell))
                high += half * (4 if cell == "<5" else int(cell))
    ends = {f"{100 * vso_pupils(year) / noemer:.1f}".replace(".", ",") for noemer in (low, high)}
    assert len(ends) == 1
    return f"{ends.pop()} %"


def goal_rows(at: AppTest, number: int = 0) -> list[dict[str, str]]:
    """The table of the goals, by the words of its heads: of those in sight, or (1) of all."""
    return [
        {title: str(cell).replace("\u00a0", " ") for title, cell in row.items()}
        for row in at.table[number].value.to_dict("records")
    ]


def cards(at: AppTest) -> dict[str, str]:
    """title → what stands on the card."""
    found = [str(element.value).replace("\u00a0", " ") for element in at.html]
    return {card.partition('data-cijfer="')[2].partition('"')[0]: card for card in found
            if "data-cijfer=" in card}  # fmt: skip


@pytest.mark.parametrize("role", STAFF)
def test_it_is_called_after_the_samenwerkingsverband_and_says_what_it_shows(
    page: Page, words: Words, sample_store: Store, role: Role
) -> None:
    at = page("overzicht", sample_store, Viewer(role, frozenset({"VO9901"})))

    assert at.title[0].value == "SWV Rivierenstreek"
    assert "U ziet: SWV Rivierenstreek, 1 oktober 2025 · gegevens van DUO tot en met" in words(at)
    assert "tot en met 1 oktober 2025" in words(at)
    assert [header.value for header in at.header] == [
        "Waar moet u naar kijken?",
        "De belangrijkste cijfers",
        "Doelen van het ondersteuningsplan",
        "Wat veranderde sinds vorig jaar",
        "Per gemeente",
    ]
    # What a directeur asks for first; the others are a click away.
    assert list(cards(at)) == [
        "Dekking", "Thuiszitters (OCW)", "Nieuw naar vso", "Vso-deelname (locatie)",
    ]  # fmt: skip


def test_the_first_things_to_look_at_are_what_chance_does_not_explain(
    page: Page, words: Words, sample_store: Store
) -> None:
    """A9 and E5: the school that refers three times as much, and the rise in Oost; then the shortage
    and, of the targets, the one of which the year has passed."""
    lines = words(page("overzicht", sample_store)).replace("\u00a0", " ").splitlines()
    said = [next(line for line in lines if line.startswith(f"**{n}.**")) for n in range(1, 5)]

    assert "Vmbo Berkenwend verwees in 2021-2022 tot en met 2024-2025 samen 3,1 keer" in said[0]
    assert "47 keer op 1.593 leerlingen, vier jaren opgeteld (2,95 % tegen 0,97 %)" in said[0]
    assert "in subregio Oost van 0,56–0,57 % in schooljaar 2023-2024 naar 0,90–0,91 %" in said[1]
    # Row 1.2: the number first, in one form, and the schooljaar last.
    assert (
        "Van 840 leerlingen met een ondersteuningsvraag vinden er 201 (van 1 onbekend) geen passende "
        "plek"
    ) in said[2]
    assert "bij angst" in said[2]
    assert "(schooljaar 2025-2026)." in said[2]
    assert "Nieuw naar vso was" in said[3]
    assert "het doel voor 2025 is 0,90 % of lager" in said[3]


def test_a_consultant_reads_the_school_in_classes(
    page: Page, words: Words, sample_store: Store
) -> None:
    """Who may see a school by name sees what holds for all that the classes may be."""
    viewer = Viewer(Role.CONSULTANT, frozenset({"VO9901"}))
    lines = words(page("overzicht", sample_store, viewer)).replace("\u00a0", " ").splitlines()

    first = next(line for line in lines if line.startswith("**1.**"))
    assert "minstens 1,8 keer zo vaak" in first
    assert "45–61 keer op 1.593 leerlingen" in first
    assert not any("subregio Oost van 0,56" in line for line in lines)


def test_the_goals_say_that_the_vso_deelname_is_off_target(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("overzicht", sample_store)

    (goal,) = [row for row in goal_rows(at) if row["Doel"] == "Minder leerlingen naar het vso"]
    assert goal["Nu"] == vso_deelname(2025)
    assert goal["Afgesproken"] == "3,7 % of lager in 2026"
    assert goal["Stand"] == "! niet op koers"
    assert goal["Eigenaar"] == "directeur"
    at = opened(at, ALL_GOALS)
    line = next(line for line in words(at).splitlines() if "(OP-01)" in line)
    assert line.startswith("- Minder leerlingen naar het vso")
    assert f"Nu {vso_deelname(2025)} op 1 oktober 2025; afgesproken is 3,7 %" in words(at).replace(
        "\u00a0", " "
    )


def test_it_asks_for_the_plans_that_are_missing(
    page: Page, words: Words, sample_store: Store
) -> None:
    assert "staat er op 31 oktober 2025 dat er geen plan is" in words(
        page("overzicht", sample_store)
    )


def test_a_card_says_value_change_country_and_target(page: Page, sample_store: Store) -> None:
    at = page("overzicht", sample_store)

    card = cards(at)["Vso-deelname (locatie)"]
    assert vso_deelname(2025) in card
    # A stand, counted in full: nothing about chance (A9).
    assert "▲ 0,1 procentpunt hoger dan in 2024" in card
    assert "toeval" not in card
    assert "Nederland 4,0 %" in card
    at = opened(at, "Over dit cijfer")
    origins = [line.value for line in at.markdown if line.value.startswith("**Ernaast**")]
    assert any("doel: afspraak OP-01" in line for line in origins)
    assert any("Nederland: verzonnen landelijk cijfer" in line for line in origins)
    assert "doel 3,7 % in 2026: nog niet gehaald" in card


def test_a_count_on_a_card_is_the_sum_of_the_file(page: Page, sample_store: Store) -> None:
    at = opened(page("overzicht", sample_store), "Meer cijfers")

    card = cards(at)["Leerlingen vso"]
    assert f">{vso_pupils(2025)}<" in card
    assert f"{vso_pupils(2025) - vso_pupils(2024)} leerlingen meer dan in 2024" in card


def test_every_card_has_its_source_and_its_definition(page: Page, sample_store: Store) -> None:
    """A click away; one line says for the whole page until when the data goes."""
    at = opened(page("overzicht", sample_store), "Meer cijfers")
    many = len(cards(at))
    at = opened(at, "Over dit cijfer")

    said = [line.value for line in at.markdown]
    # The map has its own.
    for label in ("**Bron**", "**Peildatum**", "**Status**"):
        assert sum(line.startswith(label) for line in said) >= many + 1
    definitions = [line for line in said if line.startswith(("**Teller en noemer**", "**Geteld**"))]
    assert len(definitions) == many + 1


def test_an_earlier_peildatum_shows_that_year_and_nothing_later(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = opened(page("overzicht", sample_store, peildatum="2022-10-01"), "Meer cijfers")

    assert f">{vso_pupils(2022)}<" in cards(at)["Leerlingen vso"]
    assert vso_deelname(2022) in cards(at)["Vso-deelname (locatie)"]
    assert "2025" not in words(at).partition("Waar moet u")[2].partition("Doelen van")[0].replace(
        "-2025", ""
    )


def test_a_gemeente_is_shown_without_the_target_of_the_whole(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("overzicht", sample_store, regio="gemeente:GM9904")

    assert "U ziet: SWV Rivierenstreek, gemeente Dravenburg" in words(at)
    assert "7,8 %" in cards(at)["Vso-deelname (locatie)"]
    assert "doel" not in cards(at)["Vso-deelname (locatie)"]
    assert "De afspraken gelden voor het hele samenwerkingsverband." in words(at)


def test_somebody_of_a_gemeente_begins_with_his_own(
    page: Page, words: Words, sample_store: Store
) -> None:
    """And with the whole where the account does not say which, or says one that is not here; what the
    address says goes before."""
    swv = frozenset({"VO9901"})
    own = Viewer(Role.GEMEENTE, swv, gemeente="GM9904")

    at = page("overzicht", sample_store, own)
    assert at.title[0].value == "Gemeente Dravenburg – SWV Rivierenstreek"
    for query, title in {
        "gemeente:GM9909": "Gemeente Tolbeke – SWV Rivierenstreek",
        "swv": "SWV Rivierenstreek",
    }.items():
        assert page("overzicht", sample_store, own, regio=query).title[0].value == title
    for other in (Viewer(Role.GEMEENTE, swv), Viewer(Role.GEMEENTE, swv, gemeente="GM0001")):
        assert page("overzicht", sample_store, other).title[0].value == "SWV Rivierenstreek"

    # Chosen by hand: the address has to say it, for without it the page is of the own gemeente.
    (regio,) = [one for one in at.selectbox if one.label == "Regio"]
    regio.select("swv").run()
    assert at.title[0].value == "SWV Rivierenstreek"
    assert at.query_params["regio"] in ("swv", ["swv"])


def test_the_own_gemeente_is_as_protected_as_any(
    page: Page, words: Words, sample_store: Store
) -> None:
    swv = frozenset({"VO9901"})
    own = Viewer(Role.GEMEENTE, swv, gemeente="GM9904")
    other = Viewer(Role.GEMEENTE, swv)

    assert cards(page("overzicht", sample_store, own)) == cards(
        page("overzicht", sample_store, other, regio="gemeente:GM9904")
    )


def test_a_gemeente_without_vso_or_pro_misses_nothing(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("overzicht", sample_store, regio="gemeente:GM9909")

    assert at.title[0].value == "Gemeente Tolbeke – SWV Rivierenstreek"
    text = words(at)
    assert "In Tolbeke staat geen vso-school en geen school met praktijkonderwijs." in text
    assert "nog geen cijfers" not in text
    assert "alle scholen geteld" in text
    card = cards(at)["Vso-deelname (locatie)"]
    assert "geen vso-school" in card
    assert "0,0" not in card
    assert "Nederland" not in card


def test_the_table_comes_with_one_download_of_all_its_figures(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = opened(page("overzicht", sample_store), "Meer cijfers")
    at.session_state["overzicht_naast_elkaar_download"] = True
    at.run()

    assert "rijen: alle cijfers van deze tabel, alle gemeenten van SWV Rivierenstreek." in words(at)
    assert "uiteen van 0,7 % (Grutterveen) tot 7,8 % (Dravenburg)" in words(at)


def test_a_count_says_nothing_about_chance(page: Page, words: Words, sample_store: Store) -> None:
    at = opened(page("overzicht", sample_store), "Meer cijfers")

    lines = [line for line in words(at).splitlines() if line.startswith("- Leerlingen")]
    assert all("toeval" not in line for line in lines)
    assert "vrijwel" not in cards(at)["Leerlingen vso"]


def test_the_table_has_a_row_per_gemeente_and_sorts_as_text(
    page: Page, sample_store: Store
) -> None:
    at = opened(page("overzicht", sample_store), "Meer cijfers")

    table = at.dataframe[-1].value
    names = {row["GEMEENTENAAM"] for row in rows_of("regio-indeling.csv")}
    assert set(table["Gemeente"]) == names
    column = table["Vso-deelname (locatie), % (2025)"]
    by_text = [cell.strip() for cell in sorted(column)]
    # Last of all: the gemeenten without such a school.
    assert by_text[-2:] == ["geen school"] * 2
    by_text = by_text[:-2]
    by_size = sorted(by_text, key=lambda cell: float(cell.partition("–")[0].replace(",", ".")))
    assert by_text == by_size


def test_the_level_stands_in_the_url(page: Page, words: Words, sample_store: Store) -> None:
    at = opened(page("overzicht", sample_store, per="subregio"), "Meer cijfers")

    assert "Per subregio" in words(at)
    assert sorted(at.dataframe[-1].value["Subregio"]) == ["Noord", "Oost", "West"]


def test_each_afspraak_is_there_and_what_cannot_be_measured_says_so(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("overzicht", sample_store)

    assert "**Van de 11 doelen is er 1 niet gehaald, liggen er 3 niet op koers," in words(at)
    assert "zijn er 2 gehaald; 3 zijn nog niet te meten.**" in words(at)
    # What asks most stands first; five are in sight, all of them one click away.
    asks = ["✕ niet gehaald", *["! niet op koers"] * 3]
    assert [row["Stand"] for row in goal_rows(at)] == [*asks, "○ nog niet gehaald"]
    at = opened(at, ALL_GOALS)
    whole = [row["Stand"] for row in goal_rows(at, 1)]
    assert whole == [*asks, *["○ nog niet gehaald"] * 2, *["✓ gehaald"] * 2]
    text = words(at)
    assert "Nog niet gehaald: nog 0,2 procentpunt te gaan." in text
    assert "Gehaald: 3,3–3,5 % is 3,2 % of hoger." in text
    for row in rows_of("afspraken.csv"):
        assert f"{row['TITEL']} ({row['CODE']})" in text
    assert sum("Nog niet te meten: " in line for line in text.splitlines()) == 3


def test_what_changed_names_what_is_beyond_chance_first(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("overzicht", sample_store)

    text = words(at).replace("\u00a0", " ")
    changes = [line for line in text.splitlines() if line.startswith("- ")]
    # That nieuw naar vso rose in Oost beyond chance stands above it, and is not said twice.
    assert "Nieuw naar vso ging in subregio Oost van" in text
    assert not any("subregio Oost" in line for line in changes)
    # A stand: last year's difference and that of the years, and nothing about chance (A9).
    assert changes[0].startswith("- Vso-deelname (locatie): ")
    assert changes[0].endswith(
        "0,1 procentpunt hoger dan een jaar eerder en 0,5 procentpunt hoger dan op 1 oktober 2021."
    )
    assert not any("toeval" in line for line in changes)


@pytest.mark.parametrize("role", STAFF)
def test_on_nothing_it_says_what_to_deliver(
    page: Page, words: Words, empty_store: Store, role: Role
) -> None:
    at = page("overzicht", empty_store, Viewer(role, EVERY))

    assert at.title[0].value == "Overzicht"
    assert "Er zijn nog geen gegevens." in words(at)
    assert "de leerlingtellingen van DUO" in words(at)


def test_real_figures_of_groningen_stand_beside_the_country(
    page: Page, words: Words, real_store: Store
) -> None:
    at = page("overzicht", real_store, Viewer(Role.BEHEERDER, EVERY), swv="VO2001")
    at = opened(at, "Meer cijfers")

    # 943 pupils in the vso of VO2001, 37,753 of 953,648 in the country.
    assert (
        "Vso-deelname (locatie) was 5,8 % op 1 oktober 2019; in heel Nederland 4,0 % "
        "(geteld waar de school staat)."
    ) in words(at)
    card = cards(at)["Vso-deelname (locatie)"]
    assert "niet te vergelijken met 2016 (drie jaar eerder): ander soort bestand" in card
    assert ">943<" in cards(at)["Leerlingen vso"]
    assert "De nieuwste gegevens over" in words(at)
    # The invented afspraken are of another samenwerkingsverband; here are none.
    assert "Doelen van het ondersteuningsplan" not in words(at)


def test_a_po_verband_has_the_figures_of_po(page: Page, real_store: Store) -> None:
    at = page("overzicht", real_store, Viewer(Role.BEHEERDER, EVERY), swv="PO2401")

    # In 2025 DUO's overview does not split so and vso, and there is no count of vo: what is known
    # is how many there are together (A3), in the place of two intervals.
    assert set(cards(at)) == {
        "Sbo-deelname (locatie)",
        "Leerlingen sbo",
        "Leerlingen so en vso",
    }


def test_no_path_of_this_machine_is_shown(page: Page, words: Words, sample_store: Store) -> None:
    assert str(Path.home()) not in words(page("overzicht", sample_store))
