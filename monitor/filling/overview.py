"""All answers of a list on one page: what is missing, what is unusual, handing in and what follows."""

from collections.abc import Callable
from html import escape

from starlette.responses import Response

from monitor.errors import MonitorError
from monitor.filling import html
from monitor.filling.html import at, button, hidden, link
from monitor.filling.question import id_of
from monitor.filling.sheet import Part, Sheet
from monitor.filling.unusual import unusual
from monitor.filling.visit import Visit, go
from monitor.filling.words import amount, shown_as
from monitor.rounds import handing_in
from monitor.rounds.beforehand import Rij as Row
from monitor.rounds.handing_in import IN, Gedaan
from monitor.rounds.kept_answers import Kept
from monitor.rounds.vragenlijst.conditions import Asked, shown
from monitor.rounds.vragenlijst.kinds import asked_as, instead, options
from monitor.values import moments


STAND_FOR = "Ik ken deze antwoorden en sta ervoor in namens {naam}."


def show(visit: Visit, fault: str = "") -> Response:
    """The answers, with what there is to do with them."""
    sheet = visit.sheet
    title = "Uw antwoorden" if visit.may_answer else "De antwoorden"
    parts = [html.said(fault, "bad"), html.paragraph(_first(visit), "eerst")]
    if visit.is_open:
        parts += [_missing(visit), _pairs(visit), _unusual(sheet), _hand_in(visit)]
    elif visit.may_answer:
        parts += [_after(visit)]
    parts += [_answers(visit, part) for part in sheet.parts]
    parts.append(
        f"<p class='niet-op-papier'>{link(at(visit.taak.nummer), 'Terug naar de delen')}</p>"
    )
    return html.page(title, *parts, about=visit.about, status=422 if fault else 200)


def hand_in(visit: Visit) -> Response:
    sheet, number = visit.sheet, visit.taak.nummer
    if not visit.is_open:
        return show(visit, "Niet ingeleverd: deze lijst is al ingeleverd of gesloten.")
    if sheet.missing or sheet.pairs:
        return show(visit, "Niet ingeleverd: kijk hieronder wat er nog moet gebeuren.")
    if visit.field("sha256") != sheet.sha256:
        return show(visit, "Niet ingeleverd: intussen veranderde een antwoord. Bekijk ze nog eens.")
    return _done(visit, number, lambda: handing_in.hand_in(
        visit.journal, visit.viewer, visit.taak, sheet.sha256, visit.opened
    ))  # fmt: skip


def sign(visit: Visit) -> Response:
    if visit.field("ken") != "ja":
        return show(visit, "Niet getekend: zet eerst het vinkje.")
    return _done(visit, visit.taak.nummer, lambda: handing_in.sign(
        visit.journal, visit.viewer, visit.taak, visit.field("sha256")
    ))  # fmt: skip


def reopen(visit: Visit) -> Response:
    try:
        handing_in.reopen_own(visit.journal, visit.viewer, visit.taak)
    except MonitorError as error:
        return show(visit, str(error))
    return go(visit.taak.nummer)


def answers_not(visit: Visit) -> Response:
    try:
        handing_in.answers_not(visit.journal, visit.viewer, visit.taak, visit.field("waarom"))
    except MonitorError as error:
        return show(visit, str(error))
    return go(visit.taak.nummer)


def _done(visit: Visit, number: int, do: Callable[[], None]) -> Response:
    try:
        do()
    except MonitorError as error:
        return show(visit.again(), str(error))
    return go(number, "antwoorden")


# ------------------------------------------------------------------------------- what is said


def _first(visit: Visit) -> str:
    sheet = visit.sheet
    if sheet.stap in IN:
        told = []
        for one in sheet.done[_since(sheet) :]:
            if one.stap in IN:
                who = visit.names.get(one.wie, one.wie)
                word = "Ingeleverd" if one.stap is Gedaan.INGELEVERD else "getekend"
                told.append(f"{word} op {moments.day_here(one.wanneer)} door {who}")
        return f"{', '.join(told)}."
    if sheet.stap is Gedaan.ANTWOORDT_NIET:
        return f"U vult niet in: {sheet.done[-1].waarom}"
    done = len(sheet.asked) - len(sheet.open)
    said = f"{done} van {amount(len(sheet.asked), 'vraag', 'vragen')} beantwoord. {visit.until}"
    return f"Deze lijst is heropend. {said}" if sheet.stap is Gedaan.HEROPEND else said


def _since(sheet: Sheet) -> int:
    """Where the last handing in stands among what was done."""
    numbers = [at_ for at_, one in enumerate(sheet.done) if one.stap is Gedaan.INGELEVERD]
    return numbers[-1] if numbers else 0


def _missing(visit: Visit) -> str:
    still = visit.sheet.missing
    if not still:
        return ""
    rows = "".join(f"<li>{_to(visit, one)}</li>" for one in still)
    return (
        f"<section class='said'><h2>{amount(len(still), 'vraag moet', 'vragen moeten')} nog een antwoord</h2>"
        f"<p>‘Weet niet’ is ook een antwoord.</p><ul>{rows}</ul></section>"
    )


def _to(visit: Visit, one: Asked) -> str:
    row = _row(visit.sheet, one)
    words = f"{row.titel}: {one.vraag.tekst}" if row is not None else one.vraag.tekst
    where = at(visit.taak.nummer, "deel", one.deel) + f"#{id_of(one.place)}"
    return link(where, words)


