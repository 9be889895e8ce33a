"""What somebody typed or chose as an answer, judged as the same value in a delivered file is."""

import datetime as dt
import re
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import Any

from pydantic_core import PydanticCustomError

from monitor.errors import MonitorError
from monitor.rounds.vragenlijst.conditions import Answer, Value
from monitor.rounds.vragenlijst.faults import shown, words
from monitor.rounds.vragenlijst.kinds import instead, options
from monitor.rounds.vragenlijst.model import Vraag
from monitor.values.bsn import contains_bsn
from monitor.values.field_dates import DATUM, PEILDATUM, SCHOOLJAAR
from monitor.values.field_numbers import EURO, GEHEEL, GETAL
from monitor.values.spelling import Spelling


LONGEST = {"tekst": 600, "lange_tekst": 4_000}
LONGEST_PART = 300
KNOWN_BY = ("afspraak", "dossier", "rooster", "niet-vastgelegd")
"""How a school knows since when something is so (`leeftijd_bewijs`)."""
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

Given = str | Sequence[str] | Mapping[str, str]
"""As a form sends it: one text, several (keuzes), or named parts (document, leeftijd_bewijs)."""


class WrongAnswer(MonitorError):
    """What was given is no answer to this question; the sentence says what is."""


def read_answer(vraag: Vraag, given: Given, own: Sequence[str] = ()) -> Answer:
    """The answer, or WrongAnswer. `own` are the SWV's words where the question has `uit`.

    Of a matrix each row is asked as a question of its own (`kinds.row_of`).
    """
    if isinstance(given, str):
        chosen = given.strip()
        if any(chosen == option.code for option in instead(vraag)):
            return Answer(None, chosen)
    return Answer(_READERS[vraag.soort](vraag, given, own))


def _one(given: Given) -> str:
    if not isinstance(given, str):
        raise WrongAnswer("Hier past één antwoord. Kies of schrijf er één.")
    text = given.strip()
    if not text:
        raise WrongAnswer("Er staat niets. Schrijf een antwoord, of laat de vraag open.")
    return text


def _choices(vraag: Vraag, own: Sequence[str]) -> list[str]:
    return list(own) if vraag.uit else [option.code for option in options(vraag)]


def _choice(vraag: Vraag, given: Given, own: Sequence[str]) -> str:
    word = _one(given)
    there = _choices(vraag, own)
    if word not in there:
        raise WrongAnswer(f"‘{shown(word)}’ is geen keuze. Kies uit: {words(there)}.")
    return word


def _several(vraag: Vraag, given: Given, own: Sequence[str]) -> list[str]:
    if isinstance(given, Mapping):
        raise WrongAnswer("Kies hier een of meer antwoorden.")
    chosen = {_choice(vraag, one, own) for one in ([given] if isinstance(given, str) else given)}
    if not chosen:
        raise WrongAnswer("Kies er ten minste één, of laat de vraag open.")
    return [word for word in _choices(vraag, own) if word in chosen]


def _step(vraag: Vraag, given: Given, own: Sequence[str]) -> int:
    return int(_choice(vraag, given, own))


def _spelled(spelling: Spelling, text: str) -> Any:
    """A value as a file has it, and the same verdict."""
    try:
        value = spelling.read(text)
    except PydanticCustomError:
        value = None
    if value is None:
        raise WrongAnswer(f"‘{shown(text)}’ kan hier niet. Schrijf {spelling.expected}.")
    return value


def _number(spelling: Spelling, places: int | None) -> Callable[..., float]:
    def read(vraag: Vraag, given: Given, own: Sequence[str]) -> float:
        number: float = _spelled(spelling, _one(given))
        most = vraag.decimalen if vraag.decimalen is not None else places
        if most is not None and Fraction(str(number)) * 10**most % 1:
            raise WrongAnswer(
                f"‘{shown(given)}’ heeft te veel cijfers achter de komma: hoogstens {most}."
            )
        if vraag.minimum is not None and number < vraag.minimum:
            raise WrongAnswer(f"‘{shown(given)}’ is te laag: minstens {_dutch(vraag.minimum)}.")
        if vraag.maximum is not None and number > vraag.maximum:
            raise WrongAnswer(f"‘{shown(given)}’ is te hoog: hoogstens {_dutch(vraag.maximum)}.")
        return number

    return read


