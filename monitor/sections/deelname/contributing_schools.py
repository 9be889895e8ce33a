"""The schools inside a region, and what each adds to a figure's teller and noemer."""

from monitor.access import STAFF, Viewer
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator, contributions
from monitor.figures.levels import Region
from monitor.sections import trust
from monitor.sections.section import Column, Piece, Said, Section, Table
from monitor.sections.values import Value
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.collation import by_name


QUESTION = "Welke scholen tellen mee?"


def make(
    store: Store, viewer: Viewer, indicator: Indicator, region: Region, now: Figure
) -> Section | None:
    """One row per school that counts in the figure, those with the largest teller first; None where this
    viewer may see none."""
    inside = (region.per, region.code)
    found = [
        figure
        for figure in contributions(store, viewer, indicator, now.periode, inside)
        if figure.teller_max != 0 or figure.noemer_max != 0
    ]
    if not found:
        return None
    found.sort(key=lambda f: (-(f.teller_max or 0), -(f.noemer_max or 0), by_name(f.naam), f.code))
    is_all = viewer.role in STAFF
    return Section(
        key=f"scholen_{indicator.name}",
        question=QUESTION,
        title=f"Scholen in {region.naam}" if is_all else "Uw scholen",
        says=Said(sentence(indicator, found, is_all)),
        selection=f"{indicator.short}, {region.sentence}",
        table=Table(
            title=f"Scholen in {region.naam} met hun {indicator.teller} en {indicator.noemer}",
            columns=_columns(indicator),
            rows=_rows(store, found, now),
            pieces=(Piece(indicator, "vestiging", tuple(found)),),
            file=f"{indicator.name}-per-vestiging",
            whole=f"alle scholen van {region.naam} die meetellen" if is_all else "uw scholen",
        ),
        trust=(trust.trust_of(store, viewer, indicator, now.periode, region),),
    )


def sentence(indicator: Indicator, found: list[Figure], is_all: bool) -> str:
    """9 scholen hebben leerlingen vso. In totaal tellen er 45 scholen mee: of all schools, or of
    the viewer's own; of a hidden one it is not said that it has none or some."""
    number = _schools(len(found))
    mine = "" if is_all else " van uw bestuur of school"
    if any(figure.is_hidden and figure.teller is None for figure in found):
        return f"Er tellen {number}{mine} mee. Van sommige is het aantal verborgen."
    in_teller = sum(figure.teller_max != 0 for figure in found)
    have = "heeft" if in_teller == 1 else "hebben"
    return (
        f"{_schools(in_teller)}{mine} {have} {indicator.teller}. "
        f"{'In totaal' if is_all else 'Van u'} tellen er {number} mee."
    )


def _schools(count: int) -> str:
    return f"{dutch.number(count)} {'school' if count == 1 else 'scholen'}"


def _rows(store: Store, found: list[Figure], now: Figure) -> tuple[tuple[Value, ...], ...]:
    known = _known(store)
    out = []
    for figure in found:
        soort, plaats = known.get(figure.code, ("", ""))
        # The figures beside the name: on a phone what comes after lies outside the screen.
        out.append(
            (
                Value(figure.naam),
                _teller(figure),
                Value(_share(figure, now)),
                Value(_noemer(figure)),
                Value(soort or dutch.UNKNOWN),
                Value((plaats or dutch.UNKNOWN).title()),
                Value(f"school?school={figure.code}"),
            )
        )
    return tuple(out)


def _teller(figure: Figure) -> Value:
    if figure.teller_max == 0:
        return Value("", 0, 0, "bekend")
    words = wording.teller(figure)
    if figure.is_hidden:
        return Value(words, status="verborgen", reason="te klein om te tonen")
    low, high = figure.teller, figure.teller_max
    if low is None and high is None:
        return Value(words, status="onbekend")
    if figure.is_banded:
        return Value(words, low, high, "klasse")
    return Value(words, low, high, "bekend" if low == high else "interval")


def _titles(indicator: Indicator) -> tuple[str, str, str]:
    """Leerlingen vso | Aandeel van alle leerlingen vso hier, % | Leerlingen regulier vo, …"""
    # Short, so that a phone shows the first figure beside the name of the school.
    teller, noemer = (
        words.replace(" in het ", " ").replace("praktijkonderwijs", "pro")
        for words in (indicator.teller, indicator.noemer)
    )
    return (
        teller[:1].upper() + teller[1:],
        f"Aandeel van alle {teller} hier, %",
        noemer[:1].upper() + noemer[1:],
    )


def _noemer(figure: Figure) -> str:
    """Empty where a school has no pupils that count there."""
    return "" if figure.noemer_max == 0 else wording.interval(figure.noemer, figure.noemer_max)


def _share(figure: Figure, now: Figure) -> str:
    """What a school adds to the teller, as a part of it; not of what is hidden or an interval."""
    if figure.teller_max == 0:
        return ""
    if figure.is_hidden or figure.teller is None or figure.teller != figure.teller_max:
        return dutch.UNKNOWN
    if not now.teller or now.teller != now.teller_max:
        return dutch.UNKNOWN
    return dutch.number(100 * figure.teller / now.teller, 1)


def _columns(indicator: Indicator) -> tuple[Column, ...]:
    numbers = (Column(title, "number") for title in _titles(indicator))
    return (Column("School"), *numbers, Column("Soort"), Column("Plaats"), Column("Meer", "link"))


def _known(store: Store) -> dict[str, tuple[str, str]]:
    """Kind and place of every school."""
    if "kinds_and_places" not in store.answers:
        found = store.rows("select vestiging, schooltype, plaats from views.vestiging")
        store.answers["kinds_and_places"] = {code: (kind, place) for code, kind, place in found}
    return store.answers["kinds_and_places"]
