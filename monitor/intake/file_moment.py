"""The date that a delivered file is about, where its rows do not say it."""

import datetime as dt
import re
from contextlib import suppress
from pathlib import Path

from monitor.intake.judging import messages
from monitor.intake.reading.sheet import refused
from monitor.intake.report import Report
from monitor.sources.source import Moment, Source
from monitor.store.delivered import File


DAY = re.compile(r"(?<!\d)((?:19|20)\d{2})([-_]?)(\d{2})\2(\d{2})(?!\d)")


def moment_of(
    report: Report, kind: Source, given: dt.date | None, before: list[File], year: int = 0
) -> dt.date | None:
    """The date that a file is about: given, in its name, in its rows, or as its kind says.

    `before` are the earlier deliveries of the same file: what was said of it then stays so. `year`
    is what all its rows say (`Sheet.year`).
    """
    if kind.moment is None:
        return None
    if given is not None:
        return _gone_by(report, kind.moment, given)
    if (day := _day_in(report.file)) and kind.moment.fallback == "onbekend":
        return _gone_by(report, kind.moment, day)
    years = re.findall(r"(?<!\d)((?:19|20)\d{2})(?!\d)", Path(report.file).stem)
    firsts = [y for i, y in enumerate(years) if i == 0 or int(y) - int(years[i - 1]) not in (0, 1)]
    if len(firsts) > 1:
        raise refused(report.file, messages.moment_ambiguous(firsts))
    if firsts:
        day = dt.date(int(firsts[0]), kind.moment.month, kind.moment.day)
        return _gone_by(report, kind.moment, day)
    if year:
        return _gone_by(report, kind.moment, dt.date(year, kind.moment.month, kind.moment.day))
    if kind.moment.fallback == "vraag":
        raise refused(report.file, messages.moment_unknown(kind.title))
    if before:
        return before[-1].moment
    report.is_moment_guessed = True
    report.remarks.append(messages.remark_moment())
    return None


def _day_in(name: str) -> dt.date | None:
    """The day in a name as `scholen20241122.geo.json` or `vestigingen-2024-11-22.csv`; none where it
    names more than one."""
    days = set()
    for year, _, month, day in DAY.findall(Path(name).stem):
        with suppress(ValueError):
            days.add(dt.date(int(year), int(month), int(day)))
    return days.pop() if len(days) == 1 else None


def _gone_by(report: Report, kind: Moment, moment: dt.date) -> dt.date:
    last = dt.date.today()
    if kind.is_announced:
        last = last.replace(year=last.year + 1, month=12, day=31)
    if moment > last:
        raise refused(report.file, messages.moment_ahead(moment.strftime("%d-%m-%Y")))
    return moment
