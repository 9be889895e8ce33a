"""What the missing answers could change: of every cijfer of a vragenlijst its two ends. Pure.

An answer counts when its list was handed in. What is not known stays an interval: the lowest and
the highest that it can be. Nothing is estimated, and nobody is left out of the noemer for being
silent.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType
from typing import NamedTuple

from monitor.rounds.vragenlijst.conditions import Answer, Answers, Place, Rows, asked
from monitor.rounds.vragenlijst.kinds import NUMBERS, asked_as, options
from monitor.rounds.vragenlijst.model import NVT, Cijfer, Vraag, Vragenlijst


Number = int | float
TOO_WIDE = Fraction(1, 4)
"""How far apart the ends of a share may be before nothing is to be said of it."""


_NONE: Mapping[Place, Number] = MappingProxyType({})
_NO_ANSWERS: Answers = MappingProxyType({})


class Opgave(NamedTuple):
    """What is known of one deelnemer."""

    handed_in: bool
    answers: Answers
    rows: Rows
    """Per deel with rows the ones that were there when the ronde opened. Who adds a row tells of
    something else: that is in none of these figures."""
    last: Answers = _NO_ANSWERS
    """What it said a year before, of questions with the same meaning."""
    register: Mapping[Place, Number] = _NONE
    """Numbers that a register knows already: they hold until the list is handed in."""
    most: Mapping[Place, Number] = _NONE
    """What a number is at most, where a register says so (places: the plan)."""
    is_asked: bool = True
    """Of who is not asked there is only what a register has rows of."""


class Ends(NamedTuple):
    """The two ends of a count; None: as low or high as can be. Without noemer it is no share."""

    teller: Number | None
    teller_max: Number | None
    noemer: int | None
    noemer_max: int | None

    @property
    def shares(self) -> tuple[Fraction, Fraction] | None:
        """The lowest and highest share (of a mean: mean); None where it is none, or of nobody.

        Who is perhaps not asked would say no for the lowest, and yes for the highest.
        """
        if not self.noemer_max or self.teller is None or self.teller_max is None:
            return None
        return _exact(self.teller) / self.noemer_max, _exact(self.teller_max) / self.noemer_max


class Grenzen(NamedTuple):
    """A cijfer over who answered, over all, and with who is missing as a year before."""

    code: str
    titel: str
    maat: str
    richting: str | None
    gemeten: Ends
    grenzen: Ends
    als_vorig_jaar: Ends


class _Cell(NamedTuple):
    """One question put to one deelnemer; `answer` is None when it is missing."""

    vraag: Vraag
    answer: Answer | None
    last: Answer | None
    most: Number | None
    may_be_none: bool
    """Perhaps it is not asked, or does not apply."""


# Lowest and highest of the teller, and of the noemer.
_Part = tuple[Number | None, Number | None, int, int]
_NOTHING: _Part = (0, 0, 0, 0)


def all_bounds(lijst: Vragenlijst, opgaven: Sequence[Opgave]) -> list[Grenzen]:
    """Every cijfer of a vragenlijst with its ends; of a verdeling one for each option, called
    `cijfer=option`."""
    found = [list(_cells(lijst, one)) for one in opgaven]
    cells = [cell for one in found for cell in one]
    by_question: dict[str, list[_Cell]] = {}
    delen: dict[str, set[str]] = {}
    for deel, vraag in lijst.vragen():
        delen.setdefault(deel.code, set()).add(vraag.code)
    for cell in cells:
        by_question.setdefault(cell.vraag.code.partition("/")[0], []).append(cell)
    made: list[Grenzen] = []
    for cijfer in lijst.cijfer:
        codes = {cijfer.vraag} if cijfer.vraag else delen.get(str(cijfer.deel), set())
        own = [cell for code in sorted(map(str, codes)) for cell in by_question.get(code, [])]
        made += _of(cijfer, own)
    return made


def _of(cijfer: Cijfer, cells: Sequence[_Cell]) -> Iterator[Grenzen]:
    if cijfer.maat != "verdeling":
        yield _grenzen(cijfer, cijfer.code, cijfer.titel, cells)
        return
    named = {option.code: option.tekst for cell in cells[:1] for option in options(cell.vraag)}
    for cell in cells:  # the words of the SWV itself, as far as somebody said them
        if cell.vraag.uit and cell.answer is not None and not cell.answer.instead:
            named |= {word: word for word in cell.answer.words}
    for code, tekst in named.items():
        counts = cijfer.model_copy(update={"maat": "aandeel", "telt": (code,)})
        one = _grenzen(counts, f"{cijfer.code}={code}", f"{cijfer.titel}: {tekst}", cells)
        yield one._replace(maat="verdeling")


def _grenzen(cijfer: Cijfer, code: str, titel: str, cells: Sequence[_Cell]) -> Grenzen:
    measured = [_part(cijfer, cell, cell.answer) for cell in cells if cell.answer is not None]
    bounds = [_part(cijfer, cell, cell.answer) for cell in cells]
    as_last = [_part(cijfer, cell, cell.answer or _said(cell)) for cell in cells]
    return Grenzen(
        code, titel, cijfer.maat, cijfer.richting,
        _sum(cijfer, measured), _sum(cijfer, bounds), _sum(cijfer, as_last),
    )  # fmt: skip


def _said(cell: _Cell) -> Answer | None:
    """What a missing one said a year before, when it says something and can still be answered."""
    last = cell.last
    if last is None or (last.instead and not (last.instead == NVT and cell.vraag.nvt)):
        return None
    there = {option.code for option in options(cell.vraag)}
    if there and not set(last.words) <= there and not last.instead:
        return None
    if cell.vraag.soort in NUMBERS and not _fits(cell, last):
        return None
    return last


def _fits(cell: _Cell, last: Answer) -> bool:
    low, high = _range(cell)
    value = last.value
    return bool(last.instead) or (
        isinstance(value, int | float)
        and (low is None or value >= low)
        and (high is None or value <= high)
    )


def _part(cijfer: Cijfer, cell: _Cell, answer: Answer | None) -> _Part:
    """What one question adds."""
    if answer is not None and answer.instead == NVT:
        return _NOTHING
    sums = cijfer.maat in ("som", "gemiddelde")
    if answer is not None and not answer.instead:
        value = answer.value
        if sums:
            assert isinstance(value, int | float), cell.vraag.code
            return value, value, 1, 1
        counts = int(any(word in cijfer.telt for word in answer.words))
        return counts, counts, 1, 1
    is_certain = int(answer is not None or not cell.may_be_none)
    if not sums:
        return 0, 1, is_certain, 1
    low, high = _range(cell)
    if not is_certain:
        low = None if low is None else min(0, low)
        high = None if high is None else max(0, high)
    return low, high, is_certain, 1


def _range(cell: _Cell) -> tuple[Number | None, Number | None]:
    vraag = cell.vraag
    if vraag.soort not in NUMBERS:
        return vraag.van, vraag.tot
    low = vraag.minimum
    if low is None and vraag.soort == "aantal":
        low = 0
    high = cell.most if cell.most is not None else vraag.maximum
    return _tidy(low), _tidy(high)


def _sum(cijfer: Cijfer, parts: Sequence[_Part]) -> Ends:
    low = _total([part[0] for part in parts])
    high = _total([part[1] for part in parts])
    if cijfer.maat in ("som", "aantal"):
        return Ends(low, high, None, None)
    return Ends(low, high, sum(part[2] for part in parts), sum(part[3] for part in parts))


def _total(numbers: Sequence[Number | None]) -> Number | None:
    exact = Fraction(0)
    for number in numbers:
        if number is None:
            return None
        exact += _exact(number)
    return _tidy(int(exact) if exact.denominator == 1 else float(exact))


def _exact(number: Number) -> Fraction:
    """As it was typed: 0,1 and 0,2 are 0,3."""
    return Fraction(str(number))


def _tidy(number: Number | None) -> Number | None:
    return int(number) if isinstance(number, float) and number.is_integer() else number


def _cells(lijst: Vragenlijst, one: Opgave) -> Iterator[_Cell]:
    """Every question that is or may be put to a deelnemer."""
    if one.handed_in:
        for at in asked(lijst, one.answers, one.rows):
            answer = one.answers.get(at.place)
            yield _cell(one, at.place, at.vraag, answer, at.vraag.nvt)
        return
    for deel in lijst.deel:
        for row in one.rows.get(deel.code, ()) if deel.rijen_uit else ("",):
            for vraag in deel.vraag:
                for question in asked_as(vraag):
                    place = Place(row, question.code)
                    if not (one.is_asked or place in one.register or place in one.most):
                        continue
                    known = one.register.get(place)
                    yield _cell(
                        one, place, question, None if known is None else Answer(known),
                        bool(vraag.alleen_als) or question.nvt,
                    )  # fmt: skip


def _cell(
    one: Opgave, place: Place, vraag: Vraag, answer: Answer | None, may_be_none: bool
) -> _Cell:
    return _Cell(vraag, answer, one.last.get(place), one.most.get(place), may_be_none)


# ------------------------------------------------------------------------------ conclusions


def too_wide(ends: Ends) -> bool:
    """Whether the ends of a share are so far apart that nothing is to be said of it."""
    shares = ends.shares
    return shares is not None and shares[1] - shares[0] > TOO_WIDE


class Omslag(NamedTuple):
    """Whether a target is met whatever the missing say (`always`), and else how many of them must
    say otherwise than the target wishes before it is not."""

    always: bool | None
    number: int = 0


def turning(ends: Ends, target: Fraction, direction: str) -> Omslag | None:
    """When the conclusion about a share turns; None where it is no share."""
    if not ends.noemer_max or ends.teller is None or ends.teller_max is None:
        return None
    of = ends.noemer_max
    low, high = _exact(ends.teller), _exact(ends.teller_max)
    if direction == "lager":
        if high / of <= target:
            return Omslag(True)
        if low / of > target:
            return Omslag(False)
        return Omslag(None, int(target * of - low) + 1)
    if low / of >= target:
        return Omslag(True)
    if high / of < target:
        return Omslag(False)
    return Omslag(None, int(high - target * of) + 1)
