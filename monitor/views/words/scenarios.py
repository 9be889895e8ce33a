"""What a scenario does in words and tables: before, after, per region, side by side."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from monitor.figures import wording
from monitor.values import dutch, rounding
from monitor.values.rounding import apart
from monitor.views.words.scenario_changes import titled
from monitor.views.words.scenario_steps import Numbers


if TYPE_CHECKING:
    from monitor.dekking.matching.outcome import Totals
    from monitor.dekking.scenarios import Effect, Known, Moved

Row = dict[str, str]
MEASURES = {
    "tekort": "Zonder passende plek",
    "gedekt": "Met een passende plek",
    "onbekend": "Onbekend",
}


def sentence(effect: "Effect", numbers: Numbers) -> str:
    """The answer: what the changes do to the gap."""
    before, after = effect.before.totals, effect.after.totals
    short, need = numbers.stand(before.tekort), dutch.number(before.behoefte)
    changes = len(effect.scenario.wijzigingen)
    if not changes:
        # In classes the one of whom it is unknown would be a number.
        short = wording.beside_unknown(short, before.onbekend if numbers.exact else 0)
        return f"Van {need} leerlingen met een ondersteuningsvraag vinden er nu {short} geen passende plek."
    these = "deze wijziging" if changes == 1 else f"deze {changes} wijzigingen"
    if not effect.solved:
        if effect.before.totals == after:
            return f"Met {these} verandert het tekort niet: het blijft {short}."
        return f"Met {these} blijft het tekort {short}, maar van meer of minder is het onbekend."
    more, falls = ("meer", "daalt") if effect.solved > 0 else ("minder", "stijgt")
    who = f"{numbers.size(effect.solved)} {dutch.noun(abs(effect.solved), 'leerlingen')}"
    finds = "vindt" if abs(effect.solved) == 1 and numbers.exact else "vinden"
    if not numbers.exact:
        return (
            f"Met {these} {finds} {numbers.size(effect.solved)} leerlingen {more} een passende "
            f"plek: het tekort {falls}. Nu is het {short} van {need}."
        )
    return (
        f"Met {these} {finds} {who} {more} een passende plek: het tekort {falls} van {short} naar "
        f"{numbers.stand(after.tekort)}."
    )


def costs_sentence(effect: "Effect", numbers: Numbers, known: "Known") -> str:
    """What it costs a year, and per pupil who gets a place by it."""
    if not effect.scenario.wijzigingen:
        return ""
    if effect.kosten is None:
        which = dutch.joined([titled(code, known) for code in effect.unpriced])
        return f"Wat het kost is onbekend: van {which} is het tarief of het aantal plaatsen niet bekend."
    if effect.kosten < 0:
        return f"Het scheelt {dutch.euro(-effect.kosten)} per jaar."
    if not effect.kosten:
        return "Aan plaatsen kost het niets extra."
    each = ""
    if effect.solved > 0:
        each = f", dat is {numbers.per_solved(effect.kosten, effect.solved)} per leerling die een plek krijgt"
    return f"Het kost {dutch.euro(effect.kosten)} per jaar extra{each}."


def effect_rows(effect: "Effect", numbers: Numbers) -> list[Row]:
    """Before, after and the difference; the viewer of steps sees no after."""
    before, after = effect.before, effect.after
    rows = [
        _row(title, getattr(before.totals, name), getattr(after.totals, name), numbers)
        for name, title in MEASURES.items()
    ]
    if numbers.is_hidden(before.totals.onbekend):
        # All less who is short less who is covered would be who is unknown.
        most = dutch.number(before.totals.gedekt + before.totals.onbekend)
        rows[1]["Nu"] = f"hoogstens {most}"
    now, then = _share(before.totals), _share(after.totals)
    percent = {"Wat": "Dekking", "Nu": dutch.percentage(now)}
    if numbers.exact:
        percent |= {"Met dit scenario": dutch.percentage(then), "Verschil": _points(now, then)}
        rows.append(percent)
    km = {"Wat": "Afstand, gemiddeld per geplaatste leerling", "Nu": _mean(before.mean_km)}
    if numbers.exact:
        km["Met dit scenario"] = _mean(after.mean_km)
    km["Verschil"] = _further(before.mean_km, after.mean_km, numbers)
    return [*rows, km, *_cost_rows(effect, numbers)]


def _cost_rows(effect: "Effect", numbers: Numbers) -> list[Row]:
    """What is only a difference."""
    empty = {"Nu": "–"} | ({"Met dit scenario": "–"} if numbers.exact else {})
    amount = effect.kosten
    extra = dutch.UNKNOWN if amount is None else "gelijk" if not amount else ""
    if amount:
        extra = f"{dutch.euro(abs(amount))} {'meer' if amount > 0 else 'minder'}"
    each = numbers.per_solved(amount, effect.solved)
    return [
        {"Wat": "Kosten van plaatsen, per jaar", **empty, "Verschil": extra},
        {"Wat": "Kosten per leerling die een plek krijgt, per jaar", **empty, "Verschil": each},
    ]


def _row(title: str, before: int, after: int, numbers: Numbers) -> Row:
    row = {"Wat": title, "Nu": numbers.stand(before)}
    if numbers.exact:
        row["Met dit scenario"] = numbers.stand(after)
    return row | {"Verschil": numbers.change(after - before)}


def region_rows(
    effect: "Effect", level: str, numbers: Numbers, name: Callable[[str | None], str]
) -> list[Row]:
    """The certain shortage per region, vraag or niveau."""
    rows = []
    closed = _closed(effect.per, numbers)
    for one in effect.per:
        needs = wording.CLOSED if one.name in closed else numbers.stand(one.behoefte)
        row = {level.capitalize(): name(one.name), "Leerlingen": needs}
        short = _row("", one.before, one.after, numbers)
        rows.append(row | {key: cell for key, cell in short.items() if key != "Wat"})
    return rows


def _closed(per: Sequence["Moved"], numbers: Numbers) -> set[str | None]:
    """Whose number of vragen is hidden beside a small one: the whole less the others would tell
    it. The smallest that is not small itself."""
    small = [one for one in per if numbers.is_hidden(one.behoefte)]
    others = [one for one in per if one.behoefte and one not in small]
    if len(small) != 1 or not others:
        return set()
    return {min(others, key=lambda one: (one.behoefte, str(one.name))).name}


def region_sentence(
    effect: "Effect", name: Callable[[str | None], str], numbers: Numbers
) -> str:  # fmt: skip
    """Where the certain shortage changes most; empty when it does nowhere."""
    most: Moved | None = max(effect.per, key=lambda one: abs(one.after - one.before), default=None)
    if most is None or not most.name or most.after == most.before:
        return ""
    way = "daalt" if most.after < most.before else "stijgt"
    much = numbers.size(most.after - most.before)
    return f"Het zekere tekort {way} het meest bij {name(most.name)}: met {much}."


def _share(totals: "Totals") -> float | None:
    return 100 * totals.gedekt / totals.behoefte if totals.behoefte else None


def _points(now: float | None, then: float | None) -> str:
    if now is None or then is None:
        return dutch.UNKNOWN
    rose, _, decimals = apart((then, then), (now, now), 1)
    if not rose:
        return "gelijk"
    return f"{dutch.number(abs(rose), decimals)} procentpunt {'hoger' if rose > 0 else 'lager'}"


def _mean(km: float | None) -> str:
    return dutch.UNKNOWN if km is None else f"{dutch.number(km, 1)}{dutch.SPACE}km"


def _further(now: float | None, then: float | None, numbers: Numbers) -> str:
    """Who sees no exact figures gets no more of it than the means as they are written."""
    if now is None or then is None:
        return dutch.UNKNOWN
    if not numbers.exact:
        now, then = (float(rounding.rounded(km, 1)) for km in (now, then))
    rose, _, decimals = apart((then, then), (now, now), 1)
    if not rose:
        return "gelijk"
    way = "verder" if rose > 0 else "dichterbij"
    return f"{dutch.number(abs(rose), decimals)}{dutch.SPACE}km {way}"


# ------------------------------------------------------------------------------- side by side


def compare_rows(
    effects: Sequence["Effect"],
    names: Sequence[str],
    level: str,
    numbers: Numbers,
    name: Callable[[str | None], str],
) -> list[Row]:
    """A row per measure, a column per scenario beside what is real."""
    first = effects[0].before

    def row(title: str, now: str, each: Callable[["Effect"], str]) -> Row:
        return {"Wat": title, "Nu": now} | {
            one: each(effect) for one, effect in zip(names, effects, strict=True)
        }

    def short(index: int) -> Callable[["Effect"], str]:
        return lambda one: _came(one.per[index].before, one.per[index].after, numbers)

    rows = [
        row("Wijzigingen", "–", lambda one: dutch.number(len(one.scenario.wijzigingen))),
        row(
            "Zonder passende plek",
            numbers.stand(first.totals.tekort),
            lambda one: _came(one.before.totals.tekort, one.after.totals.tekort, numbers),
        ),
        row(
            "Afstand, gemiddeld",
            _mean(first.mean_km),
            lambda one: _mean(one.after.mean_km),
        ),
        row("Kosten per jaar extra", "–", lambda one: costs(one.kosten)),
        row(
            "Kosten per leerling die een plek krijgt",
            "–",
            lambda one: numbers.per_solved(one.kosten, one.solved),
        ),
    ]
    for index, region in enumerate(effects[0].per):
        title = f"Zeker tekort {level} {name(region.name)}"
        rows.append(row(title, numbers.stand(region.before), short(index)))
    return rows


def _came(before: int, after: int, numbers: Numbers) -> str:
    """180 (21 minder) | 10 tot en met 14 minder"""
    change_ = numbers.change(after - before)
    return f"{numbers.stand(after)} ({change_})" if numbers.exact else change_


def costs(amount: float | None) -> str:
    if amount is None:
        return dutch.UNKNOWN
    return dutch.euro(amount) if amount >= 0 else f"{dutch.euro(-amount)} minder"
