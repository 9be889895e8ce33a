"""`dekkend vragenlijst …`, in words."""

import os
import tempfile
from pathlib import Path

import click

from monitor.errors import MonitorError, reason
from monitor.intake.reading.text_sheets import text_sheets
from monitor.reports.text_sheets import of_texts
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.reading import Read, read_file
from monitor.rounds.vragenlijst.writing import to_toml
from monitor.rounds.vragenlijst.xlsform_in import from_sheets
from monitor.rounds.vragenlijst.xlsform_out import to_sheets


def check(file: Path) -> None:
    lijst, faults = read_file(file)
    for fault in faults:
        click.echo(str(fault))
    if lijst is None:
        raise SystemExit(1)
    click.echo(f"{file.name} is goed: {_counted(lijst)}.")


def from_xlsform(file: Path, out: Path | None, over: bool) -> None:
    lijst = _right(from_sheets(text_sheets(file), file.name))
    _write(to_toml(lijst).encode(), file, out, ".toml", over)
    click.echo(f"De vragenlijst heeft {_counted(lijst)}.")


def to_xlsform(file: Path, out: Path | None, over: bool) -> None:
    lijst = _right(read_file(file))
    _write(of_texts(to_sheets(lijst)), file, out, ".xlsx", over)
    if any(deel.vragen_uit for deel in lijst.deel):
        click.echo("De punten van de norm staan er niet in: die komen erbij als de ronde begint.")
    if any(deel.rijen_uit for deel in lijst.deel):
        click.echo("Een deel met rijen is een herhaling: in Kobo vult men de rijen zelf in.")


def _right(read: Read) -> Vragenlijst:
    if read.vragenlijst is None:
        raise MonitorError("\n".join(map(str, read.faults)))
    return read.vragenlijst


def _counted(lijst: Vragenlijst) -> str:
    numbers = (
        (len(lijst.deel), "deel", "delen"),
        (len(lijst.vragen()), "vraag", "vragen"),
        (len(lijst.cijfer), "cijfer", "cijfers"),
    )
    said = [f"{number} {one if number == 1 else more}" for number, one, more in numbers]
    return f"{said[0]}, {said[1]} en {said[2]}"


def _write(content: bytes, file: Path, out: Path | None, suffix: str, over: bool) -> None:
    """Whole or not at all, and never over another file unasked."""
    path = out or file.with_suffix(suffix)
    if path.exists() and (not over or path.samefile(file)):
        advice = (
            "Kies met --uit een andere naam."
            if path.samefile(file)
            else "Kies met --uit een andere naam, of vervang het met --overschrijf."
        )
        raise MonitorError(f"{path} bestaat al. {advice}")
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as temporary:
            made = Path(temporary.name)
            temporary.write(content)
    except OSError as error:
        raise MonitorError(f"{path} is niet te schrijven: {reason(error)}.") from None
    try:
        made.chmod(0o666 & ~_umask())
        if over:
            made.replace(path)
        else:
            os.link(made, path)  # fails where somebody else made that file meanwhile
            made.unlink()
    except OSError as error:
        made.unlink(missing_ok=True)
        raise MonitorError(f"{path} is niet te schrijven: {reason(error)}.") from None
    click.echo(f"Geschreven: {path}")


def _umask() -> int:
    now = os.umask(0)
    os.umask(now)
    return now
