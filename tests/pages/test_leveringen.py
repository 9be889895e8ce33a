"""Leveringen as its visitor sees it: deliver, repair, and what can be delivered."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest

from monitor.access import Role
from monitor.intake import formats
from monitor.intake.deliveries import deliver
from monitor.intake.judging import messages
from monitor.intake.report import DeliveryOutcome
from monitor.pages.leveringen import (
    what_to_deliver,
    words,
)
from monitor.sources import sources
from monitor.sources.source import Source
from monitor.store.settings import Settings
from monitor.store.versions import Versions
from tests.pages.delivering import (
    ADRESSEN,
    FOUT,
    NAMEN,
    REGIO,
    TELLING,
    VREEMD,
    VSV,
    _key,
    at,
    buttons,
    cells,
    click,
    drop,
    page,
    said,
)


assert at  # a fixture


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
