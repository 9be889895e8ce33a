"""A matrix of ondersteuningsvraag by region: in each cell numbers, a mark and a word.

It is a table of HTML: it reads without colour, with a screen reader, on paper, and on a phone,
where every row becomes a card.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from monitor.values import dutch
from monitor.views.charts import palette


@dataclass(frozen=True, slots=True)
class Cell:
    """Pupils of one vraag in one region after the matching; "" is the total."""

    row: str
    column: str
    behoefte: int
    certain: int
    """At least so many are without a place in every largest placement."""
    possible: int
    onbekend: int = 0
    only_paper: bool = False
    """Short in practice, while the places of the plan would do for all of them."""
    fragile: int = 0
    """How many of them have one provider only."""
    key: str = ""
    """In the address of the page."""
    only_reach: bool = False
    """Short, while all of them would have a place if every arrangement were open to the whole
    samenwerkingsverband: it is near enough, and only for others."""


class CellMark(NamedTuple):
    """How a cell stands: never a colour alone."""

    name: str
    word: str
    shape: str
    color: str


def _of_palette(name: str) -> CellMark:
    one = palette.STATES[name]
    return CellMark(name, one.word, one.shape, one.color)


STATES = {
    "tekort": _of_palette("tekort"),
    "misschien": CellMark("misschien", "misschien tekort", "(✕)", palette.STATES["tekort"].color),
    "papier": _of_palette("papier"),
    "bereik": _of_palette("bereik"),
    "onbekend": _of_palette("onbekend"),
    "kwetsbaar": _of_palette("kwetsbaar"),
    "gedekt": _of_palette("gedekt"),
}
"""From bad to good. `misschien`: somebody is short, here or in another cell."""
NOBODY = CellMark("niemand", "geen vraag", "–", palette.GREY)
EXPLAINED = {
    "tekort": "zeker leerlingen zonder passende plek",
    "misschien": "hier of bij een andere vraag of regio is iemand zonder plek",
    "papier": "volgens het plan is er plek, in de praktijk niet",
    "bereik": "er is plek binnen de norm, maar alleen voor een andere wijk, subregio of school",
    "onbekend": "niet te zeggen: scholen gaven hun plaatsen niet op, of de postcode ontbreekt",
    "kwetsbaar": "iedereen vindt een plek; zo veel leerlingen kunnen maar bij één aanbieder terecht",
    "gedekt": "iedereen vindt tegelijk een passende plek",
}


def state(cell: Cell) -> CellMark:
    """The worst that is so."""
    if not cell.behoefte:
        return NOBODY
    if cell.only_paper and cell.possible:
        return STATES["papier"]
    if cell.only_reach and cell.certain:
        return STATES["bereik"]
    if cell.certain:
        return STATES["tekort"]
    if cell.possible:
        return STATES["misschien"]
    if cell.onbekend:
        return STATES["onbekend"]
    return STATES["kwetsbaar" if cell.fragile else "gedekt"]


def interval(low: int, high: int) -> str:
    """6–8, or 6"""
    return dutch.number(low) if low == high else f"{dutch.number(low)}–{dutch.number(high)}"


def covered(cell: Cell) -> str:
    """43–65 of 71: how many have a place, whatever is not certain; of whom it is unknown is said
    apart (`shortage`)."""
    least, most = (
        max(0, cell.behoefte - short - cell.onbekend) for short in (cell.possible, cell.certain)
    )
    return f"{interval(least, most)}/{dutch.number(cell.behoefte)}"


def shortage(cell: Cell) -> str:
    """tekort 6–8 | tekort 201 (van 1 onbekend) | 2 onbekend | 3 bij één aanbieder"""
    match state(cell).name:
        case "tekort" | "misschien" | "papier" | "bereik":
            unknown = f" (van {dutch.number(cell.onbekend)} onbekend)" if cell.onbekend else ""
            return f"tekort {interval(cell.certain, cell.possible)}{unknown}"
        case "onbekend":
            return f"{dutch.number(cell.onbekend)} onbekend"
        case "kwetsbaar":
            return f"{dutch.number(cell.fragile)} bij één aanbieder"
    return ""


def word(cell: Cell) -> str:
    """How a cell stands in a word, with how many: tekort 68 | buiten bereik: 5–23."""
    one = state(cell)
    found = shortage(cell)
    if one.name in ("misschien", "papier", "bereik", "kwetsbaar") and found:
        return f"{one.word}: {found.removeprefix('tekort ').removesuffix(' bij één aanbieder')}"
    return found if one.name == "tekort" and found else one.word


def spoken(cell: Cell) -> str:
    """The words of a cell on one line."""
    if not cell.behoefte:
        return NOBODY.word
    one = state(cell)
    parts = ("" if one.name == "tekort" else one.word, shortage(cell))
    return f"{one.shape} {covered(cell)}, {', '.join(part for part in parts if part)}"


def rows(cells: Sequence[Cell], names: Callable[[str], str], corner: str) -> list[dict[str, str]]:
    """The same as a plain table, for who wants it so and for a download."""
    columns = list(dict.fromkeys(cell.column for cell in cells))
    found: dict[str, dict[str, str]] = {}
    for cell in cells:
        row = found.setdefault(cell.row, {corner: names(cell.row), **dict.fromkeys(
            [names(column) for column in columns], "")})  # fmt: skip
        row[names(cell.column)] = spoken(cell)
    return list(found.values())


# ---------------------------------------------------------------------------------------- HTML

WIDE = 6
"""With more columns everything is a little smaller."""
STYLE = """<style>
.dekkingsmatrix { overflow-x: auto; }
.dekkingsmatrix table { border-collapse: separate; border-spacing: 3px; width: 100%;
  font-variant-numeric: tabular-nums; font-size: .9rem; }
