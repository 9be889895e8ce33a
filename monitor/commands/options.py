"""What commands share: where the data lie, as what they tell, who asks, and how far they are."""

import datetime as dt
import getpass
import math
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from monitor.errors import MonitorError
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


DEFAULT_DATA = "data"


def format_option(*forms: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    return click.option(
        "--format",
        "form",
        type=click.Choice(forms),
        default="text",
        show_default=True,
        help="Hoe de uitkomst eruitziet.",
        callback=_remember_form,
    )


def _remember_form(context: click.Context, parameter: click.Parameter, value: str) -> str:
    context.find_root().meta["form"] = value
    return value


FORMAT = format_option("text", "json")


PORT = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8501,
    show_default=True,
    help="De poort op deze computer; 0 = een die vrij is.",
)


def data_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--data` works before and after the name of a command."""
    return click.option(
        "--data",
        type=click.Path(file_okay=False, path_type=Path),
        default=None,
        help="De map met alle gegevens (anders DEKKEND_DATA, anders ./data).",
        callback=_remember,
        expose_value=False,
        is_eager=True,
    )(command)


def _remember(context: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    if value is not None:
        context.find_root().meta["data"] = value


def seconds(context: click.Context, parameter: click.Parameter, value: float) -> float:
    if not math.isfinite(value) or value < 0:
        raise click.BadParameter(str(value), context, parameter)
    return value


def chosen_data() -> Versions:
    given = click.get_current_context().find_root().meta.get("data")
    return Versions(Path(given or os.environ.get("DEKKEND_DATA") or DEFAULT_DATA))


def who_asks() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "onbekend"


class Progress:
    """One line on a terminal, nothing when the output is not one."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()

    def __call__(self, what: str, part: float) -> None:
        if self.shown:
            width = 24
            bar = "█" * round(part * width)
            click.echo(f"\r\x1b[2K{bar:<{width}} {part:4.0%}  {what}", err=True, nl=False)
            if part >= 1:
                click.echo("\r\x1b[2K", err=True, nl=False)


def readable(file: Path) -> Path:
    """The file, when its name is text: DuckDB takes no other."""
    try:
        str(file).encode()
    except UnicodeEncodeError:
        shown = os.fsencode(file).decode(errors="replace")
        raise MonitorError(
            f"{shown}: in de naam van dit bestand of zijn map staan tekens die niet te lezen zijn. "
            "Geef het een andere naam en lever het opnieuw."
        ) from None
    return file


def as_date(text: str, option: str = "--peildatum") -> dt.date | None:
    if not text:
        return None
    from monitor.values.field_dates import DATUM

    try:
        return DATUM.read(text)
    except ValueError:
        raise click.BadParameter(
            f"'{text}' is geen datum; schrijf hem als 2025-10-01.", param_hint=option
        ) from None


def opened_store() -> Store:
    return open_store(chosen_data(), whole=False)
