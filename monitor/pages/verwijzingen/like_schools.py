"""Schools beside schools of the same type: which differ by more than chance."""

import streamlit as st

from monitor import peers, schools
from monitor.access import STAFF
from monitor.indicators import Figure, Indicator
from monitor.pages import filters, parts
from monitor.pages.side_by_side import padded
from monitor.pages.verwijzingen.asked import Asked
from monitor.views import funnel, text
from monitor.views.limits import Verdict, verdict


ORDER = {one: place for place, one in enumerate(Verdict)}


def show(asked: Asked, indicator: Indicator) -> None:
    """Nothing where there are too few schools of any type to compare, nor for who sees some of
    the schools only."""
    if asked.viewer.role not in STAFF:
        return
    types = peers.types_to_compare(asked.store, asked.viewer, indicator, asked.whole.code,
                                   asked.year)  # fmt: skip
    if not types:
        return
    st.header("Scholen naast vergelijkbare scholen")
    kind = types[0]
    if len(types) > 1:
        kind = filters.remembered_choice(
            "vergelijk", "Vergelijk", types, types[0], lambda one: schools.TYPES.get(one, one)
        )
    alike = peers.alike(asked.store, asked.viewer, indicator, asked.whole.code, kind, asked.year)
    if alike is None:
        return
    chosen = _chosen(asked, alike.figures)
    st.markdown(f"**{_sentence(alike, indicator)}**")
    parts.chart(
        funnel.funnel(alike.figures, indicator, alike.share, chosen),
        funnel.funnel_description(alike.figures, indicator, alike.share),
        f"verwijzingen_{indicator.name}_trechter",
    )
    st.caption(
        "Hoe kleiner de school, hoe meer toeval. Van scholen die eigenlijk gelijk zijn, liggen er "
        "95 van de 100 in het grijze vlak en 998 van de 1.000 tussen de gestippelde lijnen. "
        "Daarbuiten is toeval geen goede verklaring meer: dat is een vraag waard, geen oordeel."
        + (f" Blauw is {asked.region.naam}." if chosen else "")
    )
    st.caption(
        "Hier staan alleen scholen van dit schooltype, en alleen tlv's waarvan de school van "
        "herkomst bekend is. Daarom is ‘samen’ anders dan het cijfer van het hele "
        "samenwerkingsverband."
    )
    hidden = sum(figure.is_hidden for figure in alike.figures)
    if hidden:
        st.caption(f"{hidden} scholen met {text.few(asked.store.settings.drempel)} nieuwe tlv's staan niet in de tekening. Het "
                   "gezamenlijke percentage is daarom een schatting.")  # fmt: skip
    _links(alike)
    parts.trust_line(asked.store, indicator, asked.year, asked.whole)
    parts.about(asked.store, asked.viewer, indicator, asked.year, asked.whole, None)
    _table(asked, indicator, alike)


def _chosen(asked: Asked, found: list[Figure]) -> set[str]:
    """The schools of the region, when a part was chosen."""
    if asked.region.per == "swv":
        return set()
    inside = filters.units(asked.store, asked.region, "vestiging")
    return {figure.code for figure in found if figure.code in inside}


def _sentence(alike: peers.Alike, indicator: Indicator) -> str:
    """Van de 37 scholen verwijzen er 2 vaker dan toeval verklaart: A (2,57 %) en B (2,24 %)."""
    judged = [(figure, verdict(figure, alike.share)) for figure in alike.figures]
    above = [figure for figure, one in judged if one is Verdict.ABOVE]
    below = sum(1 for _, one in judged if one is Verdict.BELOW)
    above.sort(key=lambda figure: -(figure.waarde or 0))
    seen = [figure for figure in alike.figures if not figure.is_hidden]
    is_some = len(seen) < len(alike.figures)
    about = "ongeveer " if is_some or any(figure.is_banded for figure in seen) else ""
    many = f"Van de {len(seen)} scholen{' in de tekening' if is_some else ''}"
    together = f"Samen is het {about}{text.percentage(100 * alike.share, indicator.decimals)}."
    less = ""
    if below:
        less = f" {below} {'verwijst' if below == 1 else 'verwijzen'} minder dan toeval verklaart."
    if not above:
        return f"{many} verwijst er geen vaker dan toeval verklaart.{less} {together}"
    names = [f"{figure.naam} ({text.value(figure, indicator)})" for figure in above]
    verb = "verwijst" if len(above) == 1 else "verwijzen"
    some = text.joined(names) if len(names) <= 4 else (
        f"{', '.join(names[:3])} en {len(names) - 3} andere")  # fmt: skip
    return f"{many} {verb} er {len(above)} vaker dan toeval verklaart: {some}.{less} {together}"


def _links(alike: peers.Alike) -> None:
    """The way to the schools that chance does not explain."""
    far = [f for f in alike.figures if verdict(f, alike.share) in funnel.OUTSIDE]
    far.sort(key=lambda figure: -(figure.waarde or 0))
    if not far:
        return
    with st.container(horizontal=True, gap="small"):
        for figure in far[: funnel.MOST_NAMED]:
            parts.link("school", f"Naar {figure.naam}", ":material/school:", school=figure.code)


def _table(asked: Asked, indicator: Indicator, alike: peers.Alike) -> None:
    rows = sorted(
        ((figure, verdict(figure, alike.share)) for figure in alike.figures),
        key=lambda pair: (pair[0].is_hidden, ORDER[pair[1]], -(pair[0].waarde or 0),
                          pair[0].naam),
    )  # fmt: skip
    found = [figure for figure, _ in rows]
    tellers = padded([text.teller(figure) for figure in found])
    values = padded([text.value_bare(figure, indicator) for figure in found])
    noemers = padded([text.interval(figure.noemer, figure.noemer_max) for figure in found])
    table = [
        {
            "School": figure.naam,
            "Nieuwe tlv's": tellers[i],
            f"Aandeel ({indicator.unit})": values[i],
            "Leerlingen": noemers[i],
            "Oordeel": str(one),
            "Meer": f"school?school={figure.code}",
        }
        for i, (figure, one) in enumerate(rows)
    ]
    text_column = st.column_config.TextColumn
    with st.expander(f"Alle {len(table)} scholen als tabel, met een link naar elke school"):
        st.dataframe(
            table,
            hide_index=True,
            width="stretch",
            height="content" if len(table) <= 15 else 560,
            key=f"verwijzingen_{indicator.name}_scholen",
            column_config={
                "School": text_column("School", pinned=True, width=228),
                **{title: text_column(title, alignment="right") for title in table[0]
                   if title not in ("School", "Oordeel", "Meer")},
                "Meer": st.column_config.LinkColumn("Meer", display_text="Bekijk"),
            },
            alt="Scholen van dit schooltype met hun nieuwe tlv's en of toeval dat verklaart",
        )  # fmt: skip
    parts.downloads(asked.store, indicator, "vestiging", found, "de scholen van deze grafiek",
                    f"verwijzingen_{indicator.name}_scholen")  # fmt: skip
