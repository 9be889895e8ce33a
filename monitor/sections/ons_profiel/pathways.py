"""Where the pupils of a school go: deelname of the region, verwijzingen, thuiszitters, support."""

from collections.abc import Iterator, Sequence

from monitor.access import Viewer
from monitor.compare import schools_that_stand_out
from monitor.compare.school_kinds import KINDS
from monitor.figures import wording
from monitor.figures.binomial import Verdict
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.scholen.profile import REFERRED, SUPPORTED, own_figures, thuiszitters
from monitor.scholen.register import School
from monitor.sections import trust
from monitor.sections.ons_profiel import of_school
from monitor.sections.section import Said, Section, said
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.views.charts.breakdown import Series
from monitor.views.words import sentences


DEELNAME = {"vo": "deelname_vso_locatie", "po": "deelname_sbo_locatie"}
"""What a school takes part in as one of many: the figure of its samenwerkingsverband."""
BESIDE = {
    Verdict.ABOVE: "dat meer dan bij de andere scholen met dezelfde niveaus, en meer dan toeval verklaart.",
    Verdict.HIGH: "dat meer dan bij de andere scholen met dezelfde niveaus, maar dat kan toeval zijn.",
    Verdict.USUAL: "niet te zeggen of dat anders is dan bij de andere scholen met dezelfde niveaus.",
    Verdict.LOW: "dat minder dan bij de andere scholen met dezelfde niveaus, maar dat kan toeval zijn.",
    Verdict.BELOW: "dat minder dan bij de andere scholen met dezelfde niveaus, en minder dan toeval verklaart.",
    Verdict.OPEN: "niet te zeggen of dat anders is dan bij de andere scholen met dezelfde niveaus.",
}
"""After "Over vier schooljaren samen is"."""
TOO_FEW = (
    "Naast andere scholen zetten wij dit niet: per school zijn het er te weinig om te vergelijken."
)


def deelname(store: Store, viewer: Viewer, one: School) -> Section | None:
    """The region's, with this school in it."""
    indicator = indicator_named(DEELNAME[one.sector])
    where = of_school.region(store, one)
    if viewer.role not in indicator.audience or where is None:
        return None
    found = [
        f for f in figures(store, viewer, indicator, "swv", codes=(one.swv,)) if wording.is_known(f)
    ]
    if not found:
        return None
    found.sort(key=lambda figure: figure.periode)
    last = found[-1]
    return Section(
        key="deelname_swv",
        question="Hoe is de deelname in ons samenwerkingsverband?",
        title=f"{indicator.short} van het hele samenwerkingsverband",
        says=Said(
            f"In {where.naam}, met deze school erbij: {wording.value(last, indicator)}, "
            f"{moments.when(last.periode, indicator.moment)}."
        ),
        selection=f"{indicator.title}, {where.sentence}",
        beside=said(sentences.trend_sentence(Series(where.naam, found), indicator)),
        trust=(trust.trust_of(store, viewer, indicator, last.periode, where, last),),
    )


def referrals(store: Store, viewer: Viewer, one: School) -> Section | None:
    """How many were newly referred, beside schools of the same type; None where it is not known."""
    return _share(store, viewer, one, indicator_named(REFERRED),
                  "Verwijst de school meer of minder dan scholen als deze?")  # fmt: skip


def support(store: Store, viewer: Viewer, one: School) -> Section | None:
    """Pupils who are enrolled here and have a place in an arrangement, wherever that is."""
    return _share(store, viewer, one, indicator_named(SUPPORTED),
                  "Hoeveel leerlingen krijgen een arrangement?")  # fmt: skip


def absence(store: Store, viewer: Viewer, one: School) -> Iterator[Section]:
    """The stock of thuiszitters who are enrolled here; too few to compare with other schools."""
    for indicator in thuiszitters(store, one):
        own = own_figures(store, viewer, indicator, one)
        if not own:
            continue
        last = own[-1]
        before = next(
            (
                f for f in own if f.periode[5:7] == last.periode[5:7]
                and int(f.periode[:4]) == int(last.periode[:4]) - 1
            ),
            None,
        )  # fmt: skip
        first = (
            f"Ingeschreven op deze school, {moments.when(last.periode, indicator.moment)}: "
            f"{wording.value_long(last, indicator)}"
        )
        if before is not None:
            first += f"; een jaar eerder {wording.value_long(before, indicator)}"
        yield of_school.through_the_years(
            store, viewer, indicator, own[-13:], one, indicator.name,
            "Hoeveel leerlingen van de school zitten thuis?", (f"{first}.", TOO_FEW),
            is_drawn=False,
        )  # fmt: skip


def beside(
    store: Store, viewer: Viewer, indicator: Indicator, one: School, last: Figure
) -> tuple[str, str]:
    """(how it lies beside the other schools of its kind over several years, what those have
    together), or empty words: of one year of one school, and of a stand, nothing is said."""
    found = schools_that_stand_out.beside(store, viewer, indicator, one, last.periode)
    if found is None:
        return "", ""
    if found.own.is_hidden:
        return "", (
            "Met andere scholen vergelijken kan niet: in een van de jaren is het aantal van de school "
            "verborgen."
        )
    years = {3: "drie", 4: "vier"}[len(found.years)]
    span = f"{found.years[0]} tot en met {found.years[-1]}"
    counted = wording.teller_noemer(found.own, indicator)
    together = (
        f"Het gaat om {span} ({counted}); de {found.others} andere scholen voor "
        f"{KINDS[found.kind]} in het samenwerkingsverband hebben samen {_about(*found.share)}."
    )
    return f"Over {years} schooljaren samen is {BESIDE[found.verdict]}", together


def _about(low: float, high: float) -> str:
    if low == high:
        return f"ongeveer {dutch.percentage(100 * low)}"
    return f"{dutch.percentage(100 * low)} tot {dutch.percentage(100 * high)}"


def _share(
    store: Store, viewer: Viewer, one: School, indicator: Indicator, question: str
) -> Section | None:
    own = _with_noemer(store, viewer, one, indicator)
    if not own:
        return None
    last = own[-1]
    words, together = beside(store, viewer, indicator, one, last)
    is_drawn = sum(wording.is_known(figure) for figure in own) > 1
    line = Series("deze school", own, "accent", indicator=indicator.name)
    return of_school.through_the_years(
        store, viewer, indicator, own, one, f"verloop_{indicator.name}", question,
        ((f"{wording.value(last, indicator)}: {wording.teller_noemer(last, indicator)}, "
         f"{moments.when(last.periode, indicator.moment)}."),
         words, together, sentences.trend_sentence(line, indicator) if is_drawn else ""),
        height=240, is_drawn=is_drawn,
    )  # fmt: skip


def _with_noemer(
    store: Store, viewer: Viewer, one: School, indicator: Indicator
) -> Sequence[Figure]:
    return [
        f
        for f in own_figures(store, viewer, indicator, one)
        if f.noemer and (wording.is_known(f) or f.is_hidden)
    ]
