"""One cell of the matrix: who is in it, how it stands, why, and what is near.

For who sees exact figures only, as everything that comes from the matching itself.
"""

from collections import Counter
from collections.abc import Callable, Sequence

import streamlit as st

from monitor.dekking.matching.model import Cell, Need
from monitor.dekking.matching.who_may_use import serving
from monitor.figures import levels
from monitor.pages.dekking import lists
from monitor.pages.dekking.subject import Held
from monitor.pages.pieces import figure_parts, filters
from monitor.sections.dekking.lists import SHAPES, alternative_rows, cell_rows, use_rows
from monitor.values import dutch
from monitor.values.safe_text import plain
from monitor.views.charts import matrix


MEANINGS = {
    "geen aanbod": "er is nergens aanbod voor deze vraag op dit niveau",
    "verkeerd niveau": "er is aanbod voor deze vraag, maar niet op dit niveau",
    "te ver": "er is aanbod, maar alleen verder dan de norm; een plek dichterbij of een ruimere norm "
    "helpt",
    "buiten bereik": "er is aanbod binnen de norm, maar alleen voor een andere wijk, subregio of "
    "school; openstellen helpt als er plek is",
    "alleen op papier": "het plan noemt plaatsen die er in de praktijk niet zijn",
    "vol": "er is passend aanbod, maar te weinig plaatsen voor iedereen die er past",
    "onbekend": "de school gaf haar plaatsen niet op, of de postcode is niet bekend",
    "kwetsbaar": "iedereen vindt een plek, maar bij één aanbieder",
    "gedekt": "iedereen vindt tegelijk een passende plek",
}


def show(subject: Held) -> None:
    """The chosen cell, or how to choose one."""
    keys = ["", *_keys(subject)]
    st.header("Eén vakje van dichtbij", anchor="vakje")
    key = filters.remembered(
        "cel", "Vraag en regio", keys, "", lambda key: title(subject, key) or "Kies een vakje"
    )
    if not key:
        st.caption("Klik hierboven op een vakje, of kies er hier een.")
        return
    found = subject.cells[key]
    inside = [cell for cell in subject.outcome.cellen if is_in(subject, key)(cell.need)]
    st.subheader(plain(title(subject, key)))
    st.markdown(f"**{standing(subject, found)}**")
    st.markdown(reasons(subject, inside))
    _what_would_help(subject, key)
    _near(subject, inside)
    _members(subject, inside, key)
    _serving(subject, key)


def title(subject: Held, key: str) -> str:
    """Angst in Oost"""
    vraag, _, code = key.partition("|")
    if not key:
        return ""
    what = vraag.capitalize() if vraag else "Alle vragen"
    return f"{what} in {subject.region_name(code)}" if code else f"{what}, hele SWV"


def is_in(subject: Held, key: str) -> Callable[[Need], bool]:
    vraag, _, code = key.partition("|")

    def inside(need: Need) -> bool:
        return vraag in ("", need.ondersteuningsvraag) and code in ("", subject.code(need))

    return inside


def _keys(subject: Held) -> list[str]:
    """Those with a shortage first, the surest first."""
    inner = [c for c in subject.cells.values() if (c.row or c.column) and c.behoefte]
    order = list(matrix.STATES)
    ranked = sorted(
        inner, key=lambda c: (order.index(matrix.state(c).name), -c.certain, -c.possible, c.key)
    )
    return [cell.key for cell in ranked]


def standing(subject: Held, cell: matrix.Cell) -> str:
    """Van 71 leerlingen blijven er 68 zonder passende plek."""
    one = matrix.state(cell)
    who = subject.pupils(cell.behoefte)
    found = {
        "tekort": _short(who, cell),
        "papier": f"{_short(who, cell)} Volgens het plan is er wel voor iedereen plek",
        "bereik": (
            f"{_short(who, cell)} Binnen de norm is er plek, maar alleen voor een andere wijk, "
            "subregio of school"
        ),
        "misschien": (
            f"Van {who} staat niet vast of er iemand zonder plek blijft: hoogstens "
            f"{dutch.number(cell.possible)}, afhankelijk van wie de plaatsen krijgt"
        ),
        "onbekend": (
            f"Van {who} is van {dutch.number(cell.onbekend)} onbekend of er een plek is; voor "
            "de anderen is die er"
        ),
        "kwetsbaar": (
            f"Alle {who} vinden een plek, maar {dutch.number(cell.fragile)} alleen bij één aanbieder"
        ),
        "gedekt": f"Alle {who} vinden tegelijk een passende plek",
    }[one.name]
    return f"{one.shape} {found.removesuffix('.')}."


