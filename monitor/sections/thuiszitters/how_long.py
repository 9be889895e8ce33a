"""For how long they are at home already, in classes."""

from collections.abc import Mapping, Sequence

from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.sections.section import Drawn, Said, Section, said
from monitor.sections.thuiszitters.groups import group_rows, picture
from monitor.sections.thuiszitters.subject import Subject, spoken
from monitor.sections.thuiszitters.twin import counted, twin
from monitor.sections.values import Value
from monitor.values import dutch
from monitor.values.moments import date
from monitor.views.charts.how_long import CLASSES
from monitor.views.charts.kinds import ClassesOverTime


QUESTION = "Hoe lang zitten zij al thuis?"
TITLE = "Hoe lang leerlingen al thuis zitten"
KEY = "thuiszitters_duur"
MOST_MONTHS = 25
CERTAIN = "De staven tonen wie zeker meetelt; de tabel ook wie misschien meetelt."


def make(subject: Subject, now: Figure) -> Section:
    """`now` is the stand of the day."""
    if not subject.sees(breakdown="duur"):
        return _without(subject, f"Naar duur uitgesplitst ziet u alleen {subject.only}: hier zijn de groepen te "
                        "klein. De directeur ziet ze.")  # fmt: skip
    indicator = subject.indicator()
    found = subject.parts("duur")
    if now.teller_max == 0 or not found:
        return _without(subject, "Die dag voldeed niemand aan deze definitie.")
    months = _months(subject, now, found)
    rows = group_rows(found, indicator, now) if len(months) == 1 else _rows(months)
    pieces = [f for p in sorted(months) for f in months[p]]
    return Section(
        key=KEY,
        question=QUESTION,
        title=TITLE,
        says=Said(_long(found, now)),
        selection=subject.sentence,
        drawn=_drawn(subject, found, months),
        table=twin("Aantal leerlingen naar duur", rows,
                   [(indicator, subject.region.per, pieces)], "naar-duur",
                   f"{subject.region.naam}, naar duur"),
        trust=subject.trust(indicator, now.periode, now),
    )  # fmt: skip


def not_shown(subject: Subject) -> Section:
    """In place of all that is asked of duration, where this viewer sees none of it."""
    return Section(
        KEY, QUESTION, "Hoe lang", Said(""), subject.sentence,
        beside=said(f"Hoe lang leerlingen thuis zitten, ziet u alleen van {subject.only}: hier gaat het om "
                    "te weinig leerlingen. De directeur ziet het wel."),
    )  # fmt: skip


def _without(subject: Subject, why: str) -> Section:
    return Section(KEY, QUESTION, TITLE, Said(""), subject.sentence, beside=said(why))


def _months(
    subject: Subject, now: Figure, found: Sequence[Figure]
) -> Mapping[str, Sequence[Figure]]:
    """The last months, of who sees exact figures; else the day alone."""
    if not subject.viewer.sees_exact:
        return {now.periode: found}
    periods = [f.periode for f in subject.stands if f.periode <= now.periode][-MOST_MONTHS:]
    every = subject.own("thuiszitters", "duur")
    return {p: [f for f in every if f.periode == p] for p in periods}


def _long(found: Sequence[Figure], now: Figure) -> str:
    """12–14 van de 33–34 zitten langer dan 3 maanden thuis."""
    long = [f for f in found if f.uitsplitsing.partition("=")[2] in CLASSES[2:]]
    if any(wording.is_closed(f) for f in found):
        return ""
    low, high = (sum(getattr(f, end) or 0 for f in long) for end in ("teller", "teller_max"))
    many = wording.interval(low, min(high, now.teller_max or high))
    return f"{many} van de {spoken(now)} zitten langer dan 3 maanden thuis."


def _drawn(
    subject: Subject, found: Sequence[Figure], months: Mapping[str, Sequence[Figure]]
) -> tuple[Drawn, ...]:
    if not subject.viewer.sees_exact:
        return picture(found, subject.indicator())
    is_open = any(f.teller != f.teller_max for parts in months.values() for f in parts)
    chart = ClassesOverTime({periode: tuple(parts) for periode, parts in months.items()})
    return (Drawn(chart, (CERTAIN,) if is_open else ()),)


def _rows(months: Mapping[str, Sequence[Figure]]) -> list[dict[str, str | Value]]:
    """A row per month, the newest first."""
    return [
        {"Maand": date(p), **{name: _cell(months[p], name) for name in CLASSES}}
        for p in sorted(months, reverse=True)
    ]


def _cell(found: Sequence[Figure], name: str) -> Value:
    one = next((f for f in found if f.uitsplitsing == f"duur={name}"), None)
    return Value(dutch.number(0), 0, 0, "bekend") if one is None else counted(one)
