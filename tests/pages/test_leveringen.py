"""Leveringen as its visitor sees it: deliver, repair, take back, and the state of the data."""

import datetime as dt
import errno
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer, audit
from monitor.intake import formats
from monitor.intake.deliveries import deliver, withdraw
from monitor.intake.judging import messages
from monitor.intake.mapping_proposals import make_mapping, nearest, peek, propose, propose_word
from monitor.intake.report import DeliveryOutcome
from monitor.intake.withdrawal_effects import consequences
from monitor.pages.frame.serving import serving
from monitor.pages.leveringen import (
    changes,
    delivered,
    desk,
    health,
    verdicts,
    what_to_deliver,
    words,
)
from monitor.pages.leveringen.running_work import Job, Stopped
from monitor.resources import SAMPLE_DATA
from monitor.sources import sources
from monitor.sources.source import Source
from monitor.store.checks import checks
from monitor.store.freshness import freshness
from monitor.store.journal import journal
from monitor.store.mappings import Mapping, read_mappings, save_mapping
from monitor.store.settings import Settings
from monitor.store.store import Store
from monitor.store.versions import Versions


REGIO = "POSTCODE4;SWV;GEMEENTENAAM;SUBREGIO\n9901;VO9901;Aa;Oost\n9902;VO9901;Bee;West\n"
REGIO_2 = "POSTCODE4;SWV;GEMEENTENAAM;SUBREGIO\n9902;VO9901;Bee;Oost\n9903;VO9901;Cee;Oost\n"
NAMEN = "NAAM;VESTIGINGSCODE;SYSTEEM\nDe Aa;99AA00;Kindkans\nDe Bee;99AB00;Kindkans\n"
TELLING = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n99AA00;01-10-2025;vo;120\n"
ADRESSEN = (
    "PROVINCIE;BEVOEGD GEZAG NUMMER;BRIN NUMMER;VESTIGINGSNUMMER;VESTIGINGSNAAM;STRAATNAAM;"
    "HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE;"
    "TELEFOONNUMMER;INTERNETADRES;ONDERWIJSSTRUCTUUR\n"
    "Zuid;12345;99XX;99XX00;Het Baken;Dijk;1;9911AA;BAKEL;9901;BAKEL;;;;HAVO/VWO\n"
)
FOUT = (
    "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"
    "99AA00;01-10-2025;vo;veel\n99AB00;1 oktober;vo;12\n99AC00;01-10-2025;vo;veel\n;01-10-2025;vo;3\n"
)
VSV = (
    "SAMENWERKINGSVERBAND_NUMMER;VESTIGINGSNUMMER;AANTAL_LEERLINGEN;VSV_TOTAAL;VSV_VMBO;VSV_MBO;"
    "VSV_OVERIG\nVO9901;99AA00;120;3;1;1;1\n"
)
VREEMD = (
    "Nummer beschikking;Pseudoniem;Type TLV;Datum ontvangst;Uitkomst\n"
    "1;L-aaa;Voortgezet speciaal onderwijs;27-08-2025;toegekend\n"
    "2;L-bbb;so;28-08-2025;afgewezen\n"
)


def page(role: str) -> None:
    """The page on the newest version, as the shell opens it."""
    from monitor.access import Role, Viewer
    from monitor.pages import leveringen
    from monitor.pages.frame.serving import chosen_folder, serving

    leveringen.show(serving(chosen_folder()).store(), Viewer(Role(role), frozenset({"VO9901"})))


