"""Whether somebody may have, at this moment, what was made for a reader: as his account is now."""

from monitor.access import Role, Viewer, accounts
from monitor.access.accounts import Account
from monitor.errors import NotFound
from monitor.reports.audiences import Publiek, may_have
from monitor.scholen.of_bestuur import schools_of
from monitor.store.journal import journal
from monitor.store.store import Store
from monitor.store.waiting_files import Facts


def number(store: Store, viewer: Viewer) -> int:
    """Of his account; 0 without one."""
    found = _account(store, viewer)
    return 0 if found is None else found.nummer


def may(store: Store, viewer: Viewer, facts: Facts) -> bool:
    """Whether this viewer may have a file that waits; who has no account (a demonstration) as he is."""
    found = _account(store, viewer)
    if found is not None:
        return _may(store, found, facts)
    return facts.audience in set(Publiek) and may_have(
        viewer, Publiek(facts.audience), facts.swv, facts.scope.split()
    )


def still_made(store: Store, facts: Facts) -> bool:
    """Whether who made it may still make it: what somebody made goes with his right."""
    if facts.maker == 0 or store.folder is None:
        return True
    try:
        maker = accounts.account(journal(store.folder), facts.maker)
    except NotFound:
        return False
    return _may(store, maker, facts)


def _may(store: Store, account: Account, facts: Facts) -> bool:
    if not account.actief or facts.audience not in set(Publiek):
        return False
    viewer, codes = account.viewer, facts.scope.split()
    if viewer.role is Role.BESTUUR and facts.audience == Publiek.SCHOOL:
        # A school that it took over since its account was made is its own too.
        own = viewer.vestigingen | schools_of(store, viewer.besturen, viewer.swv)
        return viewer.is_of(facts.swv) and bool(codes) and own.issuperset(codes)
    return may_have(viewer, Publiek(facts.audience), facts.swv, codes)


def _account(store: Store, viewer: Viewer) -> Account | None:
    if store.folder is None or "@" not in viewer.who:
        return None
    return accounts.by_email(journal(store.folder), viewer.who)
