"""Each spelling means the same to pydantic (`Spelling.read`) and to SQL (`sql_clean`, …).

One contract has two readers: forms are read in Python, files in DuckDB. Whatever text is in a
cell, both must give the same verdict and the same value.
"""

import datetime as dt
import math
from collections.abc import Iterator
from typing import Any

import duckdb
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from monitor.sources import sources
from monitor.values import field_codes, field_dates, field_numbers, fields
from monitor.values.spelling import Count, Interval, Spelling, looks_like_bsn, sql_looks_like_bsn


def _all_spellings() -> dict[str, Spelling]:
    """Every spelling of `monitor.values.fields` and of the sources, under a name that tells them apart."""
    modules = (fields, field_codes, field_dates, field_numbers)
    named = [pair for module in modules for pair in vars(module).items()]
    found = {name: value for name, value in named if isinstance(value, Spelling)}
    for source in sources().values():
        for column in source.columns():
            if column.spelling not in found.values():
                found[f"{source.name}.{column.name}"] = column.spelling
    return found


SPELLINGS = _all_spellings()

# Near misses: what is right or nearly right for some spelling.
SEEDS = [
    *(
        "16SW03",
        "16sw03",
        "16 SW 03",
        "16SW3",
        "16SW003",
        "6SW03",
        "16\u017fW03",
        "16SW\uff103",
        "16SWO3",
    ),
    *("40631", "631", "406311", "GM0363", "gm0363", "0363", "363", "GM363", "GM03633", "gm 0363"),
    *("PO2401", "PO-24-01", "24-01", "2401", "VO 25.07", "po2401", "PO240", "PO24011", "XX2401"),
    *("5831 CR", "5831cr", "5831", "0831", "5831  CR", "5831CRX", "583", "\uff15831"),
    *("0", "12", "1.234", "12.34", "1234", "1.234.567", "1.23.456", "999999999", "2147483648"),
    *("9.999.999.999", "2.147.483.647", "2.147.483.648", "1_000", "+5", "-5", "-1", "<5", "< 5"),
    *("<10", "x", "X", "N.v.t.", "nvt", "onbekend", "\u0663", "1e5", "inf", "nan", "1" + "0" * 400),
    *("12,5", "12.5", "1.234,5", "1.234", "0.234", "1234.567", "1,2,3", "1.2.3", "€ 12", "12 %"),
    *("12,-", "12,--", "€12.500,50", "12.500", "-12", "--12", "12 €", "12,", ",5", ".5", "5\n€"),
    *("52,0907", "52.0907", "520907", "-5,1", "5.", "52,09 07"),
    *("01-10-2025", "1-10-2025", "2025-10-01", "20251001", "1/10/2025", "2025/10/01", "31-02-2025"),
    *("29-02-2024", "29-02-2023", "00-10-2025", "01-13-2025", "01-10-0025", "00001001", "1-1-0000"),
    *("2025-10-01 00:00:00", "01-10-2025 00:00:00", "20251001 00:00:00", "2025-10-01 12:00:00"),
    *("31-12-9999", "0999-01-01", "2025-1-1", "2025-10-1", "1-10/2025", "01-10-25", "2025-10"),
    *("2025-2026", "2025/2026", "2025-26", "2025-2027", "1999-00", "1999-2000", "2025 - 2026"),
    *("2025-2025", "2099-00", "2999-3000", "2025–2026", "2025", "1899", "3025", "2025.0"),
    *("ja", "Ja", "JA", "j", "nee", "onbekend", "vso", "VSO", "invoer school", "INVOER_SCHOOL"),
    *("a|b", "a | B", "|", "||", " | ", "a|", "|a", "a|\u00a0|b", "a|\n|b", "É|ß|İ", "a\nb"),
    *("12,500", "1.234,500", "12500,500", "1 234", "12 15", "1 2 3", "< 5", "1 234 567", "12 345"),
    *("50", "54", "54,01", "49.99", "3", "8", "8,1", "2,9", "1979-12-31", "1980-01-01", "2205-1-1"),
    *("123456782.0", "0123456782", "BSN: 123456782", "nl123456782", "123_456_782", "'123456782"),
    *("123456782", "12345678 2", "1234.56.782", "123-45-6782", "000000000", "12345672", "11122233"),
    *("20271001", "leerling 1", "123456782a", "", " ", "\u00a0", "\ufeff", "' or 1=1 --", "{v}"),
    *("İstanbul", "STRAẞE", "Straße", "🙂", "e\u0301", "\u2028", "\x0b", "\x1f", "\x85", "\u3000a"),
]
ALPHABET = st.one_of(
    st.sampled_from("0123456789.,-/|<>x€% '\"_\n\r\t\u00a0\ufeffPOVGMSWpovgmsw"),
    st.characters(blacklist_categories=("Cs",), blacklist_characters="\0"),
)