@pytest.fixture
def at(versions: Versions, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page for the beheerder of the folder of `versions`; not run yet."""
    monkeypatch.setenv("DEKKEND_DATA", str(versions.folder))
    return AppTest.from_function(page, args=(Role.BEHEERDER.value,), default_timeout=60)


@pytest.fixture
def store(versions: Versions) -> Callable[[], Store]:
    """The newest version of the folder of `versions`."""
    return lambda: serving(versions.folder).store()


def drop(at: AppTest, *files: tuple[str, str | bytes]) -> AppTest:
    """Drop files, each (name, content), on the page."""
    uploads = [
        (name, content if isinstance(content, bytes) else content.encode(), "text/csv")
        for name, content in files
    ]
    return at.file_uploader[0].set_value(uploads).run()


def click(at: AppTest, label: str) -> AppTest:
    """Click the first button of that name."""
    next(button for button in at.button if button.label == label).click()
    return at.run()


def buttons(at: AppTest) -> list[str]:
    return [button.label for button in at.button]


def said(at: AppTest) -> str:
    """Everything in words on the page."""
    assert not at.exception
    parts = [*at.markdown, *at.success, *at.error, *at.info, *at.caption, *at.warning]
    return "\n".join(str(part.value) for part in parts).replace("\u00a0", " ").replace("\\", "")


def cells(at: AppTest, place: int = 0) -> list[list[str]]:
    """The rows of a table, without the escapes of markdown."""
    return [
        [str(cell).replace("\\", "") for cell in row]
        for row in at.table[place].value.to_numpy().tolist()
    ]


def open_part(at: AppTest, part: str) -> AppTest:
    return at.button_group(key="keuze_deel").set_value(part).run()


# ------------------------------------------------------------------------------ who and when


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.BEHEERDER])
def test_only_the_beheerder_can_deliver(
    role: Role, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEKKEND_DATA", str(versions.folder))

    at = AppTest.from_function(page, args=(role.value,), default_timeout=60).run()

    assert not at.file_uploader
    assert not at.button
    assert "voor de beheerder" in said(at)


def test_a_beheerder_of_another_samenwerkingsverband_sees_nothing_of_the_deliveries(
    versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The page is asked as VO9901; these data are of another.
    versions.folder.mkdir(exist_ok=True)
    (versions.folder / "instellingen.toml").write_text('swv = "VO8888"\n', encoding="utf-8")
    monkeypatch.setenv("DEKKEND_DATA", str(versions.folder))

    at = AppTest.from_function(page, args=(Role.BEHEERDER.value,), default_timeout=60).run()

    assert not at.file_uploader
    assert not at.button
    assert "Deze gegevens zijn van VO8888" in said(at)


def test_an_empty_store_says_what_to_deliver_first_and_in_which_order(at: AppTest) -> None:
    words_on_page = said(at.run())

    first = [
        "Adressen van alle vestigingen in het voortgezet onderwijs",
        "Wettelijke regio-indeling",
        "Leerlingen vo per vestiging naar onderwijstype",
        "Gemiddelde afstand",
    ]
    places = [words_on_page.index(title) for title in first]
    assert places == sorted(places)
    assert "Er zijn nog geen gegevens" in words_on_page
    assert "demo" in words_on_page


# --------------------------------------------------------------------------------- delivering


def test_good_files_are_delivered_together_and_the_page_shows_the_new_version(
    at: AppTest, versions: Versions
) -> None:
    drop(at.run(), ("regio.csv", REGIO), ("namen.csv", NAMEN))
    before = said(at)

    click(at, "Lever 2\u00a0bestanden")

    assert "Dit is een bestand **‘Regio-indeling" in before
    assert "Herkend aan de kolommen POSTCODE4, SWV." in before
    assert "Er is nog niets veranderd" in before
    assert versions.current() == 1
    assert "Levering 1 staat in de monitor: 2 bestanden, 4 rijen." in said(at)
    assert "2 van de" in said(at)
    assert at.file_uploader[0].value == []


def test_judging_changes_nothing_in_the_folder(at: AppTest, versions: Versions) -> None:
    drop(at.run(), ("regio.csv", REGIO))

    assert versions.current() == 0
    assert not versions.kept.exists() or not list(versions.kept.iterdir())


def test_a_broken_file_shows_where_what_and_what_now_and_changes_nothing(
    at: AppTest, versions: Versions
) -> None:
    drop(at.run(), ("telling.csv", FOUT), ("regio.csv", REGIO))

    assert cells(at) == [
        ["2 en 4", "AANTAL", "'veel' is niet goed.", "Verwacht een aantal, bijv. 12, <5 of x."],
        [
            "3",
            "PEILDATUM",
            "'1 oktober' is niet goed.",
            "Verwacht een datum als 01-10-2025, tussen 1980 en vandaag.",
        ],
        ["5", "VESTIGINGSCODE", "Is leeg.", "Moet ingevuld zijn."],
    ]
    assert "1 van de 2 bestanden is niet goed. Er wordt niets geleverd" in said(at)
    assert "4 rijen gelezen, 0 te laden en 4 geweigerd." in said(at)
    assert not [label for label in buttons(at) if label.startswith("Lever")]
    assert versions.current() == 0


def test_all_problems_can_be_downloaded(at: AppTest) -> None:
    many = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n" + "99AA00;01-10-2025;vo;veel\n" * 60

    drop(at.run(), ("telling.csv", many))

    assert "Download 60\u00a0fouten (CSV voor Excel)" in [
        button.label for button in at.download_button
    ]
    assert cells(at)[0][0] == "2, 3, 4, 5, 6 en nog 55"


def test_the_same_file_again_says_so(at: AppTest) -> None:
    drop(at.run(), ("namen.csv", NAMEN))
    click(at, "Lever 1\u00a0bestand")

    drop(at, ("anders.csv", NAMEN))

    assert "Er valt niets te leveren: dit staat al in de monitor." in said(at)
    assert "al geleverd" in said(at)
    assert not [label for label in buttons(at) if label.startswith("Lever")]


def test_what_changed_names_rows_new_peildata_and_figures(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("telling.csv", TELLING))

    drop(at.run(), ("telling.csv", TELLING.replace("2025", "2026")))
    click(at, "Lever 1\u00a0bestand")

    line = "Leerlingtelling per vestiging: 2 rijen, dat waren er 1; nieuw: 1 oktober 2026."
    assert line in said(at)
    # Not the names of everything that may once be computed with it (screens.md 4.4): without a
    # place of the school there is no figure of the own samenwerkingsverband yet.
    assert "Er zijn nog geen cijfers: daarvoor zijn meer bestanden nodig." in said(at)


def test_what_changed_names_the_figures_that_are_new_and_only_those(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    place = "VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;SWV\n99AA00;Het Baken;9911 AA;VO9901\n"
    deliver_text(("vestigingen.csv", place))

    drop(at.run(), ("telling.csv", TELLING))
    click(at, "Lever 1\u00a0bestand")
    first = said(at)
    drop(at.run(), ("telling.csv", TELLING.replace("2025", "2026")))
    click(at, "Lever 1\u00a0bestand")

    assert "Nu zijn er cijfers over: " in first
    assert "Er kwamen geen nieuwe soorten cijfers bij." in said(at)


def test_a_file_that_is_no_table_is_refused_in_a_sentence(at: AppTest) -> None:
    drop(at.run(), ("brief.pdf", b"%PDF-1.4 tekst"))

    assert "Dit is een PDF. Lever de gegevens als CSV of XLSX." in said(at)


def test_a_file_with_bsn_is_refused_and_none_of_its_values_is_shown(at: AppTest) -> None:
    content = VREEMD.replace("Pseudoniem", "BSN").replace("L-aaa", "111222333")

    drop(at.run(), ("tlv.csv", content))

    assert "burgerservicenummer" in said(at)
    assert "111222333" not in said(at)
    assert "Maak een koppeling" not in buttons(at)


def test_a_file_without_date_asks_for_it(at: AppTest, versions: Versions) -> None:
    drop(at.run(), ("vsv.csv", VSV))
    asked = at.date_input[0].label

    at.date_input[0].set_value(dt.date(2024, 10, 1)).run()
    click(at, "Lever 1\u00a0bestand")

    assert asked == "Over welke datum gaat dit bestand?"
    assert versions.register().files()[0].moment == dt.date(2024, 10, 1)


def test_an_address_list_of_an_unknown_date_is_not_taken_for_that_of_today(
    at: AppTest, versions: Versions
) -> None:
    drop(at.run(), ("alle-vestigingen-vo.csv", ADRESSEN))

    assert at.date_input[0].label == "Van welke datum is deze lijst?"
    assert at.date_input[0].value is None
    assert not [label for label in buttons(at) if label.startswith("Lever")]
    assert "Kies eerst van welke datum dit bestand is; er is nog niets veranderd." in said(at)
    assert "aangehouden" not in said(at)

    at.date_input[0].set_value(dt.date(2020, 1, 1)).run()
    click(at, "Lever 1\u00a0bestand")

    assert versions.register().files()[0].moment == dt.date(2020, 1, 1)


def test_the_likely_date_of_a_list_is_filled_in_and_asked(at: AppTest, versions: Versions) -> None:
    """A1: that of the newest count that was delivered; nobody has to type it, but somebody must
    say so."""
    telling = "PEILDATUM;BRIN_NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM_VESTIGING;SOORT_PO;AFSTAND;"
    telling += "LEERLINGEN\n20201001;99AA;00;School;Vso;900,5;20\n"
    drop(at.run(), ("afstand.csv", telling))
    click(at, "Lever 1\u00a0bestand")
    drop(at.run(), ("alle-vestigingen-vo.csv", ADRESSEN))

    assert at.date_input[0].value == dt.date(2020, 10, 1)
    assert not [label for label in buttons(at) if label.startswith("Lever")]
    click(at, "Is dit van 1 oktober 2020? Ja")
    click(at, "Lever 1\u00a0bestand")

    assert versions.register().files()[-1].moment == dt.date(2020, 10, 1)


def test_the_likely_date_of_a_list_is_that_of_the_count_delivered_with_it(
    at: AppTest, versions: Versions
) -> None:
    """screens.md 4.3: in a first delivery nothing is there yet to tell the year by."""
    telling = "PEILDATUM;BRIN_NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM_VESTIGING;SOORT_PO;AFSTAND;"
    telling += "LEERLINGEN\n20191001;99AA;00;School;Vso;900,5;20\n"
    drop(at.run(), ("alle-vestigingen-vo.csv", ADRESSEN), ("afstand.csv", telling))

    click(at, "Is dit van 1 oktober 2019? Ja")
    click(at, "Lever 2\u00a0bestanden")

    [lijst] = [f for f in versions.register().files() if f.source == "vestigingen_vo"]
    assert lijst.moment == dt.date(2019, 10, 1)


def test_a_date_that_cannot_be_guessed_comes_with_how_to_give_it(at: AppTest) -> None:
    drop(at.run(), ("vsv.csv", VSV))

    assert "Gebruik deze datum" in buttons(at)
    assert "Weet u alleen het jaar, neem dan 1 oktober van dat jaar." in said(at)


def test_a_file_that_is_there_already_is_named_beside_the_others(
    at: AppTest, versions: Versions
) -> None:
    """E1: the number on the button is less than what was chosen, so it says which and why."""
    drop(at.run(), ("namen.csv", NAMEN))
    click(at, "Lever 1\u00a0bestand")
    drop(at, ("namen.csv", NAMEN), ("regio.csv", REGIO))
    there = "Al in de monitor staat namen.csv; daarvan wordt niets nog eens geladen."

    assert there in said(at)
    click(at, "Lever 1\u00a0bestand")

    assert "Levering 2 staat in de monitor: 1 bestand, 2 rijen." in said(at)
    assert there in said(at)


def test_the_button_of_other_files_delivers_nothing(at: AppTest, versions: Versions) -> None:
    """E1: one more file arrives just as somebody clicks."""
    drop(at.run(), ("regio.csv", REGIO))
    next(button for button in at.button if button.label == "Lever 1\u00a0bestand").click()

    drop(at, ("regio.csv", REGIO), ("namen.csv", NAMEN))

    assert versions.current() == 0
    assert "Lever 2\u00a0bestanden" in buttons(at)


def test_files_that_a_restarted_server_does_not_have_are_not_left_out(
    at: AppTest, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E1: a browser that comes back names the files that it sent to the server before."""
    drop(at.run(), ("regio.csv", REGIO), ("namen.csv", NAMEN))
    found = MemoryUploadedFileManager.get_files
    monkeypatch.setattr(
        MemoryUploadedFileManager, "get_files", lambda *args, **named: found(*args, **named)[:1]
    )

    at.run()

    assert "Van de 2 bestanden die u koos is er 1 hier niet meer" in said(at)
    assert not [label for label in buttons(at) if label.startswith("Lever")]
    click(at, "Begin opnieuw")
    assert at.file_uploader[0].value == []
    assert "hier niet meer" not in said(at)


def test_two_faulty_files_are_both_wrong(at: AppTest) -> None:
    drop(at.run(), ("een.csv", FOUT), ("twee.csv", FOUT + "99AD00;01-10-2025;vo;meer\n"))

    assert "Beide bestanden zijn niet goed." in said(at)


def test_a_file_of_unknown_kind_says_what_it_is_like_and_what_is_missing(at: AppTest) -> None:
    drop(at.run(), ("tlv.csv", VREEMD))

    on_page = said(at)
    assert "Het soort bestand is niet te herkennen." in on_page
    assert (
        "**Toelaatbaarheidsverklaringen voor sbo, so en vso (SWV)**: er ontbreekt "
        "BESCHIKKINGSNUMMER, LEERLING, SOORT, ONTVANGEN en BESLUIT." in on_page
    )
    assert "--source" not in on_page

    at.selectbox(key=_key(at, "leveringen_soort_")).set_value("tlv").run()

    assert "Voor deze soort ontbreekt nog: BESCHIKKINGSNUMMER" in said(at)


# ------------------------------------------------------------------------------------ mapping


def _key(at: AppTest, start: str) -> str:
    return next(str(box.key) for box in at.selectbox if str(box.key).startswith(start))


def choose(at: AppTest, start: str, label: str, value: str) -> AppTest:
    """Choose in the selectbox of that name, of those whose key starts so."""
    box = next(b for b in at.selectbox if str(b.key).startswith(start) and b.label == label)
    return box.set_value(value).run()


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


# ------------------------------------------------------------------------------- taking back


def test_a_delivery_is_taken_back_right_where_it_was_made(
    at: AppTest, versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("regio.csv", REGIO))
    drop(at.run(), ("nieuw.csv", REGIO_2))
    click(at, "Lever 1\u00a0bestand")

    click(at, "Trek deze levering in")
    asked = said(at)
    click(at, "Ja, trek deze levering in")

    assert "Dan gaat uit de monitor: 2 rijen." in asked
    assert "Terug komt: 1 rij uit regio.csv (levering 1)." in asked
    assert "Levering 2 is ingetrokken." in said(at)
    assert [file.name for file in versions.register().files()] == ["regio.csv"]
    log = [(one.wie, one.wat, one.over) for one in audit.search(journal(versions.folder))]
    assert log == [
        ("de beheerder", "teruggetrokken", "levering 2: nieuw.csv"),
        ("de beheerder", "levering", "levering 2: nieuw.csv"),
    ]
    assert "**Ingetrokken** op" in said(at)


def test_one_file_of_a_delivery_is_taken_back(
    at: AppTest, versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("regio.csv", REGIO), ("namen.csv", NAMEN))
    at.run()

    at.selectbox(key="leveringen_deel_1").set_value("1.2").run()
    click(at, "Trek dit bestand in")
    assert "Er is niets dat ervoor terugkomt." in said(at)
    click(at, "Ja, trek dit bestand in")

    assert [file.name for file in versions.register().files()] == ["regio.csv"]


def test_saying_no_changes_nothing(
    at: AppTest, versions: Versions, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("namen.csv", NAMEN))
    click(at.run(), "Trek deze levering in")

    click(at, "Nee, laat deze levering staan")

    assert versions.current() == 1
    assert "Trek deze levering in" in buttons(at)


def test_old_deliveries_are_shown_on_request(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    for year in range(2010, 2010 + delivered.SHOWN + 1):
        deliver_text((f"{year}.csv", TELLING.replace("2025", str(year))))

    at.run()
    assert "**Levering 1**" not in said(at)
    click(at, f"Toon alle {delivered.SHOWN + 1} leveringen")

    assert "**Levering 1**" in said(at)


def test_consequences_of_a_file_that_a_later_one_replaced(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store]
) -> None:
    deliver_text(("telling.csv", TELLING))
    deliver_text(("beter.csv", TELLING.replace("120", "121")))
    first, second = versions.register().files()

    # Nothing of the first is left, so nothing changes; of the second its row makes way for it.
    assert consequences(store(), [first]).gone == 0
    assert delivered.what_happens(store(), [first]) == [
        "Aan de cijfers verandert niets: een latere levering had dit al vervangen."
    ]
    [back] = consequences(store(), [second]).back
    assert (back.file, back.delivery, back.rows, back.is_certain) == (first, 1, 1, True)


def test_consequences_are_uncertain_when_something_else_may_have_replaced_it_too(
    versions: Versions, deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store]
) -> None:
    for number in (120, 121, 122):
        deliver_text((f"{number}.csv", TELLING.replace("120", str(number))))
    files = versions.register().files()

    backs = consequences(store(), [files[2]]).back

    assert [(b.file.name, b.is_certain) for b in backs] == [("120.csv", False), ("121.csv", True)]
    withdraw(versions, "3", who="toets")
    assert store().rows("select aantal from bron.leerlingtelling") == [(121,)]


