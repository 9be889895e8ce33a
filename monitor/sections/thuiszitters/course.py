"""How it went: the stand of every month, with who came and who left."""

from collections.abc import Sequence

from monitor.compare import breaks
from monitor.compare.month_by_month import Month, months
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.sections.section import Drawn, Said, Section, said
from monitor.sections.thuiszitters.came_and_left import CAME
from monitor.sections.thuiszitters.subject import Subject, spoken, total_of
from monitor.sections.thuiszitters.twin import twin
from monitor.values import dutch, moments
from monitor.views.charts.kinds import Stock
from monitor.views.charts.stock import stock_rows


QUESTION = "Komen er meer bij dan er af gaan?"
TITLE = "Stand per maand"
MOVED = "Verhuisd binnen het SWV"
UNCLEAR = "Duidelijk geworden"
"""What is left over in the sum: of a part, and of the whole."""


def make(subject: Subject, now: Figure) -> Section:
    """`now` is the stand of the day."""
    came, left = (
        subject.own(f"thuiszitters_{way}") if subject.sees(f"thuiszitters_{way}") else []
        for way in ("in", "uit")
    )
    found = months(subject.stands, came, left)
    indicator = subject.indicator()
    is_course = len(found) > 1
    first, then = _in_and_out(subject, found) if is_course else ("", "")
    if not is_course:
        then = "Er is nog maar één maand geteld: een verloop is er vanaf de tweede."
    notes = (*(_of_the_line(subject) if is_course else ()), *_notes(subject, found))
    chart = Stock(tuple(found), indicator, subject.region.naam)
    pieces: list[tuple[Indicator, str, Sequence[Figure]]] = [
        (indicator, subject.region.per, [m.stand for m in found])
    ]
    for way, name in (("in", "came"), ("uit", "left")):
        flow = [f for m in found if (f := getattr(m, name)) is not None]
        pieces.append((subject.indicator(f"thuiszitters_{way}"), subject.region.per, flow))
    rest = UNCLEAR if subject.is_whole else MOVED
    return Section(
        key="thuiszitters_per_maand",
        question=QUESTION,
        title=TITLE,
        says=Said(first),
        selection=subject.every_year,
        beside=said(then),
        drawn=(Drawn(chart, notes),) if is_course else (),
        table=twin("Stand per maand, met erbij en eraf", stock_rows(found, rest), pieces,
                   "per-maand", f"{subject.region.naam}, alle maanden"),
        trust=subject.trust(indicator, now.periode, now),
        notes=() if is_course else notes,
    )  # fmt: skip


def _of_the_line(subject: Subject) -> tuple[str, ...]:
    if any(f.is_banded for f in subject.stands):
        return (("Het vlak reikt van het laagste tot het hoogste getal van elke klasse; de "
                "lijn is het laagste. Een maand die verborgen is, is een gat."),)  # fmt: skip
    if any(f.teller != f.teller_max for f in subject.stands):
        return ("De lijn is wie zeker meetelt; het vlak erboven wie misschien meetelt.",)
    return ()


def _notes(subject: Subject, found: Sequence[Month]) -> list[str]:
    periods = [figure.periode for figure in subject.stands]
    sources = breaks.other_sources(subject.store, subject.indicator(), periods)
    notes = [f"Breuk: {one.why}" for one in sources]
    hidden = [month for month in found if month.is_hidden]
    if not subject.sees("thuiszitters_in"):
        per_year = (
            "Per schooljaar staan ze hieronder."
            if subject.sees(CAME)
            else f"Per schooljaar ziet u ze alleen van {subject.only}."
        )
        notes.append("Hoeveel leerlingen er per maand bij kwamen en af gingen, ziet u niet: de getallen "
                     f"zijn te klein. {per_year}")  # fmt: skip
    elif hidden:
        notes.append(
            f"In {len(hidden)} van de {len(found)} maanden kwamen er zo weinig leerlingen bij, "
            "of gingen er zo weinig af, dat het verborgen is. Die staven staan er niet."
        )
    return [*notes, _reading(subject, found)]


def _reading(subject: Subject, found: Sequence[Month]) -> str:
    said = (
        "Stand = stand van de vorige maand + erbij, min eraf. Eraf is niet altijd terug naar school: "
        "een leerling kan ook verhuisd zijn, een vrijstelling hebben of te oud zijn."
    )
    if any(month.moved not in (None, (0, 0)) for month in found):
        said += (
            " Wat overblijft is van een melding waarvan later duidelijk werd of zij meetelt."
            if subject.is_whole
            else " Wie binnen het samenwerkingsverband verhuist, komt er in de ene gemeente bij "
            "zonder erbij te zijn gekomen; dat staat apart in de tabel."
        )
    return said


def _in_and_out(subject: Subject, found: list[Month]) -> tuple[str, str]:
    """In de twaalf maanden tot en met oktober 2025 kwam er 84 keer een leerling bij …, and the same
    month of the years."""
    upto = [m for m in found if m.stand.periode <= subject.periode][-12:]
    known = [m for m in upto if m.came is not None and m.left is not None and not m.is_hidden]
    years = _year_by_year(subject)
    if len(upto) < 12 or len(known) < len(upto):
        return years, ""
    if any(f is not None and f.is_banded for m in known for f in (m.came, m.left)):
        return years, ""  # twelve classes together say nothing
    came = total_of([m.came for m in known if m.came is not None])
    left = total_of([m.left for m in known if m.left is not None])
    return (
        f"In de twaalf maanden tot en met {moments.period(subject.periode[:7])} kwam er "
        f"{wording.interval(*came)} keer een leerling bij en ging er {wording.interval(*left)} keer een "
        "leerling af."
    ), years


def _year_by_year(subject: Subject) -> str:
    """Eind oktober waren het er 29 (2024) en 33–34 (2025): like months, for a year has its own
    course."""
    same = [
        figure for figure in subject.stands
        if figure.periode[5:7] == subject.periode[5:7] and figure.periode <= subject.periode
        and wording.is_known(figure)
    ]  # fmt: skip
    if len(same) < 2:
        return ""
    month = moments.period(subject.periode[:7]).split()[0]
    return f"Eind {month} waren het er {dutch.joined([f'{spoken(f)} ({f.periode[:4]})' for f in same])}."