.dekkingsmatrix th { text-align: left; font-weight: 600; padding: .3rem .4rem;
  vertical-align: bottom; }
.dekkingsmatrix tbody th { vertical-align: middle; min-width: 7.5rem; }
.dekkingsmatrix td { padding: 0; border-left: 4px solid var(--staat);
  background: var(--vlak); min-width: 6.2rem; vertical-align: top; }
.dekkingsmatrix td.totaal, .dekkingsmatrix tr.totaal td { font-weight: 600; }
.dekkingsmatrix td.gekozen { outline: 3px solid currentColor; outline-offset: -1px; }
.dekkingsmatrix td a { display: block; padding: .32rem .5rem; color: inherit !important;
  text-decoration: none !important; line-height: 1.3; }
.dekkingsmatrix td a:hover .woord, .dekkingsmatrix td a:focus .woord {
  text-decoration: underline; }
.dekkingsmatrix td > span { display: block; padding: .32rem .5rem; }
.dekkingsmatrix .teken { display: inline-block; min-width: 1.15em; font-weight: 700; }
.dekkingsmatrix .woord { display: block; font-size: .8rem; }
.dekkingsmatrix.breed table { border-spacing: 2px; font-size: .82rem; }
.dekkingsmatrix.breed td { min-width: 4.7rem; border-left-width: 3px; }
.dekkingsmatrix.breed td a, .dekkingsmatrix.breed td > span { padding: .25rem .3rem; }
.dekkingsmatrix.breed thead th { font-size: .69rem; padding: .2rem .1rem; overflow-wrap: anywhere; }
.dekkingsmatrix.breed tbody th { min-width: 5rem; padding: .2rem; }
.dekkingsmatrix.breed .teken { min-width: .9em; }
.dekkingsmatrix.breed .woord { font-size: .74rem; line-height: 1.2; }
.dekkingsmatrix td.niemand { border-left-color: transparent; background: none; font-size: .78rem; }
.dekkingslegenda { display: flex; flex-wrap: wrap; gap: .15rem 1.1rem; font-size: .82rem;
  margin: .4rem 0 0 !important; padding: 0 !important; list-style: none; }