# ------------------------------------------------------------------------ busy, disk, errors


@contextmanager
def somebody_else(versions: Versions) -> Iterator[None]:
    """Somebody is changing the store meanwhile, on a thread as another visitor's."""
    begun, done = threading.Event(), threading.Event()

    def hold() -> None:
        with versions.changing("Noor", 5):
            begun.set()
            done.wait(60)

    thread = threading.Thread(target=hold)
    thread.start()
    begun.wait(10)
    yield
    done.set()
    thread.join()


def test_the_second_of_two_who_deliver_at_once_is_told_who_is_busy(
    at: AppTest, versions: Versions, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk, "WAIT", 0.2)
    drop(at.run(), ("namen.csv", NAMEN))

    with somebody_else(versions):
        click(at, "Lever 1\u00a0bestand")

    assert "Dat is niet gelukt; er is niets veranderd." in said(at)
    assert "De gegevens worden nu gewijzigd door Noor" in said(at)
    # The files are still there: a click is enough to try again.
    click(at, "Lever 1\u00a0bestand")
    assert versions.current() == 1


def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(
    at: AppTest, versions: Versions
) -> None:
    versions.folder.mkdir()
    versions.kept.write_text("in de weg")
    drop(at.run(), ("namen.csv", NAMEN))

    click(at, "Lever 1\u00a0bestand")

    assert "zijn niet te wijzigen" in said(at)
    assert versions.current() == 0


