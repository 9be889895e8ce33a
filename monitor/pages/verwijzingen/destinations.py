"""Where pupils come from and where they go: a Sankey with its table, and who crosses a border."""

import streamlit as st

from monitor.figures import wording
from monitor.figures.door import Figure, figures
from monitor.figures.levels import LEVEL_TITLES
from monitor.pages.pieces import downloads, figure_parts, filters, number_table
from monitor.pages.verwijzingen import split
from monitor.pages.verwijzingen.asked import LEVELS, Asked, Line, since, trust
from monitor.sections import units
from monitor.sections.what_is_shown import TOO_SMALL
from monitor.values import dutch, moments
from monitor.values.collation import by_name
from monitor.views.charts.flows import Flow, sankey, sankey_description


def show(asked: Asked) -> None:
    line = asked.line("tlv_afgegeven")
    st.header("Van herkomst naar bestemming")
    if line is None or line.now.periode != asked.year:
        st.markdown(f"Van {moments.period(asked.year)} is niet bekend welke tlv's zijn afgegeven.")
    elif not asked.viewer.sees_exact:
        _only_destinations(asked, line)
    else:
        _flows(asked, line)
    if asked.whole.sector == "vo":
        _borders(asked)


# ------------------------------------------------------------------------------------- flows


def _flows(asked: Asked, line: Line) -> None:
    store, region, indicator = asked.store, asked.region, line.indicator
    levels = [level for level in LEVELS if units.units(store, region, level)]
    narrow = st.columns([1, 2])[0]
    per = filters.choose_level(store, asked.viewer, region, levels, narrow) if levels else ""
    if not per:
        st.markdown("Van deze regio zijn geen scholen bekend.")
        return
    found = _cells(asked, line, per)
    seen = [figure for figure in found if figure.teller]
    if not found:
        st.markdown("Er zijn geen tlv's met een bestemming.")
        return
    flows = [Flow(figure.naam, _to(asked, figure), figure.teller or 0.0) for figure in seen]
    st.markdown(f"**{_sentence(flows)}**")
    key = f"verwijzingen_{indicator.name}_stromen_{per}"
    if flows:
        figure_parts.chart(
            sankey(flows, indicator.unit),
            sankey_description(flows, indicator.unit),
            key,
        )
    st.caption(
        f"Links de {LEVEL_TITLES[per]} van herkomst, rechts de school waar de leerling heen "
        "gaat. Alle afgegeven tlv's: ook verlengingen, waarbij de herkomst vaak de school is waar "
        "de leerling al zit."
    )
    trust(asked, line)
    downloads.table_twin(_rows(asked, per, seen), f"{key}_tabel")
    downloads.of_figures(store, indicator, per, seen, "alle stromen van deze grafiek", key)


def _only_destinations(asked: Asked, line: Line) -> None:
    """Who sees no exact figures sees where pupils go, of the whole, and not from where."""
    st.markdown(f"Van welke gemeente of school zij komen en waar zij heen gaan samen, ziet u niet: "
                f"{TOO_SMALL}.")  # fmt: skip
    split.show(asked, line, "bestemming", "Bestemming", asked.school_name)


def _cells(asked: Asked, line: Line, per: str) -> list[Figure]:
    """How many went from each region to each school of destination."""
    return figures(
        asked.store, asked.viewer, line.indicator, per, breakdown="bestemming",
        period=asked.year, within=(asked.region.per, asked.region.code),
    )  # fmt: skip


def _to(asked: Asked, figure: Figure) -> str:
    return asked.school_name(figure.uitsplitsing.partition("=")[2])


def _sentence(flows: list[Flow]) -> str:
    """Which school most go to, and the largest flow."""
    largest = max(flows, key=lambda flow: (flow.amount, flow.origin))
    words = f"die van {largest.origin} naar {largest.destination}: {dutch.number(largest.amount)}"
    going: dict[str, float] = {}
    for flow in flows:
        going[flow.destination] = going.get(flow.destination, 0) + flow.amount
    naam, most = min(going.items(), key=lambda item: (-item[1], by_name(item[0])))
    return f"De meeste tlv's gaan naar {naam}: {dutch.number(most)}. De grootste stroom is {words}."


def _rows(asked: Asked, per: str, seen: list[Figure]) -> list[dict[str, str]]:
    """Largest first."""
    ranked = sorted(
        seen, key=lambda f: (-(f.teller or 0), by_name(f.naam), by_name(f.uitsplitsing))
    )
    title = f"Herkomst ({LEVEL_TITLES[per]})"
    return [
        {title: figure.naam, "Bestemming": _to(asked, figure), "Tlv's": wording.teller(figure)}
        for figure in ranked
    ]


# ----------------------------------------------------------------------------------- borders


def _borders(asked: Asked) -> None:
    """Who goes elsewhere and who comes from elsewhere are two different counts, side by side."""
    left, right = st.columns(2, gap="large")
    with left:
        st.header("Grensverkeer uit")
        _outward(asked)
    with right:
        st.header("Grensverkeer in")
        _inward(asked)


def _outward(asked: Asked) -> None:
    line = asked.line("grensverkeer_uit")
    if line is None:
        st.markdown("Nog niet te zeggen: daarvoor moet de lijst minstens drie jaar oud zijn.")
        return
    _said(line, "leerlingen van ons op een vso-school van een ander samenwerkingsverband")
    asked.whole_only(line.indicator)
    found = split.parts_of(asked, line, "bestemming", line.now)
    _schools(asked, line, {_to(asked, figure): figure for figure in found}, "bestemming")


def _inward(asked: Asked) -> None:
    line = asked.line("grensverkeer_in")
    if line is None:
        st.markdown("Nog niet te zeggen: daarvoor moet de lijst minstens drie jaar oud zijn.")
        return
    _said(line, "leerlingen van een ander samenwerkingsverband op een vso-school bij ons")
    every = figures(
        asked.store, asked.viewer, line.indicator, "vestiging", period=line.now.periode,
        within=(line.region.per, line.region.code),
    )  # fmt: skip
    found = [f for f in every if f.is_hidden or f.teller_max]
    _schools(asked, line, {figure.naam: figure for figure in found}, "school")


def _said(line: Line, words: str) -> None:
    now = line.now
    many = "geen" if now.teller_max == 0 else wording.value(now, line.indicator)
    st.markdown(f"**Op {moments.period(now.periode)} zaten {many} {words}.**")
    change = since(now, line.before, line.indicator)
    if change:
        st.markdown(f"Dat is {change}.")


def _schools(asked: Asked, line: Line, found: dict[str, Figure], key: str) -> None:
    seen = sorted((n for n, f in found.items() if not f.is_hidden),
                  key=lambda n: (-(found[n].teller or 0), by_name(n)))  # fmt: skip
    names = [*seen, *sorted((n for n, f in found.items() if f.is_hidden), key=by_name)]
    if names:
        number_table.show([{"School": name, "Leerlingen": wording.teller(found[name])}
                           for name in names],
                          f"verwijzingen_{line.indicator.name}_scholen", "Leerlingen per school")  # fmt: skip
    trust(asked, line)
    downloads.of_figures(asked.store, line.indicator, line.region.per,
                    [*line.figures, *(found[name] for name in names)],
                    "alle jaren en scholen", f"verwijzingen_{line.indicator.name}_{key}")  # fmt: skip
