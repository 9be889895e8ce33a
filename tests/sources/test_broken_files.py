"""Broken files are refused with a sentence that says where, what and what now; nothing changes."""

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest
from broken import BROKEN, BSNS, HEAD, ROW, ROW2, TLV, VO_HEAD, VO_ROW, Broken, text

from monitor.errors import MonitorError
from monitor.intake.deliveries import deliver
from monitor.intake.report import DeliveryOutcome
from monitor.store.versions import Versions
from monitor.values.spelling import looks_like_bsn


Deliver = Callable[..., DeliveryOutcome]


def _told(drawing: str) -> list[str]:
    """The problems of a drawing in the catalogue, one string each."""
    lines: list[str] = []
    for line in textwrap.dedent(drawing).strip().splitlines():
        if line.startswith(" "):
            lines[-1] += " " + line.strip()
        else:
            lines.append(line)
    return lines


def _files_in(folder: Path) -> dict[str, bytes]:
    """What is in the data folder, without the lock, which stays."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "slot"
    }


@pytest.mark.parametrize("broken", BROKEN, ids=lambda broken: broken.what)
def test_a_broken_file_is_refused_and_its_sender_told_why(
    deliver_text: Deliver, versions: Versions, broken: Broken
) -> None:
    outcome = deliver_text((broken.file, broken.content), source=broken.source)

    told = [str(problem) for problem in outcome.problems]
    expected = _told(broken.told)
    for i, line in enumerate(expected):
        if more := re.fullmatch(r"… (\d+) …", line):
            left_out = slice(i, i + int(more[1]))
            assert all(_without_line(t) == _without_line(told[0]) for t in told[left_out])
            told[left_out] = [line]
    assert told == expected
    assert (outcome.id, outcome.reports[0].loaded, versions.current()) == (0, 0, 0)
    assert _files_in(versions.folder) == {}


def _without_line(problem: str) -> str:
    return re.sub(r"regel \d+|'n\d+'", "", problem)


def test_the_catalogue_has_every_mistake_once() -> None:
    assert len({broken.what for broken in BROKEN}) == len(BROKEN) >= 45


@pytest.mark.parametrize(
    "broken", [b for b in BROKEN if not b.source][::8], ids=lambda broken: broken.what
)
def test_one_broken_file_among_good_ones_refuses_them_all(
    deliver_text: Deliver, versions: Versions, broken: Broken
) -> None:
    deliver_text(("eerder.csv", text(HEAD, ROW)))
    before = _files_in(versions.folder)

    outcome = deliver_text(
        ("goed1.csv", "ONDERSTEUNINGSVRAAG;NIVEAU;MAX KM\nangst;alle;15\n"),
        ("goed2.csv", "NAAM;VESTIGINGSCODE\nDe Zwaan;16SW03\n"),
        (broken.file, broken.content),
        ("goed3.csv", "POSTCODE4;SWV\n5831;VO2507\n"),
    )

    assert outcome.is_refused
    assert [report.loaded for report in outcome.reports] == [0, 0, 0, 0]
    assert [bool(report.problems) for report in outcome.reports] == [False, False, True, False]
    assert (outcome.id, versions.current()) == (0, 1)
    assert _files_in(versions.folder) == before


def test_a_dry_run_tells_the_same_and_makes_no_folder(
    deliver_text: Deliver, versions: Versions
) -> None:
    outcome = deliver_text(("telling.csv", text(HEAD, "x;y;z;-3\n")), dry_run=True)

    assert len(outcome.problems) == 4
    assert not versions.folder.exists()


# --- files that are wrong together, or in a call


def test_a_file_that_does_not_exist_is_named(versions: Versions, tmp_path: Path) -> None:
    outcome = deliver(versions, [(tmp_path / "weg.csv", "weg.csv")], who="toets")

    assert [str(problem) for problem in outcome.problems] == [
        "weg.csv: dit bestand bestaat niet. Controleer de naam en de map."
    ]


def test_two_files_of_the_same_year_are_refused_together(deliver_text: Deliver) -> None:
    outcome = deliver_text(
        ("leerlingen-2025.csv", text(VO_HEAD, VO_ROW)),
        ("leerlingen-2025-nieuw.csv", text(VO_HEAD, VO_ROW.replace("120", "121"))),
    )

    assert [str(problem) for problem in outcome.problems] == _told("""
        leerlingen-2025-nieuw.csv: gaat over hetzelfde als leerlingen-2025.csv (01-10-2025).
            Lever er één van de twee, of lever ze na elkaar als het tweede het eerste vervangt.
    """)


def test_two_lists_of_which_only_one_can_hold_are_refused_together(deliver_text: Deliver) -> None:
    norms = "ONDERSTEUNINGSVRAAG;NIVEAU;MAX KM\nangst;alle;"

    outcome = deliver_text(("normen.csv", norms + "15\n"), ("normen2.csv", norms + "20\n"))

    assert [str(problem) for problem in outcome.problems] == _told("""
        normen2.csv: gaat over hetzelfde als normen.csv (de hele lijst).
            Lever er één van de twee, of lever ze na elkaar als het tweede het eerste vervangt.
    """)


def test_what_two_files_about_pupils_share_is_not_said(deliver_text: Deliver) -> None:
    row = "B1;LL1;vso;01-09-2025;"

    outcome = deliver_text(
        ("a.csv", text(TLV, row, "open\n")), ("b.csv", text(TLV, row, "afgegeven\n"))
    )

    assert [problem.text[:44] for problem in outcome.problems] == [
        "gaat over hetzelfde als a.csv (dezelfde rege"
    ]


def test_the_same_file_twice_in_one_call_is_loaded_once(
    deliver_text: Deliver, versions: Versions
) -> None:
    content = text(HEAD, ROW, ROW2)

    outcome = deliver_text(("telling.csv", content), ("telling (1).csv", content))

    assert outcome.problems == []
    assert [(r.unchanged, r.loaded, r.remarks) for r in outcome.reports] == [
        (False, 2, []),
        (True, 0, ["Dit is hetzelfde bestand als telling.csv."]),
    ]
    assert len(versions.register().files()) == 1


def test_the_same_list_under_two_years_is_two_lists(
    deliver_text: Deliver, versions: Versions
) -> None:
    """Nothing may have changed in a year."""
    content = text(VO_HEAD, VO_ROW)

    outcome = deliver_text(("leerlingen-2024.csv", content), ("leerlingen-2025.csv", content))

    assert [report.unchanged for report in outcome.reports] == [False, False]
    assert [f.moment.year for f in versions.register().files() if f.moment] == [2024, 2025]


def test_a_kind_that_does_not_exist_is_told_with_those_that_do(deliver_text: Deliver) -> None:
    with pytest.raises(
        MonitorError,
        match=r"^Onbekende soort bestand 'telling'\. Bekend zijn: aanvragen, afspraken",
    ):
        deliver_text(("telling.csv", text(HEAD, ROW)), source="telling")


def test_two_headings_for_one_column_are_no_fault_but_told(deliver_text: Deliver) -> None:
    """DUO itself has both a code and the same code with `GM` before it in one file."""
    headings = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL LEERLINGEN;AANTAL\n"

    outcome = deliver_text(("telling.csv", headings + "16SW03;01-10-2025;vso;1;2\n"))

    assert outcome.problems == []
    assert outcome.reports[0].remarks == ["Niet gebruikte kolommen: AANTAL LEERLINGEN."]


# --- burgerservicenummers


@pytest.mark.parametrize(
    "heading",
    [
        "BSN",
        "bsn",
        "B.S.N.",
        "BSN-nummer",
        "BSN leerling",
        "Leerling BSN",
        "leerling_bsn",
        "leerlingBSN",
        "Burgerservicenummer",
        "Burgerservicenummer (BSN)",
        "burger service nummer",
        "BurgerServiceNr",
        "BSN/onderwijsnummer",
        "Onderwijsnummer",
        "PGN",
        "Onderwijsnr",
        "Persoonsgebonden nummer",
        "Sofinummer",
        "sofi-nr",
    ],
)
def test_a_column_that_is_called_a_bsn_is_refused_whatever_is_in_it(
    deliver_text: Deliver, heading: str
) -> None:
    content = f"VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL;{heading}\n16SW03;01-10-2025;vso;12;-\n"

    outcome = deliver_text(("telling.csv", content))

    assert [(p.column, p.text[:52]) for p in outcome.problems] == [
        (heading, "deze kolom heet als een burgerservicenummer. De moni")
    ]


@pytest.mark.parametrize("heading", ["Sofia", "Absent", "Ondersteuningsnummer", "PGNO", "Nummer"])
def test_a_column_that_is_called_otherwise_is_not(deliver_text: Deliver, heading: str) -> None:
    content = f"VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL;{heading}\n16SW03;01-10-2025;vso;12;-\n"

    assert deliver_text(("telling.csv", content)).problems == []


@pytest.mark.parametrize(
    "lines",
    [
        [f"B{i};{bsn};vso;01-09-2025;open" for i, bsn in enumerate(BSNS)],
        # one among pseudonyms
        ["B1;LL1;vso;01-09-2025;open", f"B2;{BSNS[1]};vso;01-09-2025;open"],
        # where it does not belong: in a date, a code and a choice
        [f"B1;LL1;{BSNS[0]};{BSNS[1]};{BSNS[2]}"],
        [f"B1;LL1;vso {BSNS[0]};01-09-2025;open"],
        # in the place of the headings, and in a row with a cell too few
        [f"{BSNS[0]};{BSNS[1]}"],
    ],
)
@pytest.mark.parametrize("is_headed", [True, False])
def test_a_bsn_stands_nowhere_afterwards(
    deliver_text: Deliver, versions: Versions, lines: list[str], is_headed: bool
) -> None:
    content = (TLV if is_headed else "") + "\n".join(lines) + "\n"

    outcome = deliver_text(("tlv.csv", content))

    assert outcome.is_refused
    for bsn in BSNS:
        assert looks_like_bsn(bsn)
        assert bsn not in repr(outcome)
        assert all(bsn.encode() not in kept for kept in _files_in(versions.folder).values())


def test_a_mapping_cannot_hide_what_a_column_is_called(
    deliver_text: Deliver, versions: Versions
) -> None:
    versions.mappings.mkdir(parents=True)
    (versions.mappings / "eigen.toml").write_text(
        'source = "tlv"\n[headings]\n"BSN" = "LEERLING"\n', encoding="utf-8"
    )

    outcome = deliver_text(
        ("tlv.csv", TLV.replace("LEERLING", "BSN") + "B1;LL1;vso;01-09-2025;open\n")
    )

    assert [problem.column for problem in outcome.problems] == ["BSN"]


def test_a_date_in_digits_is_not_taken_for_a_bsn(deliver_text: Deliver) -> None:
    """20161001 passes the elfproef; DUO writes its peildatum so, in every row."""
    outcome = deliver_text(
        ("telling.csv", HEAD + "16SW03;20161001;vso;12\n16SW04;20161001;vso;9\n")
    )

    assert outcome.problems == []
