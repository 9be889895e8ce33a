"""One deel: its questions on one page, and what a whole form of them says."""

from collections.abc import Iterable
from typing import NamedTuple

from starlette.responses import Response

from monitor.access import audit
from monitor.errors import MonitorError, NotFound
from monitor.filling import html
from monitor.filling.given import Typed, key_of, keys_in, place_of, typed
from monitor.filling.html import at, button, hidden, link
from monitor.filling.keeping import keep_all, save_of, still_so, untouched
from monitor.filling.question import Given, id_of, question
from monitor.filling.refusing import closed, text_kept
from monitor.filling.sheet import NOT_IN_ONE_CLICK, Part, Sheet
from monitor.filling.visit import Visit, go
from monitor.filling.words import amount, state_of
from monitor.rounds.beforehand import Rij as Row
from monitor.rounds.saving import Save, writer
from monitor.rounds.vragenlijst.answers import WrongAnswer
from monitor.rounds.vragenlijst.conditions import Asked, Place, shown
from monitor.rounds.vragenlijst.kinds import asked_as
from monitor.rounds.vragenlijst.model import NVT, WEET_NIET, Vraag


NO_ROWS = {
    "arrangementen": "Van uw school is geen arrangement bekend. Biedt u er een, voeg het dan toe.",
    "middelen": "Van dit schooljaar zijn geen middelen voor u bekend. U kunt dit deel overslaan.",
    "swv": "Er is geen samenwerkingsverband bekend. U kunt dit deel overslaan.",
}
STILL = "klopt"
NEW_ROW = "Een nieuw arrangement"


class Wrong(NamedTuple):
    """What was typed and not taken, to be shown again beside why."""

    fault: str
    typed: Given


Faults = dict[Place, Wrong]


def show(visit: Visit, faults: Faults | None = None, keeping: str = "") -> Response:
    """The page; `keeping` is the row that was being added when something in it was not taken."""
    faults = faults or {}
    part = _part(visit)
    sheet, deel = visit.sheet, part.deel
    new = keeping or (sheet.new_row() if visit.request.query_params.get("nieuw") else "")
    inside = [hidden("geopend", visit.stamp)]
    body = _questions(visit, part, faults, new if deel is sheet.may_grow else "")
    number = visit.taak.nummer
    parts = [
        html.faults([(id_of(place), one.fault) for place, one in faults.items()]),
        html.said(_note(visit), "good"),
        html.paragraph(f"{_which(sheet, part)} · {state_of(part)}. {visit.until}", "zacht"),
        html.paragraph(deel.uitleg) if deel.uitleg else "",
    ]
    if visit.is_open:
        # What Enter in a field does is what stands first, also where nobody sees it.
        inside += ['<button name="verder" value="1" hidden tabindex="-1">Bewaar</button>']
        inside += [_still_for_all(sheet, part), *body, _end(sheet, part, new)]
        parts.append(
            html.form(
                at(number, "deel", deel.code), *inside,
                extra=f'data-bewaar="{at(number, "bewaar")}" data-lijst="{number}"',
            )
        )  # fmt: skip
    else:
        parts.append(html.said(closed(visit)))
        parts.append(f"<div class='dicht'><fieldset disabled>{''.join(body)}</fieldset></div>")
    parts.append(f"<p>{link(at(number), 'Terug naar de delen')}</p>")
    status = 422 if faults else 200
    return html.page(deel.titel, *parts, about=visit.about, status=status)


def keep(visit: Visit) -> Response:
    """A whole deel as a form sends it: what is right is kept, and what is not is shown again."""
    part = _part(visit)
    sheet, deel = visit.sheet, part.deel
    if not visit.is_open:
        return text_kept(visit, deel.titel, closed(visit))
    new = sheet.new_row() if deel is sheet.may_grow else ""
    saves: list[Save] = []
    faults: Faults = {}
    confirmed = _confirmed(visit, part)
    for place, vraag in places_in(visit, keys_in(visit.form), new):
        said = typed(visit.form, key_of(place), vraag)
        try:
            of = confirmed.get(place, "")
            if of and said.is_empty:
                saves.append(still_so(sheet, place, vraag, said, visit.line, of))
                continue
            save = save_of(sheet, place, vraag, said, visit.line)
            if not untouched(sheet, save):
                saves.append(save)
        except WrongAnswer as wrong:
            faults[place] = Wrong(str(wrong), _as_typed(vraag, said, str(wrong)))
    saves += _chosen_of_two(visit)
    for place, outcome in keep_all(writer(visit.journal), saves).items():
        if isinstance(outcome, MonitorError):
            found = sheet.question(place, new)
            assert found is not None
            said = typed(visit.form, key_of(place), found[1])
            faults[place] = Wrong(str(outcome), _as_typed(found[1], said, ""))
    after = visit.again()
    if faults:
        used = any(place.rij == new for place in faults)
        return show(after, faults, new if used and new else "")
    return _on(after, deel.code, _part(after), confirmed)


