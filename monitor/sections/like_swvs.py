"""Beside the samenwerkingsverbanden that are most like this one, when the store has them."""

from monitor.access import Viewer
from monitor.compare import like_swvs
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.figures.levels import Region
from monitor.sections import trust
from monitor.sections.section import Column, Piece, Said, Section, Table
from monitor.sections.values import Value, value_of
from monitor.store.store import Store
from monitor.values import dutch, moments


QUESTION = "Is dat veel, naast verbanden die op het onze lijken?"


def make(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region, now: Figure, key: str
) -> Section | None:
    """None for a part of a samenwerkingsverband, or when there are too few others."""
    if region.per != "swv" or not wording.is_known(now):
        return None
    found = like_swvs.comparison(store, viewer, indicator, region.swv, now.periode)
    if found is None:
        return None
    every = (now, *found.others)
    rows = tuple(
        (Value(one.naam), value_of(one, indicator, wording.value(one, indicator))) for one in every
    )
    table = Table(
        "Welke zijn dat, met hun cijfer",
        (Column("Samenwerkingsverband"), Column(indicator.short, "number", indicator.unit)), rows,
        (Piece(indicator, "swv", every),), f"{indicator.name}-vergelijkbare-verbanden",
        "dit samenwerkingsverband en die het meest op het lijken",
    )  # fmt: skip
    return Section(
        key=key,
        question=QUESTION,
        title="Naast vergelijkbare samenwerkingsverbanden",
        says=Said(_sentence(found, indicator, region, now)),
        selection=f"{indicator.title}, {region.sentence}, {moments.period(now.periode, indicator.moment)}",
        table=table,
        trust=(trust.trust_of(store, viewer, indicator, now.periode, None),),
        notes=(like_swvs.RULE,),
    )


def _sentence(
    found: like_swvs.Comparison, indicator: Indicator, region: Region, now: Figure
) -> str:
    def words(value: float) -> str:
        number = dutch.number(value, indicator.decimals)
        return number if indicator.kind == "aantal" else f"{number}{dutch.SPACE}{indicator.unit}"

    low, high = wording.shown(now)
    place = "binnen die middelste helft"
    if high is not None and high < found.low:
        place = "lager dan die middelste helft"
    elif low is not None and low > found.high:
        place = "hoger dan die middelste helft"
    when = moments.period(now.periode, indicator.moment)
    return (
        f"Van de {len(found.others)} verbanden die het meest op {region.naam} lijken, had de "
        f"middelste op {when} {words(found.middle)}; de middelste helft lag tussen "
        f"{words(found.low)} en {words(found.high)}. Met {wording.value(now, indicator)} ligt "
        f"{region.naam} {place}."
    ).replace("op schooljaar", "in schooljaar")
