"""Which schools are of a bestuur now: also those that it took over since somebody's account was made."""

from collections.abc import Set as AbstractSet

from monitor.store.store import Store


def schools_of(store: Store, besturen: AbstractSet[str], swv: AbstractSet[str]) -> frozenset[str]:
    """The schools of besturen, as far as they are of these samenwerkingsverbanden."""
    return frozenset(
        school
        for bestuur in besturen
        for school, *of in store.rows(
            "select vestiging, swv_vo, swv_po from views.vestiging where bestuursnummer = $bestuur",
            {"bestuur": bestuur},
        )
        if swv & set(of)
    )
