"""A koppeling that says what is the same in every row: an export of the verzuimregister of DUO."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from monitor.errors import MonitorError
from monitor.intake.deliveries import rebuild
from monitor.intake.report import DeliveryOutcome
from monitor.store.mappings import Mapping, all_mappings, save_mapping
from monitor.store.store import open_store
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
PRESET = "duo-verzuimregister"
OURS = "MELDINGNUMMER;LEERLING;VERZUIM SINDS;EINDE VERZUIM;SOORT VERZUIM;ALLE LESSEN GEMIST;STATUS;REDEN EINDE\n"
THEIRS = "Meldingnummer;Leerling;Begindatum;Einddatum;Vermoedelijke soort verzuim;Alle lessen gemist;Status;Reden afgesloten;Vermoedelijke reden\n"
REGISTER = (
    "M1;L1;02-03-2026;;V3;Nee;geregistreerd;{}\n"  # 16 hours: no langdurig verzuim
    "M2;L2;02-03-2026;;LRV;Ja;ter kennisgeving aangenomen;{}\n"  # goes on
    "M3;L3;02-03-2026;;langdurig relatief verzuim;;overgedragen aan derden;{}\n"
    "M4;L4;02-03-2026;20-04-2026;LRV;Ja;afgesloten;geen verzuim: langdurig ziek{}\n"  # was none
)


@pytest.mark.parametrize(
    ("head", "last", "source"), [(OURS, "", PRESET), (THEIRS, ";", PRESET), (THEIRS, ";", "")]
)
def test_an_export_of_the_register_is_delivered_and_counted(
    deliver_text: Deliver, versions: Versions, bron: Bron, head: str, last: str, source: str
) -> None:
    """faults.md C: refused before, for INGESCHREVEN and GEOORLOOFD are not in it."""
    file = ("register.csv", head + REGISTER.format(*[last] * 4))

    outcome = deliver_text(file, source=source)

    assert outcome.problems == []
    assert outcome.reports[0].remarks[0] == (
        f"Overal dezelfde waarde, volgens de koppeling '{PRESET}': INGESCHREVEN Ja en GEOORLOOFD Nee."
    )
    rows = bron(
        "select meldingnummer, ingeschreven, geoorloofd, soort_verzuim, status, reden_einde "
        "from verzuimmeldingen order by 1"
    )
    assert rows == [
        ("M1", "ja", "nee", "16 uur", "aangemeld", None),
        ("M2", "ja", "nee", "langdurig", "ter kennisgeving", None),
        ("M3", "ja", "nee", "langdurig", "in behandeling", None),
        ("M4", "ja", "nee", "langdurig", "afgesloten", "langdurig ziek"),
    ]
    store = open_store(versions, whole=False)
    assert store.rows("select meldingnummer, zeker from definitions.lrv order by 1") == [
        ("M2", True), ("M3", True)
    ]  # fmt: skip
    assert store.rows("select meldingnummer from definitions.rel16 where zeker") == [("M1",)]
    store.close()
    rebuild(versions, who="toets")
    assert len(bron("select * from verzuimmeldingen where ingeschreven = 'ja'")) == 4


def test_onbekend_is_the_same_as_empty(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    """faults.md A7: nothing is known, whichever of the two a system writes."""
    head = (
        "MELDINGNUMMER;LEERLING;VERZUIM SINDS;INGESCHREVEN;GEOORLOOFD;STATUS;SOORT VERZUIM;"
        "ALLE LESSEN GEMIST;REDEN EINDE;UREN;VRIJSTELLING\n"
    )
    rows = (
        "M1;L1;02-03-2026;Ja;Nee;aangemeld;Onbekend;Onbekend;ONBEKEND;;geen\n"
        "M2;L2;02-03-2026;Ja;Nee;aangemeld;;;;;geen\n"
        "M3;L3;02-03-2026;Ja;Nee;aangemeld;onbekend;onbekend;;80;geen\n"  # the hours say it
        "M4;L4;02-03-2026;Ja;Nee;aangemeld;Signaal verzuim;Onbekend;;90;geen\n"
        "M5;L5;02-03-2026;Nee;Nee;aangemeld;;;;;Onbekend\n"  # an exemption, perhaps
    )

    assert deliver_text(("meldingen.csv", head + rows)).problems == []

    store = open_store(versions, whole=False)
    assert store.rows("select meldingnummer, zeker from definitions.thuis_ocw order by 1") == [
        ("M1", False), ("M2", False), ("M3", True), ("M5", False)
    ]  # fmt: skip
    store.close()


def test_without_the_preset_the_file_is_refused_as_before(deliver_text: Deliver) -> None:
    """Nobody said that everybody in it is enrolled."""
    outcome = deliver_text(("register.csv", OURS + REGISTER.format("", "", "", "")))

    assert outcome.is_refused


def test_a_file_that_has_the_column_itself_is_refused(deliver_text: Deliver) -> None:
    outcome = deliver_text(
        ("register.csv", OURS.strip() + ";INGESCHREVEN\nM1;L1;02-03-2026;;V3;Nee;aangemeld;;Nee\n"),
        source=PRESET,
    )

    assert "maar het bestand heeft die kolom zelf" in str(outcome.problems[0])


def test_an_empty_row_is_no_row(deliver_text: Deliver, bron: Bron) -> None:
    """Its constants are no content."""
    deliver_text(
        ("register.csv", OURS + "M1;L1;02-03-2026;;V3;Nee;aangemeld;\n;;;;;;;\n"), source=PRESET
    )

    assert bron("select count(*) from verzuimmeldingen") == [(1,)]


@pytest.mark.parametrize(
    ("heading", "value", "said"),
    [
        ("GEOORLOOFD", "Misschien", "verwacht een van: ja, nee"),
        ("KLEUR", "rood", "kent 'verzuimmeldingen' niet"),
        ("LEERLING", "L1", "houdt rijen of leerlingen uit elkaar"),
        ("MELDINGNUMMER", "1", "houdt rijen of leerlingen uit elkaar"),
    ],
)
def test_a_constant_that_cannot_be_is_not_saved(
    versions: Versions, heading: str, value: str, said: str
) -> None:
    mapping = Mapping(name="mijn", source="verzuimmeldingen", constants={heading: value})

    with pytest.raises(MonitorError, match=said):
        save_mapping(versions.mappings, mapping)


def test_a_saved_mapping_comes_back_and_goes_before_the_preset(versions: Versions) -> None:
    own = Mapping(name=PRESET, source="verzuimmeldingen", constants={"GEOORLOOFD": "Ja"})

    save_mapping(versions.mappings, own)

    assert all_mappings(versions.mappings)[PRESET] == own


def test_a_whole_export_counts_whom_the_definitions_say(
    deliver_text: Deliver, versions: Versions, bron: Bron
) -> None:
    """All columns of the register (Besluit verzuimmelding), words as it writes them and codes as
    systems send them. Why who counts stands behind each."""
    register = (Path(__file__).parent / "verzuimregister.csv").read_bytes()

    outcome = deliver_text(("register.csv", register))

    assert outcome.problems == []
    assert (
        "Niet gebruikte kolommen: Door school ondernomen actie, Actie gemeente gewenst, Leslocatie, "
        "Verzuimdagen, Verzuimuren, Toelichting."
    ) in outcome.reports[0].remarks
    assert bron("select status, count(*) from verzuimmeldingen group by 1 order by 1") == [
        ("aangemeld", 1), ("afgesloten", 4), ("in behandeling", 2), ("ingetrokken", 1),
        ("invoer school", 1), ("ter kennisgeving", 2),
    ]  # fmt: skip
    store = open_store(versions, whole=False)
    counted = store.rows("select meldingnummer, zeker from definitions.lrv order by 1")
    assert counted == [
        ("D26-05", True),  # a month or longer
        ("D26-07", True),  # was, until April; 06 turned out to be ill
        ("D26-08", False), ("D26-09", False), ("D26-10", False),  # nothing says whether all
    ]  # fmt: skip
    assert bron("select count(*) from verzuimmeldingen where uren is not null") == [(0,)]
    store.close()
