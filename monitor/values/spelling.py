"""How a value is spelled in files: one description that pydantic and SQL both follow.

A `Spelling` says how a text is cleaned, when it is right and what it then means. pydantic calls
`read`; files are judged in DuckDB by the expressions of `sql_clean` and `sql_value`. A property
test (`tests/values/test_fields.py`) holds the two to the same verdict on every text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema


PADDING = " \t\r\n\u00a0\ufeff"
"""What pads a cell: DUO fills empty cells with 1, 10 or 80 spaces."""


NO_SPACES = (r"[ ]+", "")


class Interval(NamedTuple):
    """A count that the source may have hidden: at least `low`, at most `high`; None = unknown."""

    low: int | None
    high: int | None


HIDDEN = Interval(1, 4)
"""What `<5` and `-1` mean in DUO's files."""


WHOLE_AGAIN = (r"^([0-9]+)[.,]0{1,2}$", r"\1")
"""A whole number or code that a spreadsheet gave decimals: 1234,0"""
NO_APOSTROPHE = (r"^'+", "")
"""What Excel puts before a number that is to stay text."""
_CUT_SHORT = r"[0-9]([.,][0-9]+)?[eE]\+[0-9]+"
"""1,23457E+14: of a long number a spreadsheet kept the first digits."""


def is_cut_short(text: str) -> bool:
    """Whether digits of a number are gone, so that nobody can tell which it was."""
    return re.fullmatch(_CUT_SHORT, text) is not None


def sql_is_cut_short(text: str) -> str:
    """SQL for `is_cut_short`."""
    return f"regexp_full_match({text}, {quoted(_CUT_SHORT)})"


def sql_bare(text: str) -> str:
    """SQL for a number without noughts in front; a text that is no number stays as it is."""
    bare = f"coalesce(nullif(ltrim({text}, '0'), ''), '0')"
    return f"case when regexp_full_match({text}, '[0-9]+') then {bare} else {text} end"


def quoted(text: str) -> str:
    """A text as an SQL literal."""
    return "'" + text.replace("'", "''") + "'"


WHOLE = r"[0-9]{1,3}(\.[0-9]{3})+|[0-9]{1,9}"
UNKNOWN = ("x", "n.v.t.", "nvt", "onbekend")
SPACED = r"[0-9]{1,3}( [0-9]{3})+"
"""Thousands with a space: '1 234'. Any other space stands between two numbers: '12 15'."""


@dataclass(frozen=True)
class Spelling:
    """How one kind of value is written in files.

    `steps` are (pattern, replacement) pairs applied in order to the stripped text, `pattern` is
    what the whole cleaned text must match, `sql` turns cleaned text `{v}` into a value of
    `sql_type` (null = not right after all), `parse` does the same in Python (ValueError = not
    right). `expected` completes the sentence "… is geen geldige waarde; verwacht …".
    """

    name: str
    expected: str
    pattern: str
    sql_type: str = "varchar"
    sql: str = "{v}"
    parse: Callable[[str], Any] = str
    steps: tuple[tuple[str, str], ...] = ()
    upper: bool = False
    lower: bool = False
    echo: bool = True
    """Whether a wrong value may be quoted in a message: never for what may identify a pupil."""
    is_number: bool = False
    """Whether it is the number of a record, of which a spreadsheet drops the noughts in front: two
    that are the same without those (`sql_bare`) are the same."""
    is_group: bool = False
    """Whether it names a group of pupils or euros: 'totaal' in it adds up the other rows."""

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        """(suffix, SQL type) of each column that a value takes in the store."""
        return (("", self.sql_type),)

    def clean(self, text: str) -> str:
        text = text.strip(PADDING)
        text = _upper(text) if self.upper else lowered(text) if self.lower else text
        for pattern, replacement in self.steps:
            text = re.sub(pattern, replacement, text, flags=re.ASCII)
        return text

    def read(self, text: object) -> Any:
        """The value of a cell's text, None when it is empty; PydanticCustomError when wrong."""
        if text is None:
            return self.unknown
        cleaned = self.clean(str(text))
        if cleaned == "":
            return self.unknown
        if re.fullmatch(self.pattern, cleaned, flags=re.ASCII):
            try:
                return self.parse(cleaned)
            except ValueError:
                pass
        raise PydanticCustomError("spelling", "{expected}", {"expected": self.expected})

    @property
    def unknown(self) -> Any:
        return None

    def sql_clean(self, text: str) -> str:
        """SQL for the cleaned text of the expression `text` ('' when null or empty)."""
        out = f"trim(coalesce({text}, ''), {quoted(PADDING)})"
        if self.upper or self.lower:
            out = f"{'upper' if self.upper else 'lower'}({out})"
        for pattern, replacement in self.steps:
            if (pattern, replacement) == NO_SPACES:  # the same, without the price of a regex
                out = f"replace({out}, ' ', '')"
                continue
            out = f"regexp_replace({out}, {quoted(pattern)}, {quoted(replacement)}, 'g')"
        return out

    def sql_values(self, cleaned: str) -> tuple[str, ...]:
        """SQL for the value(s) of an expression that is cleaned text; null when it is not right."""
        value = self.sql.replace("{v}", cleaned)
        return (f"case when {self._matches(cleaned)} then {value} end",)

    def sql_wrong(self, cleaned: str, values: tuple[str, ...]) -> str:
        """SQL: is this cleaned, non-empty text wrong?"""
        return f"{values[0]} is null"

    def _matches(self, cleaned: str) -> str:
        return f"regexp_full_match({cleaned}, {quoted(self.pattern)})"

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)