def _row(sheet: Sheet, one: Asked) -> Row | None:
    return next((row for row in sheet.rows[one.deel] if row.code == one.place.rij), None)


def _pairs(visit: Visit) -> str:
    sheet = visit.sheet
    both = [one for one in sheet.asked if one.place in sheet.pairs]
    if not both:
        return ""
    rows = "".join(f"<li>{_to(visit, one)}</li>" for one in both)
    return (
        "<section class='said'><h2>Twee antwoorden op één vraag</h2><p>Twee mensen zeiden hier iets "
        f"anders. Kies eerst welk antwoord geldt.</p><ul>{rows}</ul></section>"
    )


def _unusual(sheet: Sheet) -> str:
    found = unusual(sheet)
    if not found:
        return ""
    rows = "".join(f"<li>{escape(one)}</li>" for one in found)
    return (
        "<section class='said'><h2>Klopt dit?</h2><p>Dit valt op. Is het zo, dan hoeft u niets te "
        f"doen.</p><ul>{rows}</ul></section>"
    )


def _hand_in(visit: Visit) -> str:
    sheet = visit.sheet
    if sheet.missing or sheet.pairs:
        return ""
    left = (
        f" {amount(len(sheet.open), 'vraag blijft', 'vragen blijven')} open." if sheet.open else ""
    )
    return html.form(
        at(visit.taak.nummer, "inleveren"),
        hidden("geopend", visit.stamp), hidden("sha256", sheet.sha256),
        html.paragraph(f"Alles wat nodig is, is beantwoord.{left}"),
        button("Lever in"),
    )  # fmt: skip


def _after(visit: Visit) -> str:
    """What may follow: signing, opening again, paper."""
    sheet, number = visit.sheet, visit.taak.nummer
    parts = []
    if sheet.stap is Gedaan.INGELEVERD:
        words = STAND_FOR.format(naam=visit.known.naam)
        parts.append(
            html.form(
                at(number, "tekenen"), hidden("sha256", sheet.done[-1].sha256),
                f'<label class="keuze"><input type="checkbox" name="ken" value="ja"> '
                f"<span>{escape(words)}</span></label>",
                button("Teken", look="tweede"),
            )
        )  # fmt: skip
    if visit.may_reopen:
        word = (
            "Toch invullen" if sheet.stap is Gedaan.ANTWOORDT_NIET else "Heropen om te veranderen"
        )
        parts.append(html.form(at(number, "heropenen"), button(word, look="tweede")))
        parts.append(html.paragraph(visit.until, "zacht"))
    return f"<div class='niet-op-papier'>{''.join(parts)}</div>"


def _answers(visit: Visit, part: Part) -> str:
    sheet = visit.sheet
    if not part.asked:
        return ""
    lines = []
    row: Row | None = None
    for one in part.asked:
        here = _row(sheet, one)
        if here is not None and here != row:
            row = here
            lines.append(f"</dl><h3>{escape(here.titel)}</h3><dl>")
        kept = sheet.current.get(one.place)
        lines.append(f"<dt>{escape(one.vraag.tekst)}</dt><dd>{_said(one, kept)}</dd>")
    change = (
        f" <span class='niet-op-papier'>{link(at(visit.taak.nummer, 'deel', part.deel.code), 'Verander')}</span>"
        if visit.is_open
        else ""
    )
    body = f"<dl>{''.join(lines)}</dl>".replace("<dl></dl>", "")
    return f"<section class='antwoorden'><h2>{escape(part.deel.titel)}{change}</h2>{body}</section>"


def _said(one: Asked, kept: Kept | None) -> str:
    if kept is None:
        return "<em>geen antwoord</em>"
    proof = (
        f" <span class='zacht'>(sinds {moments.period(kept.bewijs)})</span>" if kept.bewijs else ""
    )
    return f"{escape(shown_as(one.vraag, kept))}{proof}"


def show_all(visit: Visit) -> Response:
    """The whole list to read and to print, before starting."""
    sheet = visit.sheet
    parts = [html.paragraph("Alle vragen onder elkaar, ook die u misschien niet krijgt.", "eerst")]
    for part in sheet.parts:
        deel = part.deel
        parts.append(f"<h2>{escape(deel.titel)}</h2>")
        parts.append(html.paragraph(deel.uitleg) if deel.uitleg else "")
        rows = [row.titel for row in sheet.rows[deel.code]]
        if deel.rijen_uit:
            parts.append(
                html.paragraph("Voor elk van: " + "; ".join(rows) if rows else "Geen rijen.")
            )
        lines = []
        for vraag in deel.vraag:
            hulp = f"<br><span class='zacht'>{escape(vraag.hulp)}</span>" if vraag.hulp else ""
            when = shown(sheet.lijst, vraag)
            when = f"<br><span class='zacht'>{escape(when)}</span>" if when else ""
            rows_of = (
                "".join(f"<li>{escape(one.tekst)}</li>" for one in asked_as(vraag))
                if vraag.rijen
                else ""
            )
            choices = " / ".join(one.tekst for one in (*options(vraag), *instead(vraag)))
            told = f"<br>{escape(choices)}" if choices else ""
            lines.append(
                f"<li>{escape(vraag.tekst)}{hulp}{when}{told}{f'<ul>{rows_of}</ul>' if rows_of else ''}</li>"
            )
        parts.append(f"<ol>{''.join(lines)}</ol>")
    parts.append(
        f"<p class='niet-op-papier'>{link(at(visit.taak.nummer), 'Terug naar de delen')}</p>"
    )
    return html.page("Alle vragen", *parts, about=visit.about)