def _on(visit: Visit, code: str, part: Part, confirmed: dict[Place, str]) -> Response:
    """Where to after saving: on, unless the page asks for more."""
    number = visit.taak.nummer
    if visit.field("erbij"):
        return go(number, "deel", code, note="nieuw=1", to="nieuw")
    one = visit.field(STILL) or visit.field("voorstel") or visit.field("geldt").partition(".")[2]
    if one and (place := place_of(one)) is not None:
        return go(number, "deel", code, to=id_of(place))
    if confirmed:
        return go(number, "deel", code, note=f"bewaard={len(confirmed)}")
    were = set(keys_in(visit.form))
    new = [one for one in part.open if key_of(one.place) not in were]
    hid = [one for one in part.open if key_of(one.place) in visit.form.get("verborgen", [])]
    if first := (new or hid):
        return go(number, "deel", code, note="erbij=1", to=id_of(first[0].place))
    codes = [deel.code for deel in visit.sheet.lijst.deel]
    after = codes[codes.index(code) + 1 :]
    if after:
        return go(number, "deel", after[0])
    return go(number, "antwoorden")


# ----------------------------------------------------------------------------- what is asked


def _part(visit: Visit) -> Part:
    code = visit.rest[0] if visit.rest else ""
    for part in visit.sheet.parts:
        if part.deel.code == code:
            return part
    raise NotFound("Dit deel is er niet. Kijk bij de delen van uw vragenlijst.")


def places_in(visit: Visit, keys: Iterable[str], new: str) -> list[tuple[Place, Vraag]]:
    """The questions that a form is about. Of another list, of a row that is not there or of nothing:
    refused, and written down."""
    found = []
    for key in keys:
        place = place_of(key)
        there = visit.sheet.question(place, new) if place is not None else None
        if place is None or there is None:
            about = f"vragenlijst {visit.taak.ronde.code} van {visit.taak.eenheid}: vraag of rij"
            audit.record(
                visit.journal, visit.viewer.who, audit.Event.GEWEIGERD, about, audit.REFUSED,
                swv=visit.taak.ronde.swv,
            )  # fmt: skip
            raise NotFound("Deze vraag staat niet in uw vragenlijst. Er is niets bewaard.")
        found.append((place, there[1]))
    return found


def _confirmed(visit: Visit, part: Part) -> dict[Place, str]:
    """What somebody says is still so, with a button beside one question or above those of a deel."""
    found: dict[Place, str] = {}
    for word, of in ((STILL, "klopt-nog"), ("voorstel", "voorstel")):
        place = place_of(visit.field(word))
        if place is not None:
            found[place] = of
    if visit.field("kloptalle"):
        were = set(keys_in(visit.form))
        found |= {
            one.place: "klopt-nog"
            for one in at_once(visit.sheet, part)
            if key_of(one.place) in were
        }
    return found


def at_once(sheet: Sheet, part: Part) -> list[Asked]:
    """Open questions that may be confirmed together: no numbers, money or documents."""
    return [
        one
        for one in part.open
        if one.vraag.soort not in NOT_IN_ONE_CLICK and sheet.last_year(one.place) is not None
    ]


def _chosen_of_two(visit: Visit) -> list[Save]:
    """Which of two answers holds: that one once more, by who saw both."""
    number, _, key = visit.field("geldt").partition(".")
    place = place_of(key)
    if place is None:
        return []
    rows = visit.sheet.found.get(place, [])
    chosen = next((one for one in rows if str(one.nummer) == number), None)
    found = visit.sheet.question(place)
    if chosen is None or found is None:
        return []
    line = visit.line
    return [
        Save(
            visit.taak.ronde.nummer, visit.taak.nummer, place, found[1].betekenis, chosen.staat,
            chosen.waarde, line.card(), rows[-1].nummer, line.wie, line.geopend, bewijs=chosen.bewijs,
        )
    ]  # fmt: skip