def _upper(text: str) -> str:
    """Upper case letter by letter: 'ß' and its kin would otherwise become two letters.

    DuckDB does otherwise with 28 letters, but only codes are in upper case: there those are wrong
    in either case.
    """
    return "".join(c.upper() if len(c.upper()) == 1 else c for c in text)


def lowered(text: str) -> str:
    """Lower case letter by letter, as DuckDB does it: one letter becomes one letter."""
    return "".join("i" if c == "İ" else c.lower() for c in text)


@dataclass(frozen=True)
class Choice(Spelling):
    """One of a few words; `words` says which spellings mean which word."""

    words: tuple[tuple[str, str], ...] = ()

    def read(self, text: object) -> Any:
        cleaned = self.clean("" if text is None else str(text))
        if cleaned == "":
            return None
        for spelled, word in self.words:
            if cleaned == spelled:
                return word
        raise PydanticCustomError("spelling", "{expected}", {"expected": self.expected})

    def sql_values(self, cleaned: str) -> tuple[str, ...]:
        whens = " ".join(f"when {quoted(s)} then {quoted(w)}" for s, w in self.words)
        return (f"case {cleaned} {whens} end",)


@dataclass(frozen=True)
class Count(Spelling):
    """A number of pupils, or the interval that the source left of it; `x` and empty = unknown."""

    @property
    def columns(self) -> tuple[tuple[str, str], ...]:
        return (("", "integer"), ("_max", "integer"))

    @property
    def unknown(self) -> Interval:
        return Interval(None, None)

    def sql_values(self, cleaned: str) -> tuple[str, ...]:
        number = f"try_cast(translate({cleaned}, '. ', '') as integer)"
        plain = f"regexp_full_match({cleaned}, {quoted(f'{WHOLE}|{SPACED}')})"
        hidden = f"{cleaned} in ('<5', '-1')"
        return tuple(
            f"case when {hidden} then {bound} when {plain} then {number} end"
            for bound in (HIDDEN.low, HIDDEN.high)
        )

    def sql_wrong(self, cleaned: str, values: tuple[str, ...]) -> str:
        return f"{values[0]} is null and {cleaned} not in ({', '.join(map(quoted, UNKNOWN))})"


@dataclass(frozen=True)
class Pseudonym(Spelling):
    """A pupil under a made-up key: whatever does not look like a BSN."""

    echo: bool = field(default=False)

    def sql_values(self, cleaned: str) -> tuple[str, ...]:
        wrong = f"{sql_looks_like_bsn(cleaned)} or {sql_is_cut_short(cleaned)}"
        return (f"case when not ({wrong}) then {cleaned} end",)


BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
_WIDE_DIGITS = "".join(chr(0xFF10 + digit) for digit in range(10))
_FLOAT_TAIL = r"([0-9]{8,10})[.,]0+([^0-9]*)$"
"""A spreadsheet writes a number as 123456782.0."""
_BSN_SHAPE = (
    r"[^0-9A-Za-z]*([bB][sS][nN]|[nN][lL])?[^0-9A-Za-z]*"
    r"([0-9]{8}|0?[0-9]([^0-9A-Za-z]*[0-9]){8})[^0-9A-Za-z]*"
)
"""Eight digits in a row, or nine (with a nought before them) and whatever signs between them."""
_ANY_PREFIX = r"^[^0-9]+|[^0-9]+$"
SHORTEST_BSN = 8
_BSN_LENGTHS = (SHORTEST_BSN, 40)
_MONTH, _DAY, _YEAR = "(0[1-9]|1[0-2])", "(0[1-9]|[12][0-9]|3[01])", "(19|20)[0-9]{2}"
_DATE_OF_DIGITS = f"{_YEAR}{_MONTH}{_DAY}|{_DAY}{_MONTH}{_YEAR}"
"""One in eleven dates passes the elfproef, such as 20271001; a whole column has one date."""


def ascii_digits(text: str) -> str:
    """A text with the digits of an East Asian keyboard as ordinary ones."""
    return text.translate(str.maketrans(_WIDE_DIGITS, "0123456789"))


def looks_like_bsn(text: str) -> bool:
    """Nine digits, or eight when a spreadsheet lost the nought, that pass the elfproef.

    Also in disguise: with signs between and around them, `.0` behind them or `BSN` before them.
    """
    if not _BSN_LENGTHS[0] <= len(text) <= _BSN_LENGTHS[1]:
        return False
    plain = re.sub(_FLOAT_TAIL.replace("$", r"\Z"), r"\1\2", ascii_digits(text))
    if not re.fullmatch(_BSN_SHAPE, plain):
        return False
    digits = re.sub("[^0-9]", "", plain)
    if re.fullmatch(_DATE_OF_DIGITS, digits):
        return False
    nine = digits[-9:].zfill(9)
    pairs = zip(nine, BSN_WEIGHTS, strict=True)
    return not nine.startswith("00") and sum(int(d) * weight for d, weight in pairs) % 11 == 0


def sql_looks_like_bsn(text: str, any_prefix: bool = False) -> str:
    """SQL for `looks_like_bsn`; the length test comes first, so that ordinary columns are cheap.

    With `any_prefix` any letters may stand before and behind: right for a whole column of them,
    while one made-up key in eleven that is a letter and nine digits passes the elfproef.
    """
    low, high = _BSN_LENGTHS
    plain = f"translate({text}, {quoted(_WIDE_DIGITS)}, '0123456789')"
    if any_prefix:
        plain = f"regexp_replace({plain}, {quoted(_ANY_PREFIX)}, '', 'g')"
    plain = f"regexp_replace({plain}, {quoted(_FLOAT_TAIL)}, '\\1\\2')"
    digits = f"regexp_replace({plain}, '[^0-9]', '', 'g')"
    nine = f"lpad(right({digits}, 9), 9, '0')"
    total = " + ".join(
        f"({weight}) * try_cast(substr({nine}, {i}, 1) as integer)"
        for i, weight in enumerate(BSN_WEIGHTS, 1)
    )
    return (
        f"(case when length({text}) between {low} and {high} then case when "
        f"regexp_full_match({plain}, {quoted(_BSN_SHAPE)}) "
        f"and not regexp_full_match({digits}, {quoted(_DATE_OF_DIGITS)}) "
        f"and left({nine}, 2) <> '00' then ({total}) % 11 = 0 else false end else false end)"
    )


def at_most(limit: int, spelling: Spelling) -> Spelling:
    """A text of no more characters: a name of ten megabytes is a file that went wrong."""

    def parse(text: str) -> Any:
        if len(text) > limit:
            raise ValueError
        return spelling.parse(text)

    expected = f"{spelling.expected} van hoogstens {limit} tekens"
    sql = f"case when length({{v}}) <= {limit} then {spelling.sql} end"
    return replace(spelling, expected=expected, sql=sql, parse=parse)


def choice(*words: str, **spellings: str) -> Choice:
    """One of `words`; `spellings` are other ways to write one of them."""
    pairs = [(word.lower(), word) for word in words]
    pairs += [(spelled.replace("_", " ").lower(), word) for spelled, word in spellings.items()]
    return Choice(
        name="keuze",
        expected=f"een van: {', '.join(words)}",
        pattern="",
        lower=True,
        steps=((r"[ _]+", " "),),
        words=tuple(pairs),
    )
