"""Filters that stand in the URL and are kept from page to page.

A value is looked for in the URL, then in what was chosen on an earlier page, then it is the default.
Only what somebody chose travels: the default of one page is no choice on the next, which may have
another. After the Back button (or Forward) the URL alone counts: what it does not say was not chosen
there. Which writes are a step of that button is decided in the browser (`web/browser/terug.js`).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import streamlit as st

from monitor.access import STAFF, Viewer
from monitor.figures import roll_up, scope
from monitor.figures.levels import LEVEL_TITLES, Region
from monitor.pages.pieces import picking
from monitor.pages.pieces.coming_back import came_back
from monitor.sections.units import _by_name, units
from monitor.sections.what_a_role_sees import may_choose
from monitor.store.store import Store


WHOLE = "swv"
"""The whole in `?regio=`, of who begins with a part of it."""


def remembered(
    name: str,
    label: str,
    options: Sequence[str],
    default: str,
    show: Callable[[str], str] = str,
    where: Any = st,
    **extra: Any,
) -> str:
    """One of a list that opens (`picking.one`), whose value is `?name=value`; options are codes, `show` says them in words."""
    key = _recall(name, options, default)
    chosen = picking.one(label, options, show, where=where, key=key, **extra)
    return _record(name, chosen, default)


def remembered_choice(
    name: str,
    label: str,
    options: Sequence[str],
    default: str,
    show: Callable[[str], str] = str,
    where: Any = st,
    **extra: Any,
) -> str:
    """As `remembered`, with all options in sight: for a few short ones."""
    key = _recall(name, options, default)
    chosen = picking.in_sight(label, options, show, where=where, key=key, required=True, **extra)
    return _record(name, chosen or default, default)


def remembered_text(
    name: str, label: str, where: Any = st, *, default: str = "", **extra: Any
) -> str:
    """A text to search for, whose value is `?name=text`; `default` until somebody types."""
    key, kept, seen = f"keuze_{name}", f"gekozen_{name}", f"gezien_{name}"
    in_url = st.query_params.get(name)
    if came_back():
        st.session_state[key] = default if in_url is None else in_url
    elif in_url is not None and in_url != st.session_state.get(seen):
        st.session_state[key] = in_url
    elif key not in st.session_state:
        st.session_state[key] = st.session_state.get(kept, default)
    value = str(where.text_input(label, key=key, **extra) or "").strip()
    st.session_state[kept] = value
    st.session_state[seen] = value
    if value and in_url != value:
        st.query_params[name] = value
    elif not value and in_url is not None:
        del st.query_params[name]
    return value


def _recall(name: str, options: Sequence[str], default: str) -> str:
    """The key of the widget, set to what the URL or an earlier page says."""
    key, kept, seen = f"keuze_{name}", f"gekozen_{name}", f"gezien_{name}"
    in_url = st.query_params.get(name)
    now, shown = st.session_state.get(key), st.session_state.get(seen)
    if came_back():
        st.session_state.pop(kept, None)
        value = in_url if in_url in options else default
        st.session_state[key] = st.session_state[seen] = value
        if value == in_url:
            st.session_state[kept] = value
    elif in_url in options and (in_url != shown or now == shown):
        st.session_state[kept] = in_url
        _say(name, in_url)
    elif now == shown or now not in options:
        # Nobody touched it since a page showed it: perhaps as a default, which is no choice.
        before = st.session_state.get(kept)
        st.session_state[seen] = before if before in options else default
        _say(name, st.session_state[seen])
    else:
        _say(name, now)
    return key


def _say(name: str, value: object) -> None:
    """Tells the widget its value, when it may have another: the browser puts what a run tells in
    place of what somebody chose since that run began, and his next click would undo his choice.

    On another page it is told again: Streamlit lets go of a widget's value there.
    """
    key = f"keuze_{name}"
    if st.session_state.get(key) != value or st.session_state.get(f"gezegd_{name}") != _visit():
        st.session_state[key] = value


def _visit() -> int:
    """Which page this is, counted in pages that were opened (`frame/shell.py`)."""
    return int(st.session_state.get("bezoek", 0))


def _record(name: str, chosen: object, default: str) -> str:
    value = str(chosen)
    st.session_state[f"gezegd_{name}"] = _visit()
    if value != st.session_state.get(f"gezien_{name}"):
        st.session_state[f"gekozen_{name}"] = value
    st.session_state[f"gezien_{name}"] = value
    in_url = st.query_params.get(name)
    # A default that nobody chose is not written: the address stays short.
    if in_url != value and (in_url is not None or value != default):
        st.query_params[name] = value
    return value


def remembered_list(
    name: str,
    label: str,
    options: Sequence[str],
    show: Callable[[str], str] = str,
    where: Any = st,
    **extra: Any,
) -> list[str]:
    """As `remembered`, for several values at once: `?name=a,b`."""
    key, kept, seen = f"keuze_{name}", f"gekozen_{name}", f"gezien_{name}"
    in_url = st.query_params.get(name)
    known = set(options)
    if came_back() or (in_url is not None and in_url != st.session_state.get(seen)):
        wanted = (in_url or "").split(",")
    else:
        wanted = st.session_state.get(key, st.session_state.get(kept, []))
    # An address with more of them than may be chosen shows the first ones.
    _say(name, [code for code in wanted if code in known][: extra.get("max_selections")])
    values = picking.several(label, options, show, where=where, key=key, **extra)
    st.session_state[f"gezegd_{name}"] = _visit()
    st.session_state[kept] = values
    text = ",".join(values)
    st.session_state[seen] = text
    if values and in_url != text:
        st.query_params[name] = text
    elif not values and in_url is not None:
        del st.query_params[name]
    return values


def choose_swv(
    store: Store, viewer: Viewer, where: Any = st, *, with_others: bool = False
) -> Region | None:
    """The samenwerkingsverband that the page is about; None on a store that knows none of the
    viewer's. `with_others`: its staff may choose another one too, to see what is public of it.

    A selectbox only when there is something to choose.
    """
    every = {row["code"]: row for row in roll_up.swvs(store)}
    own = [code for code in every if viewer.is_of(code)]
    if not own:
        return None
    is_open = with_others and viewer.role in STAFF
    found = [(code, row["naam"]) for code, row in every.items() if is_open or code in own]
    names = dict(sorted(found, key=_by_name))
    sectors = {code: every[code]["sector"] for code in names}
    asked = st.query_params.get("swv", "")
    if asked in every and asked not in names:
        scope.refuse(store, viewer, "samenwerkingsverband in het adres", [f"swv {asked}"])
    # A store with the whole country opens on a vo-verband: that is what the monitor is for.
    first = next((code for code in own if code.startswith("VO") and code[2:4] != "00"), own[0])
    if len(names) == 1:
        code = first
    else:
        code = remembered("swv", "Samenwerkingsverband", list(names), first,
                          names.__getitem__, where)  # fmt: skip
    return Region(sectors[code], code, names[code], "swv", code, names[code])


def choose_period(periods: Sequence[str], show: Callable[[str], str], where: Any = st) -> str:
    """One of the periods, newest first and newest by default; "" when there are none."""
    newest_first = sorted(periods, reverse=True)
    if not newest_first:
        return ""
    return remembered("peildatum", "Peildatum", newest_first, newest_first[0], show, where)


def choose_level(
    store: Store,
    viewer: Viewer,
    region: Region,
    levels: Sequence[str],
    where: Any = st,
    default: str = "gemeente",
    **extra: Any,
) -> str:
    """The level that a map or ranking shows; only levels that the region has, and that this
    viewer may see the units of."""
    there = [level for level in levels if may_choose(viewer, level) and units(store, region, level)]
    if not there:
        return ""
    first = default if default in there else there[0]
    return remembered("per", "Per", there, first, lambda l: LEVEL_TITLES[l].capitalize(),
                      where, **extra)  # fmt: skip


def choose_part(store: Store, viewer: Viewer, region: Region, where: Any = st) -> Region:
    """The whole samenwerkingsverband, or one subregio or gemeente of it; without a choice for who
    sees the figures of neither."""
    if not may_choose(viewer, "gemeente"):
        return region
    parts = {
        f"{per}:{code}": (per, naam)
        for per in ("subregio", "gemeente")
        for code, naam in units(store, region, per).items()
    }
    return choose_of(viewer, region, parts, where)


def choose_of(
    viewer: Viewer, region: Region, parts: Mapping[str, tuple[str, str]], where: Any = st
) -> Region:
    """The whole or one of its `parts`: "gemeente:GM9904" → (level, name); `?regio=` on every page.
    Somebody of a gemeente begins with that one."""
    own = f"gemeente:{viewer.gemeente}"
    # Who begins with a part can choose the whole, and then the address has to say so.
    whole = WHOLE if own in parts else ""
    value = remembered(
        "regio",
        "Regio",
        [whole, *parts],
        own if own in parts else "",
        lambda key: f"{parts[key][1]} ({LEVEL_TITLES[parts[key][0]]})" if key in parts
        else "hele SWV",
        where,
    )  # fmt: skip
    if value not in parts:
        return region
    per, naam = parts[value]
    return Region(region.sector, region.swv, region.swv_naam, per, value.partition(":")[2], naam)
