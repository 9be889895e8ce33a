"""What must be known of a figure before it is used: “Over dit cijfer”, as facts in plain words."""

from monitor.access import Viewer
from monitor.figures import levels, together, wording
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.figures.provenance import Provenance, provenance
from monitor.sections import origins
from monitor.sections.section import Trust
from monitor.store.store import Store
from monitor.values import moments
from monitor.views.words import footnote


BESIDE = "Ernaast"
"""The label of where what stands next to a figure comes from."""


def trust_of(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    periode: str,
    region: Region | None,
    figure: Figure | None = None,
    beside: tuple[str, ...] = (),
) -> Trust:
    """`beside` says where what stands next to it comes from: the country, the target."""
    origin = provenance(store, indicator, periode, region.swv if region else "")
    said = [one for one in beside if one]
    line = origins.trust_text(indicator, periode, origin)
    citation = ""
    if figure is not None:
        where = region.sentence if region else figure.naam
        citation = footnote.text_of(indicator, figure, origin, where, said)
    facts = _facts(store, viewer, indicator, periode, region, figure, origin)
    facts += [(BESIDE, words) for words in said]
    facts += [("Breuk", words) for words in origins.broken(store, viewer, indicator, region)]
    if indicator.changed:
        facts.append(("Veranderd", footnote.changed(indicator, figure)))
    if indicator.caveat:
        facts.append(("Let op", indicator.caveat))
    return Trust(indicator, line, tuple(facts), citation)


def _facts(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    periode: str,
    region: Region | None,
    figure: Figure | None,
    origin: Provenance,
) -> list[tuple[str, str]]:
    """What it counts, when, out of which files, how final and how complete."""
    facts: list[tuple[str, str]] = []
    if figure is not None and region is not None and region.per in levels.LEVELS:
        both = together.of_one(store, viewer, indicator, region.per, figure)
        if both is not None:
            facts.append(("Wel bekend", both.words))
    counted = wording.teller_noemer(figure, indicator) if figure is not None else ""
    if not counted and indicator.noemer:
        counted = f"{indicator.teller}, op {indicator.noemer}"
    if counted:
        has_noemer = indicator.noemer and indicator.kind != "aantal"
        facts.append(("Teller en noemer" if has_noemer else "Geteld", counted))
    facts.append(("Peildatum", moments.period(periode, indicator.moment)))
    facts += [
        (
            "Bron",
            f"{one.publisher}, {one.title}\n{one.file}, geleverd {moments.date(one.delivered.date())}",
        )
        for one in origin.origins
    ]
    facts += [("Soort school", words) for words in footnote.kinds_of(origin)]
    facts.append(("Status", origin.status or "de bron zegt niet of het definitief is"))
    if origin.completeness:
        facts.append(("Volledigheid", origins.counted_of(origin)))
    return facts