def test_a_full_disk_is_told_in_a_sentence(at: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*args: object, **named: object) -> DeliveryOutcome:
        raise OSError(errno.ENOSPC, "No space left on device")

    at.run()
    monkeypatch.setattr(desk.deliveries, "deliver", full)
    drop(at, ("namen.csv", NAMEN))

    assert "de schijf is vol" in said(at)


def test_what_somebody_else_delivered_meanwhile_is_seen_before_delivering(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    drop(at.run(), ("namen.csv", NAMEN))
    deliver_text(("namen.csv", NAMEN))

    at.run()

    assert "Er valt niets te leveren" in said(at)


def test_work_that_nobody_waits_for_stops_at_its_next_step() -> None:
    told, go_on = threading.Event(), threading.Event()

    def work(progress: Callable[[str, float], None]) -> str:
        told.set()
        go_on.wait(10)
        progress("verder", 0.5)
        return "af"

    job = Job(work)
    told.wait(10)
    job.stop()
    go_on.set()

    assert job.wait(10)
    assert isinstance(job.error, Stopped)
    assert job.result is None


# ------------------------------------------------------------- freshness, completeness, checks


@pytest.mark.parametrize(
    ("name", "rows", "today", "expected"),
    [
        # DUO publishes a telling months later: until the next one is there, this is the newest.
        ("leerlingtelling", TELLING, dt.date(2026, 11, 21), ""),
        ("leerlingtelling", TELLING, dt.date(2027, 11, 21), "te oud, verwacht elk jaar"),
        # A list that holds until there is a new one does not age.
        ("regio_indeling", REGIO, dt.date(2040, 1, 1), ""),
    ],
)
def test_old_data_is_marked_in_words(
    name: str,
    rows: str,
    today: dt.date,
    expected: str,
    deliver_text: Callable[..., DeliveryOutcome],
    store: Callable[[], Store],
) -> None:
    deliver_text(("bestand.csv", rows))

    found = next(f for f in freshness(store()) if f.source.name == name)

    assert health.stale(found, today) == expected


def test_what_comes_every_month_is_judged_by_its_newest_row(
    deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store]
) -> None:
    deliver_text(("tlv.csv", (SAMPLE_DATA / "tlv.csv").read_bytes()))
    found = next(f for f in freshness(store()) if f.source.name == "tlv")

    # Not the day of delivery, nor until when a verklaring holds.
    assert found.newest == dt.date(2025, 11, 12)
    assert health.newest(found).replace("\u00a0", " ") == "nieuwste regel: 12 november 2025"
    assert health.stale(found, dt.date(2025, 12, 31)) == ""
    assert health.stale(found, dt.date(2026, 1, 20)) == "te oud, verwacht elke maand"


