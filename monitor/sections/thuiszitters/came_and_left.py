"""Who came and who left in a whole schooljaar: pupils, so that a year can be told in classes too."""

from collections.abc import Sequence

from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.sections.section import Drawn, Said, Section
from monitor.sections.thuiszitters.subject import Subject, spoken
from monitor.sections.thuiszitters.twin import counted, twin
from monitor.sections.values import Value
from monitor.views.charts.breakdown import Series
from monitor.views.charts.kinds import Trend


QUESTION = "Hoeveel leerlingen kwamen er in een schooljaar bij, en hoeveel gingen er af?"
CAME, LEFT = "thuiszitters_jaar_erbij", "thuiszitters_jaar_eraf"
LAST_DAY = "07-31"
"""Of a schooljaar."""
READING = (
    "Erbij is wie op 31 juli ervoor nog niet meetelde en in het schooljaar wel; eraf is wie in het "
    "schooljaar meetelde en op de laatste dag niet meer. Elke leerling telt één keer. Eraf is niet "
    "altijd terug naar school."
)


def make(subject: Subject) -> Section | None:
    """None where this viewer has no such table, or before the second schooljaar."""
    if not (subject.sees(CAME) and subject.sees(LEFT)):
        return None
    came, left = subject.own(CAME), subject.own(LEFT)
    if not came or not left:
        return None
    lines = (
        Series("erbij", came, "accent"),
        # The same pupils, of the same schooljaar; only the day that they are not there differs.
        Series("eraf", left, "grey"),
    )
    indicator = subject.indicator(CAME)
    is_drawn = sum(wording.is_known(figure) for figure in came) > 1
    return Section(
        key="thuiszitters_erbij_eraf",
        question=QUESTION,
        title="Erbij en eraf per schooljaar",
        says=Said(sentence(subject, came[-1], left)),
        selection=subject.every_year,
        drawn=(Drawn(Trend(lines, indicator), (READING,)),) if is_drawn else (),
        table=twin("Erbij en eraf per schooljaar", rows(subject, came, left),
                   [(indicator, subject.region.per, came),
                    (subject.indicator(LEFT), subject.region.per, left)],
                   "erbij-en-eraf", f"{subject.region.naam}, alle schooljaren"),
        trust=subject.trust(indicator, came[-1].periode, came[-1]),
        notes=() if is_drawn else (READING,),
    )  # fmt: skip


def sentence(subject: Subject, came: Figure, left: Sequence[Figure]) -> str:
    """In schooljaar 2024-2025 kwamen er 92–94 leerlingen bij en gingen er 86–88 af."""
    gone = next((one for one in left if one.periode == came.periode), None)
    if gone is None or not wording.is_known(came) or not wording.is_known(gone):
        return ""
    place = "" if subject.is_whole else f" in {subject.region.naam}"
    verb, noun = ("kwam", "leerling") if _is_one(came) else ("kwamen", "leerlingen")
    went = "ging" if _is_one(gone) else "gingen"
    return (
        f"In schooljaar {came.periode} {verb} er{place} {_number(came)} {noun} bij en {went} er "
        f"{_number(gone)} af."
    )


def rows(
    subject: Subject, came: Sequence[Figure], left: Sequence[Figure]
) -> list[dict[str, str | Value]]:
    """A row per schooljaar, the newest first. Of a part no stands: who moved house makes the sum
    another one."""
    stands = {f.periode: f for f in subject.stands} if subject.is_whole else {}
    new = {figure.periode: figure for figure in came}
    found = []
    for gone in reversed(left):
        first, last = (
            stands.get(f"{year}-{LAST_DAY}") for year in (gone.periode[:4], gone.periode[5:])
        )
        row: dict[str, str | Value] = {"Schooljaar": gone.periode}
        if stands:
            row["Stand op 31 juli ervoor"] = counted(first)
        row |= {"Erbij": counted(new.get(gone.periode)), "Eraf": counted(gone)}
        if stands:
            row["Stand op 31 juli"] = counted(last)
        found.append(row)
    return found


def _is_one(figure: Figure) -> bool:
    return figure.teller == figure.teller_max == 1


def _number(figure: Figure) -> str:
    return "geen" if figure.teller_max == 0 else spoken(figure)
