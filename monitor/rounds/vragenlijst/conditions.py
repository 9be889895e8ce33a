"""Which questions are asked, given the answers so far.

A pure function of the answers: in which order they were given changes nothing. A question that is
not asked meets no condition, whatever answer to it was kept.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from monitor.rounds.vragenlijst.kinds import asked_as, instead, options
from monitor.rounds.vragenlijst.model import Voorwaarde, Vraag, Vragenlijst


Value = str | int | float | list[str] | dict[str, str]


class Answer(NamedTuple):
    """What was answered: a value, or one of `WEET_NIET` and `NVT` of `model.py` instead of it."""

    value: Value | None
    instead: str = ""

    @property
    def words(self) -> list[str]:
        """As what conditions and figures know it; a scale of 1 to 5 has the words 1 to 5."""
        if self.instead:
            return [self.instead]
        return self.value if isinstance(self.value, list) else [str(self.value)]


class Place(NamedTuple):
    """Where an answer belongs: the row ('' where a deel has none) and the code of the question, which
    is `code/rij` for a row of a matrix."""

    rij: str
    vraag: str


class Asked(NamedTuple):
    """A question that is asked, where its answer belongs, and in which deel it stands."""

    place: Place
    vraag: Vraag
    deel: str


Answers = Mapping[Place, Answer]
Rows = Mapping[str, Sequence[str]]
"""Per code of a deel with `rijen_uit` its rows, in order."""


def holds(condition: Voorwaarde, answer: Answer | None) -> bool:
    """Whether an answer meets a condition; none meets nothing, not even `is_niet`."""
    if answer is None:
        return False
    if condition.is_ is not None:
        return answer.words[0] in condition.is_
    if condition.is_niet is not None:
        return answer.words[0] not in condition.is_niet
    if condition.bevat is not None:
        return any(word in condition.bevat for word in answer.words)
    if answer.instead or not isinstance(answer.value, int | float):
        return False
    if condition.minstens is not None:
        return answer.value >= condition.minstens
    return condition.hoogstens is not None and answer.value <= condition.hoogstens


def asked(lijst: Vragenlijst, answers: Answers, rows: Rows) -> list[Asked]:
    """Every question that is asked, in the order of the file, row by row; texts between questions are
    none. Each is looked at once, so nothing can go round."""
    found: list[Asked] = []
    counts: dict[Place, Answer] = {}
    for deel in lijst.deel:
        for row in rows.get(deel.code, ()) if deel.rijen_uit else ("",):
            for vraag in deel.vraag:
                if not all(
                    holds(condition, _of(condition, counts, row)) for condition in vraag.alleen_als
                ):
                    continue
                for one in asked_as(vraag):
                    place = Place(row, one.code)
                    found.append(Asked(place, one, deel.code))
                    if place in answers:
                        counts[place] = answers[place]
    return found


def _of(condition: Voorwaarde, counts: Answers, row: str) -> Answer | None:
    """The answer in the same row, or in a deel without rows."""
    return counts.get(Place(row, condition.vraag)) or counts.get(Place("", condition.vraag))


def missing(lijst: Vragenlijst, answers: Answers, rows: Rows) -> list[Asked]:
    """What must be answered before handing in, and is not: saving is never refused for it."""
    return [
        one
        for one in asked(lijst, answers, rows)
        if one.vraag.verplicht and one.place not in answers
    ]


def shown(lijst: Vragenlijst, vraag: Vraag) -> str:
    """The conditions of a question as a sentence, '' when it is always asked."""
    vragen = {one.code: one for _, one in lijst.vragen()}
    parts = [_said(condition, vragen[condition.vraag]) for condition in vraag.alleen_als]
    return f"Alleen als {' en '.join(parts)}." if parts else ""


def _said(condition: Voorwaarde, of: Vraag) -> str:
    named = {option.code: option.tekst for option in (*options(of), *instead(of))}

    def words(given: Sequence[str]) -> str:
        return " of ".join(f"‘{named.get(word, word)}’" for word in given)

    answer = f"het antwoord op “{of.tekst}”"
    if condition.is_ is not None:
        return f"{answer} {words(condition.is_)} is"
    if condition.is_niet is not None:
        return f"{answer} niet {words(condition.is_niet)} is"
    if condition.bevat is not None:
        return f"bij “{of.tekst}” {words(condition.bevat)} gekozen is"
    if condition.minstens is not None:
        return f"{answer} minstens {condition.minstens:g} is"
    return f"{answer} hoogstens {condition.hoogstens:g} is"