def test_missing_kinds_say_what_they_are_needed_for(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("namen.csv", NAMEN))

    open_part(at.run(), "versheid")

    on_page = said(at)
    assert "**Gemiddelde afstand tussen woonadres en school in het primair onderwijs**" in on_page
    assert "Vso-deelname" in on_page
    assert "Te halen bij: duo.nl" in on_page
    assert "Er is nog geen telling van leerlingen" in on_page


def test_completeness_says_how_many_schools_are_missing(
    deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store], at: AppTest
) -> None:
    schools = (
        "VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;SCHOOLTYPE\n"
        "99AA00;De Aa;9901 AA;vo\n99AB00;De Bee;9902 AA;vo\n"
    )
    both = TELLING + "99AB00;01-10-2025;vo;80\n"
    deliver_text(("regio.csv", REGIO), ("scholen.csv", schools), ("2025.csv", both))
    deliver_text(("2026.csv", TELLING.replace("2025", "2026")))

    open_part(at.run(), "versheid")

    rows = health.completeness(store(), frozenset({"VO9901"}))
    assert [(r["peildatum"].year, r["geteld"], r["verwacht"]) for r in rows] == [
        (2026, 1, 2),  # as many as the year before
        (2025, 2, 2),
    ]
    assert "Bij 1 telling zijn veel minder scholen geteld dan te verwachten is." in said(at)