@st.composite
def _near(draw: st.DrawFn) -> str:
    """A seed with a letter put in, taken out or replaced, or with padding around it."""
    text = draw(st.sampled_from(SEEDS))
    place = draw(st.integers(0, len(text)))
    new = draw(st.one_of(st.just(""), ALPHABET))
    cut = draw(st.integers(0, 1))
    around = draw(st.sampled_from(["", "", " ", "\u00a0", "\t ", "\ufeff", "\n", "\x0b"]))
    return around + text[:place] + new + text[place + cut :] + around


TEXTS = st.one_of(
    _near(), st.text(ALPHABET, max_size=12), st.dates().map(lambda d: d.strftime("%d-%m-%Y"))
)


@pytest.fixture(scope="module")
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect() as opened:
        yield opened


def _in_python(spelling: Spelling, text: str) -> tuple[Any, ...]:
    """("fout",), ("leeg",) or the value as its columns in the store."""
    try:
        value = spelling.read(text)
    except PydanticCustomError:
        return ("fout",)
    if spelling.clean(text) == "":
        return ("leeg",)
    return tuple(value) if isinstance(spelling, Count) else (value,)


def _numbered(texts: list[str]) -> pa.Table:
    return pa.table({"r": list(range(len(texts))), "t": pa.array(texts, pa.string())})


def _in_sql(
    connection: duckdb.DuckDBPyConnection, spelling: Spelling, texts: list[str]
) -> list[tuple[Any, ...]]:
    """The same for many texts at once, as `judging` puts it together."""
    connection.register("teksten", _numbered(texts))
    values = spelling.sql_values("k")
    wrong = spelling.sql_wrong("k", tuple(f"v{i}" for i in range(len(values))))
    rows = connection.execute(
        f"with schoon as (select r, {spelling.sql_clean('t')} as k from teksten), "
        f"waarde as (select *, {', '.join(f'{v} as v{i}' for i, v in enumerate(values))} "
        f"from schoon) select k = '' as leeg, {wrong} as fout, "
        f"{', '.join(f'v{i}' for i in range(len(values)))} from waarde order by r"
    ).fetchall()
    connection.unregister("teksten")
    return [("leeg",) if r[0] else ("fout",) if r[1] else tuple(r[2:]) for r in rows]


def _agree(connection: duckdb.DuckDBPyConnection, texts: list[str]) -> None:
    for name, spelling in SPELLINGS.items():
        for text, sql in zip(texts, _in_sql(connection, spelling, texts), strict=True):
            assert (name, text, _in_python(spelling, text)) == (name, text, sql)


