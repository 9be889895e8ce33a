"""Thuiszitters counted once more, day by day, from the file as delivered.

Nothing of `monitor` is used here, and nothing of DuckDB: `csv`, and per pupil a dict of the days on
which somebody may say that he is one. What is not certain makes a pair (lowest, highest).
"""

import csv
import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, pairwise
from pathlib import Path


Day = dt.date
Pair = tuple[int, int]
ONE = dt.timedelta(days=1)
COUNTING = ("aangemeld", "invoer school", "in behandeling", "ter kennisgeving")


@dataclass(frozen=True)
class Melding:
    """One row; `from_` to `until` (not included) is when it meets the definition asked for."""

    nummer: str
    leerling: str
    sinds: Day
    einde: Day | None
    row: dict[str, str] = field(compare=False, repr=False)

    def is_(self, column: str, *values: str) -> bool:
        return self.row[column].lower() in values


@dataclass
class Meeting:
    """A melding that meets a definition, from a day until another (None = still)."""

    melding: Melding
    start: Day
    until: Day | None
    certain: bool = True
    first: Day | None = None
    """The first day of his whole time at home, of a definition that counts from there."""


def read(path: Path) -> list[Melding]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return [
        Melding(
            row["MELDINGNUMMER"], row["LEERLING"], _day(row["VERZUIM SINDS"]),
            _day(row["EINDE VERZUIM"]) if row["EINDE VERZUIM"] else None, row,
        )
        for row in rows
    ]  # fmt: skip


def _day(text: str) -> Day:
    day, month, year = (int(part) for part in text.split("-"))
    return dt.date(year, month, day)


def counts(melding: Melding) -> bool:
    """Withdrawn never was; closed counts to its end, so it must have one, after its begin."""
    if melding.einde is not None and melding.einde < melding.sinds:
        return False
    closed = melding.is_("STATUS", "afgesloten") and melding.einde is not None
    return closed or melding.is_("STATUS", *COUNTING)


# -------------------------------------------------------------------------------- definitions


def three_months_after(day: Day) -> Day:
    year, month = (day.year, day.month + 3) if day.month <= 9 else (day.year + 1, day.month - 9)
    for last in range(day.day, 27, -1):
        try:
            return dt.date(year, month, last)
        except ValueError:
            continue
    return dt.date(year, month, day.day)


@dataclass(frozen=True)
class Absence:
    """Since which day a melding belongs to one time at home, and until when it lasts."""

    melding: Melding
    begin: Day
    until: Day | None


def excused(melding: Melding) -> bool | None:
    """With a valid reason or an exemption; None = not known."""
    if not melding.is_("INGESCHREVEN", "ja"):
        exemption = melding.row["VRIJSTELLING"].lower()
        return None if exemption == "" else exemption != "geen"
    was_none = melding.row.get("REDEN EINDE", "").lower() in ("langdurig ziek", "legitiem afwezig")
    return melding.is_("GEOORLOOFD", "ja") or was_none


def misses_all(melding: Melding, hours: float) -> bool | None:
    """Whether somebody who is enrolled misses all lessons; None = not known."""
    kind = melding.row.get("SOORT VERZUIM", "").lower()
    said = {"ja": True, "nee": False}.get(melding.row.get("ALLE LESSEN GEMIST", "").lower())
    if kind in ("16 uur", "luxe", "signaal"):
        return said is True
    if kind == "langdurig":
        return None if said is False else True
    if said is not None:
        return said
    told = melding.row["UREN"].replace(",", ".")
    return True if told and float(told) >= hours else None


def no_school_between(end: Day, begin: Day, free: set[Day] | None) -> bool:
    """No schoolday after `end` and before `begin`; without holidays three days at most."""
    if free is None:
        return begin - end <= 3 * ONE
    day = end + ONE
    while day < begin:
        if day.weekday() < 5 and day not in free:
            return False
        day += ONE
    return True


def absences(
    meldingen: list[Melding], free: set[Day] | None, hours: float = 80, *, certain: bool
) -> dict[str, Absence]:
    """By number, of who is absent without a valid reason: certainly, or possibly."""
    of_pupil: dict[str, list[Melding]] = defaultdict(list)
    for melding in filter(counts, meldingen):
        of_pupil[melding.leerling].append(melding)
    out: dict[str, Absence] = {}
    for own in of_pupil.values():
        there, away = [], []
        for melding in own:
            reason = excused(melding)
            is_away = reason is False if certain else reason is not True
            if not is_away:
                there.append(melding)
            elif not (certain and melding.is_("INGESCHREVEN", "ja")) or misses_all(melding, hours):
                away.append(melding)
        out |= _chained(away, there, free)
    return out


