"""Why a list takes no answer now, and what was typed given back."""

from starlette.responses import Response

from monitor.filling import html
from monitor.filling.given import keys_in, place_of, typed
from monitor.filling.html import at, link
from monitor.filling.visit import Visit
from monitor.rounds.kept_answers import GEGEVEN


def closed(visit: Visit) -> str:
    if not visit.may_answer:
        return "U kijkt mee; alleen de school zelf kan antwoorden."
    if visit.may_reopen:
        return "Deze lijst is ingeleverd. Heropen haar bij ‘Uw antwoorden’ om iets te veranderen."
    return f"{visit.until} Vraag het samenwerkingsverband om uw lijst te heropenen."


def text_kept(visit: Visit, title: str, why: str) -> Response:
    """Refused, with what was typed on the page, to be copied."""
    texts = []
    for key in keys_in(visit.form):
        place = place_of(key)
        there = visit.sheet.question(place) if place is not None else None
        if place is None or there is None:
            continue
        said = typed(visit.form, key, there[1])
        kept = visit.sheet.current.get(place)
        if isinstance(said.given, str) and not said.is_empty:
            same = (
                kept is not None
                and kept.staat == GEGEVEN
                and str(kept.waarde) == said.given.strip()
            )
            if not same:
                texts.append(
                    f"<dt>{html.escape(there[1].tekst)}</dt><dd>{html.escape(said.given)}</dd>"
                )
    typed_ = f"<h2>Wat u typte</h2><dl>{''.join(texts)}</dl>" if texts else ""
    back = f"<p>{link(at(visit.taak.nummer), 'Terug naar de delen')}</p>"
    said_ = html.said(f"Niet bewaard: {why[0].lower()}{why[1:]}", "bad")
    return html.page(title, said_, typed_, back, about=visit.about, status=409)
