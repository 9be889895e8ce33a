"""Around a school: others like it nearby, and what each source says of the school itself."""

from collections.abc import Sequence

import streamlit as st

from monitor.access import Viewer
from monitor.pages.ons_profiel.identity import kind
from monitor.pages.ons_profiel.parts import Part
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


def nearby(store: Store, viewer: Viewer, one: School) -> Part:
    near = [near for near in register.nearby(store, one, 10 * MANY) if is_own(viewer, near.school)]
    near = near[:MANY]
    if not near:
        said = (
            "Er is geen andere open school van deze soort waarvan de plaats bekend is."
            if one.latitude is not None
            else "Waar deze school staat is onbekend, dus ook wat in de buurt ligt."
        )
        return Part("buurt", "Scholen in de buurt", said, lambda: None)
    first = near[0]
    said = (
        f"De dichtstbijzijnde {kind(one)} is **{plain(first.school.naam)}** in "
        f"{plain(first.school.plaats or first.school.gemeente)}, {_km(first)} hemelsbreed."
    )

    def inside() -> None:
        with st.container(key="scholenlijst"):
            for other in near:
                figure_parts.link("school", _near_row(store, other), school=other.school.code)

    return Part("buurt", "Scholen in de buurt", said, inside)


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


def sources(store: Store, one: School) -> Part:
    found = mentions(store, one.code)
    rows = [_mention(m) for m in found]

    def inside() -> None:
        phone_table.table(rows, "school_bronnen", f"Wat elke bron zegt van {one.naam}")
        st.caption("De bovenste bron gaat voor. Klopt er iets niet, geef het dan door aan het "
                   "samenwerkingsverband.")  # fmt: skip

    said = "  \n".join(_differences(found))
    return Part("bronnen", "Wat elke bron zegt", said, inside, [rows])


def _differences(found: Sequence[Mention]) -> list[str]:
    """A sentence per thing of which the sources do not say the same."""
    different = differences(found)
    other = [d for d in different if d.field != "naam"]
    said = []
    if not other:
        said.append(
            "De bronnen spreken elkaar niet tegen over soort, postcode, plaats en gemeente."
        )
    for one in other:
        words = [f"{_mention_title(who[0])} zegt **{plain(what)}**" for what, who in one.said]
        said.append(
            f"Over {FIELD_TITLES[one.field]} zijn de bronnen het niet eens: {dutch.joined(words)}. De "
            "monitor gaat uit van de eerste."
        )
    for one in (d for d in different if d.field == "naam"):
        others = [f"‘{plain(what)}’" for what, _ in one.said[1:]]
        said.append(f"Andere bronnen noemen de school ook {dutch.joined(others)}.")
        break
    return said


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
