"""Numbers of records and pupils that a spreadsheet touched: noughts gone, decimals come."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from helpers.drawings import BEHEERDER

from monitor.figures.door import figures, indicator_named
from monitor.intake import pseudonyms, pupil_keys
from monitor.intake.deliveries import deliver, rebuild, withdraw
from monitor.intake.pseudonyms import Key
from monitor.intake.report import DeliveryOutcome
from monitor.store.store import open_store
from monitor.store.versions import Versions


Deliver = Callable[..., DeliveryOutcome]
Bron = Callable[..., list[tuple[Any, ...]]]
CASES = Path(__file__).parent / "cases"
SEPTEMBER, OCTOBER = "06-verzuim-september.csv", "06-verzuim-oktober-na-excel.csv"

MELDINGEN = "MELDINGNUMMER;LEERLING;VERZUIM SINDS;EINDE VERZUIM;INGESCHREVEN;GEOORLOOFD;STATUS\n"
TLV = "BESCHIKKINGSNUMMER;LEERLING;SOORT;ONTVANGEN;BESLUIT\n"
AANVRAGEN = "AANVRAAGNUMMER;LEERLING;SCHOOLJAAR;ONTVANGEN;VESTIGINGSCODE;ONDERSTEUNINGSVRAAG;NIVEAU;STATUS\n"
EVERYBODY = (
    "select count(distinct leerling) from (select leerling from verzuimmeldingen union all "
    "select leerling from tlv union all select leerling from aanvragen)"
)


def melding(number: str, pupil: str, end: str = "") -> str:
    status = "afgesloten" if end else "in behandeling"
    return f"{number};{pupil};01-09-2026;{end};Ja;Nee;{status}\n"


@pytest.fixture
def as_before(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Deliver as version 0.1 did: a pupil is the hash of the number as delivered. The call of what
    this gives goes back to the program as it is."""

    def match(
        connection: Any, table: str, columns: list[str], key: Key, known: Any
    ) -> pupil_keys.Match:
        connection.execute(f"create temp table {table}_wie (tekst varchar, pseudoniem varchar)")
        texts = connection.execute(f"select distinct {columns[0]} from {table}").fetchall()
        rows = [(text, pseudonyms.pseudonym(key, text)) for (text,) in texts]
        connection.executemany(f"insert into {table}_wie values (?, ?)", rows)
        return pupil_keys.Match(0, 0)

    with_old_rule = monkeypatch.context()
    patch = with_old_rule.__enter__()
    patch.setattr("monitor.intake.deliveries.match", match)
    patch.setattr("monitor.intake.judging.files.match", match)
    return lambda: with_old_rule.__exit__(None, None, None)


def case(name: str) -> tuple[str, bytes]:
    return (name, (CASES / name).read_bytes())


def test_october_after_excel_ends_the_meldingen_of_a_folder_of_the_version_before(
    deliver_text: Deliver, versions: Versions, bron: Bron, as_before: Callable[[], None]
) -> None:
    deliver_text(case(SEPTEMBER))
    old = bron("select leerling from verzuimmeldingen order by 1")
    as_before()

    outcome = deliver_text(case(OCTOBER))

    assert outcome.problems == []
    ends = bron("select leerling, einde_verzuim is not null from verzuimmeldingen order by 1")
    assert ends == [(pupil, True) for (pupil,) in old], "the same two pupils, both back"
    told = " ".join(outcome.reports[0].remarks)
    assert "2 leerlingen kenden wij al met hetzelfde nummer" in told
    assert "2 rijen zijn er al met hetzelfde MELDINGNUMMER" in told

    rebuild(versions, who="toets")
    assert (
        bron("select leerling, einde_verzuim is not null from verzuimmeldingen order by 1") == ends
    )
    withdraw(versions, "2", who="toets")
    assert bron("select count(*) from verzuimmeldingen where einde_verzuim is null") == [(2,)]


@pytest.mark.parametrize("is_old", [True, False], ids=["folder of before", "folder of now"])
@pytest.mark.parametrize(
    "spelled",
    [
        "4711",
        "0004711",
        "4711,0",
        "4711.0",
        "'0004711",
        "4711.00",
        "\u200b4711",
        "47\u00a011",
        "04711",
    ],
)
def test_a_pupil_stays_one_pupil_in_every_kind_of_file(
    deliver_text: Deliver,
    bron: Bron,
    as_before: Callable[[], None],
    spelled: str,
    is_old: bool,
) -> None:
    if not is_old:
        as_before()
    deliver_text(("m.csv", MELDINGEN + melding("000123", "0004711")))
    if is_old:
        as_before()

    tlv = ("tlv.csv", f"{TLV}B-1;{spelled};vso;01-03-2026;open\n")
    aanvraag = f"{AANVRAGEN}A-1;{spelled};2025-2026;01-03-2026;16SW03;angst;havo;wachtend\n"
    outcome = deliver_text(tlv, ("aanvragen.csv", aanvraag))

    assert outcome.problems == []
    assert bron(EVERYBODY) == [(1,)]
    joined = [r for report in outcome.reports for r in report.remarks if "kenden wij al" in r]
    assert len(joined) == (2 if is_old and spelled != "0004711" else 0)


