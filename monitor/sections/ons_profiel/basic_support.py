"""What the list of basisondersteuning of one school says, in a sentence."""

from collections import Counter
from collections.abc import Sequence

from monitor.scholen.basisondersteuning import ORDER, Point
from monitor.values import dutch, moments


def sentence(points: Sequence[Point]) -> str:
    """Op 8 van de 11 punten ja, op 2 deels en op 1 nee (lijst versie 2025, schooljaar 2025-2026)."""
    numbers = Counter(p.status for p in points)
    others = [f"op {numbers[status]} {status}" for status in ORDER[1:] if numbers[status]]
    whole = dutch.joined([f"op {numbers['ja']} van de {len(points)} punten ja", *others])
    return (
        f"{whole[0].upper()}{whole[1:]} (lijst versie {points[0].versie}, schooljaar "
        f"{points[0].schooljaar}, opgegeven {_day(points)})."
    )


def _day(points: Sequence[Point]) -> str:
    days = [p.peildatum for p in points if p.peildatum]
    return f"op {moments.date(max(days))}" if days else "op een onbekende dag"
