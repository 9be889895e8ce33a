"""The thuiszitters of one day in groups: by plan, jeugdhulp, reason or duration."""

from collections.abc import Sequence

from monitor.compare import afspraken
from monitor.compare.afspraken import AfspraakStand
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.sections import origins, tables
from monitor.sections.section import Drawn, Piece, Said, Section, said
from monitor.sections.thuiszitters.subject import Subject, spoken
from monitor.sections.thuiszitters.twin import counted, twin
from monitor.sections.values import Value
from monitor.sections.what_a_role_sees import TOO_SMALL
from monitor.views.charts import breakdown as charts
from monitor.views.charts.kinds import Ranking
from monitor.views.files.tables import value_title


def are_seen(subject: Subject) -> bool:
    """Whether this viewer sees groups of this region at all."""
    return subject.sees(breakdown="reden")


def not_shown(subject: Subject) -> Section:
    """Why there are no groups."""
    return Section(
        "thuiszitters_geen_groepen", "Wat is er van hen bekend?", "Plan, jeugdhulp en redenen",
        Said(""), subject.sentence,
        beside=said(f"Uitsplitsingen ziet u alleen van {subject.only}: hier zijn de groepen te "
                    "klein. De directeur ziet ze."),
    )  # fmt: skip


def one(
    subject: Subject,
    now: Figure,
    breakdown: str,
    measure: str,
    question: str,
    title: str,
    sentence: str,
    standing: AfspraakStand | None,
) -> Section:
    """A breakdown of the stand; of who does not see the parts which part of the pupils it is, by the
    `measure` that says so of all together."""
    key = f"thuiszitters_{breakdown}"
    beside = []
    if standing and standing.figure and standing.figure.periode == subject.periode:
        beside.append(afspraken.sentence(standing))
    indicator, whole = subject.indicator(), f"{subject.region.naam}, {breakdown}"
    if subject.sees(breakdown=breakdown):
        found = subject.parts(breakdown)
        return Section(
            key=key, question=question, title=title, says=Said(sentence),
            selection=subject.sentence, beside=said(*beside), drawn=picture(found, indicator),
            table=twin(f"Aantal leerlingen naar {breakdown}", group_rows(found, indicator, now),
                       [(indicator, subject.region.per, found)], f"naar-{breakdown}", whole),
            trust=subject.trust(indicator, now.periode, now, origins.target_origin(standing)),
        )  # fmt: skip
    indicator, share = subject.indicator(measure), subject.measured(measure)
    if share is None:
        return Section(key, question, title, Said(sentence), subject.sentence,
                       beside=said(*beside, f"Dat staat er niet: {TOO_SMALL}."))  # fmt: skip
    beside.append(f"Dat is {wording.value(share, indicator)} van de leerlingen. In het hoogste getal zitten "
                  "ook de leerlingen van wie het niet bekend is.")  # fmt: skip
    every = tuple(f for f in subject.own(measure) if wording.is_known(f))
    table = tables.of_figures(
        f"{indicator.short}, per maand", every[::-1], indicator,
        [Piece(indicator, subject.region.per, every)],
        f"thuiszitters-deel-{measure.rpartition('_')[2]}", f"{subject.region.naam}, alle maanden",
    )  # fmt: skip
    return Section(
        key=key, question=question, title=title, says=Said(sentence), selection=subject.sentence,
        beside=said(*beside), table=table,
        trust=subject.trust(indicator, subject.periode, share, origins.target_origin(standing)),
    )  # fmt: skip


def picture(
    drawn: Sequence[Figure], indicator: Indicator, notes: tuple[str, ...] = ()
) -> tuple[Drawn, ...]:
    """The parts as a ranking: not stacked, for what is further down or in classes is missing, so
    it is no whole. Nothing where there is nothing to draw."""
    named = tuple(
        f._replace(code=f.uitsplitsing, naam=charts.part_name(f.uitsplitsing), uitsplitsing="")
        for f in drawn
    )
    return (Drawn(Ranking(named, indicator), notes),) if named else ()


def group_rows(
    found: Sequence[Figure], indicator: Indicator, now: Figure
) -> list[dict[str, str | Value]]:
    """The parts and the total."""
    title = value_title(indicator)
    rows: list[dict[str, str | Value]] = [
        {"Groep": charts.part_name(f.uitsplitsing), title: counted(f, spoken(f))} for f in found
    ]
    return [*rows, {"Groep": "totaal", title: counted(now, spoken(now))}]