def test_both_readers_agree_on_everything_that_looks_like_a_value(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    _agree(connection, SEEDS)


@given(st.lists(TEXTS, min_size=1, max_size=200))
def test_both_readers_agree_on_any_text(
    connection: duckdb.DuckDBPyConnection, texts: list[str]
) -> None:
    _agree(connection, texts)


def test_both_readers_agree_on_every_single_character(
    connection: duckdb.DuckDBPyConnection,
) -> None:
    """Upper and lower case, spaces and digits of other scripts: of all of Unicode's first plane."""
    characters = [chr(c) for c in range(1, 0x10000) if not 0xD800 <= c <= 0xDFFF]
    for name in ("WOORD", "JAAR", "VESTIGINGSCODE"):
        spelling = SPELLINGS.get(name) or next(
            s for s in SPELLINGS.values() if s.name == name.rpartition(".")[2].lower()
        )
        texts = [f"1{c}" for c in characters]
        for text, sql in zip(texts, _in_sql(connection, spelling, texts), strict=True):
            assert (name, text, _in_python(spelling, text)) == (name, text, sql)


@given(
    st.lists(
        st.one_of(
            TEXTS,
            st.from_regex(r"[0-9 .\-]{8,17}"),
            st.from_regex(r"(BSN|nl|[\"'=])?[0-9 ]{7}[0-9]{1,3}[.,]?0*\Z"),
        ),
        min_size=1,
        max_size=200,
    )
)
@example(["123456782", "12345.67-82", "12345672", "1234 56 782", "123456781", "20271001"])
def test_both_readers_agree_on_what_looks_like_a_bsn(
    connection: duckdb.DuckDBPyConnection, texts: list[str]
) -> None:
    connection.register("teksten", _numbered(texts))
    rows = connection.execute(
        f"select {sql_looks_like_bsn('t')} from teksten order by r"
    ).fetchall()

    assert [(t, looks_like_bsn(t)) for t in texts] == [
        (t, bool(r)) for t, (r,) in zip(texts, rows, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "looks"),
    [
        ("123456782", True),  # passes the elfproef
        ("123456781", False),  # does not
        ("012345672", True),
        ("12345672", True),  # the same; a spreadsheet lost the nought
        ("1234.56.782", True),  # as it stands on a passport
        ("123 456 782", True),
        ("123-456-782", True),
        ("123\u00a0456\u00a0782", True),  # pasted from a web page
        ("000000000", False),  # nobody
        ("0123456782", True),
        ("123456782.0", True),  # a number to a spreadsheet
        ("123456782,00", True),
        ("12345672.0", True),
        ("'123456782", True),  # a text to a spreadsheet
        ('="123456782"', True),
        ("BSN: 123456782", True),
        ("NL123456782", True),
        ("123_456_782", True),
        ("123\u2009456\u200b782", True),  # spaces that nobody sees
        ("".join(chr(0xFF10 + int(d)) for d in "123456782"), True),
        ("a1b2c3d4e5f6a7b8c2", False),
        ("0000000012", False),
        ("LL-123456782", False),  # a made-up key
        ("20271001", False),  # 1 October 2027: a date passes the elfproef by chance
        ("1234567823", False),
        ("", False),
    ],
)
def test_what_looks_like_a_bsn(text: str, looks: bool) -> None:
    assert looks_like_bsn(text) is looks


@pytest.mark.parametrize(
    ("spelling", "text", "value"),
    [
        (field_numbers.AANTAL, "<5", Interval(1, 4)),
        (field_numbers.AANTAL, "< 5", Interval(1, 4)),
        (field_numbers.AANTAL, "-1", Interval(1, 4)),  # DUO's other way to hide a count
        (field_numbers.AANTAL, "x", Interval(None, None)),
        (field_numbers.AANTAL, "", Interval(None, None)),  # unknown, not nought
        (field_numbers.AANTAL, "0", Interval(0, 0)),
        (field_numbers.AANTAL, "1.234", Interval(1234, 1234)),
        (field_numbers.GEHEEL, "1.234.567", 1234567),
        (field_numbers.GETAL, "1.234,5", 1234.5),
        (field_numbers.GETAL, "12.5", 12.5),
        (field_numbers.EURO, "12.500", 12500.0),
        (field_numbers.EURO, "€ 12.500,50", 12500.5),
        (field_numbers.EURO, "12.500,-", 12500.0),
        (field_numbers.BREEDTEGRAAD, "52,0907", 52.0907),
        (field_numbers.LENGTEGRAAD, "5.1", 5.1),
        (field_numbers.AANTAL, "1 234", Interval(1234, 1234)),
        (field_dates.PEILDATUM, "1-10-2025", dt.date(2025, 10, 1)),
        (field_numbers.EURO, "12500,5000", 12500.5),
        (field_codes.VESTIGINGSCODE, " 16sw03\u00a0", "16SW03"),
        (field_codes.BESTUURSNUMMER, "631", "00631"),
        (field_codes.GEMEENTECODE, "14", "GM0014"),
        (field_codes.GEMEENTECODE, "GM0014", "GM0014"),
        (field_codes.SWVCODE, "PO-24-01", "PO2401"),
        (field_codes.SWVCODE_PO, "24-01", "PO2401"),
        (field_codes.SWVCODE_VO, "VO2507", "VO2507"),
        (field_codes.POSTCODE, "5831 cr", "5831CR"),
        (field_codes.POSTCODE4, "5831 CR", "5831"),
        (field_dates.DATUM, "1-10-2025", dt.date(2025, 10, 1)),
        (field_dates.DATUM, "01/10/2025", dt.date(2025, 10, 1)),
        (field_dates.DATUM, "2025-10-01 00:00:00", dt.date(2025, 10, 1)),
        (field_dates.DATUM, "20251001", dt.date(2025, 10, 1)),
        (field_dates.SCHOOLJAAR, "2025/26", "2025-2026"),
        (field_dates.SCHOOLJAAR, "1999-00", "1999-2000"),
        (fields.LIJST, " Gedrag | angst||", ["gedrag", "angst"]),
    ],
)
def test_what_a_text_means(spelling: Spelling, text: str, value: Any) -> None:
    assert spelling.read(text) == value


@pytest.mark.parametrize(
    ("spelling", "text"),
    [
        (field_numbers.AANTAL, "<10"),
        (field_numbers.AANTAL, "-2"),
        (field_numbers.AANTAL, "12,5"),
        (field_numbers.AANTAL, "1_000"),  # Python's int() would take it
        (field_numbers.AANTAL, "\u0663"),  # and this Arabic three
        (field_numbers.GETAL, "1.234"),  # 1234 to one sender, 1,234 to the next
        (field_numbers.GETAL, "1" + "0" * 400),  # infinite to Python
        (field_numbers.BREEDTEGRAAD, "520907"),
        (field_numbers.BREEDTEGRAAD, "5,1"),  # the lengtegraad
        (field_numbers.LENGTEGRAAD, "52,0907"),
        (field_numbers.AANTAL, "12 15"),  # two numbers, of which one column was lost
        (field_numbers.AANTAL, "1 2"),
        (field_numbers.EURO, "12,500"),  # 12500 to one sender, 12,50 to the next
        (field_dates.DATUM, "01-01-1900"),  # what Excel makes of nought
        (field_dates.DATUM, "1-10-2205"),
        (field_dates.PEILDATUM, (dt.date.today() + dt.timedelta(2)).isoformat()),
        (field_dates.DATUM, "31-02-2025"),
        (field_dates.DATUM, "01-10-25"),
        (field_dates.DATUM, "00001001"),
        (field_dates.SCHOOLJAAR, "2025-2027"),
        (field_codes.SWVCODE, "24-01"),  # po or vo?
        (field_codes.VESTIGINGSCODE, "16SW3"),
        (field_codes.PSEUDONIEM, "123456782"),
    ],
)
def test_what_is_refused(spelling: Spelling, text: str) -> None:
    with pytest.raises(PydanticCustomError):
        spelling.read(text)


@given(st.floats(0, 1e6, allow_nan=False).map(lambda x: round(x, 4)))
def test_a_number_survives_being_written_the_dutch_way(number: float) -> None:
    text = f"{number:.4f}".replace(".", ",")

    assert math.isclose(field_numbers.GETAL.read(text), number)
