"""Sentences of the page Leveringen: amounts, moments, and messages as a page says them."""

import datetime as dt
import re

from monitor.sources.source import Source
from monitor.values import dutch, moments


NBSP = "\u00a0"


def amount(number: int, one: str, more: str) -> str:
    """1 rij | 1.234 rijen"""
    return f"{dutch.number(number)}{NBSP}{one if number == 1 else more}"


def rows(number: int) -> str:
    return amount(number, "rij", "rijen")


def files(number: int) -> str:
    return amount(number, "bestand", "bestanden")


def when(moment: dt.datetime) -> str:
    """12 november 2025 om 14.03 uur"""
    return moments.clock_here(moment)


def moment(value: str) -> str:
    """A peildatum, schooljaar or year as people write it."""
    return moments.date(value) if re.match(r"\d{4}-\d{2}-\d{2}", value) else moments.period(value)


def unbroken(words: str) -> str:
    """A date or such that stays on one line."""
    return words.replace(" ", NBSP).replace("-", "\u2011")


def escape(words: str) -> str:
    """Text from a file, so that markdown shows it as it is."""
    return re.sub(r"([\\`*_\[\]$:~#<>|])", r"\\\1", words)


def for_page(message: str) -> str:
    """A message without the options of the command line: the page has buttons for those."""
    message = re.sub(r" \(--[^)]*\)", "", message)
    message = message.replace(
        "Ruim ze op met: dekkend purge --uitvoeren", "Op de pagina Beheer staat hoe u ze opruimt."
    )
    message = message.replace("Geef de datum erbij met --peildatum.", "Kies de datum.")
    message = message.replace("zeg dat dan bij het leveren.", "kies dat dan hieronder.")
    message = message.replace(
        "of maak op de pagina Leveringen een koppeling", "of maak een koppeling"
    )
    return re.sub(r" Zie: dekkend \w+", "", message)


def halves(message: str) -> tuple[str, str]:
    """(what is wrong, what now) of a message about a file."""
    for pattern in (
        r"(?P<what>.* is niet goed|de waarde is niet goed); (?P<now>verwacht .*)",
        r"(?P<what>is leeg), maar (?P<now>moet ingevuld zijn\.)",
        r"(?P<what>.*?)(?<!bijv)\. (?P<now>[A-Z].*)",
    ):
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return capital(found["what"]) + ".", capital(found["now"])
    return capital(message), ""


def capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def kind_title(source: Source) -> str:
    return f"{source.title} ({source.publisher})"