def _chained(
    away: list[Melding], excusing: list[Melding], free: set[Day] | None
) -> dict[str, Absence]:
    """One by one, each against all that came before it."""
    done: list[list[Melding]] = []  # the meldingen of one time at home
    ends: dict[str, Day] = {}
    for melding in sorted(away, key=lambda m: (m.sinds, m.einde or dt.date.max, m.nummer)):
        last = max((m.einde or dt.date.max for m in done[-1]), default=None) if done else None
        if last is None:
            done.append([melding])
        elif melding.sinds <= last:
            done[-1].append(melding)
        elif no_school_between(last, melding.sinds, free) and not any(
            m.sinds < melding.sinds and (m.einde or dt.date.max) > last for m in excusing
        ):
            for before in done[-1]:
                if before.einde == last:
                    ends[before.nummer] = melding.sinds  # it goes on through the free days
            done[-1].append(melding)
        else:
            done.append([melding])
    return {
        one.nummer: Absence(one, stay[0].sinds, ends.get(one.nummer, one.einde))
        for stay in done
        for one in stay
    }


def meeting(
    code: str, meldingen: list[Melding], free: set[Day] | None = None, hours: float = 80
) -> list[Meeting]:
    """Which meldingen meet a definition, and when: twice where it is certain later than possible.

    `free` are the days without school on which nobody is back (None = no holidays were given)."""
    if code not in AT_HOME:
        return [met for melding in filter(counts, meldingen) if (met := _met(code, melding))]
    found = []
    for certain in (False, True):
        for one in absences(meldingen, free, hours, certain=certain).values():
            met = _at_home(code, one, hours)
            if met is not None:
                unknown = code == "THUIS_REG" and one.melding.row["VRIJSTELLING"] == ""
                met.certain = certain and not unknown
                found.append(met)
    return found


AT_HOME = ("ABS", "LRV", "THUIS_OCW", "THUIS_REG", "THUIS_PACT")


def _at_home(code: str, one: Absence, hours: float) -> Meeting | None:
    enrolled = one.melding.is_("INGESCHREVEN", "ja")
    if enrolled and misses_all(one.melding, hours) is False:
        return None
    if (code == "ABS" and enrolled) or (code in ("LRV", "THUIS_REG") and not enrolled):
        return None
    if code == "THUIS_REG" and one.melding.row["VRIJSTELLING"].lower() not in ("", "geen"):
        return None
    start = one.melding.sinds
    if enrolled:
        start = max(start, one.begin + 29 * ONE)
    if code == "THUIS_PACT":
        start = max(start, three_months_after(one.begin) + ONE)
    if one.until is not None and one.until < start:
        return None
    return Meeting(one.melding, start, one.until, first=one.begin)


def _met(code: str, melding: Melding) -> Meeting | None:
    enrolled = melding.is_("INGESCHREVEN", "ja")
    lawful = melding.is_("GEOORLOOFD", "ja")
    exemption = melding.row["VRIJSTELLING"].lower()
    always = Meeting(melding, melding.sinds, melding.einde)
    unsure = Meeting(melding, melding.sinds, melding.einde, certain=False)
    match code:
        # Ill or lawfully away, as the gemeente found: it was no absence to report (faults.md A7, C1).
        case "REL16" if enrolled and not excused(melding):
            is_16 = melding.row.get("SOORT VERZUIM", "").lower() == "16 uur"
            if not melding.row["UREN"]:
                return always if is_16 else unsure
            if float(melding.row["UREN"].replace(",", ".")) >= 16:
                return always
            return unsure if is_16 else None
        case "GEOORL" if enrolled and lawful:
            return always if exemption in ("", "geen", "11") else None
        case "VRIJ5A" | "VRIJ5B" | "VRIJ5C":
            if exemption == code[-2:].lower():
                return always
            return unsure if exemption == "" and not enrolled else None
    return None


# ------------------------------------------------------------------------------------- periods


