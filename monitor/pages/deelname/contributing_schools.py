"""The schools inside a region, and what each adds to a figure's teller and noemer."""

import streamlit as st
from streamlit.elements.lib.column_types import ColumnConfig

from monitor.access import STAFF, Viewer
from monitor.figures import wording
from monitor.figures.door import Figure, Indicator, contributions
from monitor.figures.levels import Region
from monitor.pages.pieces import downloads, figure_parts, long_table
from monitor.pages.pieces.side_by_side import padded
from monitor.store.store import Store
from monitor.values import dutch
from monitor.values.collation import by_name


def show(store: Store, viewer: Viewer, indicator: Indicator, region: Region, now: Figure) -> None:
    """One row per school that counts in the figure, those with the largest teller first."""
    inside = (region.per, region.code)
    found = [
        figure
        for figure in contributions(store, viewer, indicator, now.periode, inside)
        if figure.teller_max != 0 or figure.noemer_max != 0
    ]
    if not found:
        return
    found.sort(key=lambda f: (-(f.teller_max or 0), -(f.noemer_max or 0), by_name(f.naam), f.code))
    is_all = viewer.role in STAFF
    st.header(f"Scholen in {region.naam}" if is_all else "Uw scholen")
    st.markdown(sentence(indicator, found, is_all))
    long_table.show(
        rows(store, indicator, found, now), f"scholen_{indicator.name}",
        f"Scholen in {region.naam} met hun {indicator.teller} en {indicator.noemer}",
        height="content" if len(found) <= 15 else 560,
        column_config=_columns(indicator),
    )  # fmt: skip
    figure_parts.trust_line(store, indicator, now.periode, region)
    downloads.of_figures(store, indicator, "vestiging", found,
                    f"alle scholen van {region.naam} die meetellen" if is_all else "uw scholen",
                    key=f"scholen_{indicator.name}")  # fmt: skip
    figure_parts.link("scholen", "Alle scholen", ":material/school:")


def sentence(indicator: Indicator, found: list[Figure], is_all: bool) -> str:
    """9 scholen hebben leerlingen vso. In totaal tellen er 45 scholen mee: of all schools, or of
    the viewer's own; of a hidden one it is not said that it has none or some."""
    number = _schools(len(found))
    mine = "" if is_all else " van uw bestuur of school"
    if any(figure.is_hidden and figure.teller is None for figure in found):
        return f"**Er tellen {number}{mine} mee.** Van sommige is het aantal verborgen."
    in_teller = sum(figure.teller_max != 0 for figure in found)
    have = "heeft" if in_teller == 1 else "hebben"
    return (
        f"**{_schools(in_teller)}{mine} {have} {indicator.teller}.** "
        f"{'In totaal' if is_all else 'Van u'} tellen er {number} mee."
    )


def _schools(count: int) -> str:
    return f"{dutch.number(count)} {'school' if count == 1 else 'scholen'}"


def rows(
    store: Store, indicator: Indicator, found: list[Figure], now: Figure
) -> list[dict[str, str]]:
    """Texts as people write them, padded so that sorting on text sorts on size."""
    known = _known(store)
    teller, share, noemer = _titles(indicator)
    tellers = padded(["" if figure.teller_max == 0 else wording.teller(figure) for figure in found])
    noemers = padded([_noemer(figure) for figure in found])
    shares = padded([_share(figure, now) for figure in found])
    out = []
    for place, figure in enumerate(found):
        soort, plaats = known.get(figure.code, ("", ""))
        # The figures beside the name: on a phone what comes after lies outside the screen.
        out.append(
            {
                "School": figure.naam,
                teller: tellers[place],
                share: shares[place],
                noemer: noemers[place],
                "Soort": soort or dutch.UNKNOWN,
                "Plaats": (plaats or dutch.UNKNOWN).title(),
                "Meer": f"school?school={figure.code}",
            }
        )
    return out


def _titles(indicator: Indicator) -> tuple[str, str, str]:
    """Leerlingen vso | Aandeel van alle leerlingen vso hier, % | Leerlingen regulier vo, …"""
    # Short, so that a phone shows the first figure beside the name of the school.
    teller, noemer = (
        words.replace(" in het ", " ").replace("praktijkonderwijs", "pro")
        for words in (indicator.teller, indicator.noemer)
    )
    return (
        teller[:1].upper() + teller[1:],
        f"Aandeel van alle {teller} hier, %",
        noemer[:1].upper() + noemer[1:],
    )


def _noemer(figure: Figure) -> str:
    """Empty where a school has no pupils that count there."""
    return "" if figure.noemer_max == 0 else wording.interval(figure.noemer, figure.noemer_max)


def _share(figure: Figure, now: Figure) -> str:
    """What a school adds to the teller, as a part of it; not of what is hidden or an interval."""
    if figure.teller_max == 0:
        return ""
    if figure.is_hidden or figure.teller is None or figure.teller != figure.teller_max:
        return dutch.UNKNOWN
    if not now.teller or now.teller != now.teller_max:
        return dutch.UNKNOWN
    return dutch.number(100 * figure.teller / now.teller, 1)


def _columns(indicator: Indicator) -> dict[str, ColumnConfig | str | None]:
    text_column = st.column_config.TextColumn
    return {
        "School": text_column("School", pinned=True, width=228),
        **{title: text_column(title, alignment="right") for title in _titles(indicator)},
        # What is left of a phone's width beside the name.
        _titles(indicator)[0]: text_column(width=122, alignment="right"),
        "Meer": st.column_config.LinkColumn("Meer", display_text="Bekijk"),
    }


def _known(store: Store) -> dict[str, tuple[str, str]]:
    """Kind and place of every school."""
    if "kinds_and_places" not in store.answers:
        found = store.rows("select vestiging, schooltype, plaats from views.vestiging")
        store.answers["kinds_and_places"] = {code: (kind, place) for code, kind, place in found}
    return store.answers["kinds_and_places"]