def test_a_pupil_whom_excel_had_split_before_is_refused_with_what_to_do(
    deliver_text: Deliver, versions: Versions, as_before: Callable[[], None]
) -> None:
    """The version before took them for two; which of the two figures came from, nobody can tell."""
    deliver_text(("september.csv", MELDINGEN + melding("000123", "0004711")))
    deliver_text(("oktober.csv", MELDINGEN + melding("124", "4711", "15-10-2026")))
    as_before()
    november = ("november.csv", MELDINGEN + melding("000123", "0004711", "16-10-2026"))

    outcome = deliver_text(november)

    assert [str(problem)[:64] for problem in outcome.problems] == [
        "november.csv: 1 leerling in dit bestand is er al onder twee numm"
    ]
    withdraw(versions, "2", who="toets")
    assert deliver_text(november).problems == []


def test_within_one_file_two_spellings_of_a_number_are_refused(deliver_text: Deliver) -> None:
    """Who sees only this file cannot tell whether 0004711 and 4711 are one."""
    rows = melding("000123", "0004711") + melding("123", "A1") + melding("5", "4711")

    outcome = deliver_text(("m.csv", MELDINGEN + rows))

    assert [str(problem) for problem in outcome.problems] == [
        (
            "m.csv, regel 4, kolom 'LEERLING': het nummer verschilt alleen in nullen vooraan van dat op "
            "regel 2; of dit één leerling is, is niet te zien. Schrijf elk nummer overal hetzelfde, "
            "voluit als tekst."
        ),
        (
            "m.csv, regel 3: MELDINGNUMMER verschilt alleen in nullen vooraan van regel 2: een "
            "spreadsheet laat die weg. Zet de nummers voluit in het bestand, of haal een van de twee "
            "rijen weg."
        ),
    ]


def test_a_pupil_with_more_meldingen_has_as_many_rows(deliver_text: Deliver, bron: Bron) -> None:
    rows = melding("1", "L1", "01-10-2026") + melding("2", "L1") + melding("3", "4711")

    outcome = deliver_text(("m.csv", MELDINGEN + rows))

    assert outcome.reports[0].loaded == 3
    assert bron("select count(*), count(distinct leerling) from verzuimmeldingen") == [(3, 2)]


def test_letters_keep_their_noughts(deliver_text: Deliver, bron: Bron) -> None:
    """A spreadsheet touches numbers only: V0123 and V123 are two, and so are their pupils."""
    rows = melding("V0123", "L0471") + melding("V123", "L471")

    deliver_text(("m.csv", MELDINGEN + rows))

    assert bron("select count(*), count(distinct leerling) from verzuimmeldingen") == [(2, 2)]


@pytest.mark.parametrize("column", [0, 1])
def test_a_number_of_which_digits_are_gone_is_refused(deliver_text: Deliver, column: int) -> None:
    """1,23457E+14 would be many numbers at once."""
    cells = ["000123", "L1"]
    cells[column] = "1,23457E+14"

    outcome = deliver_text(("m.csv", MELDINGEN + melding(*cells)))

    assert [problem.column for problem in outcome.problems] == [
        ("MELDINGNUMMER", "LEERLING")[column]
    ]


def test_other_numbers_that_came_back_as_decimals_are_whole_again(
    deliver_text: Deliver, bron: Bron
) -> None:
    head = "VESTIGINGSCODE;PEILDATUM;SCHOOLTYPE;AANTAL\n"

    outcome = deliver_text(("t.csv", f"{head}16SW03;01-10-2025;vso;120,0\n"))

    assert outcome.problems == []
    assert bron("select aantal, aantal_max from leerlingtelling") == [(120, 120)]


def test_two_files_of_one_delivery_with_the_same_number_are_seen(deliver_text: Deliver) -> None:
    first = ("a.csv", MELDINGEN + melding("000123", "L1"))
    second = ("b.csv", MELDINGEN + melding("123", "L1", "15-10-2026"))

    outcome = deliver_text(first, second)

    assert ["gaat over hetzelfde als a.csv" in problem.text for problem in outcome.problems] == [
        True
    ]


def test_two_pupils_more_are_at_home_in_the_sample_and_not_four(
    sample_copy: Path, make_file: Callable[..., Path], as_before: Callable[[], None]
) -> None:
    """Both were at home all of September; as two spellings they counted twice, and two of the four
    for ever (`cases/06`: 58 thuiszitters, right 55; four of the sample's own are 16-uursmeldingen
    and since A7 no thuiszitters: 51)."""
    versions = Versions(sample_copy)
    for name in (SEPTEMBER, OCTOBER):
        path = make_file(*case(name))
        deliver(versions, [(path, name)], who="toets")
        as_before()

    found = figures(
        open_store(versions, whole=False),
        BEHEERDER,
        indicator_named("thuiszitters_thuis_ocw"),
        "swv",
    )
    at = {f.periode: (f.teller, f.teller_max) for f in found if not f.uitsplitsing}
    assert (at["2026-08-31"], at["2026-09-30"]) == ((49, 49), (51, 51))