def _as_typed(vraag: Vraag, said: Typed, why: str) -> Given:
    """What was typed, to be shown once more; a text with a burgerservicenummer is not."""
    if "burgerservicenummer" in why:
        return Given(None, "", said.proof)
    if isinstance(said.given, str) and said.given in (WEET_NIET, NVT):
        return Given(None, said.given, said.proof)
    value = dict(said.given) if not isinstance(said.given, str | list) else said.given  # type: ignore[arg-type]
    return Given(value, "", said.proof)


# ------------------------------------------------------------------------------- what is shown


def _questions(visit: Visit, part: Part, faults: Faults, new: str) -> list[str]:
    sheet, deel = visit.sheet, part.deel
    if deel.rijen_uit is None:
        return _of_row(visit, part, "", faults)
    found = []
    rows = list(sheet.rows[deel.code])
    if not rows and not new:
        found.append(html.paragraph(NO_ROWS[deel.rijen_uit]))
    if new and new not in [row.code for row in rows]:
        rows.append(Row(new, NEW_ROW))
    for row in rows:
        own = ' id="nieuw"' if row.code == new else ""
        found.append(f"<section class='rij'><h2{own}>{html.escape(row.titel)}</h2>")
        found += _of_row(visit, part, row.code, faults)
        found.append("</section>")
    return found


def _of_row(visit: Visit, part: Part, rij: str, faults: Faults) -> list[str]:
    sheet = visit.sheet
    asked = {one.place for one in part.asked}
    found = []
    is_new = rij and rij not in [row.code for row in sheet.rows[part.deel.code]]
    places = [Place(rij, "/titel")] if sheet.question(Place(rij, "/titel"), rij) else []
    for place in places:
        found.append(_one(visit, place, sheet.question(place, rij)[1], True, faults))  # type: ignore[index]
    for vraag in part.deel.vraag:
        if vraag.soort == "uitleg":
            found.append(html.paragraph(vraag.tekst))
            continue
        if vraag.soort == "matrix":
            found.append(f"<h3>{html.escape(vraag.tekst)}</h3>")
        for one in asked_as(vraag):
            place = Place(rij, one.code)
            now = place in asked or (bool(is_new) and not vraag.alleen_als)
            condition = shown(sheet.lijst, vraag) if vraag.alleen_als else ""
            found.append(_one(visit, place, one, now, faults, condition))
    return found


def _one(
    visit: Visit, place: Place, vraag: Vraag, is_asked: bool, faults: Faults, condition: str = ""
) -> str:
    wrong = faults.get(place)
    html_ = question(
        visit.sheet, place, vraag, visit.names, is_asked or wrong is not None,
        wrong.fault if wrong else "", wrong.typed if wrong else None, condition,
    )  # fmt: skip
    return html_ if is_asked else html_ + hidden("verborgen", key_of(place))


def _still_for_all(sheet: Sheet, part: Part) -> str:
    many = len(at_once(sheet, part))
    if many < 2:
        return ""
    return (
        f'<div class="samen"><p>Van {amount(many, "vraag", "vragen")} staat uw antwoord van vorig jaar '
        "erbij. Lees ze door. Klopt alles nog, dan kan het in één keer.</p>"
        f"{button(f'Klopt nog voor deze {many}', 'kloptalle', '1', 'tweede')}</div>"
    )


def _end(sheet: Sheet, part: Part, new: str) -> str:
    grow = ""
    if part.deel is sheet.may_grow and not new and sheet.new_row():
        grow = button("Voeg een rij toe", "erbij", "1", "tweede")
    return f'<div class="einde">{grow}{button("Bewaar en ga verder", "verder")}</div>'


def _which(sheet: Sheet, part: Part) -> str:
    codes = [deel.code for deel in sheet.lijst.deel]
    return f"Deel {codes.index(part.deel.code) + 1} van {len(codes)}"


def _note(visit: Visit) -> str:
    asked = visit.request.query_params
    if asked.get("erbij"):
        return "Bewaard. Door uw antwoord is er een vraag bij gekomen."
    number = asked.get("bewaard", "")
    if number.isascii() and number.isdigit() and len(number) < 4:
        return f"Bewaard: {amount(int(number), 'antwoord', 'antwoorden')}."
    return ""
