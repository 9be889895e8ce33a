"""Which lists are asked of me, and the first page of one: what there is to do, and how far it is."""

from collections.abc import Callable

from starlette.responses import Response

from monitor.access import Viewer
from monitor.filling import html
from monitor.filling.html import at, link
from monitor.filling.visit import Visit, go
from monitor.filling.words import amount, first_sentence, progress, state_of
from monitor.rounds.handing_in import Gedaan, last_of, of_all
from monitor.rounds.known import named_of
from monitor.rounds.whose import Taak, taken_of
from monitor.store.journal import Journal
from monitor.values import moments


NONE = (
    "Er is nu geen vragenlijst voor u. Komt er een, dan staat zij hier; het samenwerkingsverband laat "
    "het u weten."
)
WHO_READS = (
    "Het samenwerkingsverband leest uw antwoorden met de naam van uw school of bestuur erbij. Andere scholen "
    "zien ze niet."
)
SAVED = "Elk antwoord wordt meteen bewaard. U kunt stoppen en later verdergaan, ook op een ander apparaat."
STATES = {
    Gedaan.NIETS: "", Gedaan.INGELEVERD: "ingeleverd", Gedaan.GETEKEND: "ingeleverd en getekend",
    Gedaan.HEROPEND: "heropend", Gedaan.ANTWOORDT_NIET: "vult niet in",
}  # fmt: skip


def choose(
    book: Journal, viewer: Viewer | None, names: Callable[[list[Taak]], dict[int, str]]
) -> Response:
    """The lists of who asks, by name; straight to it when there is one. `names` is asked of lists that
    nobody looked at yet."""
    there = taken_of(book, viewer) if viewer is not None else []
    if len(there) == 1:
        return go(there[0].nummer)
    if not there:
        return html.page("Vragenlijst", html.paragraph(NONE))
    done = of_all(book, [one.nummer for one in there])
    called = {one.nummer: known.naam for one in there if (known := named_of(book, one.nummer))}
    called |= names([one for one in there if one.nummer not in called])
    items = []
    for one in sorted(there, key=lambda one: called[one.nummer].casefold()):
        name = called[one.nummer]
        state = STATES[last_of(done[one.nummer])]
        told = f" <span class='zacht'>{state}</span>" if state else ""
        items.append(f"<li>{link(at(one.nummer), f'{name} · {one.ronde.titel}')}{told}</li>")
    said = f"Er zijn {amount(len(there), 'vragenlijst', 'vragenlijsten')}."
    return html.page("Vragenlijsten", html.paragraph(said), f"<ul>{''.join(items)}</ul>")


def show(visit: Visit) -> Response:
    """One list: the sentence, its delen, and the ways on."""
    sheet, number = visit.sheet, visit.taak.nummer
    parts = [html.paragraph(_sentence(visit), "eerst")]
    if sheet.lijst.uitleg:
        parts.append(html.paragraph(sheet.lijst.uitleg))
    if not visit.may_answer:
        parts.append(html.paragraph("U kijkt mee; alleen de school zelf kan antwoorden.", "said"))
    if visit.is_open:
        first = next((part.deel.code for part in sheet.parts if part.open), "")
        if first:
            word = "Ga verder" if sheet.current else "Begin"
            parts.append(link(at(number, "deel", first), word, "knop"))
        else:
            parts.append(link(at(number, "antwoorden"), "Bekijk en lever in", "knop"))
    else:
        parts.append(link(at(number, "antwoorden"), "Bekijk uw antwoorden", "knop"))
    rows = "".join(
        f"<li>{link(at(number, 'deel', part.deel.code), part.deel.titel)}"
        f"<span class='zacht'>{state_of(part)}{_for(part.deel.onderdeel_van)}</span></li>"
        for part in sheet.parts
    )
    parts += [
        f"<h2>De delen</h2>{html.paragraph(progress(sheet))}<ol class='delen'>{rows}</ol>",
        f"<p>{link(at(number, 'vragen'), 'Bekijk of print alle vragen')}</p>",
        f"<p>{link(at(number, 'antwoorden'), 'Bekijk uw antwoorden')}</p>",
        html.paragraph(f"{SAVED} {visit.until}"),
        html.paragraph(WHO_READS, "zacht"),
    ]
    if visit.is_open:
        parts.append(_not(number))
    elif visit.may_reopen and sheet.stap is Gedaan.ANTWOORDT_NIET:
        parts.append(
            html.form(at(number, "heropenen"), html.button("Toch invullen", look="tweede"))
        )
    return html.page(sheet.lijst.titel, *parts, about=visit.about)


def _sentence(visit: Visit) -> str:
    sheet = visit.sheet
    if not sheet.done or sheet.stap is Gedaan.HEROPEND:
        return first_sentence(sheet)
    last = sheet.done[-1]
    who, day = visit.names.get(last.wie, last.wie), moments.day_here(last.wanneer)
    if sheet.stap is Gedaan.ANTWOORDT_NIET:
        return f"{who} liet op {day} weten dat u niet invult: {last.waarom}"
    return f"{STATES[sheet.stap].capitalize()} op {day} door {who}."


def _for(who: str | None) -> str:
    return f" · meestal voor de {who}" if who else ""


def _not(number: int) -> str:
    return (
        "<details><summary>Wij vullen niet in</summary>"
        + html.form(
            at(number, "niet"),
            '<label for="waarom">Waarom niet? Het samenwerkingsverband leest dit, en vraagt het u niet '
            'nog eens.</label><textarea id="waarom" name="waarom" rows="3" maxlength="600"></textarea>',
            html.button("Wij vullen niet in", look="tweede"),
        )
        + "</details>"
    )
