"""What a chart says, in a sentence, computed from the figures and careful where they are."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from monitor.figures import differences, levels, wording
from monitor.figures.chance import CHANCE_RULE, is_chance, is_said_chance
from monitor.values import dutch, moments
from monitor.views.charts.trend_lines import Break, Series


if TYPE_CHECKING:
    from monitor.figures.door import Figure, Indicator


__all__ = ["CHANCE_RULE", "compare_sentence", "is_chance", "rank_sentence",
           "trend_sentence"]  # fmt: skip

_MAY_BE = "het verschil kan toeval zijn"


def trend_sentence(
    chosen: Series,
    indicator: "Indicator",
    reference: Series | None = None,
    breaks: Sequence[Break] = (),
) -> str:
    """Vso-deelname steeg van 3,4 % (2016) naar 3,7 % (2019); het land bleef gelijk.

    From the first to the last period that can be compared, so after the last break. Empty when
    there is one period or none.
    """
    known = _known(chosen)
    breaks = [one for one in breaks if one.divides]
    if len(known) < 2:
        return ""
    after = [f for f in known if all(_comes_after(b, f) or not _divides(b, known) for b in breaks)]
    if len(after) < 2:
        last = max((b for b in breaks if _divides(b, known)), key=lambda b: b.periode)
        return (
            f"{indicator.short}: {_short(known[-1], indicator)} is niet te vergelijken met "
            f"eerdere cijfers: {_lower_first(last.text.rstrip('.'))}."
        )
    before, now = after[0], after[-1]
    sentence = f"{_subject(indicator)} {_moved(now, before, indicator)}"
    if reference is not None and (beside := _beside(reference, before, now, indicator)):
        sentence += f"; {beside}"
    return f"{sentence}."


def compare_sentence(
    figure: "Figure", reference: "Figure", indicator: "Indicator", name: str = ""
) -> str:
    """Vso-deelname is 3,9 %, 0,2 procentpunt lager dan in Nederland (4,1 %).

    Empty for counts (a region is always less than the country) and when one of them is unknown,
    hidden or of another moment. `name` is what the reference is called after "dan".
    """
    if indicator.kind == "aantal" or figure.periode != reference.periode:
        return ""
    ends = differences.difference(figure, reference, indicator)
    if ends is None:
        return ""
    at = differences.precision(figure, reference, indicator)
    value, other = (wording.value(f, indicator, at) for f in (figure, reference))
    name = name or _in_unit(reference)
    start = f"{indicator.short} is {value}"
    if ends == (Decimal(0), Decimal(0)):
        return f"{start}, even hoog als {name}."
    if ends[0] <= 0 <= ends[1]:
        return f"{start}; {name} is het {other}: dat kan gelijk zijn."
    sentence = f"{start}, {differences.change(figure, reference, indicator)} dan {name} ({other})"
    return (
        f"{sentence}; {_MAY_BE}."
        if is_said_chance(figure, reference, indicator)
        else f"{sentence}."
    )


def rank_sentence(figures: Sequence["Figure"], code: str, indicator: "Indicator", per: str) -> str:
    """Van de 74 samenwerkingsverbanden hebben er 12 een hogere vso-deelname.

    Those of which it is unknown are said, and not counted. Empty when the unit itself is unknown.
    """
    units = [figure for figure in figures if figure.code != levels.UNKNOWN]
    own = next((figure for figure in units if figure.code == code), None)
    known = [f for f in units if None not in wording.shown(f)]
    if own not in known or own is None or len(known) < 2:
        return ""
    # Who stands above it in the list is higher, also where both are written alike.
    others = [
        differences.difference(f, own, indicator, strict=True) for f in known if f.code != code
    ]
    surely = sum(ends is not None and ends[0] > 0 for ends in others)
    maybe = sum(ends is not None and ends[1] > 0 for ends in others)
    what, all_ = _more_of(indicator), f"{dutch.number(len(known))} {levels.LEVEL_PLURALS[per]}"
    sentence = f"Van de {all_} "
    if maybe == 0:
        sentence = f"{own.naam} heeft {_most_of(indicator)} van de {all_}"
    elif surely == maybe:
        has = "heeft" if surely == 1 else "hebben"
        sentence += f"{has} er {dutch.number(surely)} {what}"
    else:
        sentence += f"hebben er {dutch.number(surely)} tot {dutch.number(maybe)} {what}"
    missing = len(units) - len(known)
    if missing:
        sentence += f"; van {dutch.number(missing)} andere is het niet (precies) bekend"
    return f"{sentence}."


# ------------------------------------------------------------------------------------- parts


def _known(series: Series) -> list["Figure"]:
    known = [figure for figure in series.figures if None not in wording.shown(figure)]
    return sorted(known, key=lambda figure: moments.position(figure.periode))


def _divides(one: Break, known: Sequence["Figure"]) -> bool:
    at = moments.position(one.periode)
    return any(moments.position(f.periode) < at for f in known) and any(
        moments.position(f.periode) >= at for f in known
    )


def _comes_after(one: Break, figure: "Figure") -> bool:
    return moments.position(figure.periode) >= moments.position(one.periode)


def _moved(now: "Figure", before: "Figure", indicator: "Indicator") -> str:
    """steeg van 3,4 % (2016) naar 3,7 % (2019)"""
    at = differences.precision(now, before, indicator)
    old, new = (
        f"{wording.value(f, indicator, at)} ({_short(f, indicator)})" for f in (before, now)
    )
    low, high = differences.difference(now, before, indicator) or (Decimal(0), Decimal(0))
    if low == high == 0:
        years = f"{_short(before, indicator)} en in {_short(now, indicator)}"
        return f"bleef gelijk: {wording.value(now, indicator)} in {years}"
    if low <= 0 <= high:
        return f"ging van {old} naar {new} en kan gelijk zijn gebleven"
    words = f"{'steeg' if low > 0 else 'daalde'} van {old} naar {new}"
    return f"{words}, maar {_MAY_BE}" if is_said_chance(now, before, indicator) else words


def _beside(reference: Series, before: "Figure", now: "Figure", indicator: "Indicator") -> str:
    """het land bleef gelijk: between the same two periods, else nothing."""
    same = {figure.periode: figure for figure in _known(reference)}
    if before.periode not in same or now.periode not in same:
        return ""
    old, new = same[before.periode], same[now.periode]
    low, high = differences.difference(new, old, indicator) or (Decimal(0), Decimal(0))
    name = "het land" if reference.naam == levels.LEVEL_TITLES["land"] else reference.naam
    if low == high == 0:
        return f"{name} bleef gelijk"
    if low <= 0 <= high:
        return f"{name} kan gelijk zijn gebleven"
    at = differences.precision(new, old, indicator)
    values = f"van {wording.value(old, indicator, at)} naar {wording.value(new, indicator, at)}"
    words = f"{name} {'steeg' if low > 0 else 'daalde'} {values}"
    return f"{words} ({_MAY_BE})" if is_said_chance(new, old, indicator) else words


def _short(figure: "Figure", indicator: "Indicator") -> str:
    return moments.period_brief(figure.periode, indicator.moment)


def _in_unit(figure: "Figure") -> str:
    return f"in {figure.naam}" if figure.naam == levels.LEVEL_TITLES["land"] else figure.naam


def _more_of(indicator: "Indicator") -> str:
    match indicator.kind:
        case "aantal":
            return f"meer {indicator.teller}"
        case "aandeel":
            return f"een hogere {_lower_first(indicator.short)}"
        case _:
            return "een hogere uitkomst"


def _most_of(indicator: "Indicator") -> str:
    match indicator.kind:
        case "aantal":
            return f"de meeste {indicator.teller}"
        case "aandeel":
            return f"de hoogste {_lower_first(indicator.short)}"
        case _:
            return "de hoogste uitkomst"


def _subject(indicator: "Indicator") -> str:
    """Vso-deelname steeg; het aantal leerlingen vso steeg, for "leerlingen" stegen."""
    if indicator.kind == "aantal" and indicator.short.split()[0].lower() in dutch.SINGULAR:
        return f"Het aantal {_lower_first(indicator.short)}"
    return indicator.short


def _lower_first(words: str) -> str:
    """De telling → de telling; DUO stays DUO."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