def test_checks_that_find_nothing_are_good_and_others_say_what_now(
    at: AppTest, deliver_text: Callable[..., DeliveryOutcome]
) -> None:
    deliver_text(("telling.csv", TELLING))

    open_part(at.run(), "controles")

    # The pupils of a school that is on no list of addresses.
    check = checks()["school_zonder_adres"]
    on_page = said(at)
    assert f"**{check.title}**" in on_page
    assert f"Wat nu: {check.advice}" in on_page
    assert "1 van de" in on_page
    assert ":green-badge[:material/check: goed] Adreslijsten" in on_page
    assert cells(at)[0][0] == "99AA00"


def test_a_delivery_tells_what_the_checks_find_now(
    deliver_text: Callable[..., DeliveryOutcome], store: Callable[[], Store], versions: Versions
) -> None:
    viewer = Viewer(Role.BEHEERDER, frozenset({"VO9901"}))
    before = changes.snapshot(store(), viewer, {"leerlingtelling"})
    deliver_text(("telling.csv", TELLING))

    lines = changes.what_changed(versions, viewer, before, {"leerlingtelling"}).lines

    title = checks()["school_zonder_adres"].title
    assert f"Controle '{title}' vindt nu 1 (was 0). Zie hieronder bij Controles." in lines
    assert verdicts.verdict(store()).startswith("1 van de ")


