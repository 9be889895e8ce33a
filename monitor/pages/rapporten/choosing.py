"""What somebody asks for: which pack, for whom, of what and of when. All of it stands in the address."""

from collections.abc import Mapping

import streamlit as st

from monitor.access import Role, Viewer
from monitor.compare import attention
from monitor.figures.levels import Region
from monitor.pages.pieces import filters
from monitor.reports import audiences
from monitor.reports.audiences import Publiek, publieken
from monitor.reports.making import Order
from monitor.reports.recipes import Recipe, recipes
from monitor.scholen import register
from monitor.sections import units
from monitor.store.store import Store
from monitor.values import moments


TITLES = {
    Publiek.DIRECTEUR: "de directeur",
    Publiek.CONSULTANT: "de consultant",
    Publiek.BESTUUR: "een bestuur",
    Publiek.SCHOOL: "een school",
    Publiek.GEMEENTE: "een gemeente",
    Publiek.OPR: "de ondersteuningsplanraad",
    Publiek.INSPECTIE: "de inspectie",
}
ORDER = ("directeursrapport", "presentatie", "opr", "oogo", "bestuur", "schoolprofiel", "inspectie",
         "jaarverslag")  # fmt: skip
"""Packs as they are named, the most used first; any other after them."""
EVERY = "alle gemeenten"
OF_SCHOOL = frozenset({Publiek.SCHOOL, Publiek.BESTUUR})
"""Who is given a file about schools, and not about a part of the region."""


def order(store: Store, viewer: Viewer, whole: Region) -> Order | None:
    """None where there is nothing to choose from; then the page says what is missing."""
    row = st.container(horizontal=True, gap="small", vertical_alignment="bottom")
    packs = _packs(viewer)
    if not packs:
        st.info("Voor uw rol is er geen pakket.")
        return None
    name = filters.remembered("pakket", "Pakket", list(packs), next(iter(packs)),
                              lambda key: packs[key].titel, row)  # fmt: skip
    pack = packs[name]
    readers = [one.value for one in publieken(viewer) if _fits(pack, one)]
    first = pack.voor.value if pack.voor.value in readers else readers[0]
    publiek = Publiek(
        filters.remembered(
            "voor", "Voor wie", readers, first, lambda key: TITLES[Publiek(key)], row
        )
        if len(readers) > 1
        else first
    )
    codes = _codes(store, viewer, whole, publiek)
    if codes is not None and not codes:
        st.info("Er is geen school, bestuur of gemeente om een rapport over te maken.")
        return None
    code = ""
    if codes is not None:
        titles = {
            Publiek.SCHOOL: "School",
            Publiek.BESTUUR: "Bestuur",
            Publiek.GEMEENTE: "Gemeente",
        }
        code = filters.remembered("wie", titles[publiek], list(codes), next(iter(codes)),
                                  codes.__getitem__, row)  # fmt: skip
    region = "" if publiek in OF_SCHOOL | {Publiek.GEMEENTE} else _region(store, viewer, whole, row)
    return Order(
        recept=pack.naam,
        publiek=publiek.value,
        swv=whole.swv,
        code="" if code == EVERY else code,
        regio=region,
        peildatum=_peildatum(store, viewer, whole, row),
        inzage="ja" if publiek is Publiek.CONSULTANT and viewer.sees_exact else "",
    )


def _packs(viewer: Viewer) -> dict[str, Recipe]:
    """name → recipe: those of which this viewer can give somebody one."""
    every = recipes()
    names = [*(one for one in ORDER if one in every), *(one for one in every if one not in ORDER)]
    return {
        name: every[name]
        for name in names
        if any(_fits(every[name], publiek) for publiek in publieken(viewer))
    }


def _fits(pack: Recipe, publiek: Publiek) -> bool:
    """A school's pack is of one school, and a bestuur's of its schools: not for others; nor do these
    read the packs of the whole."""
    if pack.voor in OF_SCHOOL or publiek in OF_SCHOOL:
        return pack.voor is publiek
    return True


def _codes(
    store: Store, viewer: Viewer, whole: Region, publiek: Publiek
) -> Mapping[str, str] | None:
    """code → name of whom it can be for; None where there is only one reader of that kind."""
    match publiek:
        case Publiek.SCHOOL:
            names = {one.code: one.naam for one in register.schools(store)}
            own = audiences.schools(store, whole)
            mine = [code for code in own if viewer.may_see("vestiging", code)]
            return {code: names[code] for code in sorted(mine, key=names.__getitem__)}
        case Publiek.BESTUUR:
            found = units.units(store, whole, "bestuur")
            is_all = viewer.role is not Role.BESTUUR
            return {code: naam for code, naam in found.items() if is_all or code in viewer.besturen}
        case Publiek.GEMEENTE:
            found = units.units(store, whole, "gemeente")
            own_one = viewer.gemeente if viewer.gemeente in found else ""
            first = {own_one: found[own_one]} if own_one else {}
            return {**first, EVERY: EVERY, **found}
    return None


def _region(
    store: Store, viewer: Viewer, whole: Region, row: st.delta_generator.DeltaGenerator
) -> str:
    """gemeente:GM9904; "" for the whole."""
    part = filters.choose_part(store, viewer, whole, row)
    return "" if part.per == "swv" else f"{part.per}:{part.code}"


def _peildatum(
    store: Store, viewer: Viewer, whole: Region, row: st.delta_generator.DeltaGenerator
) -> str:
    """The day up to which figures count; "" for the newest of everything."""
    found = {
        figure.periode
        for indicator, rows in attention.series_of(store, viewer, whole).items()
        if indicator.moment == "1 oktober"
        for figure in rows
    }
    days = ["", *sorted(found, reverse=True)[1:]]
    if len(days) == 1:
        return ""
    return filters.remembered(
        "stand", "Stand van", days, "",
        lambda day: moments.date(day) if day else "nu (het nieuwste van alles)", row,
    )  # fmt: skip
