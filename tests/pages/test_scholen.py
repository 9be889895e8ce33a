"""Scholen and one school's page: what a visitor finds, and what only some may see."""

import datetime as dt
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from monitor.access import EVERY, Role, Viewer
from monitor.compare import school_quartiles
from monitor.errors import NotFound
from monitor.figures.door import indicator_named
from monitor.intake.report import DeliveryOutcome
from monitor.pages.ons_profiel import identity
from monitor.scholen import mentions, register
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions
from monitor.values.collation import fold
from monitor.views.files import school_lists
from tests.pages.delivering import ADRESSEN


Page = Callable[..., AppTest]
Words = Callable[[AppTest], str]
OWN, OTHER = "99AA00", "99BJ00"
ANYWHERE = Viewer(Role.BEHEERDER, EVERY)
"""Who runs a store of no, or of all samenwerkingsverbanden."""


def plain(text: str) -> str:
    """Without the marks of bold letters."""
    return text.replace("**", "")


def school_viewer(*codes: str) -> Viewer:
    return Viewer(Role.SCHOOL, frozenset({"VO9901"}), frozenset(codes))


def test_all_open_schools_are_counted_in_a_sentence(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("scholen", sample_store))

    assert "52 scholen gevonden." in text
    assert "U ziet 1 tot en met 40 van 52." in text


def test_a_search_is_in_the_url_and_says_what_it_found(
    page: Page, words: Words, sample_store: Store
) -> None:
    text = words(page("scholen", sample_store, zoek="LYCÉUM", schooltype="vo"))

    assert "scholen gevonden: met ‘LYCÉUM’, voortgezet onderwijs (vo)." in text


def test_nothing_found_says_what_else_to_try(page: Page, words: Words, sample_store: Store) -> None:
    at = page("scholen", sample_store, zoek="wilgenrede", schooltype="vso")

    assert "Geen school gevonden: met ‘wilgenrede’" in words(at)
    assert "Zonder de andere filters zijn er 2 scholen met ‘wilgenrede’." in words(at)


def test_an_empty_store_says_what_to_deliver(page: Page, words: Words, empty_store: Store) -> None:
    for module in ("scholen", "ons_profiel"):
        text = words(page(module, empty_store, ANYWHERE))
        assert "Er zijn nog geen scholen bekend" in text
        assert "Lever de adreslijsten van DUO" in text


def test_the_whole_country_shows_a_page_of_it_and_no_cloud_of_marks(
    page: Page, words: Words, real_store: Store
) -> None:
    at = page("scholen", real_store, ANYWHERE)

    assert "U ziet 1 tot en met" in words(at)
    assert "zijn er te veel voor" in words(at)
    assert not at.get("plotly_chart")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("wilgenrede college", "99AA00"),
        ("College  WILGENREDE", "99AA00"),
        ("99aa00", "99AA00"),
        ("wilgenrede oeverwaard oeverlicht", "99AA00"),
        ("9911JR", "99AA00"),
    ],
)
def test_a_school_is_found_by_name_place_code_and_bestuur(
    sample_store: Store, words: str, code: str
) -> None:
    found = register.search(register.schools(sample_store), words)

    assert code in [one.code for one in found]


def test_an_accent_or_apostrophe_does_not_matter() -> None:
    assert fold("Coöperatief ’s-Gravenhage (H. Fröbel)") == ("cooperatief s gravenhage h frobel")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("ALPHEN AAN DEN RIJN", "Alphen aan den Rijn"),
        ("'S-GRAVENHAGE", "'s-Gravenhage"),
        ("IJSSELSTEIN UT", "IJsselstein UT"),
        ("'T ZAND NH", "'t Zand NH"),
        ("BERKEL-ENSCHOT", "Berkel-Enschot"),
        ("Den Haag", "Den Haag"),
    ],
)
def test_a_place_in_capitals_is_written_as_people_do(written: str, name: str) -> None:
    assert register.as_name(written) == name


def test_a_closed_school_is_left_out_until_asked_for() -> None:
    one = register.School("99XX00", "Oude School", "vo", "", "", "", "", "", "", "", "", "", "", "", "",
                         None, None, dt.date(2025, 10, 1))  # fmt: skip

    assert register.search([one], state="open") == []
    assert register.search([one], state="gesloten") == [one]
    assert register.search([one]) == [one]


