"""School: what is known of one school, by source, beside schools like it."""

import streamlit as st

from monitor import schools
from monitor.access import Viewer
from monitor.errors import NotFound
from monitor.mentions import Mention, differences, mentions
from monitor.pages import parts, school_figures, school_offer
from monitor.pages.borders import borders_around
from monitor.pages.leveringen import cards
from monitor.schools import Near, School
from monitor.store import Store
from monitor.views import text
from monitor.views.school_lists import plain
from monitor.views.school_map import school_map, school_map_description


FIELD_TITLES = {
    "naam": "de naam",
    "schooltype": "de soort school",
    "postcode": "de postcode",
    "plaats": "de plaats",
    "gemeente": "de gemeente",
}


def show(store: Store, viewer: Viewer) -> None:
    one = _chosen(store, viewer)
    if one is None:
        return
    _keep_address(one)
    is_own = one.code in viewer.vestigingen
    st.title(plain(one.naam))
    st.caption("Zo kennen wij u." if is_own else "Wat de monitor van deze school weet.")
    st.markdown(_who(store, one))
    _facts_and_map(store, one)
    if viewer.may_see("vestiging", one.code):
        school_figures.show(store, viewer, one)
    else:
        st.info("Cijfers van andere scholen laat de monitor u niet zien; hun aanbod wel.")
    school_offer.show(store, viewer, one)
    _nearby(store, one)
    _sources(store, one)


def _chosen(store: Store, viewer: Viewer) -> School | None:
    """The school of `?school=`, else the visitor's own; a sentence when there is none."""
    code = st.query_params.get("school", "") or next(iter(sorted(viewer.vestigingen)), "")
    try:
        if code:
            return schools.school(store, code)
        missing = "Kies een school bij Scholen."
    except NotFound as error:
        missing = str(error)
    st.title("School")
    if not schools.schools(store):
        parts.empty_state(
            "Er zijn nog geen scholen bekend.",
            "Lever de adreslijsten van DUO of een eigen bestand met vestigingen.",
        )
    else:
        st.info(missing)
        parts.link("scholen", "Naar Scholen", ":material/school:")
    return None


def _keep_address(one: School) -> None:
    """A link from one school to the next leaves the browser's address as it was: write it.

    Else it is right, and writing it would be one more step of the Back button.
    """
    if st.session_state.get("zelfde_pagina") and "school" in st.query_params:
        st.query_params["school"] = one.code


def _who(store: Store, one: School) -> str:
    """The school in two sentences."""
    where = one.plaats or one.gemeente
    place = f" in {plain(where)}" if where else ""
    if one.schooltype in schools.TYPES:
        sentence = f"**{plain(one.naam)}** is een {_kind(one)}{place}"
        sentence += f", van {plain(one.bestuur)}" if one.bestuur else ""
    else:
        sentence = f"Van **{plain(one.naam)}**{place} is niet bekend wat voor school het is"
        sentence += f". Bestuur: {plain(one.bestuur)}" if one.bestuur else ""
    names = schools.swv_names(store)
    swv = [names.get(code, code) for code in dict.fromkeys((one.swv_vo, one.swv_po)) if code]
    if one.sector == "po":
        swv.reverse()
    if swv:
        sentence += f". Samenwerkingsverband: {plain(text.joined(swv))}"
    if one.gesloten_vanaf:
        sentence += (
            f". De school staat sinds {text.date(one.gesloten_vanaf)} niet meer in de adreslijsten "
            "en geldt sindsdien als gesloten; haar oudere cijfers blijven meetellen"
        )
    elif one.niet_geteld_sinds:
        sentence += (
            f". De school is niet meer geteld sinds {text.date(one.niet_geteld_sinds)} en staat "
            "daarom bij de gesloten scholen; haar oudere cijfers blijven meetellen"
        )
    return f"{sentence}."


def _kind(one: School) -> str:
    if one.schooltype == "opdc":
        return "orthopedagogisch-didactisch centrum (opdc)"
    if one.schooltype in schools.TYPES:
        return f"school voor {one.type_words}"
    return "andere school waarvan de soort onbekend is"


def _facts_and_map(store: Store, one: School) -> None:
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.table(_facts(store, one), hide_header=True, hide_index=True, border="horizontal",
                 alt=f"Gegevens van {one.naam}")  # fmt: skip
    with right:
        if one.latitude is None:
            st.caption("Geen bron zegt waar deze school op de kaart staat.")
            return
        near = [n.school for n in schools.nearby(store, one, 12) if n.km < 40]
        drawing = school_map(borders_around(store, [one, *near]), near, one, height=300)
        parts.chart(drawing, school_map_description(near, one), "schoolkaart")


