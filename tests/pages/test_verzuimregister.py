"""A whole export of the verzuimregister of DUO on the page: by the koppeling that comes with the
monitor, and by one that somebody makes (faults.md C)."""

from pathlib import Path

from streamlit.testing.v1 import AppTest

from monitor.store.mappings import read_mappings
from monitor.store.versions import Versions
from tests.pages.delivering import at, cells, choose, click, drop, open_part, said


REGISTER = Path(__file__).parents[1] / "intake" / "verzuimregister.csv"
EVERYWHERE = "Overal dezelfde waarde, volgens de koppeling"
assert at  # the fixture


def test_an_export_of_the_register_is_recognised_and_delivered(
    at: AppTest, versions: Versions
) -> None:
    drop(at.run(), ("register.csv", REGISTER.read_bytes()))
    before = said(at)
    click(at, "Lever 1\u00a0bestand")

    assert "Herkend aan de koppeling duo-verzuimregister" in before
    assert f"{EVERYWHERE} 'duo-verzuimregister': INGESCHREVEN Ja en GEOORLOOFD Nee." in before
    assert versions.register().files()[0].loaded == 11


def test_the_koppeling_of_the_monitor_is_shown_with_what_is_everywhere_the_same(
    at: AppTest,
) -> None:
    open_part(at.run(), "Koppelingen")

    rows = cells(at)
    assert ["overal dezelfde waarde: Ja", "INGESCHREVEN"] in rows
    assert ["overal dezelfde waarde: Nee", "GEOORLOOFD"] in rows
    assert ["STATUS: G", "afgesloten"] in rows


def test_a_koppeling_for_other_headings_is_made_with_what_is_everywhere_the_same(
    at: AppTest, versions: Versions
) -> None:
    """As a system of a school gives it: the register's columns, called otherwise."""
    other = (
        REGISTER.read_text("utf-8")
        .replace("Begindatum", "Eerste dag")
        .replace("Vermoedelijke soort verzuim", "Type")
    )
    for letter in "GWDKI":
        other = other.replace(f";{letter};", ";in behandeling;")
    drop(at.run(), ("school.csv", other))

    click(at, "Maak een koppeling")
    choose(at, "leveringen_koppelsoort_", "Wat voor bestand is het?", "verzuimmeldingen")
    labels = {str(box.label).partition(":")[0]: str(box.label) for box in at.selectbox}
    choose(at, "leveringen_kop_", labels["VERZUIM SINDS"], "Eerste dag")
    for heading, value in (("INGESCHREVEN", "ja"), ("GEOORLOOFD", "nee")):
        asked = f"{heading} staat niet in het bestand. Overal dezelfde waarde?"
        choose(at, "leveringen_overal_", asked, value)
    at.text_input[0].set_value("school-verzuim").run()
    click(at, "Bewaar de koppeling en keur opnieuw")

    assert f"{EVERYWHERE} 'school-verzuim': INGESCHREVEN ja en GEOORLOOFD nee." in said(at)
    made = read_mappings(versions.mappings)["school-verzuim"]
    assert made.constants == {"INGESCHREVEN": "ja", "GEOORLOOFD": "nee"}
    click(at, "Lever 1\u00a0bestand")
    assert versions.register().files()[0].loaded == 11
