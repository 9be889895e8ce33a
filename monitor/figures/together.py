"""What is known where a file does not split: so and vso together, with their part of all pupils."""

from collections.abc import Sequence
from dataclasses import dataclass

from monitor.access import Viewer
from monitor.figures import wording
from monitor.figures.catalogue import of_definition
from monitor.figures.door import Figure, Indicator, figures
from monitor.store.store import Store


@dataclass(frozen=True)
class Known:
    """The figure of an indicator that counts more than was asked, and is known better."""

    indicator: Indicator
    figure: Figure

    @property
    def words(self) -> str:
        """so en vso samen 67.048–67.063 leerlingen, 2,8 % van …"""
        return f"so en vso samen {_counted(self)}"

    def sentence(self, naam: str) -> str:
        """So en vso samen zijn er in Groningen 1.716 leerlingen, 5,4 % van de leerlingen in …"""
        return f"So en vso samen: in {naam} {_counted(self)}."


def known(
    store: Store, viewer: Viewer, indicator: Indicator, per: str, found: Sequence[Figure]
) -> dict[tuple[str, str], Known]:
    """(code, periode) → what is known together of those figures that are an interval because the
    file does not split them; nothing for what is exact, and for what a viewer may not see."""
    wide = {
        (one.code, one.periode): one for one in found if not one.uitsplitsing and _width(one) > 0
    }
    out: dict[tuple[str, str], Known] = {}
    for measure in indicator.together if wide else ():
        wider = of_definition(measure, "", indicator.sector)
        if per not in wider.levels or viewer.role not in wider.audience:
            continue
        codes = tuple(sorted({code for code, _ in wide}))
        for figure in figures(store, viewer, wider, per, codes=codes):
            key = (figure.code, figure.periode)
            one = wide.get(key)
            if one is None or key in out or not wording.is_known(figure):
                continue
            # Only where more is known of both than of the one.
            if _width(figure) < _width(one):
                out[key] = Known(wider, figure)
    return out


def of_one(
    store: Store, viewer: Viewer, indicator: Indicator, per: str, figure: Figure
) -> Known | None:
    """As `known`, of one figure."""
    return known(store, viewer, indicator, per, [figure]).get((figure.code, figure.periode))


def _width(figure: Figure) -> float:
    """Between how many pupils the teller lies; nought of what we made a class ourselves."""
    if figure.is_banded or figure.is_hidden or figure.teller is None:
        return 0
    return float("inf") if figure.teller_max is None else figure.teller_max - figure.teller


def _counted(one: Known) -> str:
    pupils = f"{wording.interval(one.figure.teller, one.figure.teller_max)} leerlingen"
    if one.indicator.kind == "aantal":
        return pupils
    return f"{pupils}, {wording.value(one.figure, one.indicator)} van de {one.indicator.noemer}"
