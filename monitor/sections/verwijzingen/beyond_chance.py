"""Schools beside schools of the same niveaus, over four schooljaren: which differ by more than chance."""

from collections.abc import Sequence

from monitor.access import STAFF
from monitor.compare import schools_that_stand_out
from monitor.compare.school_kinds import KINDS
from monitor.compare.schools_that_stand_out import Alike, Judged
from monitor.figures import wording
from monitor.figures.binomial import Verdict
from monitor.figures.door import Figure, Indicator, figures
from monitor.sections import trust, units
from monitor.sections.section import Column, Drawn, Piece, Said, Section, Table, said
from monitor.sections.values import Value, value_of
from monitor.sections.verwijzingen import chance_words
from monitor.sections.verwijzingen.asked import Asked
from monitor.values import moments
from monitor.views.charts.kinds import Funnel


QUESTION = "Verwijst een school vaker dan scholen als zij, meer dan toeval verklaart?"
TITLE = "Scholen naast vergelijkbare scholen"
ORDER = {one: place for place, one in enumerate(Verdict)}


def compared(asked: Asked, indicator: Indicator) -> list[Alike]:
    """The schools of each kind; [] where there are too few of any kind to compare, and for who sees
    some of the schools only."""
    if asked.viewer.role not in STAFF:
        return []
    store, viewer, swv, year = asked.store, asked.viewer, asked.whole.code, asked.year
    return [
        one for kind in schools_that_stand_out.kinds(store, viewer, indicator, swv, year)
        if (one := schools_that_stand_out.alike(store, viewer, indicator, swv, kind, year))
    ]  # fmt: skip


def kinds_of(found: Sequence[Alike]) -> list[str]:
    """The kinds of school that can be drawn; [] while there are too few years."""
    return [one.kind for one in found] if found and found[0].is_enough else []


def make(asked: Asked, indicator: Indicator, found: Sequence[Alike], kind: str) -> Section | None:
    """`found` are the schools of every kind (`compared`), `kind` those that are drawn: one of
    `kinds_of`, or "" while there are too few years."""
    if not found:
        return None
    key = f"verwijzingen_{indicator.name}_trechter"
    seen = f"{indicator.title}, {asked.whole.sentence}, {moments.period(asked.year)}"
    one = next((alike for alike in found if alike.kind == kind), None)
    if one is None:
        return Section(key, QUESTION, TITLE, Said(chance_words.too_few(found[0])), seen)
    added = f"opgeteld over {one.years[0]} tot en met {one.years[-1]}"
    return Section(
        key=key,
        question=QUESTION,
        title=TITLE,
        says=Said(chance_words.sentence(found, indicator)),
        selection=f"{indicator.title}, scholen voor {KINDS[kind]}, {asked.whole.sentence}, "
        f"{chance_words.span(one)}",
        beside=said(chance_words.between(found, indicator),
                    chance_words.together(one, indicator)),
        drawn=(_drawn(asked, indicator, one),),
        table=_table(asked, indicator, one),
        trust=(
            trust.trust_of(asked.store, asked.viewer, indicator, asked.year, asked.whole,
                           beside=(added,)),
        ),
    )  # fmt: skip


def _drawn(asked: Asked, indicator: Indicator, one: Alike) -> Drawn:
    every = tuple(judged.figure for judged in one.schools)
    chosen = _chosen(asked, every)
    # Pupils of several years: one who stays is counted in each.
    many = chance_words.many(one)
    over = indicator.model_copy(update={"noemer": f"leerlingen, {many} schooljaren opgeteld"})
    verdicts = {judged.figure.code: judged.verdict for judged in one.schools}
    chart = Funnel(every, over, one.share, chosen, verdicts, chance_words.span(one))
    notes = [chance_words.how_to_read(asked.region.naam if chosen else ""), chance_words.WHICH]
    hidden = sum(figure.is_hidden for figure in every)
    if hidden:
        few = wording.few(asked.store.settings.drempel)
        notes.append(chance_words.not_drawn(hidden, few))
    return Drawn(chart, tuple(notes))


def _chosen(asked: Asked, found: Sequence[Figure]) -> frozenset[str]:
    """The schools of the region, when a part was chosen."""
    if asked.region.per == "swv":
        return frozenset()
    inside = units.units(asked.store, asked.region, "vestiging")
    return frozenset(figure.code for figure in found if figure.code in inside)


def _table(asked: Asked, indicator: Indicator, one: Alike) -> Table:
    rows = sorted(
        one.schools,
        key=lambda judged: (judged.figure.is_hidden, ORDER[judged.verdict],
                            -(judged.figure.waarde or 0), judged.figure.naam),
    )  # fmt: skip
    return Table(
        f"Scholen voor {KINDS[one.kind]}, hun nieuwe tlv's en of toeval dat verklaart, over "
        f"{chance_words.span(one)} samen",
        (
            Column("School"), Column("Nieuwe tlv's", "number"),
            Column(f"Aandeel ({indicator.unit})", "share", indicator.unit),
            Column("Leerlingen, opgeteld", "number"), Column("Vergeleken"), Column("Meer", "link"),
        ),
        tuple(_row(judged, indicator) for judged in rows),
        (Piece(indicator, "vestiging", tuple(_per_year(asked, indicator, one))),),
        f"{indicator.name}-per-vestiging",
        f"deze scholen, elk van de {chance_words.many(one)} schooljaren apart",
    )  # fmt: skip


def _row(judged: Judged, indicator: Indicator) -> tuple[Value, ...]:
    figure = judged.figure
    return (
        Value(figure.naam),
        Value(wording.teller(figure)),
        value_of(figure, indicator),
        Value(wording.interval(figure.noemer, figure.noemer_max)),
        Value(str(judged.verdict)),
        Value(f"school?school={figure.code}"),
    )


def _per_year(asked: Asked, indicator: Indicator, one: Alike) -> list[Figure]:
    """The figures that were added up."""
    codes = {judged.figure.code for judged in one.schools}
    every = figures(asked.store, asked.viewer, indicator, "vestiging",
                    within=("swv", asked.whole.code))  # fmt: skip
    return [figure for figure in every if figure.code in codes and figure.periode in one.years]