def whole(meldingen: list[Melding], delivered: Day) -> tuple[Day, Day]:
    """The days over which the register can be whole: from the first schooljaar with a third of the
    meldingen of the busiest and some in autumn, to the last day that it knows of."""
    years: dict[int, list[int]] = defaultdict(list)
    for melding in meldingen:
        year = melding.sinds.year - (melding.sinds.month < 8)
        years[year].append(melding.sinds.month)
    most = max(len(months) for months in years.values())
    first = min(
        year
        for year, months in years.items()
        if 3 * len(months) >= most and any(month in (8, 9, 10) for month in months)
    )
    days = {melding.sinds for melding in meldingen} | {m.einde for m in meldingen if m.einde}
    last = max(day for day in days if day <= delivered)
    return dt.date(first, 8, 1), delivered if delivered - last <= 31 * ONE else last


def months(first: Day, last: Day) -> Iterator[tuple[Day, Day]]:
    """(first, last day) of every month that is whole."""
    while True:
        following = (first + 31 * ONE).replace(day=1)
        if following - ONE > last:
            return
        yield first, following - ONE
        first = following


def schooljaren(first: Day, last: Day) -> Iterator[tuple[str, Day, Day]]:
    year = first.year
    while dt.date(year + 1, 7, 31) <= last:
        yield f"{year}-{year + 1}", dt.date(year, 8, 1), dt.date(year + 1, 7, 31)
        year += 1


# --------------------------------------------------------------------------------------- stays


@dataclass
class Stay:
    """Days on end on which a pupil meets a definition; `days` is empty when it ended at once."""

    begin: Day
    days: list[list[Meeting]]

    @property
    def end(self) -> Day:
        """The first day on which he no longer does."""
        return self.begin + len(self.days) * ONE

    @property
    def certain(self) -> list[bool]:
        return [any(met.certain for met in active) for active in self.days]


def stays(found: list[Meeting], last: Day) -> dict[str, list[Stay]]:
    """Per pupil; what goes on after `last` is followed up to and including that day."""
    days: dict[str, dict[Day, list[Meeting]]] = defaultdict(lambda: defaultdict(list))
    for met in found:
        day = met.start
        while day <= last and (met.until is None or day < met.until):
            days[met.melding.leerling][day].append(met)
            day += ONE
    out: dict[str, list[Stay]] = {}
    for leerling, active in days.items():
        for day in sorted(active):
            of_pupil = out.setdefault(leerling, [])
            if not of_pupil or of_pupil[-1].end != day:
                of_pupil.append(Stay(day, []))
            of_pupil[-1].days.append(active[day])
    return out


def at_once(found: list[Meeting], days: dict[str, list[Stay]]) -> dict[tuple[str, Day], bool]:
    """(pupil, day) → certain, of what ended the day it began and belongs to no longer stay."""
    out: dict[tuple[str, Day], bool] = {}
    for met in found:
        leerling, day = met.melding.leerling, met.start
        touches = any(s.begin <= day <= s.end for s in days.get(leerling, []))
        if met.until == day and not touches:
            out[leerling, day] = out.get((leerling, day), False) or met.certain
    return out


# ------------------------------------------------------------------------------------- figures


