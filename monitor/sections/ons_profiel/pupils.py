"""The pupils of a school: how many, over the years, beside schools like it, and of which kind."""

from collections.abc import Iterator, Sequence

from monitor.access import Viewer
from monitor.compare import breaks, school_quartiles
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.scholen.profile import counted, own_figures
from monitor.scholen.register import School
from monitor.sections.ons_profiel import of_school
from monitor.sections.section import Drawn, Piece, Said, Section, said, texts_table
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.views.charts import breakdown
from monitor.views.charts.breakdown import Break, Series
from monitor.views.charts.kinds import InBand, Parts
from monitor.views.words import sentences


QUESTION = "Hoeveel leerlingen heeft de school, en welke?"
SHARES = ("deelname_pro",)
"""Shares that mean something for one school."""
NONE = (
    "Van deze school zijn geen leerlingen geteld: geen geleverd bestand noemt haar met een aantal."
)
OPDC = " Leerlingen van een opdc tellen mee bij de school waar zij staan ingeschreven."
TOGETHER = "De nieuwste bron telt so en vso samen: hoeveel van elk is onbekend."


def make(store: Store, viewer: Viewer, one: School) -> Iterator[Section]:
    """A section per thing that is counted; none where nothing was."""
    found = counted(store, viewer, one)
    for indicator, own in found:
        yield _count(store, viewer, one, indicator, own)
        band = _band(store, viewer, one, indicator, own[-1])
        if band is not None:
            yield band
    if any(indicator.name == "leerlingen_vo" for indicator, _ in found):
        parts = _by_type(store, viewer, one)
        if parts is not None:
            yield parts
    if found:
        yield from _shares(store, viewer, one)


def nothing(store: Store, viewer: Viewer, one: School) -> str:
    """Why there is nothing, or what cannot be told apart; "" where all is plain."""
    found = counted(store, viewer, one)
    if not found:
        return NONE + (OPDC if one.schooltype == "opdc" else "")
    return TOGETHER if _is_not_split([own[-1] for _, own in found]) else ""


def _is_not_split(newest: Sequence[Figure]) -> bool:
    """Whether two counts are one count of which nobody knows the parts."""
    open_ends = [f.waarde_max for f in newest if f.waarde == 0 and f.waarde_max and not f.is_hidden]
    return len(open_ends) > 1 and len(set(open_ends)) == 1


def _count(
    store: Store, viewer: Viewer, one: School, indicator: Indicator, own: Sequence[Figure]
) -> Section:
    last = own[-1]
    cuts = tuple(
        Break(b.periode, b.short)
        for b in breaks.breaks(store, indicator, "vestiging", one.code, [f.periode for f in own])
    )
    line = Series(one.naam, own, "accent", indicator=indicator.name)
    when = moments.period(last.periode, indicator.moment)
    return of_school.through_the_years(
        store, viewer, indicator, own, one, f"verloop_{indicator.name}", QUESTION,
        (f"Op {when}: {wording.value_long(last, indicator)} ({indicator.short.lower()}).",
         sentences.trend_sentence(line, indicator, breaks=cuts)),
        cuts=cuts,
    )  # fmt: skip


