"""What changed since a year before, in at most four sentences."""

import datetime as dt

from monitor.access import Viewer
from monitor.compare import attention
from monitor.compare.attention import Series
from monitor.figures.levels import Region
from monitor.sections.overzicht.look_at import selection
from monitor.sections.section import Said, Section, said
from monitor.store.store import Store


QUESTION = "Wat veranderde sinds vorig jaar?"
NOTHING = "Van een jaar eerder is er geen telling om mee te vergelijken."


def make(
    store: Store,
    viewer: Viewer,
    region: Region,
    series: Series,
    per: str,
    peildatum: str,
    today: dt.date | None = None,
) -> Section:
    """`per` is the level of which the part that moved most is named; "" for none. `today` as in
    `look_at.make`."""
    told = {
        notice.sentence for notice in attention.notices(store, viewer, region, peildatum, today)
    }
    found = attention.changes(store, viewer, region, series, per)
    # What stands under “Waar moet u naar kijken?” is not said twice on one page.
    new = [change.sentence for change in found if change.sentence not in told]
    first, *rest = new or [change.sentence for change in found] or [NOTHING]
    return Section(
        key="veranderd",
        question=QUESTION,
        title="Wat veranderde sinds vorig jaar",
        says=Said(first),
        selection=selection(region, peildatum),
        beside=said(*rest),
    )