def _short(who: str, cell: matrix.Cell) -> str:
    if cell.certain == cell.possible:
        verb = "blijft er" if cell.certain == 1 else "blijven er"
        return f"Van {who} {verb} {dutch.number(cell.certain)} zonder passende plek."
    return (
        f"Van {who} blijven er minstens {dutch.number(cell.certain)} en hoogstens "
        f"{dutch.number(cell.possible)} zonder passende plek."
    )


def reasons(subject: Held, inside: Sequence[Cell]) -> str:
    """How many pupils are in which state, and what that means."""
    pupils: Counter[str] = Counter()
    for cell in inside:
        pupils[cell.state.value] += cell.need.aantal
    order = [state for state in SHAPES if pupils[state]]
    lines = []
    for state in order:
        amount = subject.pupils(pupils[state])
        lines.append(f"- {SHAPES[state]} **{state}**: {amount}; {MEANINGS[state]}")
    return "\n".join(lines)


def _what_would_help(subject: Held, key: str) -> None:
    """To Wat als, with the vraag and the region of this cell filled in."""
    if "wat_als" in st.session_state.get("pages", {}):
        figure_parts.link("wat_als", "Wat zou hier helpen?", **help_query(subject, key))


def help_query(subject: Held, key: str) -> dict[str, str]:
    """The address behind it; without what the cell has not, or of which nobody knows where it is."""
    vraag, _, code = key.partition("|")
    query = {"onderdeel": "helpt", "schooljaar": subject.periode, "aanbod": subject.basis.run.value,
             "vso": "ja" if subject.basis.with_vso else "nee"}  # fmt: skip
    if vraag:
        query["helpt_vraag"] = vraag
    if code and code != levels.UNKNOWN:
        value = code if subject.per == "gemeente" else code.removeprefix(f"{subject.basis.swv}:")
        query["helpt_regio"] = f"{subject.per}:{value}"
    return query


def _members(subject: Held, inside: Sequence[Cell], key: str) -> None:
    """Which postcodes and niveaus."""
    ranked = sorted(
        inside,
        key=lambda c: (-c.certain, -c.possible, c.need.postcode4 or "", c.need.niveau),
    )
    st.markdown(f"**Wie het zijn** ({len(inside)} combinaties van postcode, niveau en school)")
    rows = cell_rows(subject, ranked)
    if not key.startswith("|"):
        for row in rows:
            row.pop("Vraag")
    lists.table(rows, f"dekking_cel_{key}", "Wie het zijn")


def _near(subject: Held, inside: Sequence[Cell]) -> None:
    """The nearest that does not help, and why."""
    short = [cell for cell in inside if cell.possible]
    rows = alternative_rows(subject, short)
    if not rows:
        return
    st.markdown("**Wat het dichtst in de buurt komt, en waarom het niet telt**")
    lists.table(rows[:12], "dekking_cel_dichtbij", "Dichtstbijzijnd aanbod")
    if len(rows) > 12:
        st.caption(f"U ziet de eerste 12 van {len(rows)}.")


def _serving(subject: Held, key: str) -> None:
    """The offer that does fit somebody here."""
    found = serving(subject.outcome, is_in(subject, key))
    if not found:
        st.markdown("**Geen enkel arrangement past bij iemand in dit vakje.**")
        return
    st.markdown(f"**Arrangementen die bij iemand in dit vakje passen** ({len(found)})")
    lists.table(use_rows(subject, found), "dekking_cel_aanbod", "Passende arrangementen")
