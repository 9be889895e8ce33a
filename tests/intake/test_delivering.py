"""What a delivery does to the store: load, replace, leave alone, take back."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from monitor.errors import MonitorError, NotFound
from monitor.intake.deliveries import deliver, rebuild, withdraw
from monitor.intake.report import DeliveryOutcome
from monitor.store.mappings import Mapping, save_mapping
from monitor.store.store import open_store
from monitor.store.versions import KEEP, Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]

COUNTS = "select vestiging, peildatum, aantal from leerlingtelling order by all"


def telling(*rows: str) -> str:
    return "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n" + "".join(row + "\n" for row in rows)


def norms(kilometres: int) -> str:
    return f"ONDERSTEUNINGSVRAAG;NIVEAU;MAX KM\nangst;alle;{kilometres}\n"


def addresses(*rows: str) -> str:
    return (
        "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;POSTCODE;"
        "PLAATSNAAM;GEMEENTENUMMER;DENOMINATIE;ONDERWIJSSTRUCTUUR\n"
        + "".join(f"X;40631;16SW;{row};5831 CR;BOXMEER;0756;Openbaar;PRO\n" for row in rows)
    )


# --- the same again


def test_the_same_file_again_changes_nothing(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    file = ("telling.csv", telling("16SW03;01-10-2024;vso;10"))
    deliver_text(file)
    before = (versions.register(), bron(COUNTS))

    again = deliver_text(file)

    assert (again.id, again.problems) == (0, [])
    assert again.reports[0].unchanged
    assert again.reports[0].remarks == ["Dit bestand is al geleverd; er verandert niets."]
    assert (versions.register(), bron(COUNTS)) == before


def test_the_same_file_under_another_name_changes_nothing(
    deliver_text: Deliver, versions: Versions
) -> None:
    content = telling("16SW03;01-10-2024;vso;10")
    deliver_text(("telling.csv", content))

    deliver_text(("telling (1).csv", content))

    assert versions.current() == 1


def test_with_a_new_file_beside_it_the_known_file_is_not_loaded_again(
    deliver_text: Deliver, versions: Versions
) -> None:
    known = ("telling.csv", telling("16SW03;01-10-2024;vso;10"))
    deliver_text(known)

    outcome = deliver_text(known, ("normen.csv", norms(15)))

    assert [report.unchanged for report in outcome.reports] == [True, False]
    assert [file.name for file in versions.register().deliveries[-1].files] == ["normen.csv"]


def test_a_file_of_which_another_year_was_delivered_since_changes_nothing(
    deliver_text: Deliver, versions: Versions
) -> None:
    """All its rows are still in force: no rows of it were replaced."""
    old = ("telling-2024.csv", telling("16SW03;01-10-2024;vso;10"))
    deliver_text(old)
    deliver_text(("telling-2025.csv", telling("16SW03;01-10-2025;vso;12")))

    outcome = deliver_text(old)

    assert outcome.reports[0].unchanged
    assert versions.current() == 2


def test_an_older_file_that_was_replaced_is_loaded_again(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    old, new = norms(15), norms(20)
    for content in (old, new, old):
        outcome = deliver_text(("normen.csv", content))
        assert not outcome.reports[0].unchanged

    assert versions.current() == 3
    assert bron("select max_km from normen") == [(15,)]


def test_a_file_of_which_only_a_part_was_replaced_is_loaded_again(
    deliver_text: Deliver, bron: Bron
) -> None:
    first = telling("16SW03;01-10-2024;vso;10", "16SW03;01-10-2025;vso;12")
    deliver_text(("a.csv", first))
    deliver_text(("b.csv", telling("16SW03;01-10-2025;vso;13")))

    outcome = deliver_text(("a.csv", first))

    assert outcome.reports[0].loaded == 2
    assert [row[2] for row in bron(COUNTS)] == [10, 12]


def test_a_withdrawn_file_can_be_delivered_again(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    file = ("normen.csv", norms(15))
    deliver_text(file)
    withdraw(versions, "1", who="toets")

    outcome = deliver_text(file)

    assert (outcome.id, outcome.reports[0].unchanged) == (2, False)
    assert bron("select max_km from normen") == [(15,)]


def test_an_address_list_of_which_the_date_was_not_known_is_known_the_next_day(
    deliver_text: Deliver, versions: Versions
) -> None:
    """Without a date in its name it counts as of the day of delivery, once."""
    file = ("vestigingen.csv", addresses("16SW03;De Zwaan"))
    deliver_text(file, moment=date(2026, 1, 15))

    outcome = deliver_text(file)

    assert outcome.reports[0].unchanged
    assert (outcome.reports[0].moment, versions.current()) == (date(2026, 1, 15), 1)


# --- slices


def test_a_delivery_replaces_the_slices_that_it_is_about_and_no_others(
    deliver_text: Deliver, bron: Bron
) -> None:
    head = "SCHOOLJAAR;POSTCODE4;ONDERSTEUNINGSVRAAG;NIVEAU;AANTAL\n"
    old = "2024-2025;5831;angst;havo;10\n"
    deliver_text(
        ("a.csv", head + old + "2025-2026;5831;angst;havo;11\n2025-2026;5832;angst;vwo;2\n")
    )

    deliver_text(("b.csv", head + "2025-2026;5831;angst;havo;21\n"))

    # All of 2025-2026 is replaced, the postcode that is no longer there too.
    assert bron("select schooljaar, postcode4, aantal from behoefte order by all") == [
        ("2024-2025", "5831", 10),
        ("2025-2026", "5831", 21),
    ]


def test_of_a_telling_only_the_schools_that_a_file_names_are_replaced(
    deliver_text: Deliver, bron: Bron
) -> None:
    """Schools send their own counts: one file is not all schools."""
    deliver_text(("a.csv", telling("16SW03;01-10-2025;vso;11", "16SW04;01-10-2025;vso;12")))

    deliver_text(("b.csv", telling("16SW03;01-10-2025;vso;21")))

    assert [(row[0], row[2]) for row in bron(COUNTS)] == [("16SW03", 21), ("16SW04", 12)]


def test_a_list_that_holds_as_a_whole_replaces_the_whole(deliver_text: Deliver, bron: Bron) -> None:
    deliver_text(("normen.csv", norms(15) + "gedrag;alle;10\n"))

    deliver_text(("normen.csv", norms(20)))

    assert bron("select ondersteuningsvraag, max_km from normen") == [("angst", 20)]


def test_an_address_list_that_no_longer_lists_a_vestiging_does_not_forget_it(
    deliver_text: Deliver, bron: Bron
) -> None:
    """Older files of pupils still need its place."""
    deliver_text(("vestigingen-2025.csv", addresses("16SW03;De Zwaan", "16SW04;De Eend")))

    deliver_text(("vestigingen-2026.csv", addresses("16SW03;De Zwaan")))

    assert bron("select year(lijstdatum), vestiging from vestigingen_vo order by all") == [
        (2025, "16SW03"),
        (2025, "16SW04"),
        (2026, "16SW03"),
    ]


def test_two_address_lists_of_one_year_are_joined(deliver_text: Deliver, bron: Bron) -> None:
    """DUO's two lists of 2020 differ by some ten vestigingen; of a vestiging the later counts."""
    outcome = deliver_text(
        ("vestigingen-2020.csv", addresses("16SW03;De Zwaan", "16SW04;De Eend")),
        ("vestigingen-2020-2.csv", addresses("16SW04;De Eend 2", "16SW05;De Gans")),
    )

    assert outcome.problems == []
    assert bron("select vestiging, naam from vestigingen_vo order by all") == [
        ("16SW03", "De Zwaan"),
        ("16SW04", "De Eend 2"),
        ("16SW05", "De Gans"),
    ]