def test_a_school_that_is_counted_no_more_is_among_the_closed_ones(
    page: Page, words: Words, sample_store: Store
) -> None:
    one = register.school(sample_store, "99CC00")

    assert one.niet_geteld_sinds == dt.date(2023, 10, 1)
    assert not one.is_open
    closed = words(page("scholen", sample_store, status="gesloten"))
    assert "2 scholen gevonden: gesloten." in closed
    text = plain(words(page("ons_profiel", sample_store, school="99CC00")))
    assert "De school is niet meer geteld sinds 1 oktober 2023" in text


def test_a_telling_that_was_not_delivered_closes_no_school(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    header = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"
    deliver_text(
        ("regio.csv", "POSTCODE4;SWV\n9911;VO9901\n"),
        ("vestigingen.csv", ("VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;SCHOOLTYPE\n"
                            "99XX00;Baken;9911BB;vo\n99XY00;Lantaarn;9911BB;vso\n")),
        ("2024.csv", f"{header}99XX00;01-10-2024;vo;90\n99XY00;01-10-2024;vso;40\n"),
        ("2025.csv", f"{header}99XX00;01-10-2025;vo;90\n"),
    )  # fmt: skip

    assert all(one.is_open for one in register.schools(open_store(versions, whole=False)))


def test_a_school_of_unknown_kind_is_told_in_a_whole_sentence(
    page: Page, words: Words, versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(
        ("vsv-2024.csv", ("SAMENWERKINGSVERBAND_NUMMER;VESTIGINGSNUMMER;AANTAL_LEERLINGEN;"
                         "VSV_TOTAAL;VSV_VMBO;VSV_MBO;VSV_OVERIG\nVO9901;99AA00;120;3;1;1;1\n")),
    )  # fmt: skip

    text = plain(words(page("ons_profiel", open_store(versions, whole=False), school="99AA00")))

    assert "Van Vestiging 99AA00 is niet bekend wat voor school het is." in text


def test_distances_are_great_circles() -> None:
    assert register.kilometers((52.0, 5.0), (53.0, 5.0)) == pytest.approx(111.195, abs=0.001)


# ------------------------------------------------------------------------------- school


def test_a_school_shows_who_it_is_its_pupils_and_its_offer(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("ons_profiel", sample_store, school=OWN)
    at.session_state["vak_leerlingen"] = True  # what is closed is not made
    text = plain(words(at.run()))

    assert "Wilgenrede College is een school voor voortgezet onderwijs (vo) in Oeverwaard" in text
    assert "Op 1 oktober 2025: 860 leerlingen" in text
    # The one that stopped has no places any more: that is not "only on paper".
    assert "4 arrangementen lopen, 1 is gestopt." in text
    assert "alleen op papier" not in text
    assert "Omvang van de school" in text
    assert "De bronnen spreken elkaar niet tegen" in text


def test_a_school_sees_itself_without_asking(page: Page, words: Words, sample_store: Store) -> None:
    text = plain(words(page("ons_profiel", sample_store, school_viewer(OWN))))

    assert "Zo kennen wij u." in text
    assert "860 leerlingen" in text


def test_a_school_sees_of_another_what_is_public_and_no_figures(
    page: Page, words: Words, sample_store: Store
) -> None:
    at = page("ons_profiel", sample_store, school_viewer(OWN), school=OTHER)
    text = words(at)

    assert "Merelwaard College" in text
    assert "Cijfers van andere scholen laat de monitor u niet zien; hun aanbod wel." in text
    assert "3 arrangementen" in text
    assert "Plaatsen" not in text
    assert "leerlingen" not in text.partition("Cijfers van andere scholen")[2].partition("Bron")[0]
    assert "Klopt dit?" not in text


def test_a_school_that_nobody_knows_is_a_sentence(
    page: Page, words: Words, sample_store: Store
) -> None:
    assert "Er is geen school met de code '12AB34'." in words(
        page("ons_profiel", sample_store, ANYWHERE, school="12AB34")
    )
    # Who is of one samenwerkingsverband is not told which codes there are elsewhere.
    assert "Deze school hoort niet bij uw samenwerkingsverband." in words(
        page("ons_profiel", sample_store, school="12AB34")
    )
    with pytest.raises(NotFound):
        register.school(sample_store, "")


def test_an_arrangement_of_which_nothing_is_known_is_unknown_and_not_zero(
    sample_store: Store,
) -> None:
    silent = [
        arrangement
        for one in register.schools(sample_store)
        for arrangement in register.arrangements(sample_store, one.code)
        if arrangement.plaatsen_praktijk is None
    ]

    assert silent


def test_a_school_that_told_nothing_has_an_unknown_offer(
    page: Page, words: Words, versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(
        ("vestigingen.csv", ("VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;SCHOOLTYPE\n"
                            "99XX00;Baken;9922BB;pro\n99XY00;Lantaarn;9922BB;pro\n")),
        ("arrangementen.csv", ("SCHOOLJAAR;ARRANGEMENTSCODE;TITEL;VESTIGINGSCODE;"
                              "ONDERSTEUNINGSVRAGEN;NIVEAUS;BEREIK;PLAATSEN PLAN;STATUS\n"
                              "2025-2026;A1;Rustgroep;99XX00;angst;pro;swv;8;actief\n")),
    )  # fmt: skip
    store = open_store(versions, whole=False)

    silent = plain(words(page("ons_profiel", store, ANYWHERE, school="99XY00")))
    told = plain(words(page("ons_profiel", store, ANYWHERE, school="99XX00")))

    assert "Of zij die wel heeft, is onbekend." in silent
    assert "1 arrangement; van 1 is het aantal plaatsen in de praktijk onbekend." in told


def test_the_band_is_of_no_single_school(sample_store: Store) -> None:
    one = register.school(sample_store, OWN)
    indicator = indicator_named("leerlingen_vo")
    found = school_quartiles.band(sample_store, school_viewer(OWN), indicator, one, "2025-10-01")

    assert found is not None
    assert found.schools >= school_quartiles.FEWEST
    assert all(
        bound % school_quartiles.STEP == 0 for bound in (found.low, found.middle, found.high)
    )


def test_too_few_schools_give_no_band(sample_store: Store) -> None:
    one = next(s for s in register.schools(sample_store) if s.schooltype == "opdc")

    assert school_quartiles.band(
        sample_store, school_viewer(one.code), indicator_named("leerlingen_vo"), one, "2025-10-01"
    ) is None  # fmt: skip


def test_who_wants_to_ring_a_school_finds_its_number(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    """Row 3.6 of the walk: the address list of DUO has it, with its nought; an older one without the
    column, or with an empty cell, has none."""
    head, row = ADRESSEN.splitlines()
    numbered = row.replace("BAKEL;;;;", "BAKEL;;0123456789;www.baken.nl;")
    outcome = deliver_text(
        ("alle-vestigingen-vo-2025.csv", f"{head}\n{numbered}\n{row.replace('99XX', '99XY')}\n")
    )
    assert not outcome.is_refused, outcome.problems
    store = open_store(versions, whole=False)

    told, silent = (
        {
            fact["Wat"]: fact["Gegeven"]
            for fact in identity.facts(store, register.school(store, code))
        }
        for code in ("99XX00", "99XY00")
    )

    assert told["Telefoon"] == "0123456789"
    assert "Telefoon" not in silent
    assert school_lists.row(register.school(store, "99XX00"))[11:13] == (
        "0123456789",
        "www.baken.nl",
    )


def test_sources_that_disagree_are_named(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    outcome = deliver_text(
        (
            "alle-vestigingen-vo-2025.csv",
            (
                "PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;"
                "STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;"
                "DENOMINATIE;TELEFOONNUMMER;INTERNETADRES;ONDERWIJSSTRUCTUUR\n"
                "Zuid;12345;99XX;99XX00;Het Baken;Dijk;1;9911AA;BAKEL;9901;BAKEL;;;;HAVO/VWO\n"
            ),
        ),
        (
            "vestigingen.csv",
            "VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;SCHOOLTYPE\n99XX00;Baken;9922BB;pro\n",
        ),
    )
    assert not outcome.is_refused, outcome.problems
    store = open_store(versions, whole=False)
    said = {d.field: d for d in mentions.differences(mentions.mentions(store, "99XX00"))}

    assert set(said) == {"naam", "schooltype", "postcode"}
    assert [what for what, _ in said["postcode"].said] == ["9922BB", "9911AA"]
    assert register.school(store, "99xx").postcode == "9922BB"
