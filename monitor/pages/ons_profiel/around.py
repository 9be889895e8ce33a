"""Around a school: others like it nearby, and what each source says of the school itself."""

import streamlit as st

from monitor.access import Viewer
from monitor.pages.ons_profiel.identity import kind
from monitor.pages.pieces import figure_parts, phone_table
from monitor.scholen import register
from monitor.scholen.mentions import Mention, differences, mentions
from monitor.scholen.own import is_own
from monitor.scholen.register import Near, School
from monitor.store.store import Store
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


FIELD_TITLES = {
    "naam": "de naam",
    "schooltype": "de soort school",
    "postcode": "de postcode",
    "plaats": "de plaats",
    "gemeente": "de gemeente",
}


MANY = 8


def nearby(store: Store, viewer: Viewer, one: School) -> None:
    st.header("Scholen in de buurt")
    near = [near for near in register.nearby(store, one, 10 * MANY) if is_own(viewer, near.school)]
    near = near[:MANY]
    if not near:
        st.markdown("Er is geen andere open school van deze soort waarvan de plaats bekend is."
                    if one.latitude is not None else
                    "Waar deze school staat is onbekend, dus ook wat in de buurt ligt.")  # fmt: skip
        return
    first = near[0]
    st.markdown(
        f"De dichtstbijzijnde {kind(one)} is **{plain(first.school.naam)}** in "
        f"{plain(first.school.plaats or first.school.gemeente)}, {_km(first)} hemelsbreed."
    )
    with st.container(key="scholenlijst"):
        for other in near:
            figure_parts.link("school", _near_row(store, other), school=other.school.code)


def _near_row(store: Store, near: Near) -> str:
    offer = register.arrangements(store, near.school.code)
    vragen = sorted({vraag for a in offer if a.status == "actief" for vraag in a.vragen})
    said = f"{_km(near)} · {near.school.plaats or near.school.gemeente} · "
    if vragen:
        said += f"aanbod: {', '.join(vragen)}"
    else:
        said += near.school.aanbod or "aanbod onbekend"
    return f"**{plain(near.school.naam)}**  :small[{plain(said)}]"


def _km(near: Near) -> str:
    return f"{dutch.number(near.km, 1)}{dutch.SPACE}km"


def sources(store: Store, one: School) -> None:
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
            f"{dutch.joined(said)}. De monitor gaat uit van de eerste."
        )
    if names:
        others = [f"‘{plain(what)}’" for what, _ in names[0].said[1:]]
        st.markdown(f"Andere bronnen noemen de school ook {dutch.joined(others)}.")
    rows = [_mention(m) for m in found]
    phone_table.table(rows, "school_bronnen", f"Wat elke bron zegt van {one.naam}")
    st.caption("De bovenste bron gaat voor. Klopt er iets niet, geef het dan door aan het "
               "samenwerkingsverband.")  # fmt: skip


def _mention_title(one: Mention) -> str:
    return f"{one.publisher} ({_over(one)})" if one.last else one.publisher


def _over(one: Mention) -> str:
    if one.first is None or one.last is None:
        return "zonder datum"
    if one.first == one.last:
        return moments.date(one.last)
    return f"{moments.date(one.first)} tot en met {moments.date(one.last)}"


def _mention(one: Mention) -> dict[str, str]:
    said = [one.naam, register.TYPES.get(one.schooltype, ""), one.postcode, one.plaats,
            one.gemeente, one.bestuur]  # fmt: skip
    delivered = f", geleverd {moments.date(one.delivered.date())}" if one.delivered else ""
    return {
        "Bron": f"{one.publisher}: {plain(one.title)}",
        "Zegt": plain("; ".join(part for part in said if part)) or "noemt alleen de code",
        "Over": _over(one),
        "Bestand": f"{plain(one.file)}{delivered}",
    }
