"""A pack leaves: that is noted in the audit log first."""

from pathlib import Path

from monitor.access import audit
from monitor.access.audit import Event
from monitor.reports.making import Order, reader_of
from monitor.reports.report import Report
from monitor.store.journal import journal
from monitor.store.store import Store
from monitor.store.waiting_files import Facts


def note(store: Store, who: str, order: Order, one: Report, wanted: list[str]) -> None:
    """What for whom, and no figure. MonitorError where that cannot be written: then nothing leaves."""
    if store.folder is None:
        return
    swv = reader_of(store, order).whole.swv
    about = (
        f"rapport {one.stamp.recipe} voor {one.stamp.audience}, gegevens versie {one.stamp.version}, "
        f"{', '.join(wanted)}, kenmerk {one.stamp.kenmerk(one.sections)}"
    )
    audit.record(journal(store.folder), who, Event.DOWNLOAD, about, swv=swv)


def note_fetched(folder: Path, who: str, facts: Facts) -> None:
    """A file that waited is fetched. As `note`."""
    about = f"opgehaald: {facts.name}, {facts.what}, gegevens versie {facts.version}"
    audit.record(journal(folder), who, Event.DOWNLOAD, about, swv=facts.swv)
