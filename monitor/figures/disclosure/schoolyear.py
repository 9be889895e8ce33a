"""What follows of a schooljaar of thuiszitters: who was there before, who came, who left, and why.

Who was there on some day of a schooljaar was there on the last day of the one before, or came; and
is there on the last day, or left. Of who certainly counts and who possibly does these are other
pupils, so each sum says which:

    possibly in the year  = certainly there before + possibly came
    certainly in the year = (both) + certainly came,  where (both) is a part of possibly there before
"""

import calendar
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from monitor.figures.catalogue import Indicator
from monitor.figures.disclosure.counts import Count, Ends
from monitor.figures.disclosure.parts import Parts
from monitor.figures.disclosure.publishing import Publication


if TYPE_CHECKING:
    from monitor.store.store import Store


YEAR = "thuiszitters_jaar"
BEFORE = {"thuiszitters_jaar_erbij": 0, "thuiszitters_jaar_eraf": 1}
"""Measure → after how many years of its schooljaar the stand is that it is left without: that of
31 July before it, or of its own last day."""
GROUP = "redengroep"
OTHER = "anders of onbekend"


def add(
    store: "Store", parts: Parts, own: Sequence[Count], indicator: Indicator
) -> None:  # fmt: skip
    """Add the sums of an indicator to a publication; `own` are its counts."""
    if indicator.measure in BEFORE:
        _course(parts.publication, parts.numbers, own, indicator)
    elif indicator.measure == YEAR:
        _reasons(store, parts, own, indicator)


def _course(
    publication: Publication, numbers: Mapping[Count, Ends], own: Sequence[Count],
    indicator: Indicator,
) -> None:  # fmt: skip
    """In the year = there on the day + came (or left)."""
    suffix = indicator.name.removeprefix(indicator.measure)
    for count in own:
        jaar = count._replace(what=YEAR + suffix)
        day = f"{int(count.periode[:4]) + BEFORE[indicator.measure]}-07-31"
        stock = count._replace(what=f"thuiszitters{suffix}", periode=day)
        if count.uitsplitsing or jaar not in numbers or stock not in numbers:
            continue

        def truth(number: int) -> float:
            return publication.truths[number][0]

        there, year, moved = numbers[stock], numbers[jaar], numbers[count]
        if truth(year[1]) == truth(there[0]) + truth(moved[1]):
            publication.sum(year[1], [there[0], moved[1]], splits=True)
        for end in (0, 1):
            if truth(year[end]) == truth(there[end]) + truth(moved[end]):
                publication.sum(year[end], [there[end], moved[end]], splits=True)
        both = truth(year[0]) - truth(moved[0])
        if 0 <= both < truth(there[1]):
            stayed = publication.unpublished((both, both))
            rest = truth(there[1]) - both
            publication.sum(year[0], [stayed, moved[0]], splits=True)
            publication.sum(there[1], [stayed, publication.unpublished((rest, rest))])


def _reasons(
    store: "Store", parts: Parts, own: Sequence[Count], indicator: Indicator
) -> None:  # fmt: skip
    """Of each group of reasons there are in a year as many as on a day in it, unless the reason
    of somebody became another one. Who is in the year and in no reason that has a row is one group."""
    publication, numbers = parts.publication, parts.numbers
    stock = indicator.name.replace(YEAR, "thuiszitters", 1)
    words = store.rows("select deel, groep from views.redenstukje order by deel")
    on_day: dict[Count, list[Count]] = {}
    for count in numbers:
        breakdown, _, reason = count.uitsplitsing.partition("=")
        if count.what == stock and breakdown == "reden":
            group = count._replace(uitsplitsing=f"{GROUP}={_group(reason, words)}")
            on_day.setdefault(group, []).append(count)
    for count in own:
        if not count.uitsplitsing.startswith(f"{GROUP}="):
            continue
        for day in _month_ends(count.periode):
            found = on_day.get(count._replace(what=stock, periode=day), [])
            for end in (0, 1) if found else ():
                reasons = [numbers[one][end] for one in found]
                year = numbers[count][end]
                rest = publication.truths[year][0] - sum(
                    publication.truths[one][0] for one in reasons
                )
                if rest >= 0:
                    left = publication.unpublished((rest, rest))
                    publication.sum(year, [*reasons, left])
                    parts.elsewhere.append((year, [*zip(found, reasons, strict=True)], left))


def _group(reason: str, words: Sequence[tuple[str, str]]) -> str:
    """As `views/redengroep.sql` says it of meldingen; here also of those that are gone by now, of
    which the counts are kept."""
    found = {group for word, group in words if word in reason.lower()}
    return found.pop() if len(found) == 1 else OTHER


def _month_ends(jaar: str) -> Iterator[str]:
    """2024-2025 → 2024-08-31 … 2025-07-31."""
    first = int(jaar[:4])
    for month in range(8, 20):
        year, number = (first, month) if month <= 12 else (first + 1, month - 12)
        yield f"{year}-{number:02}-{calendar.monthrange(year, number)[1]:02}"
