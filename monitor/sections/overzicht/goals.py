"""The goals of the ondersteuningsplan: where each is now, where it heads, and whose it is."""

from collections.abc import Sequence

from monitor.compare import afspraken, attention
from monitor.compare.afspraken import AfspraakStand, AfspraakState
from monitor.figures import wording
from monitor.figures.levels import Region
from monitor.sections.overzicht.look_at import selection
from monitor.sections.section import Column, Said, Section, Table, said
from monitor.sections.values import Value, value_of
from monitor.values import dutch


QUESTION = "Liggen de doelen van het ondersteuningsplan op koers?"
SHAPES = {
    "niet gehaald": "✕",
    "niet op koers": "!",
    "nog niet gehaald": "○",
    "niet te zeggen": "?",
    "op koers": "→",
    "gehaald": "✓",
}
"""Each state in a word and a shape, what asks most first."""
TITLES = ("Doel", "Nu", "Afgesproken", "Stand", "Eigenaar")


def make(goals: Sequence[AfspraakStand], region: Region, peildatum: str) -> Section | None:
    """None where nothing was agreed."""
    if not goals:
        return None
    measured = sorted(
        (goal for goal in goals if goal.figure is not None),
        key=lambda goal: list(SHAPES).index(state(goal)),
    )
    unmeasured = [goal for goal in goals if goal.figure is None]
    whole = "" if region.per == "swv" else "De afspraken gelden voor het hele samenwerkingsverband."
    return Section(
        key="doelen",
        question=QUESTION,
        title="Doelen van het ondersteuningsplan",
        says=Said(_answer(measured, len(goals))),
        selection=selection(region, peildatum),
        beside=said(whole),
        table=Table(
            "Doelen van het ondersteuningsplan",
            tuple(Column(title) for title in TITLES),
            tuple(_row(goal) for goal in measured),
        ),
        notes=(*map(_in_full, measured), *map(_unmeasured, unmeasured)),
    )


def state(goal: AfspraakStand) -> str:
    """Gehaald, niet gehaald, and of what is not met yet whether it is on course."""
    if goal.state is AfspraakState.NOT_MET and goal.is_on_course is not None:
        return "op koers" if goal.is_on_course else "niet op koers"
    return str(goal.state)


def _answer(measured: Sequence[AfspraakStand], many: int) -> str:
    """Van de 11 doelen liggen er 4 niet op koers en zijn er 2 gehaald; 3 zijn nog niet te meten."""
    counts = {word: sum(state(goal) == word for goal in measured) for word in SHAPES}
    parts = []
    for word, count in counts.items():
        if not count:
            continue
        lies = word.endswith("op koers")
        verb = ("ligt" if count == 1 else "liggen") if lies else ("is" if count == 1 else "zijn")
        if word == "niet te zeggen":
            parts.append(f"is het van {dutch.number(count)} niet te zeggen")
        else:
            parts.append(f"{verb} er {dutch.number(count)} {word}")
    rest = many - len(measured)
    open_ = (
        f"{dutch.number(rest)} {'is' if rest == 1 else 'zijn'} nog niet te meten" if rest else ""
    )
    if not parts:
        return f"Van de {dutch.number(many)} doelen is er nog geen te meten."
    words = f"Van de {dutch.number(many)} doelen {dutch.joined(parts)}"
    return f"{words}; {open_}." if open_ else f"{words}."


def _row(goal: AfspraakStand) -> tuple[Value, ...]:
    assert goal.indicator is not None
    assert goal.figure is not None
    by = f" in {goal.target.per_jaar}" if goal.target.per_jaar else ""
    word = state(goal)
    now = wording.value(goal.figure, goal.indicator)
    # That nought is good says what is counted only where it is named: plans that lack.
    is_bare = goal.target.streefwaarde == 0
    return (
        Value(goal.target.titel),
        value_of(goal.figure, goal.indicator, f"{now} ({_of_what(goal)})" if is_bare else now),
        Value(f"{afspraken.wanted(goal.target, goal.indicator)}{by}"),
        Value(f"{SHAPES[word]} {word}"),
        Value(goal.target.eigenaar),
    )


def _of_what(goal: AfspraakStand) -> str:
    """What the figure is of, inside a sentence: thuiszitters zonder plan."""
    assert goal.indicator is not None
    short = goal.indicator.short
    return short[:1].lower() + short[1:]


def _in_full(goal: AfspraakStand) -> str:
    """All that is known of one goal, as sentences."""
    assert goal.indicator is not None
    assert goal.figure is not None
    by = f" in {goal.target.per_jaar}" if goal.target.per_jaar else ""
    when = attention.when(goal.figure, goal.indicator)
    course = f" {goal.course}." if goal.course else ""
    return (
        f"{goal.target.titel} ({goal.target.code}). {str(goal.state).capitalize()}: {goal.why}.{course} "
        f"Nu {wording.value(goal.figure, goal.indicator)} {when}; afgesproken is "
        f"{afspraken.wanted(goal.target, goal.indicator)}{by}. Gemeten met: {goal.indicator.short}."
    )


def _unmeasured(goal: AfspraakStand) -> str:
    return f"{goal.target.titel} ({goal.target.code}). Nog niet te meten: {goal.why}."
