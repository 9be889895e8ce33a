"""What is unusual in the answers: questions to who hands in, and never a reason to refuse."""

from monitor.filling.sheet import Sheet
from monitor.rounds.kept_answers import GEGEVEN
from monitor.rounds.vragenlijst.conditions import Asked, Place
from monitor.values import dutch


FEW = 6
"""Below so many alike answers in a deel that nothing is said of it."""


def unusual(sheet: Sheet) -> list[str]:
    found: list[str] = []
    for one in sheet.asked:
        value = _number(sheet, one.place)
        if value is not None:
            found += _of_number(sheet, one, value)
    for part in sheet.parts:
        choices = [
            sheet.current[one.place].said
            for one in part.asked
            if one.vraag.soort in ("janee", "jadeelsnee") and one.place in sheet.current
        ]
        if len(choices) >= FEW and len(set(map(str, choices))) == 1:
            found.append(f"{part.deel.titel}: alle {len(choices)} antwoorden zijn gelijk.")
    return found


def _of_number(sheet: Sheet, one: Asked, value: float) -> list[str]:
    titles = {row.code: row.titel for row in sheet.rows[one.deel]}
    about = f"{titles.get(one.place.rij, '')}: ".removeprefix(": ")
    column = one.vraag.wordt.kolom if one.vraag.wordt is not None else None
    proposed = sheet.proposed(one.place, one.vraag)
    known = _known(proposed.given) if proposed is not None else None
    if column == "PLAATSEN PRAKTIJK" and known is not None and value < known / 2:
        return [f"{about}{dutch.number(value)} plaatsen, en {dutch.number(known)} waren bekend."]
    is_money = one.vraag.wordt is not None and one.vraag.wordt.middelen == "ingezet"
    if is_money and known is not None and value > known:
        return [f"{about}€ {dutch.number(value)} ingezet, en € {dutch.number(known)} toegekend."]
    if column == "BEZET":
        places = _of_column(sheet, one, "PLAATSEN PRAKTIJK")
        if places is not None and value > places:
            return [f"{about}{dutch.number(value)} bezet van {dutch.number(places)} plaatsen."]
    return []


def _of_column(sheet: Sheet, beside: Asked, column: str) -> float | None:
    for one in sheet.asked:
        is_beside = one.place.rij == beside.place.rij and one.deel == beside.deel
        if is_beside and one.vraag.wordt is not None and one.vraag.wordt.kolom == column:
            return _number(sheet, one.place)
    return None


def _known(given: str) -> float | None:
    try:
        return float(given.replace(",", "."))
    except ValueError:
        return None


def _number(sheet: Sheet, place: Place) -> float | None:
    kept = sheet.current.get(place)
    if kept is None or kept.staat != GEGEVEN or isinstance(kept.waarde, bool):
        return None
    return float(kept.waarde) if isinstance(kept.waarde, int | float) else None