def test_of_pupils_only_what_a_file_names_is_replaced(deliver_text: Deliver, bron: Bron) -> None:
    head = "BESCHIKKINGSNUMMER;LEERLING;SOORT;ONTVANGEN;BESLUIT\n"
    deliver_text(("tlv.csv", head + "B1;L1;vso;01-09-2025;open\nB2;L2;vso;01-09-2025;open\n"))

    deliver_text(("tlv-later.csv", head + "B2;L2;vso;01-09-2025;afgegeven\n"))

    assert bron("select beschikkingsnummer, besluit from tlv order by all") == [
        ("B1", "open"),
        ("B2", "afgegeven"),
    ]


# --- taking back


def test_taking_back_brings_back_what_was_replaced(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(("normen.csv", norms(15)))
    deliver_text(("normen.csv", norms(20)))

    withdraw(versions, "2", who="toets")

    assert bron("select levering, max_km from normen") == [(1, 15)]
    assert bron("select nummer from levering") == [(1,)]


def test_taking_back_the_middle_one_leaves_the_last(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    for kilometres in (15, 20, 25):
        deliver_text(("normen.csv", norms(kilometres)))

    withdraw(versions, "2", who="toets")

    assert bron("select levering, max_km from normen") == [(3, 25)]


def test_one_file_of_a_delivery_can_be_taken_back(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(("a.csv", telling("16SW03;01-10-2024;vso;10")), ("normen.csv", norms(15)))

    withdraw(versions, "1.2", who="toets")

    assert (len(bron(COUNTS)), bron("select * from normen")) == (1, [])
    assert [file.withdrawn is None for file in versions.register().deliveries[0].files] == [
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("which", "told"),
    [
        ("7", "Er is geen levering 7. Zie: dekkend deliveries"),
        ("x", "Er is geen levering x. Zie: dekkend deliveries"),
        ("1.2", "Levering 1 heeft geen bestand 2."),
        ("1.0", "Levering 1 heeft geen bestand 0."),
        ("2", "Levering 2 is al teruggetrokken."),
        ("2.1", "Levering 2.1 is al teruggetrokken."),
    ],
)
def test_what_cannot_be_taken_back_is_said(
    deliver_text: Deliver, versions: Versions, which: str, told: str
) -> None:
    deliver_text(("normen.csv", norms(15)))
    deliver_text(("normen.csv", norms(20)))
    withdraw(versions, "2", who="toets")

    with pytest.raises(NotFound) as error:
        withdraw(versions, which, who="toets")

    assert (str(error.value), versions.current()) == (told, 3)


def test_a_kept_file_that_is_gone_is_named_and_the_version_stands(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(("normen.csv", norms(15)))
    deliver_text(("normen.csv", norms(20)))
    kept = versions.kept_file(versions.register().files()[0])
    kept.unlink()

    for change in (
        lambda: withdraw(versions, "2", who="toets"),
        lambda: rebuild(versions, who="t"),
    ):
        with pytest.raises(MonitorError, match=r"Het bewaarde bestand van normen\.csv ontbreekt"):
            change()

    assert (versions.current(), bron("select max_km from normen")) == (2, [(20,)])


# --- versions and readers


def test_only_the_last_versions_stay_on_disk(deliver_text: Deliver, versions: Versions) -> None:
    for kilometres in range(10, 16):
        deliver_text(("normen.csv", norms(kilometres)))

    beside = {"slot", "leveringen", *(f"journaal.sqlite{end}" for end in ("", "-wal", "-shm"))}
    found = {path.name for path in versions.folder.iterdir()} - beside
    kept = range(7 - KEEP, 7)
    assert found == {
        "actueel",
        *(f"bron-{n}.duckdb" for n in kept),
        *(f"versie-{n}.json" for n in kept),
    }
    assert len(list(versions.kept.iterdir())) == 6  # every file as it came


def test_a_reader_keeps_its_version_while_others_deliver(
    deliver_text: Deliver, versions: Versions
) -> None:
    deliver_text(("normen.csv", norms(10)))
    reader = open_store(versions, whole=False)

    for kilometres in range(11, 17):  # past the versions that are kept
        deliver_text(("normen.csv", norms(kilometres)))
        assert reader.rows("select max_km from bron.normen") == [(10,)]

    later = open_store(versions, whole=False)
    assert later.rows("select max_km from bron.normen") == [(16,)]
    assert (reader.version, later.version) == (1, 7)
    reader.close()
    later.close()


def test_files_are_kept_as_they_came(
    deliver_text: Deliver, versions: Versions, make_file: Callable[..., Path]
) -> None:
    content = norms(15).replace("\n", "\r\n").encode("utf-16")

    deliver_text(("normen.csv", content))

    (file,) = versions.register().files()
    assert versions.kept_file(file).read_bytes() == content
    assert re.fullmatch(r"[0-9a-f]{64}\.csv", versions.kept_file(file).name)


def test_a_name_with_a_strange_ending_is_kept_too(
    deliver_text: Deliver, versions: Versions
) -> None:
    outcome = deliver_text(("normen." + "x" * 200, norms(15)))

    assert outcome.problems == []
    assert rebuild(versions, who="toets").version == 2


# --- mappings


FOREIGN = (
    "Nummer beschikking;Leerlingsleutel;Type;Binnen;Uitkomst\nB1;L1;Voortgezet spec.;1-9-2025;{}\n"
)
MAPPING = Mapping(
    name="kindkans-tlv",
    source="tlv",
    headings={
        "Nummer beschikking": "BESCHIKKINGSNUMMER",
        "Leerlingsleutel": "LEERLING",
        "Type": "SOORT",
        "Binnen": "ONTVANGEN",
        "Uitkomst": "BESLUIT",
    },
    words={"SOORT": {"Voortgezet spec.": "vso"}, "BESLUIT": {"Toegekend": "afgegeven"}},
)


def test_a_foreign_file_is_told_apart_by_its_saved_mapping(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    file = ("export.csv", FOREIGN.format(" toegekend "))
    assert deliver_text(file).is_refused

    path = save_mapping(versions.mappings, MAPPING)
    outcome = deliver_text(file)

    assert (path.name, outcome.problems) == ("kindkans-tlv.toml", [])
    assert outcome.reports[0].why == "herkend aan de koppeling kindkans-tlv"
    assert bron("select beschikkingsnummer, soort, besluit from tlv") == [
        ("B1", "vso", "afgegeven")
    ]


def test_a_mapping_can_be_chosen_by_name(deliver_text: Deliver, versions: Versions) -> None:
    save_mapping(versions.mappings, MAPPING)

    outcome = deliver_text(("export.csv", FOREIGN.format("Toegekend")), source="kindkans-tlv")

    assert (outcome.problems, outcome.reports[0].why) == ([], "gekozen: koppeling kindkans-tlv")


def test_a_fault_in_a_foreign_file_is_told_with_the_words_of_that_file(
    deliver_text: Deliver, versions: Versions
) -> None:
    save_mapping(versions.mappings, MAPPING)

    outcome = deliver_text(("export.csv", FOREIGN.format("Misschien")))

    assert str(outcome.problems[0]).startswith(
        "export.csv, regel 2, kolom 'Uitkomst': de waarde is niet goed; verwacht een van: afgegeven"
    )


def test_a_mapping_that_changes_does_not_change_what_was_delivered_with_it(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    file = ("export.csv", FOREIGN.format("Toegekend"))
    save_mapping(versions.mappings, MAPPING)
    deliver_text(file)
    words = {**MAPPING.words, "BESLUIT": {"Toegekend": "open"}}
    save_mapping(versions.mappings, MAPPING.model_copy(update={"words": words}))

    rebuild(versions, who="toets")
    assert bron("select besluit from tlv") == [("afgegeven",)]

    # The same file means something else now, so it is loaded.
    assert not deliver_text(file).reports[0].unchanged
    assert bron("select besluit from tlv") == [("open",)]

    (versions.mappings / "kindkans-tlv.toml").unlink()
    withdraw(versions, "2", who="toets")
    assert bron("select besluit from tlv") == [("afgegeven",)]


def test_any_heading_and_word_survives_being_saved(versions: Versions) -> None:
    from monitor.store.mappings import read_mappings

    mapping = MAPPING.model_copy(
        update={
            "headings": {'Kop "a" \\ b\n\x01é': "SOORT", "": "X"},
            "words": {"soort [x]": {"'": '"""', "# geen": "vso"}},
        }
    )
    save_mapping(versions.mappings, mapping)

    assert read_mappings(versions.mappings) == {"kindkans-tlv": mapping}


@pytest.mark.parametrize("name", ["", "Kindkans", "a/b", "..", "a b", "tlv", "x" * 50])
def test_a_name_that_cannot_be_a_mappings_is_refused(versions: Versions, name: str) -> None:
    with pytest.raises(MonitorError, match="naam"):
        save_mapping(versions.mappings, MAPPING.model_copy(update={"name": name}))


@pytest.mark.parametrize(
    "content",
    [
        b"source = ",
        b'source = "tlv"\nextra = 1\n',
        b'source = "tlv"\nname = "x"\n',
        b"\xff\xfe",
        b"",
    ],
)
def test_a_mapping_that_cannot_be_read_is_named(
    deliver_text: Deliver, versions: Versions, content: bytes
) -> None:
    versions.mappings.mkdir(parents=True)
    (versions.mappings / "stuk.toml").write_bytes(content)

    with pytest.raises(MonitorError, match=r"De koppeling stuk\.toml is niet te lezen"):
        deliver_text(("normen.csv", norms(15)))


def test_a_mapping_to_a_kind_that_does_not_exist_is_named(
    deliver_text: Deliver, versions: Versions
) -> None:
    versions.mappings.mkdir(parents=True)
    (versions.mappings / "oud.toml").write_text('source = "weg"\n', encoding="utf-8")

    with pytest.raises(MonitorError, match=r"oud\.toml noemt een onbekende soort: weg\."):
        deliver_text(("normen.csv", norms(15)))


# --- odds and ends


def test_a_delivery_of_nothing_does_nothing(versions: Versions) -> None:
    outcome = deliver(versions, [], who="toets")

    assert (outcome.reports, outcome.id, versions.current()) == ([], 0, 0)


def test_progress_goes_from_nothing_to_done(deliver_text: Deliver) -> None:
    told: list[tuple[str, float]] = []

    deliver_text(
        ("a.csv", telling("16SW03;01-10-2024;vso;10")),
        ("normen.csv", norms(15)),
        progress=lambda what, part: told.append((what, part)),
    )

    assert [part for _, part in told] == sorted(part for _, part in told)
    assert (told[0], told[-1]) == (("Lezen en keuren: a.csv", 0.0), ("Klaar", 1.0))


def test_the_register_says_who_and_when_and_what(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    deliver_text(("vestigingen-2026.csv", addresses("16SW03;De Zwaan")))

    (row,) = bron("select nummer, levering, bestand, bron, wie, peildatum, rijen from levering")
    assert row == (1, 1, "vestigingen-2026.csv", "vestigingen_vo", "toets", date(2026, 1, 1), 1)
    (delivery,) = versions.register().deliveries
    assert delivery.when.tzinfo is not None
    assert delivery.files[0].unknown_headings == []