# ------------------------------------------------------------------------ kinds and sentences


@pytest.mark.parametrize("source", sources().values(), ids=lambda source: source.name)
def test_every_kind_has_an_empty_file_that_is_recognised(
    source: Source, versions: Versions, make_file: Callable[..., Path]
) -> None:
    path = make_file(f"{source.name}-2025.csv", what_to_deliver.template(source))

    [report] = deliver(versions, [(path, path.name)], who="toets", dry_run=True).reports

    assert report.source == source.name
    assert [problem.text for problem in report.problems] == [messages.no_rows()]


def test_what_can_be_delivered_shows_columns_and_what_they_look_like(at: AppTest) -> None:
    at.run()
    at.selectbox(key="keuze_soort").set_value("tlv").run()

    rows = {row[0]: row[1:] for row in cells(at)}
    assert rows["**SOORT**"] == ["moet", "een van: sbo, so, vso", ""]
    assert rows["**LEERLING**"][1] == "een pseudoniem"
    assert rows["**BESLUITDATUM**"] == ["mag", "een datum als 01-10-2025, tussen 1980 en vandaag; mag leeg zijn",
                                        "DATUM BESLUIT"]  # fmt: skip
    assert "burgerservicenummers wordt geweigerd" in said(at)


@pytest.mark.parametrize("source", sources().values(), ids=lambda source: source.name)
def test_every_kind_says_where_to_get_it_and_what_it_replaces(source: Source) -> None:
    lines = what_to_deliver.about(source, Settings())

    assert source.where in lines[0]
    assert "vervangt" in lines[1]