def _dutch(number: float) -> str:
    return f"{number:.6f}".rstrip("0").rstrip(".").replace(".", ",")


def _date(vraag: Vraag, given: Given, own: Sequence[str]) -> str:
    day: dt.date = _spelled(PEILDATUM if vraag.niet_na else DATUM, _one(given))
    return day.isoformat()


def _month(vraag: Vraag, given: Given, own: Sequence[str]) -> str:
    text = _one(given)
    found = re.fullmatch(
        r"([12][0-9]{3})-([0-9]{1,2})|([0-9]{1,2})[-/]([12][0-9]{3})", text, re.ASCII
    )
    year, month = (int(found[1] or found[4]), int(found[2] or found[3])) if found else (0, 0)
    if not 1980 <= year <= dt.date.today().year + 15 or not 1 <= month <= 12:
        raise WrongAnswer(f"‘{shown(text)}’ is geen maand. Schrijf bijvoorbeeld 10-2025.")
    today = dt.date.today()
    if (vraag.niet_na or vraag.soort == "leeftijd_bewijs") and (year, month) > (
        today.year,
        today.month,
    ):
        raise WrongAnswer(f"‘{shown(text)}’ moet nog komen. Noem een maand tot en met nu.")
    return f"{year}-{month:02d}"


def _schooljaar(vraag: Vraag, given: Given, own: Sequence[str]) -> str:
    return str(_spelled(SCHOOLJAAR, _one(given)))


def _text(vraag: Vraag, given: Given, own: Sequence[str]) -> str:
    return _free(_one(given), LONGEST[vraag.soort])


def _free(text: str, longest: int) -> str:
    """A text of a person: kept as it is, when it may be kept at all. What it says is never repeated."""
    text = text.replace("\r\n", "\n")
    if len(text) > longest:
        raise WrongAnswer(
            f"De tekst heeft {len(text)} tekens; er passen er {longest}. Kort hem in."
        )
    if _UNSEEN.search(text):
        raise WrongAnswer("In de tekst staat een teken dat niet te zien is. Typ hem opnieuw.")
    if contains_bsn(text):
        raise WrongAnswer(
            "In de tekst staat een burgerservicenummer. Haal het weg; de tekst is niet bewaard."
        )
    return text


def _document(vraag: Vraag, given: Given, own: Sequence[str]) -> dict[str, str]:
    parts = _parts(given, ("titel", "plaats", "geldig_tot"))
    place = _free(parts["plaats"], LONGEST_PART)
    if re.match(r"[a-z][a-z0-9+.-]*:", place, re.IGNORECASE) and not re.match(
        r"https?://[^\s]+$", place, re.IGNORECASE
    ):
        raise WrongAnswer(
            f"‘{shown(place)}’ is geen webadres. Begin met https://, of schrijf waar het ligt."
        )
    until: dt.date = _spelled(DATUM, parts["geldig_tot"])
    title = _free(parts["titel"], LONGEST_PART)
    return {"titel": title, "plaats": place, "geldig_tot": until.isoformat()}


def _age(vraag: Vraag, given: Given, own: Sequence[str]) -> dict[str, str]:
    parts = _parts(given, ("maand", "bron"))
    if parts["bron"] not in KNOWN_BY:
        raise WrongAnswer(f"Kies hoe u het weet: {words(KNOWN_BY)}.")
    return {"maand": _month(vraag, parts["maand"], ()), "bron": parts["bron"]}


def _parts(given: Given, names: tuple[str, ...]) -> dict[str, str]:
    if not isinstance(given, Mapping) or set(given) != set(names):
        raise WrongAnswer(f"Vul alle velden in: {words(names)}.")
    return {name: _one(given[name]) for name in names}


_READERS: dict[str, Callable[[Vraag, Given, Sequence[str]], Value]] = {
    "janee": _choice,
    "jadeelsnee": _choice,
    "keuze": _choice,
    "keuzes": _several,
    "schaal": _step,
    "stelling": _step,
    "aantal": _number(GEHEEL, 0),
    "getal": _number(GETAL, None),
    "bedrag": _number(EURO, 2),
    "datum": _date,
    "maand": _month,
    "leeftijd_bewijs": _age,
    "schooljaar": _schooljaar,
    "tekst": _text,
    "lange_tekst": _text,
    "document": _document,
}
