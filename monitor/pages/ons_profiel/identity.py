"""Who a school is: in two sentences, in a table and on a map."""

from functools import partial

import streamlit as st

from monitor.pages.ons_profiel.parts import Part
from monitor.pages.pieces import quiet_line, show_section
from monitor.scholen import register
from monitor.scholen.register import School
from monitor.sections.ons_profiel import where_it_is
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


def who(store: Store, one: School) -> str:
    """The school in two sentences."""
    where = one.plaats or one.gemeente
    place = f" in {plain(where)}" if where else ""
    if one.schooltype in register.TYPES:
        sentence = f"**{plain(one.naam)}** is een {kind(one)}{place}"
        sentence += f", van {plain(one.bestuur)}" if one.bestuur else ""
    else:
        sentence = f"Van **{plain(one.naam)}**{place} is niet bekend wat voor school het is"
        sentence += f". Bestuur: {plain(one.bestuur)}" if one.bestuur else ""
    names = register.swv_names(store)
    swv = [names.get(code, code) for code in dict.fromkeys((one.swv_vo, one.swv_po)) if code]
    if one.sector == "po":
        swv.reverse()
    if swv:
        sentence += f". Samenwerkingsverband: {plain(dutch.joined(swv))}"
    if one.gesloten_vanaf:
        sentence += (
            f". De school staat sinds {moments.date(one.gesloten_vanaf)} niet meer in de adreslijsten "
            "en geldt sindsdien als gesloten; haar oudere cijfers blijven meetellen"
        )
    elif one.niet_geteld_sinds:
        sentence += (
            f". De school is niet meer geteld sinds {moments.date(one.niet_geteld_sinds)} en staat "
            "daarom bij de gesloten scholen; haar oudere cijfers blijven meetellen"
        )
    return f"{sentence}."


def kind(one: School) -> str:
    if one.schooltype == "opdc":
        return "orthopedagogisch-didactisch centrum (opdc)"
    if one.schooltype in register.TYPES:
        return f"school voor {one.type_words}"
    return "andere school waarvan de soort onbekend is"


def part(store: Store, one: School, title: str) -> Part:
    return Part("gegevens", title, who(store, one), partial(_show, store, one), [facts(store, one)])


def _show(store: Store, one: School) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.table(facts(store, one), hide_header=True, hide_index=True, border="horizontal",
                 alt=f"Gegevens van {one.naam}")  # fmt: skip
    with right:
        section = where_it_is.make(store, one)
        show_section.sentences(section.says, section.beside)
        show_section.pictures(section.drawn, section.key)
        quiet_line.show(section, section.key, store.settings.demo, "open")


def facts(store: Store, one: School) -> list[dict[str, str]]:
    names = register.swv_names(store)
    postcode = f"{one.postcode[:4]} {one.postcode[4:]}".strip()
    rows = [
        ("Vestigingscode", one.code),
        ("Soort school", one.type_words),
        ("Aanbod volgens de bron", one.aanbod),
        ("Adres", ", ".join(p for p in (one.adres, f"{postcode} {one.plaats}".strip()) if p)),
        ("Gemeente", one.gemeente),
        ("Bestuur", f"{one.bestuur} ({one.bestuursnummer})" if one.bestuur else ""),
        ("Samenwerkingsverband vo", names.get(one.swv_vo, "")),
        ("Samenwerkingsverband po", names.get(one.swv_po, "")),
        ("Telefoon", one.telefoon),
        ("Website", one.website),
        ("Bestaat de school nog", _state(one)),
    ]  # fmt: skip
    optional = ("Aanbod volgens de bron", "Samenwerkingsverband po", "Samenwerkingsverband vo",
                "Telefoon", "Website")  # fmt: skip
    return [
        {"Wat": label, "Gegeven": plain(value) or "onbekend"}
        for label, value in rows
        if value or label not in optional
    ]


def _state(one: School) -> str:
    if one.gesloten_vanaf:
        return f"nee, gesloten sinds {moments.date(one.gesloten_vanaf)}"
    if one.niet_geteld_sinds:
        return f"niet meer geteld sinds {moments.date(one.niet_geteld_sinds)}"
    return "ja"