@dataclass
class Absent:
    """What is asked of one definition."""

    found: list[Meeting]
    first: Day
    last: Day

    def __post_init__(self) -> None:
        self.stays = stays(self.found, self.last)
        self.at_once = at_once(self.found, self.stays)
        self.comings = list(self._comings())
        self.goings = list(self._goings())

    def on(self, day: Day) -> dict[str, tuple[Stay, bool, Melding]]:
        """{pupil: (his stay, is it certain, his newest melding)} of who meets it on a day."""
        out = {}
        for leerling, of_pupil in self.stays.items():
            for stay in of_pupil:
                if stay.begin <= day < stay.end:
                    active = stay.days[(day - stay.begin).days]
                    newest = max((m.melding for m in active), key=lambda m: (m.sinds, m.nummer))
                    out[leerling] = stay, any(m.certain for m in active), newest
        return out

    def stock(self, day: Day) -> Pair:
        return _pair([certain for _, certain, _ in self.on(day).values()])

    def _comings(self) -> Iterator[tuple[Day, Pair]]:
        """Each day on which somebody begins, or becomes certain: (certain, at most)."""
        for stay in self._all():
            was = None
            for n, certain in enumerate(stay.certain):
                if was is None or (certain and not was):
                    yield stay.begin + n * ONE, (int(was is None and certain), 1)
                was = certain

    def _goings(self) -> Iterator[tuple[Day, Pair]]:
        """Each first day on which somebody no longer is one, or no longer certainly."""
        for stay in self._all():
            certain = stay.certain
            for n, (before, after) in enumerate(pairwise(certain), 1):
                if before and not after:
                    yield stay.begin + n * ONE, (0, 1)
            if stay.end <= self.last:
                yield stay.end, (int(certain[-1]), 1)

    def _all(self) -> Iterator[Stay]:
        return chain.from_iterable(self.stays.values())

    def came(self, first: Day, last: Day) -> Pair:
        return self._between(self.comings, first, last)

    def went(self, first: Day, last: Day) -> Pair:
        return self._between(self.goings, first, last)

    def _between(self, events: list[tuple[Day, Pair]], first: Day, last: Day) -> Pair:
        found = [pair for day, pair in events if first <= day <= last]
        found += [(int(sure), 1) for (_, day), sure in self.at_once.items() if first <= day <= last]
        return sum(low for low, _ in found), sum(high for _, high in found)

    def in_period(self, first: Day, last: Day) -> Pair:
        """Pupils with a melding that began by the last day and did not end before the first."""
        pupils: dict[str, bool] = {}
        for met in self.found:
            if met.start <= last and (met.until is None or met.until >= first):
                leerling = met.melding.leerling
                pupils[leerling] = pupils.get(leerling, False) or met.certain
        return _pair(list(pupils.values()))

    def durations(self, day: Day, free: set[Day]) -> list[int]:
        """Days since the first day of absence, of who certainly meets it; five days of `free` are a
        week without school."""
        out = []
        for stay, certain, _ in self.on(day).values():
            if certain:
                until_now = stay.days[: (day - stay.begin).days + 1]
                sinds = min(met.melding.sinds for active in until_now for met in active)
                if at_home := [met.first for met in until_now[-1] if met.certain and met.first]:
                    sinds = min(at_home)
                off = sum(sinds <= one < day for one in free)
                out.append(max((day - sinds).days - round(off * 7 / 5), 0))
        return sorted(out)

    def without_plan(self, day: Day) -> tuple[Pair, Pair]:
        """((no plan, at most), (pupils, at most))"""
        low = high = 0
        for _, certain, newest in self.on(day).values():
            plan = newest.row["PLAN"].lower()
            low += certain and plan == "nee"
            high += plan in ("nee", "", "onbekend")
        return (low, high), self.stock(day)

    def per_gemeente(self, day: Day, gemeente_of: dict[str, str]) -> dict[str, Pair]:
        found: dict[str, list[bool]] = defaultdict(list)
        for _, certain, newest in self.on(day).values():
            home = newest.row["GEMEENTECODE"] or gemeente_of.get(newest.row["POSTCODE4"])
            found[home or "onbekend"].append(certain)
        return {gemeente: _pair(certain) for gemeente, certain in found.items()}

    def cases(self, first: Day, last: Day) -> list[tuple[int, bool]]:
        """(days, has it ended) of the stays that certainly began in a period."""
        out = []
        for of_pupil in self.stays.values():
            for stay in of_pupil:
                if first <= stay.begin <= last and stay.certain[0]:
                    ended = stay.end <= self.last
                    out.append((((stay.end if ended else self.last) - stay.begin).days, ended))
        short = [certain for (_, day), certain in self.at_once.items() if first <= day <= last]
        return out + [(0, True)] * sum(short)


def _pair(certain: list[bool]) -> Pair:
    return sum(certain), len(certain)


def kaplan_meier(cases: list[tuple[int, bool]], within: int) -> float | None:
    """One less the product of (1 - ended / at risk) over the days up to `within`."""
    left = 1.0
    for day in range(within + 1):
        at_risk = sum(followed >= day for followed, _ in cases)
        ended = sum(followed == day and has_ended for followed, has_ended in cases)
        if ended:
            left *= 1 - ended / at_risk
    followed_long_enough = any(followed >= within for followed, _ in cases)
    return 1 - left if followed_long_enough or left == 0 else None


def days_off(path: Path, regio: str | None) -> set[Day]:
    """Monday to Friday without school."""
    if regio is None:
        return set()
    out = set()
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            day = _day(row["EERSTE DAG"])
            while row["REGIO"] == regio and day <= _day(row["LAATSTE DAG"]):
                if day.weekday() < 5:
                    out.add(day)
                day += ONE
    return out


def gemeenten(path: Path) -> dict[str, str]:
    """{postcode4: gemeente} of the SWV's own list."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {row["POSTCODE4"]: row["GEMEENTECODE"] for row in rows}