def test_a_register_says_what_counts_as_whole_and_a_column_what_is_usual() -> None:
    lines = " ".join(what_to_deliver.about(sources()["verzuimmeldingen"], Settings()))
    columns = {column.name: column for column in sources()["arrangementen"].columns()}

    assert "**Volledig of niet**: een bestand geldt als een aanvulling" in lines
    assert "Volledig of niet" not in " ".join(
        what_to_deliver.about(sources()["normen"], Settings())
    )
    assert "gewoon is 250 tot en met 150.000" in formats.expected(columns["tarief"])


@pytest.mark.parametrize(
    ("message", "halves"),
    [
        (
            messages.wrong_cell("a; b. C", "een aantal, bijv. 12, <5 of x", True),
            ("'a; b. C' is niet goed.", "Verwacht een aantal, bijv. 12, <5 of x."),
        ),
        (messages.empty_cell(), ("Is leeg.", "Moet ingevuld zijn.")),
        (
            messages.total_row(),
            (
                "Dit lijkt een totaalregel.",
                "Haal deze regel weg: totalen rekent de monitor zelf uit.",
            ),
        ),
        (messages.more_of_these(3), ("Nog 3 keer een fout in deze kolom.", "")),
    ],
)
def test_a_message_is_split_in_what_and_what_now(message: str, halves: tuple[str, str]) -> None:
    assert words.halves(message) == halves


def test_messages_on_the_page_do_not_speak_of_the_command_line() -> None:
    for message in (
        messages.unknown_kind(["a"], ["tlv (er ontbreekt: B)"]),
        messages.ambiguous_kind(["tlv", "aanvragen"]),
        messages.moment_unknown("Vsv"),
        messages.moment_ambiguous(["2020", "2024"]),
        messages.remark_moment(),
    ):
        assert "--" not in words.for_page(message)
