"""How long a step of a request takes: the middle half, beside the norm and a year before."""

from monitor.compare import afspraken
from monitor.figures import wording
from monitor.figures.disclosure.policy import least_cases
from monitor.figures.door import Indicator, spreads
from monitor.sections import origins
from monitor.sections.section import Column, Drawn, Piece, Said, Section, Table, said
from monitor.sections.values import Value, value_of
from monitor.sections.verwijzingen.asked import Asked, Line, selection, since, trust_in
from monitor.sections.verwijzingen.stream_now import standing
from monitor.values import dutch, moments
from monitor.values.durations import WEEK
from monitor.views.charts.kinds import Waits
from monitor.views.charts.waits import PARTS, Wait, wait_rows, weeks


QUESTION = "Hoe lang duurt een aanvraag, en is dat binnen de norm?"
STEPS = {
    "doorlooptijd_compleet": ("Tot het dossier compleet is", "was het dossier compleet"),
    "doorlooptijd_besluit": ("Van compleet dossier tot besluit", "was er een besluit"),
}
"""Measure → its heading, and what then was."""
NOT_KNOWN = (
    "Daar zijn geen cijfers over: van de aanvragen is niet bekend wanneer het dossier compleet was."
)


def make(asked: Asked, name: str) -> Section:
    """`name` is one of STEPS."""
    title, words = STEPS[name]
    line = asked.line(name)
    if line is None:
        when = moments.period(asked.year)
        return Section(f"verwijzingen_{name}", QUESTION, title, Said(NOT_KNOWN),
                       f"{title}, {asked.region.sentence}, {when}")  # fmt: skip
    indicator = line.indicator
    found = spreads(asked.store, asked.viewer, indicator, line.region.per,
                    codes=(line.region.code,))  # fmt: skip
    waits = tuple(Wait(f, found.get((f.code, f.periode))) for f in line.figures)
    norm = norm_of(asked, indicator)
    goal = standing(asked, line)
    return Section(
        key=f"verwijzingen_{indicator.name}",
        question=QUESTION,
        title=title,
        says=Said(_says(asked, waits[-1], line, words)),
        selection=selection(line),
        beside=said(_change(line), _norm(waits[-1], norm), _target(goal, indicator)),
        drawn=(Drawn(Waits(waits, indicator, norm), (_how_to_read(asked),)),),
        table=_table(line, waits, norm, title),
        trust=(trust_in(asked, line, origins.target_origin(goal)),),
        notes=asked.whole_only(indicator),
    )


def norm_of(asked: Asked, indicator: Indicator) -> float | None:
    """The norm in weeks that the samenwerkingsverband set, if it did."""
    norms = asked.store.settings.norm_weken
    return norms.get(indicator.name, norms.get(indicator.measure))


def _says(asked: Asked, wait: Wait, line: Line, words: str) -> str:
    """Bij de helft van de aanvragen was er binnen 2,6 weken een besluit (een jaar eerder 2,3)."""
    now = line.now
    when = moments.period(now.periode)
    if now.is_hidden:
        return f"Hoe lang het in {when} duurde, staat er niet: het waren {_few(asked)} aanvragen."
    tail = f"; 90 % binnen {weeks(wait.weeks(0.9))}" if wait.weeks(0.9) is not None else ""
    about = "ongeveer " if now.is_banded else ""
    return (
        f"In {when} {words} bij de helft van de aanvragen binnen "
        f"{about}{wording.value(now, line.indicator)}{tail}."
    )


def _change(line: Line) -> str:
    change = "" if line.now.is_hidden else since(line.now, line.before, line.indicator)
    return f"Voor die helft is dat {change}." if change else ""


def _norm(wait: Wait, norm: float | None) -> str:
    """How many met the norm."""
    if norm is None or wait.spread is None:
        return ""
    k, n = wait.spread.within(norm * WEEK)
    if not n:
        return ""
    return (
        f"De norm is {weeks(norm).replace(',0', '')}: daarbinnen bleven {dutch.number(k)} van de "
        f"{dutch.number(n)} aanvragen ({dutch.percentage(100 * k / n)})."
    )


def _target(goal: afspraken.AfspraakStand | None, indicator: Indicator) -> str:
    if goal is None:
        return ""
    promised = afspraken.promised(goal.target, indicator).replace(",0", "")
    why = "" if goal.state is afspraken.AfspraakState.MET else f", {goal.why}"
    return f"Afgesproken is dat de helft binnen {promised} klaar is: {goal.state}{why}."


def _how_to_read(asked: Asked) -> str:
    if asked.viewer.sees_exact:
        return (
            "Het vlak is de middelste helft van de aanvragen: een kwart ging sneller, een kwart "
            "duurde langer. Schooljaren naar de datum van het besluit."
        )
    return (
        f"De middelste aanvraag, in hele weken; van {_few(asked)} aanvragen staat er niets. "
        "Schooljaren naar de datum van het besluit."
    )


def _table(line: Line, waits: tuple[Wait, ...], norm: float | None, title: str) -> Table:
    """The middle one as a figure, what lies around it in words."""
    rows = wait_rows(waits, line.indicator, norm)
    middle = f"{PARTS[0.5].capitalize()} (weken)"
    return Table(
        f"{title}, per schooljaar",
        tuple(Column(one, "duration" if place else "text") for place, one in enumerate(rows[0])),
        tuple(
            tuple(value_of(wait.figure, line.indicator, text) if one == middle else Value(text)
                  for one, text in row.items())
            for wait, row in zip(waits, rows, strict=True)
        ),
        (Piece(line.indicator, line.region.per, tuple(line.figures)),),
        f"{line.indicator.name}-per-{line.region.per}", "alle schooljaren, de middelste",
    )  # fmt: skip


def _few(asked: Asked) -> str:
    """minder dan 10: of how many there is no median for who sees no exact figures."""
    return wording.few(least_cases(asked.store.settings.drempel))
