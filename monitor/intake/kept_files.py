"""The kept files as a whole: which of them are gone or changed, and made good by delivering again."""

from collections.abc import Sequence
from pathlib import Path

from monitor.errors import MonitorError
from monitor.intake.rebuilding import keep
from monitor.store.delivered import File, Register
from monitor.store.durable import sha256_of
from monitor.store.versions import Versions


NAMED = 5


def refuse_damaged(versions: Versions, register: Register) -> None:
    """Read every kept file of what is in force. MonitorError names those that are not whole: the
    figures are right without them, but nothing can be made again or taken back."""
    lost = [
        f"levering {delivery.id}.{place} ({file.name})"
        for delivery in register.deliveries
        for place, file in enumerate(delivery.files, 1)
        if file.withdrawn is None and not is_whole(versions, file)
    ]
    if register.frozen and not _is(versions.frozen_file(register), register.frozen):
        lost.append("de cijfers die bij het opruimen zijn vastgelegd")
    if not lost:
        return
    more = f" en nog {len(lost) - NAMED}" if len(lost) > NAMED else ""
    raise MonitorError(
        f"Wat in {versions.kept} bewaard is van {', '.join(lost[:NAMED])}{more} ontbreekt of is "
        "veranderd. De cijfers kloppen nog, maar opnieuw opbouwen, intrekken en een reservekopie gaan "
        "niet meer. Zet de bestanden terug uit een reservekopie, of lever dezelfde bestanden opnieuw "
        "(van leerlingen: trek dat bestand in en lever het opnieuw)."
    )


def is_whole(versions: Versions, file: File) -> bool:
    """Whether what is kept of a file is there, as it was."""
    return _is(versions.kept_file(file), file.kept or file.sha256)


def make_good(versions: Versions, given: Sequence[tuple[Path, str]], register: Register) -> int:
    """Keep files (path, sha256) again that are in force as they came, and of which what was kept is
    gone or changed. How many. Who calls it holds the slot."""
    made = 0
    for path, sha256 in given:
        for file in register.files():
            if file.sha256 == sha256 and not file.kept and not is_whole(versions, file):
                keep(versions, path, file)
                made += 1
    return made


def _is(path: Path, sha256: str) -> bool:
    return path.is_file() and sha256_of(path) == sha256
