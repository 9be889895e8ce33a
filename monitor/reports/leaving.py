"""A pack leaves: noted in the audit log first, then made in its form, slides in the SWV's own template."""

from monitor.access import audit
from monitor.access.audit import Event
from monitor.reports import deck, huisstijl
from monitor.reports.making import Order, reader_of
from monitor.reports.rendering import FORMS
from monitor.reports.report import Report
from monitor.store.journal import journal
from monitor.store.store import Store


def to_file(store: Store, one: Report, form: str) -> bytes:
    """`form` is one of `FORMS`. MonitorError for a template that may not be used."""
    if form == "pptx":
        return deck.to_pptx(one, huisstijl.of_folder(store.folder))
    return FORMS[form](one)


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