def _band(
    store: Store, viewer: Viewer, one: School, indicator: Indicator, last: Figure
) -> Section | None:
    found = school_quartiles.band(store, viewer, indicator, one, last.periode)
    if found is None:
        return None
    place = school_quartiles.position(last, found)
    rows = [
        {"Wat": "deze school", "Leerlingen": wording.value(last, indicator)},
        {"Wat": "helft van de vergelijkbare scholen",
         "Leerlingen": f"{dutch.number(found.low)} tot {dutch.number(found.high)}"},
    ]  # fmt: skip
    note = "De grenzen zijn op tientallen afgerond; cijfers van één school staan er niet in."
    return Section(
        key=f"omvang_{indicator.name}",
        question="Is dat groot, naast scholen als deze?",
        title="Omvang van de school",
        says=Said(
            f"Naast {found.schools} vergelijkbare scholen (zelfde soort, zelfde "
            f"samenwerkingsverband){f': {place}' if place else ''}."
        ),
        selection=f"{indicator.title}, {one.naam}, "
        f"{moments.period(last.periode, indicator.moment)}",
        beside=said(
            f"De helft van die scholen heeft {dutch.number(found.low)} tot "
            f"{dutch.number(found.high)} leerlingen."
        ),
        drawn=(Drawn(InBand(last, found, indicator), (note,)),),
        table=texts_table("Omvang naast vergelijkbare scholen", rows),
        trust=of_school.proof(store, viewer, indicator, last, one),
    )


def _by_type(store: Store, viewer: Viewer, one: School) -> Section | None:
    indicator = indicator_named("leerlingen_vo")
    found = figures(
        store, viewer, indicator, "vestiging", codes=(one.code,), breakdown="onderwijstype"
    )
    if not found:
        return None
    newest = max(figure.periode for figure in found)
    now = [f for f in found if f.periode == newest and f.waarde_max != 0]
    if len(now) < 2:
        return None
    when = moments.period(newest, indicator.moment)
    table = texts_table(
        "Leerlingen naar onderwijstype, alle jaren", _years_beside(found, indicator),
        pieces=(Piece(indicator, "vestiging", tuple(found)),), file=f"onderwijstypen-{one.code}",
        whole=f"alle jaren van {one.naam}",
    )  # fmt: skip
    return Section(
        key="onderwijstypen",
        question="Welk onderwijs volgen de leerlingen?",
        title=f"Naar onderwijstype, {when}",
        says=Said(""),
        selection=f"{indicator.title}, {one.naam}, {when}",
        drawn=(Drawn(Parts(tuple(now), indicator)),),
        table=table,
        trust=of_school.proof(store, viewer, indicator, now[0], one),
    )


def _years_beside(found: Sequence[Figure], indicator: Indicator) -> list[dict[str, str]]:
    """A row per onderwijstype, a column per moment; a moment that has no figure says so."""
    periods = sorted({f.periode for f in found})
    values = {(f.uitsplitsing, f.periode): wording.value(f, indicator) for f in found}
    return [
        {
            "Onderwijstype": breakdown.part_name(part),
            **{
                moments.period_brief(p, indicator.moment): values.get((part, p), "–")
                for p in periods
            },
        }
        for part in sorted({f.uitsplitsing for f in found}, key=indicator.place)
    ]


def _shares(store: Store, viewer: Viewer, one: School) -> Iterator[Section]:
    for name in SHARES:
        indicator = indicator_named(name)
        own = [
            f for f in own_figures(store, viewer, indicator, one)
            if wording.is_known(f) or f.is_hidden
        ]  # fmt: skip
        if own and not all(f.teller_max == 0 for f in own):
            last = own[-1]
            yield of_school.through_the_years(
                store, viewer, indicator, own, one, indicator.name, QUESTION,
                (f"{wording.teller_noemer(last, indicator)}, op {moments.period(last.periode)}.",),
                title=f"{indicator.short}: {wording.value(last, indicator)}", is_drawn=False,
            )  # fmt: skip
    indicator = indicator_named("afstand_vso")
    own = [f for f in own_figures(store, viewer, indicator, one) if wording.is_known(f)]
    if own:
        last = own[-1]
        yield of_school.through_the_years(
            store, viewer, indicator, own, one, indicator.name, "Hoe ver wonen de leerlingen?",
            (sentences.trend_sentence(Series(one.naam, own), indicator)
             or f"{indicator.short} is {wording.value_long(last, indicator)}.",),
            title=f"Leerlingen in het vso wonen gemiddeld op {wording.value(last, indicator)}",
            is_drawn=False,
        )  # fmt: skip