def _facts(store: Store, one: School) -> list[dict[str, str]]:
    names = schools.swv_names(store)
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
        ("Website", one.website),
        ("Open of gesloten", _state(one)),
    ]  # fmt: skip
    optional = ("Aanbod volgens de bron", "Samenwerkingsverband po", "Samenwerkingsverband vo",
                "Website")  # fmt: skip
    return [
        {"Wat": label, "Gegeven": plain(value) or "onbekend"}
        for label, value in rows
        if value or label not in optional
    ]


def _state(one: School) -> str:
    if one.gesloten_vanaf:
        return f"gesloten sinds {text.date(one.gesloten_vanaf)}"
    if one.niet_geteld_sinds:
        return f"niet meer geteld sinds {text.date(one.niet_geteld_sinds)}"
    return "open"


# ------------------------------------------------------------------------------- nearby


def _nearby(store: Store, one: School) -> None:
    st.header("Scholen in de buurt")
    near = schools.nearby(store, one)
    if not near:
        st.markdown("Er is geen andere open school van deze soort waarvan de plaats bekend is."
                    if one.latitude is not None else
                    "Waar deze school staat is onbekend, dus ook wat in de buurt ligt.")  # fmt: skip
        return
    first = near[0]
    st.markdown(
        f"De dichtstbijzijnde {_kind(one)} is **{plain(first.school.naam)}** in "
        f"{plain(first.school.plaats or first.school.gemeente)}, {_km(first)} hemelsbreed."
    )
    with st.container(key="scholenlijst"):
        for other in near:
            parts.link("school", _near_row(store, other), school=other.school.code)


def _near_row(store: Store, near: Near) -> str:
    offer = schools.arrangements(store, near.school.code)
    vragen = sorted({vraag for a in offer if a.status == "actief" for vraag in a.vragen})
    said = f"{_km(near)} · {near.school.plaats or near.school.gemeente} · "
    if vragen:
        said += f"aanbod: {', '.join(vragen)}"
    else:
        said += near.school.aanbod or "aanbod onbekend"
    return f"**{plain(near.school.naam)}**  :small[{plain(said)}]"


def _km(near: Near) -> str:
    return f"{text.number(near.km, 1)}{text.SPACE}km"


# ------------------------------------------------------------------------------ sources


def _sources(store: Store, one: School) -> None:
    st.header("Wat elke bron zegt")
    found = mentions(store, one.code)
    different = differences(found)
    names = [d for d in different if d.field == "naam"]
    other = [d for d in different if d.field != "naam"]
    if not other:
        st.markdown(
            "De bronnen spreken elkaar niet tegen over soort, postcode, plaats en gemeente."
        )
    for difference in other:
        said = [f"{_mention_title(who[0])} zegt **{plain(what)}**" for what, who in difference.said]
        st.markdown(
            f"Over {FIELD_TITLES[difference.field]} zijn de bronnen het niet eens: "
            f"{text.joined(said)}. De monitor gaat uit van de eerste."
        )
    if names:
        others = [f"‘{plain(what)}’" for what, _ in names[0].said[1:]]
        st.markdown(f"Andere bronnen noemen de school ook {text.joined(others)}.")
    rows = [_mention(m) for m in found]
    cards.table(rows, "school_bronnen", f"Wat elke bron zegt van {one.naam}")
    st.caption("De bovenste bron gaat voor. Klopt er iets niet, geef het dan door aan het "
               "samenwerkingsverband.")  # fmt: skip


def _mention_title(one: Mention) -> str:
    return f"{one.publisher} ({_over(one)})" if one.last else one.publisher


def _over(one: Mention) -> str:
    if one.first is None or one.last is None:
        return "zonder datum"
    if one.first == one.last:
        return text.date(one.last)
    return f"{text.date(one.first)} tot en met {text.date(one.last)}"


def _mention(one: Mention) -> dict[str, str]:
    said = [one.naam, schools.TYPES.get(one.schooltype, ""), one.postcode, one.plaats,
            one.gemeente, one.bestuur]  # fmt: skip
    delivered = f", geleverd {text.date(one.delivered.date())}" if one.delivered else ""
    return {
        "Bron": f"{one.publisher}: {plain(one.title)}",
        "Zegt": plain("; ".join(part for part in said if part)) or "noemt alleen de code",
        "Over": _over(one),
        "Bestand": f"{plain(one.file)}{delivered}",
    }
