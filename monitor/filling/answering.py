"""One answer, sent by the script of the page the moment it was given."""

import json

from starlette.responses import Response

from monitor.errors import MonitorError
from monitor.filling.deel import places_in
from monitor.filling.given import key_of, typed
from monitor.filling.keeping import save_of, still_so
from monitor.filling.question import pair
from monitor.filling.refusing import closed
from monitor.filling.visit import Visit
from monitor.filling.words import stated
from monitor.rounds.saving import KAARTJE, Refused, writer
from monitor.rounds.vragenlijst.answers import WrongAnswer


def keep_one(visit: Visit) -> Response:
    """Keep it, and say when, or why not: 422 mend what was typed, 409 it is not taken any more, 503
    send the same again."""
    key = visit.field("sleutel")
    sheet = visit.sheet
    new = sheet.new_row() if sheet.may_grow is not None else ""
    ((place, vraag),) = places_in(visit, [key], new)
    if not KAARTJE.fullmatch(visit.field("kaartje")):
        return _json({"fout": "Niet bewaard: ververs de bladzijde."}, 422)
    said = typed(visit.form, key, vraag)
    try:
        of = visit.field("van")
        save = (
            still_so(sheet, place, vraag, said, visit.line, of)
            if of in ("klopt-nog", "voorstel")
            else save_of(sheet, place, vraag, said, visit.line)
        )
    except WrongAnswer as wrong:
        return _json({"fout": str(wrong)}, 422)
    if not visit.is_open:
        return _json({"fout": f"Niet bewaard: {closed(visit)} Wat u typte staat hier nog."}, 409)
    before = sheet.found.get(place, [])
    last = before[-1] if before else None
    try:
        # What was sent along with a whole form, or came by another way, is there already.
        is_there = (
            last is not None
            and last.wie == save.wie
            and (*last.said, last.bewijs) == (save.staat, save.waarde, save.bewijs)
        )
        nummer = last.nummer if last and is_there else writer(visit.journal).save(save).nummer
    except Refused as refused:
        return _json({"fout": str(refused)}, 409)
    except MonitorError as error:
        return _json({"fout": str(error)}, 503)
    after = visit.again().sheet
    kept = after.current.get(place)
    deel = next(part for part in after.parts if part.deel is sheet.question(place, new)[0])  # type: ignore[index]
    return _json(
        {
            "nummer": nummer,
            "stand": stated(kept, visit.names) if kept is not None else "bewaard: geen antwoord",
            "gevraagd": [key_of(one.place) for one in deel.asked],
            "paar": pair(after, place, vraag, visit.names),
        },
        200,
    )


def _json(what: dict[str, object], status: int) -> Response:
    return Response(
        json.dumps(what, ensure_ascii=False),
        status,
        {"Cache-Control": "no-store"},
        "application/json",
    )
