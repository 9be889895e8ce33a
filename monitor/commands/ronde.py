"""`dekkend ronde stand`, in words and as JSON."""

import datetime as dt
from pathlib import Path
from typing import Any

import click

from monitor.commands import output
from monitor.errors import MonitorError
from monitor.rounds import words
from monitor.rounds.following import Verloop, counted, find, follow
from monitor.rounds.rondes import Ronde
from monitor.store.journal import journal, now
from monitor.values.moments import HERE


def tell(folder: Path, code: str, form: str) -> None:
    """How a ronde stands; MonitorError when there is none."""
    book = journal(folder)
    one = find(book, code)
    if one is None:
        said = f"Er is geen ronde {code}." if code else "Er is nog geen ronde."
        raise MonitorError(f"{said} Kijk op de pagina Ronde welke er zijn, of maak er daar een.")
    verloop = follow(book, one.nummer)
    if form == "json":
        click.echo(output.as_json(as_json(one, verloop)))
    else:
        click.echo("\n".join(in_words(one, verloop)))


def as_json(one: Ronde, verloop: Verloop) -> dict[str, Any]:
    kinds = dict.fromkeys(d.deelnemer.soort for d in verloop.deelnames if d.deelnemer.erbij)
    return {
        "ronde": one.code,
        "schooljaar": one.schooljaar,
        "stand": str(one.stand.stap),
        "sluit": _closes(one),
        **counted(verloop.of("vestiging"))._asdict(),
        "overige": {
            soort: counted(verloop.of(soort))._asdict() for soort in kinds if soort != "vestiging"
        },
        "grenzen": _bounds(verloop),
    }


def _closes(one: Ronde) -> str | None:
    """The last minute that is still within it, in the Netherlands."""
    if one.stand.sluit is None:
        return None
    last = one.stand.sluit.astimezone(HERE) - dt.timedelta(microseconds=1)
    return last.isoformat(timespec="minutes")


def _bounds(verloop: Verloop) -> dict[str, dict[str, Any]]:
    """By code of a cijfer; that of another vragenlijst than the schools' with the list before it."""
    found: dict[str, dict[str, Any]] = {}
    by_school = sorted(verloop.lijsten, key=lambda n: verloop.lijsten[n].voor != "vestiging")
    for number in by_school:
        for grens in verloop.grenzen[number]:
            code = grens.code
            if code in found:
                code = f"{verloop.lijsten[number].code}/{code}"
            found[code] = grens.grenzen._asdict()
    return found


def in_words(one: Ronde, verloop: Verloop) -> list[str]:
    said = [f"{one.titel} ({one.schooljaar}, {one.code})"]
    kinds = list(dict.fromkeys(d.deelnemer.soort for d in verloop.deelnames if d.deelnemer.erbij))
    said += [words.answered(counted(verloop.of(soort)), soort) for soort in kinds]
    said.append(words.time_left(one.stand, now()))
    for number in verloop.lijsten:
        asked = counted(verloop.of(verloop.lijsten[number].voor))
        for grens in verloop.grenzen[number]:
            is_wide = words.is_too_wide(grens, asked.ingeleverd, asked.deelnemers)
            shown = (
                "te breed om iets te zeggen" if is_wide else words.interval(grens, grens.grenzen)
            )
            said.append(f"  {grens.code}: {shown}")
    return said
