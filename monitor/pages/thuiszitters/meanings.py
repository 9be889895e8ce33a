"""Who calls whom a thuiszitter: all definitions side by side, and the bridge between two."""

import streamlit as st

from monitor.compare.definition_bridge import Bridge, bridge
from monitor.figures.catalogue import of_definition, working_definition
from monitor.figures.door import Figure
from monitor.pages.pieces import figure_parts, filters, phone_table
from monitor.pages.thuiszitters import country, under_a_figure, where
from monitor.pages.thuiszitters.subject import Subject, asked, lower, named, spoken
from monitor.store.definitions import definitions
from monitor.values import dutch, moments
from monitor.views.charts.waterfall import (
    amount,
    bridge_rows,
    signed,
    waterfall,
    waterfall_description,
)


def show(subject: Subject) -> None:
    st.header("Van de ene definitie naar de andere")
    if subject.viewer.sees_exact:
        _bridge(subject)
    else:
        st.markdown("Hoe het ene getal in het andere overgaat, gaat over groepen van een paar "
                    "leerlingen. De directeur van het samenwerkingsverband ziet dat.")  # fmt: skip
    st.header(f"Alle definities op {moments.date(subject.periode)}")
    if subject.viewer.sees_exact or subject.is_whole:
        _side_by_side(subject)
    else:
        st.markdown("De definities naast elkaar ziet u alleen van het hele samenwerkingsverband: "
                    "hier zijn de aantallen te klein.")  # fmt: skip
        where.back_button()
    st.header("Wat OCW landelijk telt")
    country.show(subject)


# -------------------------------------------------------------------------------------- bridge


def _bridge(subject: Subject) -> None:
    known = definitions()
    start = working_definition(subject.store.settings)
    first, second = st.columns(2, gap="medium")
    one = filters.remembered("van", "Van", list(known), start, lambda c: known[c].short, first)
    others = [code for code in known if code != one]
    preferred = "THUIS_PACT" if one != "THUIS_PACT" else "THUIS_OCW"
    other = filters.remembered("naar", "Naar", others, preferred, lambda c: known[c].short, second)
    found = bridge(subject.store, subject.viewer, subject.region, subject.periode, one, other)
    if found is None:
        st.markdown("Op deze dag is een van de twee niet geteld.")
        return
    if found.is_hidden:
        st.markdown(
            "**Deze brug is verborgen**: u ziet aantallen leerlingen in klassen, en het verschil "
            "tussen twee klassen kan één leerling zijn."
        )
        return
    st.markdown(f"**{_said(found)}**")
    figure_parts.chart(waterfall(found), waterfall_description(found),
                key=f"thuiszitters_brug_{one}_{other}_{subject.region.code}")  # fmt: skip
    every = [found.total, found.outcome, *(x for t in found.terms for x in (t.start, t.end))]
    if not all(x.is_exact for x in every):
        st.caption("De staven tonen wie zeker meetelt. In de tabel staat er ook naast wie "
                   "misschien meetelt, omdat er een veld niet is ingevuld; beide tellen precies "
                   "op.")  # fmt: skip
    st.caption("De groepen zeggen wat een melding is, los van de definitie. Ook een groep die in "
               "beide meetelt staat in de tabel.")  # fmt: skip
    indicator = found.start
    pieces: list[under_a_figure.Piece] = [
        (of_definition("thuiszitters", code, subject.region.sector), subject.region.per,
         _groups(subject, code))
        for code in (one, other)
    ]  # fmt: skip
    total = asked(subject, indicator, subject.region, period=subject.periode)
    under_a_figure.show(subject, indicator, subject.periode, total[0] if total else None,
               bridge_rows(found), pieces, f"brug-{lower(one).lower()}-{other.lower()}",
               f"{subject.region.naam}, twee definities naar groep")  # fmt: skip


def _groups(subject: Subject, code: str) -> list[Figure]:
    indicator = of_definition("thuiszitters", code, subject.region.sector)
    return asked(subject, indicator, subject.region, "groep", subject.periode)


def _said(found: Bridge) -> str:
    """Van 34 (thuiszitters (OCW)) naar 18 (thuiszitters (pact)). Het grootste verschil: …"""
    start, end = (
        named(amount(total), definitions()[indicator.definitie])
        for total, indicator in ((found.total, found.start), (found.outcome, found.end))
    )
    if not found.steps:
        return f"Op deze dag is er geen verschil: {start}, {end}."
    steps = [f"{step.groep} ({signed(step.difference)})" for step in found.steps[:2]]
    return f"Van {start} naar {end}. Het grootste verschil: {dutch.joined(steps)}."


# -------------------------------------------------------------------------------- side by side


def _side_by_side(subject: Subject) -> None:
    own = working_definition(subject.store.settings)
    order = [subject.code, own, *definitions()]
    found = {code: _stand(subject, code) for code in dict.fromkeys(order)}
    rows = [_row(code, found[code], code == own) for code in dict.fromkeys([own, *found])]
    phone_table.table(rows, "thuiszitters_definities_naast", "Het aantal volgens elke definitie")
    st.caption("Een leerling kan onder meer dan één definitie vallen: tel de aantallen niet bij "
               "elkaar op.")  # fmt: skip
    indicator = subject.indicator()
    pieces: list[under_a_figure.Piece] = [
        (of_definition("thuiszitters", code, subject.region.sector), subject.region.per, [figure])
        for code, figure in found.items() if figure is not None
    ]  # fmt: skip
    under_a_figure.show(subject, indicator, subject.periode, subject.now, [], pieces, "definities",
               f"{subject.region.naam}, alle definities")  # fmt: skip


def _stand(subject: Subject, code: str) -> Figure | None:
    indicator = of_definition("thuiszitters", code, subject.region.sector)
    found = asked(subject, indicator, subject.region, period=subject.periode)
    return found[0] if found else None


def _row(code: str, figure: Figure | None, is_own: bool) -> dict[str, str]:
    one = definitions()[code]
    name = f"{one.title} ({code})"
    if is_own:
        name += " – werkdefinitie"
    return {
        "Definitie": name,
        "Aantal": dutch.UNKNOWN if figure is None else spoken(figure),
        "Wie telt mee": one.text,
        "Geldig": one.validity or "nog steeds",
        "Bron": one.source,
    }