.dekkingslegenda li { margin: 0 !important; padding: 0 !important; }
.dekkingslegenda b { font-weight: 650; }
@media (max-width: 640px) {
  .dekkingsmatrix table, .dekkingsmatrix tbody, .dekkingsmatrix tr { display: block; }
  .dekkingsmatrix thead { display: none; }
  .dekkingsmatrix tr { margin-bottom: .9rem; }
  .dekkingsmatrix tbody th { display: block; padding: .2rem 0; }
  .dekkingsmatrix td { display: block; margin-bottom: 3px; }
  .dekkingsmatrix td a::before, .dekkingsmatrix td > span::before { content: attr(data-regio);
    display: inline-block; min-width: 8.2rem; font-weight: 400; }
  .dekkingsmatrix .woord { padding-left: 8.2rem; }
}
</style>"""


def html(
    cells: Sequence[Cell],
    names: Callable[[str], str],
    caption: str,
    link: Callable[[str], str] | None,
    chosen: str = "",
) -> str:
    """The matrix as a table of links; `cells` row by row, with the totals last.

    `names` says a row or column in words ("" is the total), `link` gives the address behind the
    key of a cell; without it there is nothing to press.
    """
    columns = list(dict.fromkeys(cell.column for cell in cells))
    wide = " breed" if len(columns) > WIDE else ""
    head = "".join(f'<th scope="col">{escape(names(column))}</th>' for column in columns)
    body = []
    for name in dict.fromkeys(cell.row for cell in cells):
        own = {cell.column: cell for cell in cells if cell.row == name}
        tds = "".join(_td(own[column], names(column), link, chosen) for column in columns)
        kind = "" if name else ' class="totaal"'
        body.append(f'<tr{kind}><th scope="row">{escape(names(name))}</th>{tds}</tr>')
    return (
        f'{STYLE}<div class="dekkingsmatrix{wide}"><table aria-label="{escape(caption)}">'
        f"<thead><tr><td></td>{head}</tr></thead><tbody>{''.join(body)}</tbody></table></div>"
        f"{legend(cells)}"
    )


def weight(cell: Cell) -> float:
    """How deep its colour is: the more of its pupils are surely short, the deeper."""
    if state(cell).name not in ("tekort", "papier", "bereik"):
        return 0.08
    return round(0.08 + 0.26 * cell.certain / cell.behoefte, 2)


def legend(cells: Sequence[Cell]) -> str:
    """What the marks mean, of those that are there."""
    there = {state(cell).name for cell in cells}
    items = "".join(
        f"<li><b>{escape(one.shape)} {escape(one.word)}</b>: {escape(EXPLAINED[name])}</li>"
        for name, one in STATES.items()
        if name in there
    )
    return f'<ul class="dekkingslegenda">{items}</ul>'


def _td(cell: Cell, column: str, link: Callable[[str], str] | None, chosen: str) -> str:
    one = state(cell)
    where = f' data-regio="{escape(column)}"'
    if one is NOBODY:
        return f'<td class="niemand"><span{where}>{one.shape} {one.word}</span></td>'
    classes = [name for name, holds in (
        ("totaal", not cell.column), ("gekozen", bool(chosen) and cell.key == chosen),
    ) if holds]  # fmt: skip
    mark = f'<span class="teken" aria-hidden="true">{escape(one.shape)}</span>'
    inside = f'{mark} {covered(cell)}<span class="woord">{escape(word(cell))}</span>'
    here = ' aria-current="true"' if "gekozen" in classes else ""
    return (
        f'<td class="{" ".join(classes)}" style="--staat:{one.color};'
        f'--vlak:{palette.faint(one.color, weight(cell))}">'
        f"{_pressed(inside, link(cell.key) if link else '', where + here)}</td>"
    )


def _pressed(inside: str, address: str, more: str) -> str:
    if not address:
        return f"<span{more}>{inside}</span>"
    return f'<a href="{escape(address)}"{more}>{inside}</a>'
