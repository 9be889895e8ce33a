"""Whether somebody may have, at this moment, what was made for a reader: as his account is now."""

from dataclasses import replace

from monitor.access import Role, Viewer, accounts
from monitor.access.accounts import Account
from monitor.errors import NotFound
from monitor.reports.audiences import Publiek, may_have
from monitor.scholen.of_bestuur import schools_of
from monitor.store.journal import journal
from monitor.store.store import Store
from monitor.store.waiting_files import Facts


def now(store: Store, viewer: Viewer) -> Viewer:
    """A viewer as his account is now, without any samenwerkingsverband when it was switched off; who
    has no account (a demonstration) as he is."""
    found = _account(store, viewer)
    return viewer if found is None else _viewer(store, found)


def number(store: Store, viewer: Viewer) -> int:
    """Of his account; 0 without one."""
    found = _account(store, viewer)
    return 0 if found is None else found.nummer


def may(store: Store, viewer: Viewer, facts: Facts) -> bool:
    """Whether this viewer may have a file that waits."""
    return _may(now(store, viewer), facts)


def still_made(store: Store, facts: Facts) -> bool:
    """Whether who made it may still make it: what somebody made goes with his right."""
    if facts.maker == 0 or store.folder is None:
        return True
    try:
        maker = accounts.account(journal(store.folder), facts.maker)
    except NotFound:
        return False
    return _may(_viewer(store, maker), facts)


def _may(viewer: Viewer, facts: Facts) -> bool:
    if facts.audience not in set(Publiek):
        return False
    return may_have(viewer, Publiek(facts.audience), facts.swv, facts.scope.split())


def _account(store: Store, viewer: Viewer) -> Account | None:
    if store.folder is None or "@" not in viewer.who:
        return None
    return accounts.by_email(journal(store.folder), viewer.who)


def _viewer(store: Store, account: Account) -> Viewer:
    if not account.actief:
        return replace(account.viewer, swv=frozenset())
    viewer = account.viewer
    if viewer.role is Role.BESTUUR:
        more = schools_of(store, viewer.besturen, viewer.swv)
        viewer = replace(viewer, vestigingen=viewer.vestigingen | more)
    return viewer
