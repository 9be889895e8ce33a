"""What a directeur should look at first: at most five sentences, each with its proof."""

import datetime as dt

from monitor.access import Viewer
from monitor.compare import attention
from monitor.figures.levels import Region
from monitor.sections.section import Said, Section
from monitor.store.store import Store
from monitor.values import moments


QUESTION = "Waar moet u naar kijken?"
NOTHING = (
    "Volgens de regels op de pagina Begrippen is er niets om als eerste naar te kijken. Dat zegt niet dat "
    "er niets aan de hand is: van kleine aantallen is weinig te zeggen."
)


def make(
    store: Store, viewer: Viewer, region: Region, peildatum: str, today: dt.date | None = None
) -> Section:
    """`today`: the day that counts as such, where that is another than today."""
    found = attention.notices(store, viewer, region, peildatum, today)
    first, *rest = [
        Said(notice.sentence, notice.page, tuple(sorted(notice.query.items()))) for notice in found
    ] or [Said(NOTHING)]
    return Section(
        key="kijken",
        question=QUESTION,
        title=QUESTION,
        says=first,
        selection=selection(region, peildatum),
        beside=tuple(rest),
    )


def selection(region: Region, peildatum: str) -> str:
    """SWV Rivierenstreek, subregio Oost, 1 oktober 2025"""
    when = moments.period(peildatum, "1 oktober") if peildatum else ""
    return ", ".join(words for words in (region.sentence, when) if words)
