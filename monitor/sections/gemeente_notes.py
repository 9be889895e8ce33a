"""What a map or list of gemeenten must say of gemeenten that are no more, or that it cannot draw."""

from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.collation import by_name


MOST_NAMED = 3
"""Mergers that are named one by one; of a country they are counted."""


def notes(store: Store, names: dict[str, str], has_map: bool = True) -> list[str]:
    """Sentences on gemeenten (code → naam): what merged into them, which were divided, and which
    are not on the map, if there is one."""
    return [
        *_merged(_changes(store, names, True)),
        *_divided(_changes(store, names, False)),
        *(_not_on_map(store, names) if has_map else []),
    ]


def _changes(store: Store, names: dict[str, str], whole: bool) -> list[tuple[str, str]]:
    """(former gemeente, the one of now), of those that went as a whole or in parts."""
    key = ("herindeling", whole)
    if key not in store.answers:
        store.answers[key] = store.rows(
            "select oud.naam, nu.naam, h.oud, h.nu from views.herindeling as h "
            "join views.gemeentenaam as oud on oud.gemeentecode = h.oud "
            "join views.gemeentenaam as nu on nu.gemeentecode = h.nu "
            "where (h.aantal = 1) = $whole",
            {"whole": whole},
        )
        store.answers[key].sort(key=lambda row: (by_name(row[1]), by_name(row[0]), *row[2:]))
    return [(a, b) for a, b, old, new in store.answers[key] if new in names or old in names]


def _merged(changes: list[tuple[str, str]]) -> list[str]:
    into: dict[str, list[str]] = {}
    for old, new in changes:
        into.setdefault(new, []).append(old)
    if len(into) > MOST_NAMED:
        return [
            f"Cijfers van {len(changes)} gemeenten die er niet meer zijn, tellen bij hun opvolger."
        ]
    return [
        f"{new}: hierin {'ging' if len(old) == 1 else 'gingen'} {dutch.joined(old)} op. Cijfers van "
        "voor de herindeling tellen hier ook."
        for new, old in into.items()
    ]


def _divided(changes: list[tuple[str, str]]) -> list[str]:
    over: dict[str, list[str]] = {}
    for old, new in changes:
        over.setdefault(old, []).append(new)
    return [
        f"{old}: verdeeld over {dutch.joined(new)}. Een postcode zegt waar iemand telt; wie er geen "
        "heeft, blijft onder de oude naam staan en maakt het cijfer van de andere tot een interval."
        for old, new in over.items()
    ]


def _not_on_map(store: Store, names: dict[str, str]) -> list[str]:
    if "grenzen van" not in store.answers:
        rows = store.rows("select gemeentecode from views.grens")
        store.answers["grenzen van"] = frozenset(code for (code,) in rows)
    known: frozenset[str] = store.answers["grenzen van"]
    missing = sorted((naam for code, naam in names.items() if code not in known), key=by_name)
    if not known or not missing:
        return []
    shown = missing if len(missing) <= 10 else [*missing[:10], f"{len(missing) - 10} andere"]
    return [f"Niet op de kaart, want zonder grens van nu: {dutch.joined(shown)}."]
