"""Leveringen as its visitor sees it: a file in other words than ours gets a koppeling."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from monitor.intake.mapping_proposals import make_mapping, nearest, peek, propose, propose_word
from monitor.intake.report import DeliveryOutcome
from monitor.sources import sources
from monitor.store.mappings import Mapping, read_mappings, save_mapping
from monitor.store.versions import Versions
from tests.pages.delivering import NAMEN, VREEMD, at, buttons, choose, click, drop, open_part, said


assert at  # a fixture


# ------------------------------------------------------------------------------------ mapping


def couple(at: AppTest, name: str = "kindkans-tlv") -> AppTest:
    """Make a mapping for VREEMD, from the first click to the last."""
    click(at, "Maak een koppeling")
    labels = {str(box.label).partition(":")[0]: str(box.label) for box in at.selectbox}
    choose(at, "leveringen_kop_", labels["LEERLING"], "Pseudoniem")
    choose(at, "leveringen_kop_", labels["SOORT"], "Type TLV")
    choose(at, "leveringen_kop_", labels["BESLUIT"], "Uitkomst")
    choose(at, "leveringen_woord_", "toegekend", "afgegeven")
    at.text_input[0].set_value(name).run()
    return click(at, "Bewaar de koppeling en keur opnieuw")


def test_a_mapping_is_made_used_and_recognised_the_next_time(
    at: AppTest, versions: Versions
) -> None:
    drop(at.run(), ("tlv.csv", VREEMD))

    couple(at)
    after = said(at)
    click(at, "Lever 1\u00a0bestand")
    drop(at, ("volgende.csv", VREEMD.replace("\n1;", "\n11;").replace("\n2;", "\n12;")))

    assert "Gekozen: koppeling kindkans-tlv" in after
    assert versions.register().files()[0].loaded == 2
    mapping = read_mappings(versions.mappings)["kindkans-tlv"]
    assert mapping.words == {
        "SOORT": {"Voortgezet speciaal onderwijs": "vso"},
        "BESLUIT": {"toegekend": "afgegeven"},
    }
    assert "Herkend aan de koppeling kindkans-tlv" in said(at)
    assert "Lever 1\u00a0bestand" in buttons(at)


def test_the_editor_fills_in_what_is_alike_and_waits_for_what_is_required(at: AppTest) -> None:
    drop(at.run(), ("tlv.csv", VREEMD))

    click(at, "Maak een koppeling")

    chosen = {str(box.label).partition(":")[0]: box.value for box in at.selectbox}
    assert chosen["BESCHIKKINGSNUMMER"] == "Nummer beschikking"
    assert chosen["ONTVANGEN"] == "Datum ontvangst"
    assert "Nog te kiezen: LEERLING, SOORT en BESLUIT." in said(at)
    save = next(b for b in at.button if b.label == "Bewaar de koppeling en keur opnieuw")
    assert save.disabled


def test_a_mapping_with_a_name_that_cannot_be_is_refused_in_a_sentence(
    at: AppTest, versions: Versions
) -> None:
    drop(at.run(), ("tlv.csv", VREEMD))

    couple(at, "Ons Systeem")

    assert "'Ons Systeem' kan geen naam van een koppeling zijn" in said(at)
    assert read_mappings(versions.mappings) == {}


def test_words_are_asked_for_fixed_lists_only_and_never_of_pupils(
    make_file: Callable[..., Path],
) -> None:
    content = (
        "Naam leerling;Pseudoniem;Type;Geboren;Nummer\n"
        "Jan Jansen;L-1;vso;01-02-2010;123456\nPiet;L-2;so;03-04-2011;234567\n"
    )

    look = peek(make_file("export.csv", content), "export.csv")

    assert look is not None
    assert look.headings == ("Naam leerling", "Pseudoniem", "Type", "Geboren", "Nummer")
    assert look.words == {"Type": ("so", "vso")}


def test_a_word_that_is_a_heading_elsewhere_does_not_make_its_row_the_headings(
    make_file: Callable[..., Path],
) -> None:
    look = peek(make_file("export.csv", VREEMD), "export.csv")

    assert look is not None
    assert look.headings[0] == "Nummer beschikking"


def test_a_file_with_bsn_is_not_looked_into(make_file: Callable[..., Path]) -> None:
    assert peek(make_file("x.csv", "Iets;BSN\na;111222333\n"), "x.csv") is None
    assert peek(make_file("leeg.csv", ""), "leeg.csv") is None


def test_headings_are_proposed_by_likeness_each_once() -> None:
    headings = ["Nummer beschikking", "Datum ontvangst", "School van herkomst", "SOORT", "Vraag"]

    proposed = propose(sources()["tlv"], headings)

    assert nearest(headings)[0] == "tlv"
    assert proposed == {
        "BESCHIKKINGSNUMMER": "Nummer beschikking",
        "ONTVANGEN": "Datum ontvangst",
        "HERKOMST VESTIGINGSCODE": "School van herkomst",
        "SOORT": "SOORT",
    }


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("Voortgezet Speciaal Onderwijs", "vso"),  # its initials
        ("VSO ", "vso"),
        ("iets anders", ""),
    ],
)
def test_words_are_proposed_by_likeness(theirs: str, ours: str) -> None:
    soort = next(c for c in sources()["tlv"].columns() if c.name == "soort")

    assert propose_word(soort, theirs) == ours


def test_a_heading_that_is_known_already_is_not_translated() -> None:
    mapping = make_mapping(
        "x",
        sources()["tlv"],
        {"BESLUITDATUM": "Datum besluit", "BESLUIT": "Uitkomst", "SOORT": "Soort"},
        {"BESLUIT": {"ja": "afgegeven"}, "SOORT": {"voortgezet": "vso"}},
    )

    assert mapping.headings == {"Uitkomst": "BESLUIT"}
    assert mapping.words == {"BESLUIT": {"ja": "afgegeven"}, "Soort": {"voortgezet": "vso"}}


def test_a_mapping_is_deleted_after_asking_and_its_deliveries_stay(
    at: AppTest, versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    mapping = Mapping(name="namen", source="schoolnamen", headings={"School": "NAAM"})
    save_mapping(versions.mappings, mapping)
    deliver_text(("namen.csv", NAMEN.replace("NAAM", "School")))
    open_part(at.run(), "koppelingen")

    click(at, "Verwijder deze koppeling")
    assert read_mappings(versions.mappings)
    assert "elke levering bewaart haar eigen koppeling" in said(at)
    click(at, "Nee, bewaar haar")
    click(at, "Verwijder deze koppeling")
    click(at, "Ja, verwijder haar")

    assert read_mappings(versions.mappings) == {}
    assert versions.register().files()[0].mapping == mapping
    assert "Er zijn nog geen koppelingen" in said(at)
