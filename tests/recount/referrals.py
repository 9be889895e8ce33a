"""Referrals, counted once more: in slow plain loops over the files as delivered.

Nothing of `monitor` is used here, and nothing of DuckDB. Every measure is a list of cases: the
periode, the part that it belongs to ('' = the whole), the school that the pupil comes from, and
the least and the most that it counts for.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from recount.country import Pair, plus, read_csv


OWN = "VO9901"
FOREVER = dt.date(9999, 12, 30)
DAY = dt.timedelta(days=1)
CATEGORIES = {"1": "laag", "2": "midden", "3": "hoog"}

Span = tuple[dt.date, dt.date]
Case = tuple[str, str, str, float, float]
Counted = dict[str, Pair]


class Tlv(NamedTuple):
    number: str
    leerling: str
    soort: str
    categorie: str
    ontvangen: dt.date
    compleet: dt.date | None
    besloten: dt.date | None
    besluit: str
    van: dt.date | None
    tot: dt.date | None
    herkomst: str
    bestemming: str
    overgang: str
    swv: str
    """Who decided."""
    leeftijd: int | None
    vraag: str

    @property
    def is_valid(self) -> bool:
        """Issued, with dates between which it holds."""
        if self.besluit != "afgegeven" or self.van is None:
            return False
        return self.tot is None or self.tot >= self.van

    @property
    def last(self) -> dt.date:
        return self.tot or FOREVER

    def holds_on(self, day: dt.date) -> bool:
        return self.is_valid and self.van is not None and self.van <= day <= self.last


class Stay(NamedTuple):
    """An unbroken time in which a pupil has a valid tlv."""

    leerling: str
    soort: str
    first: Tlv
    final: Tlv
    van: dt.date
    tot: dt.date
    leeftijd: int | None


# ------------------------------------------------------------------------------------ reading


def day_of(text: str) -> dt.date | None:
    if not text:
        return None
    return dt.datetime.strptime(text, "%Y-%m-%d" if text[4] == "-" else "%d-%m-%Y").date()


def certain(day: dt.date | None) -> dt.date:
    assert day is not None
    return day


def schools(folder: Path) -> dict[str, tuple[str, str]]:
    """{vestiging: (swv, schooltype)}"""
    return {
        row["VESTIGINGSCODE"]: (row["SWV"], row["SCHOOLTYPE"])
        for row in read_csv(folder / "vestigingen.csv")
    }


def tlvs(folder: Path) -> list[Tlv]:
    swv_of = {school: swv for school, (swv, _) in schools(folder).items()}
    home = {row["POSTCODE4"]: row["SWV"] for row in read_csv(folder / "regio-indeling.csv")}
    found = []
    for row in read_csv(folder / "tlv.csv"):
        came_from = row["HERKOMST VESTIGINGSCODE"]
        decided_by = (
            row["SWV"].replace("-", "").replace(" ", "")
            or swv_of.get(came_from)
            or home.get(row["POSTCODE4"])
            or OWN
        )
        found.append(
            Tlv(
                row["BESCHIKKINGSNUMMER"],
                row["LEERLING"],
                row["SOORT"],
                CATEGORIES.get(row["CATEGORIE"], row["CATEGORIE"]) or "onbekend",
                certain(day_of(row["ONTVANGEN"])),
                day_of(row["COMPLEET"]),
                day_of(row["BESLUITDATUM"]),
                row["BESLUIT"],
                day_of(row["GELDIG VANAF"]),
                day_of(row["GELDIG TOT"]),
                came_from,
                row["BESTEMMING VESTIGINGSCODE"],
                row["OVERGANG"],
                decided_by,
                int(row["LEEFTIJD"]) if row["LEEFTIJD"] else None,
                row["ONDERSTEUNINGSVRAAG"] or "onbekend",
            )
        )
    return found


# ------------------------------------------------------------------------------------ periods


def schooljaar(day: dt.date) -> str:
    start = day.year if day.month >= 8 else day.year - 1
    return f"{start}-{start + 1}"


def years(of_own: list[Tlv], until: dt.date) -> dict[str, Span]:
    """The whole schooljaren of the list."""
    out = {}
    for start in range(first_year(of_own), until.year + 1):
        span = dt.date(start, 8, 1), dt.date(start + 1, 7, 31)
        if span[1] <= until:
            out[f"{start}-{start + 1}"] = span
    return out


def months(of_own: list[Tlv], until: dt.date) -> dict[str, Span]:
    """The whole months of the list, by their last day."""
    out: dict[str, Span] = {}
    begin = dt.date(first_year(of_own), 8, 1)
    while True:
        after = (begin + dt.timedelta(days=31)).replace(day=1)
        end = after - DAY
        if end > until:
            return out
        out[end.isoformat()] = begin, end
        begin = after


def first_year(of_own: list[Tlv]) -> int:
    """The first schooljaar with a third of the busiest, and with something in the autumn."""
    per_year: dict[int, int] = defaultdict(int)
    autumn = set()
    for tlv in of_own:
        start = int(schooljaar(tlv.ontvangen)[:4])
        per_year[start] += 1
        if tlv.ontvangen.month in (8, 9, 10):
            autumn.add(start)
    whole = [y for y, n in per_year.items() if y in autumn and 3 * n >= max(per_year.values())]
    return min(whole) if whole else min(per_year) + 1


def seen_until(of_own: list[Tlv], delivered: dt.date) -> dt.date:
    """The last day that occurs, or that of delivery if that is at most a month later."""
    last = max(
        day
        for tlv in of_own
        for day in (tlv.ontvangen, tlv.compleet, tlv.besloten)
        if day is not None and day <= delivered
    )
    return delivered if (delivered - last).days <= 31 else last


def stock_from(of_own: list[Tlv]) -> dt.date:
    """The first day on which hardly any tlv from before the list can be valid."""
    lengths = [
        ((tlv.tot - tlv.van).days + 1) / 365.25
        for tlv in of_own
        if tlv.is_valid and tlv.tot is not None and tlv.van is not None
    ]
    for age in range(3, 11):
        missing = sum(max(length - age, 0) for length in lengths)
        if missing <= 0.05 * sum(lengths):
            return dt.date(first_year(of_own) + age, 8, 1)
    return dt.date(first_year(of_own) + 3, 8, 1)


def octobers(of_own: list[Tlv], until: dt.date) -> list[dt.date]:
    start = stock_from(of_own)
    days = [dt.date(year, 10, 1) for year in range(start.year, until.year + 1)]
    return [day for day in days if start <= day <= until]


# -------------------------------------------------------------------------------------- flows


def decided(of_own: Iterable[Tlv], spans: dict[str, Span], *besluiten: str) -> Iterator[
    tuple[str, Tlv]
]:  # fmt: skip
    for tlv in of_own:
        for periode, (begin, end) in spans.items():
            if tlv.besluit in besluiten and tlv.besloten and begin <= tlv.besloten <= end:
                yield periode, tlv


def instroom(of_own: list[Tlv], spans: dict[str, Span]) -> list[Case]:
    out = []
    for periode, tlv in decided(of_own, spans, "afgegeven"):
        if tlv.soort == "vso" and tlv.overgang in ("nieuw", ""):
            out.append((periode, "", tlv.herkomst, float(tlv.overgang == "nieuw"), 1.0))
    return out


def twelve_months(spans: dict[str, Span], start: dt.date) -> dict[str, Span]:
    """Of each month that has twelve months of the list behind it: those twelve."""
    out = {}
    for periode, (_, end) in spans.items():
        begin = (end + DAY).replace(year=(end + DAY).year - 1)
        if begin >= start:
            out[periode] = begin, end
    return out


def afgegeven(of_own: list[Tlv], spans: dict[str, Span]) -> list[Case]:
    out = []
    for periode, tlv in decided(of_own, spans, "afgegeven"):
        for part in (
            "",
            f"soort={tlv.soort}",
            f"categorie={tlv.categorie}",
            f"overgang={tlv.overgang or 'onbekend'}",
            f"leeftijd={'onbekend' if tlv.leeftijd is None else tlv.leeftijd}",
            f"ondersteuningsvraag={tlv.vraag}",
            f"bestemming={tlv.bestemming or 'onbekend'}",
        ):
            out.append((periode, part, tlv.herkomst, 1.0, 1.0))
    return out


def decisions(of_own: list[Tlv], spans: dict[str, Span]) -> list[Case]:
    found = decided(of_own, spans, "afgegeven", "afgewezen")
    return [(periode, "", tlv.herkomst, 1.0, 1.0) for periode, tlv in found]


def afgewezen(of_own: list[Tlv], spans: dict[str, Span]) -> list[Case]:
    found = decided(of_own, spans, "afgewezen")
    return [(periode, "", tlv.herkomst, 1.0, 1.0) for periode, tlv in found]


def mei_juli(of_own: list[Tlv], spans: dict[str, Span]) -> list[Case]:
    found = decided(of_own, spans, "afgegeven", "afgewezen")
    return [
        (periode, "", tlv.herkomst, 1.0, 1.0)
        for periode, tlv in found
        if certain(tlv.besloten).month in (5, 6, 7)
    ]


def verlenging(of_own: list[Tlv], spans: dict[str, Span]) -> list[Case]:
    return [
        (periode, "", tlv.herkomst, float(tlv.overgang == "verlenging"), 1.0)
        for periode, tlv in decided(of_own, spans, "afgegeven")
        if tlv.overgang in ("verlenging", "")
    ]


def days_until_complete(of_own: list[Tlv], spans: dict[str, Span]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for periode, tlv in decided(of_own, spans, "afgegeven", "afgewezen"):
        if tlv.compleet and tlv.compleet >= tlv.ontvangen:
            out[periode].append((tlv.compleet - tlv.ontvangen).days)
    return out


def days_until_decided(of_own: list[Tlv], spans: dict[str, Span]) -> dict[str, list[int]]:
    out: dict[str, list[int]] = defaultdict(list)
    for periode, tlv in decided(of_own, spans, "afgegeven", "afgewezen"):
        if tlv.compleet and tlv.besloten and tlv.besloten >= tlv.compleet:
            out[periode].append((tlv.besloten - tlv.compleet).days)
    return out


def quantile(days: list[int], part: float) -> float:
    """Between two neighbours by proportion."""
    days = sorted(days)
    place = part * (len(days) - 1)
    low = days[int(place)]
    high = days[min(int(place) + 1, len(days) - 1)]
    return low + (high - low) * (place - int(place))


# -------------------------------------------------------------------------------------- stock


def geldig(of_own: list[Tlv], spans: dict[str, Span]) -> list[Case]:
    start, out = stock_from(of_own), []
    for periode, (_, end) in spans.items():
        for tlv in of_own:
            if end >= start and tlv.holds_on(end):
                out.append((periode, "", tlv.herkomst, 1.0, 1.0))
                out.append((periode, f"soort={tlv.soort}", tlv.herkomst, 1.0, 1.0))
                part = f"bestemming={tlv.bestemming or 'onbekend'}"
                out.append((periode, part, tlv.herkomst, 1.0, 1.0))
    return out


def waiting(of_own: list[Tlv], spans: dict[str, Span]) -> list[Case]:
    out = []
    for periode, (_, end) in spans.items():
        for tlv in of_own:
            undecided = tlv.besluit == "open" if tlv.besloten is None else tlv.besloten > end
            if tlv.ontvangen <= end and undecided:
                days = (end - tlv.ontvangen).days
                long = "langer dan 13 weken"
                for weeks, words in ((13, "8 tot 13 weken"), (8, "4 tot 8 weken"),
                                     (4, "tot 4 weken")):  # fmt: skip
                    long = words if days <= 7 * weeks else long
                whole = "ja" if tlv.compleet and tlv.compleet <= end else "nee"
                for part in ("", f"wachttijd={long}", f"compleet={whole}"):
                    out.append((periode, part, tlv.herkomst, 1.0, 1.0))
    return out


def newest(of: Iterable[Tlv], day: dt.date) -> list[Tlv]:
    """Of each pupil with a vso-tlv that holds on a day, the newest."""
    out: dict[str, Tlv] = {}
    for tlv in of:
        if tlv.soort == "vso" and tlv.holds_on(day):
            other = out.get(tlv.leerling)
            key = certain(tlv.van), tlv.number
            if other is None or key > (certain(other.van), other.number):
                out[tlv.leerling] = tlv
    return list(out.values())


def deelname(of_own: list[Tlv], days: list[dt.date]) -> list[Case]:
    return [
        (day.isoformat(), "", tlv.herkomst, 1.0, 1.0) for day in days for tlv in newest(of_own, day)
    ]


def uit(of_own: list[Tlv], days: list[dt.date], swv_of: dict[str, str]) -> list[Case]:
    out = []
    for day in days:
        for tlv in newest(of_own, day):
            if swv_of.get(tlv.bestemming) != OWN:
                low = float(tlv.bestemming != "")
                part = f"bestemming={tlv.bestemming or 'onbekend'}"
                out.append((day.isoformat(), "", tlv.herkomst, low, 1.0))
                out.append((day.isoformat(), part, tlv.herkomst, low, 1.0))
    return out


def into(everybody: list[Tlv], days: list[dt.date], swv_of: dict[str, str]) -> list[Case]:
    """By the school that they go to."""
    return [
        (day.isoformat(), "", tlv.bestemming, 1.0, 1.0)
        for day in days
        for tlv in newest(everybody, day)
        if tlv.swv != OWN and swv_of.get(tlv.bestemming) == OWN
    ]


# -------------------------------------------------------------------------------------- stays


def stays(of_own: list[Tlv]) -> list[Stay]:
    per_pupil: dict[tuple[str, str], list[Tlv]] = defaultdict(list)
    for tlv in of_own:
        if tlv.is_valid:
            per_pupil[tlv.leerling, tlv.soort].append(tlv)
    out = []
    for (leerling, soort), found in per_pupil.items():
        found.sort(key=lambda tlv: (certain(tlv.van), tlv.last, tlv.number))
        groups: list[list[Tlv]] = []
        for tlv in found:
            end = max((other.last for other in groups[-1]), default=None) if groups else None
            if end is not None and certain(tlv.van) <= end + DAY:
                groups[-1].append(tlv)
            else:
                groups.append([tlv])
        for group in groups:
            ages = [
                tlv.leeftijd + tlv.last.year - tlv.ontvangen.year
                for tlv in group
                if tlv.leeftijd is not None
            ]
            final = max(group, key=lambda tlv: (tlv.last, certain(tlv.van), tlv.number))
            out.append(
                Stay(leerling, soort, group[0], final, certain(group[0].van),
                     max(tlv.last for tlv in group), max(ages, default=None))
            )  # fmt: skip
    return out


def verloop(of_own: list[Tlv], days: list[dt.date]) -> list[Case]:
    out = []
    names = {"nieuw": "erbij: nieuw", "verhuizing": "erbij: verhuisd hierheen"}
    found = [stay for stay in stays(of_own) if stay.soort == "vso"]
    for number, day in enumerate(days):
        before = days[number - 1] if number else None
        for stay in found:
            parts = []
            if stay.van <= day <= stay.tot:
                parts.append("")
            if before:
                if stay.van <= before <= stay.tot:
                    parts.append("verloop=stand een jaar eerder")
                if before < stay.van <= day:
                    name = names.get(stay.first.overgang, "erbij: verschil")
                    parts.append(f"verloop={name}")
                if before <= stay.tot < day:
                    parts.append("verloop=eraf: tlv afgelopen")
            for part in parts:
                out.append((day.isoformat(), part, stay.final.herkomst, 1.0, 1.0))
    return out


def eindigt(of_own: list[Tlv]) -> list[Case]:
    out, found, start = [], stays(of_own), stock_from(of_own)
    for stay in found:
        follows = any(
            other.leerling == stay.leerling
            and other.tot > stay.tot
            and other.van <= stay.tot + 92 * DAY
            for other in found
        )
        if start <= stay.tot < FOREVER and not follows:
            part = f"bestemming={stay.final.bestemming or 'onbekend'}"
            for deel in ("", part):
                out.append((schooljaar(stay.tot), deel, stay.final.herkomst, 1.0, 1.0))
    return out


class Return(NamedTuple):
    teller: list[Case]
    noemer: list[Case]


def terugplaatsing(folder: Path, everybody: list[Tlv], until: dt.date) -> Return:
    of_own = [tlv for tlv in everybody if tlv.swv == OWN]
    regular = {school for school, (_, kind) in schools(folder).items() if kind in ("vo", "pro")}
    seen: dict[str, list[dt.date]] = defaultdict(list)
    for row in read_csv(folder / "aanvragen.csv"):
        if row["VESTIGINGSCODE"] in regular:
            day = day_of(row["BEGIN"]) or day_of(row["ONTVANGEN"])
            seen[row["LEERLING"]].append(certain(day))
    for row in read_csv(folder / "verzuimmeldingen.csv"):
        if row["VESTIGINGSCODE"] in regular and row["INGESCHREVEN"].lower() == "ja":
            seen[row["LEERLING"]].append(certain(day_of(row["VERZUIM SINDS"])))
    for tlv in everybody:
        if tlv.herkomst in regular:
            seen[tlv.leerling].append(tlv.ontvangen)

    found = [stay for stay in stays(of_own) if stay.soort == "vso"]
    out = Return([], [])
    for periode, (begin, end) in years(of_own, until).items():
        ended: dict[str, Stay] = {}
        for stay in found:
            follows = any(
                other.leerling == stay.leerling and stay.tot < other.van <= stay.tot + 92 * DAY
                for other in found
            )
            if begin <= stay.tot <= end and not follows:
                other = ended.get(stay.leerling)
                ended[stay.leerling] = max(other or stay, stay, key=lambda one: one.tot)
        if end + 92 * DAY > until or begin < stock_from(of_own):
            continue
        for stay in ended.values():
            back = any(day > stay.tot for day in seen[stay.leerling])
            maybe = back or stay.leeftijd is None or stay.leeftijd < 18
            herkomst = stay.final.herkomst
            out.teller.append((periode, "", herkomst, float(back), float(maybe)))
            out.noemer.append((periode, "", herkomst, 1.0, 1.0))
    return out


# --------------------------------------------------------------------------------------- sums


def per_period(cases: Iterable[Case]) -> dict[tuple[str, str], Pair]:
    """{(periode, part): (least, most)}"""
    out: dict[tuple[str, str], Pair] = defaultdict(lambda: (0, 0))
    for periode, part, _, low, high in cases:
        out[periode, part] = plus(out[periode, part], (low, high))
    return dict(out)


def per_school(cases: Iterable[Case], periode: str) -> Counted:
    """{school that they come from: (least, most)} of one period, in all parts together."""
    out: dict[str, Pair] = defaultdict(lambda: (0, 0))
    for when, part, school, low, high in cases:
        if when == periode and part == "":
            out[school or "onbekend"] = plus(out[school or "onbekend"], (low, high))
    return dict(out)
