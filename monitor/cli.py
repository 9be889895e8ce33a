"""`dekkend`: deliver files, take them back, ask figures, serve the monitor.

Exit 0 = done, 1 = refused or failed, 2 = wrong usage.
"""

import datetime as dt
import getpass
import io
import math
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from monitor import __version__, deliveries, delivery_log, figures_command, telling
from monitor.errors import MonitorError
from monitor.indicators import catalogue
from monitor.levels import LEVELS
from monitor.store import ENGINE, Store, open_store
from monitor.versions import Versions


DEFAULT_DATA = "data"


def _format_option(*forms: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
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


FORMAT = _format_option("text", "json")
PORT = click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8501,
    show_default=True,
    help="De poort op deze computer; 0 = een die vrij is.",
)


def _data_option(command: Callable[..., Any]) -> Callable[..., Any]:
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


def _seconds(context: click.Context, parameter: click.Parameter, value: float) -> float:
    if not math.isfinite(value) or value < 0:
        raise click.BadParameter(str(value), context, parameter)
    return value


def _versions() -> Versions:
    given = click.get_current_context().find_root().meta.get("data")
    return Versions(Path(given or os.environ.get("DEKKEND_DATA") or DEFAULT_DATA))


def _who() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "onbekend"


class _Progress:
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


class _Commands(click.Group):
    """Who asked for JSON gets JSON, also when it fails; `main` says it in words as well."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MonitorError as error:
            if ctx.meta.get("form") == "json":
                click.echo(telling.as_json({"fout": str(error)}))
            raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@_data_option
@click.version_option(__version__, prog_name="dekkend", message="%(prog)s %(version)s")
def cli() -> None:
    """Monitor dekkend aanbod: lever bestanden, vraag cijfers op, open de monitor."""


@cli.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", default="", help="De soort bestand of een koppeling, als de koppen die"
              " niet verraden.")  # fmt: skip
@click.option("--peildatum", default="", help="De datum waar de bestanden over gaan, als die niet"
              " in het bestand of zijn naam staat (bijv. 2025-10-01).")  # fmt: skip
@click.option("--volledig/--aanvulling", "is_whole", default=None, help="Of een bestand met meldingen,"
              " tlv's of aanvragen alles noemt wat nog loopt, of alleen iets toevoegt. Zonder: zoals"
              " de soort bestand zegt.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Alleen keuren; er verandert niets.")
@click.option("--wait", default=deliveries.WAIT, show_default=True, callback=_seconds,
              help="Hoeveel seconden te wachten als iemand anders levert.")  # fmt: skip
@FORMAT
@_data_option
def deliver(
    files: tuple[Path, ...],
    source: str,
    peildatum: str,
    is_whole: bool | None,
    dry_run: bool,
    wait: float,
    form: str,
) -> None:
    """Lever bestanden: samen één publicatie, alles of niets."""
    paths = [(file, _readable(file).name) for file in files]
    options: dict[str, Any] = {
        "who": _who(),
        "source": source,
        "moment": _date(peildatum),
        "is_whole": is_whole,
        "progress": _Progress(),
        "wait": wait,
    }
    if dry_run:
        outcome = deliveries.deliver(_versions(), paths, dry_run=True, **options)
    else:
        noted = delivery_log.by_command(_who())
        outcome = delivery_log.deliver(_versions(), paths, noted_as=noted, **options)
    if form == "json":
        click.echo(telling.as_json(telling.outcome_as_json(outcome)))
    else:
        telling.tell_outcome(outcome)
    if outcome.is_refused:
        raise SystemExit(1)


def _readable(file: Path) -> Path:
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


def _date(text: str, option: str = "--peildatum") -> dt.date | None:
    if not text:
        return None
    from monitor.field_dates import DATUM

    try:
        return DATUM.read(text)
    except ValueError:
        raise click.BadParameter(
            f"'{text}' is geen datum; schrijf hem als 2025-10-01.", param_hint=option
        ) from None


@cli.command("deliveries")
@FORMAT
@_data_option
def deliveries_(form: str) -> None:
    """Laat zien wat er geleverd is."""
    register = _versions().register()
    if form == "json":
        click.echo(telling.as_json(register.model_dump(mode="json")["deliveries"]))
        return
    telling.tell_register(register)


@cli.command()
@click.argument("which", metavar="ID")
@FORMAT
@_data_option
def withdraw(which: str, form: str) -> None:
    """Trek een levering in (3), of één bestand ervan (3.2). Wat zij verving komt terug."""
    noted = delivery_log.by_command(_who())
    register = delivery_log.withdraw(
        _versions(), which, who=_who(), noted_as=noted, progress=_Progress()
    )
    if form == "json":
        click.echo(telling.as_json({"ingetrokken": which, "versie": register.version}))
    else:
        click.echo(f"Levering {which} is ingetrokken (versie {register.version}).")


@cli.command()
@_data_option
def rebuild() -> None:
    """Maak de opslag opnieuw uit de bewaarde leveringen alleen."""
    register = deliveries.rebuild(_versions(), who=_who(), progress=_Progress())
    click.echo(
        f"Opnieuw gemaakt uit {len(register.files())} bestanden (versie {register.version})."
    )


@cli.command()
@click.option("--uitvoeren", is_flag=True, help="Echt opruimen; zonder is het een proef.")
@FORMAT
@_data_option
def purge(uitvoeren: bool, form: str) -> None:
    """Laat zien welke rijen van leerlingen te oud zijn om te bewaren, en ruim ze op."""
    from monitor import purge_command

    purge_command.run(_versions(), _who(), uitvoeren, form, _Progress())


@cli.command()
def formaten() -> None:
    """Laat zien welke bestanden er zijn, met hun kolommen en woorden (Markdown)."""
    from monitor import formats

    click.echo(formats.document(), nl=False)


@cli.command()
@FORMAT
@_data_option
def check(form: str) -> None:
    """Toets de gegevens aan de regels; niets gevonden is goed."""
    from monitor import journal_command
    from monitor.checks import checks, findings

    store = _store()
    journal_command.refuse_damaged(_versions(), store.register)
    found = {name: findings(store, check_) for name, check_ in checks().items()}
    if form == "json":
        click.echo(
            telling.as_json({name: [f.model_dump() for f in rows] for name, rows in found.items()})
        )
        return
    for name, rows in found.items():
        telling.tell_check(checks()[name], rows)


@cli.command()
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--met-sleutel", is_flag=True, help="Ook de sleutel en geheimen.toml.")
@_data_option
def reservekopie(map_: Path, met_sleutel: bool) -> None:
    """Maak een reservekopie van alles in een nieuwe map, terwijl de monitor doorgaat."""
    from monitor import backup_command

    backup_command.backup(_versions(), _who(), map_, met_sleutel)


@cli.command()
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--vervang", type=int, default=None, metavar="VERSIE",
              help="De versie die er staat en die vervangen mag worden.")  # fmt: skip
@_data_option
def terugzetten(map_: Path, vervang: int | None) -> None:
    """Zet een reservekopie terug, terwijl er geen monitor draait."""
    from monitor import backup_command

    backup_command.put_back(_versions(), _who(), map_, vervang)


@cli.command("nieuw-journaal")
@_data_option
def nieuw_journaal() -> None:
    """Begin met een leeg journaal, als het weg of beschadigd is en er geen reservekopie is."""
    from monitor import journal_command

    journal_command.begin(_versions())


@cli.command()
@FORMAT
@_data_option
def indicators(form: str) -> None:
    """Laat alle indicatoren zien, met hun definitie."""
    if form == "json":
        click.echo(telling.as_json([i.model_dump(mode="json") for i in catalogue().values()]))
        return
    for indicator in catalogue().values():
        click.echo(f"{indicator.name}  ({indicator.unit}, {indicator.moment})")
        click.echo(f"   {indicator.title}")
        click.echo(f"   {indicator.definition}")


@cli.command("figures")
@click.argument("name", metavar="INDICATOR")
@click.option("--per", type=click.Choice(LEVELS), default="swv", show_default=True,
              help="Van welke eenheden.")  # fmt: skip
@click.option("--period", default="", help="Een datum, jaar of schooljaar; zonder: alle.")
@click.option("--breakdown", default="", help="Een uitsplitsing; zonder: alleen totalen.")
@click.option("--code", "codes", multiple=True, help="Alleen deze eenheid (mag vaker).")
@figures_command.as_audience
@_format_option("text", "csv", "json")
@_data_option
def figures_(
    name: str, per: str, period: str, breakdown: str, codes: tuple[str, ...], form: str, **who: Any
) -> None:
    """Laat de cijfers van een indicator zien, precies of zoals een rol ze ziet."""
    store = _store()
    try:
        audience = figures_command.Audience(**{**who, "rol": who["rol"] or ""})
        figures_command.run(store, audience, name, per, period, breakdown, codes, form)
    except MonitorError as error:
        # The store is open, so what is wrong is the question.
        raise click.UsageError(str(error), click.get_current_context()) from None


@cli.command()
@click.option("--schooljaar", default="", help="Bijvoorbeeld 2025-2026; zonder: het nieuwste.")
@click.option("--offer", type=click.Choice(["plan", "praktijk"]), default="praktijk",
              show_default=True, help="Met welke plaatsen.")  # fmt: skip
@click.option("--swv", default="", help="Van welk samenwerkingsverband.")
@click.option("--vso", is_flag=True, help="Ook vso-leerlingen die hadden kunnen blijven.")
@figures_command.as_audience
@FORMAT
@_data_option
def coverage(schooljaar: str, offer: str, swv: str, vso: bool, form: str, **who: Any) -> None:
    """Laat zien hoeveel ondersteuningsvragen een passende plek vinden, en waarom niet."""
    from monitor import coverage_command

    store = _store()
    try:
        audience = figures_command.Audience(**{**who, "rol": who["rol"] or ""})
        coverage_command.run(store, audience, swv, schooljaar, offer, vso, form)
    except MonitorError as error:
        raise click.UsageError(str(error), click.get_current_context()) from None


@cli.command()
@click.option("--swv", default="", help="Van welk samenwerkingsverband.")
@FORMAT
@_data_option
def vrijgave(swv: str, form: str) -> None:
    """Laat zien welke aantallen verborgen zijn of in klassen staan voor wie niet alles mag zien."""
    from monitor import release_command

    store = _store()
    try:
        release_command.run(store, swv, form)
    except MonitorError as error:
        raise click.UsageError(str(error), click.get_current_context()) from None


@cli.command()
@click.argument("email", metavar="E-MAIL")
@click.option("--naam", default="", help="Hoe diegene heet.")
@click.option("--swv", multiple=True, help="Van welk samenwerkingsverband; mag vaker.")
@click.option("--opnieuw", is_flag=True, help="Voor een beheerder die er niet meer in kan.")
@click.option("--adres", default="", help="Waar de monitor te openen is, bijv."
              " http://localhost:8501; anders het eerste van de instelling adressen.")  # fmt: skip
@FORMAT
@_data_option
def beheerder(
    email: str, naam: str, swv: tuple[str, ...], opnieuw: bool, adres: str, form: str
) -> None:
    """Maak een link waarmee iemand beheerder wordt, of weer naar binnen kan."""
    from monitor import account_commands

    account_commands.beheerder(_versions(), _who(), email, naam, swv, opnieuw, form, adres)


@cli.command()
@FORMAT
@_data_option
def accounts(form: str) -> None:
    """Laat zien wie zich kunnen aanmelden, en waarvoor."""
    from monitor import account_commands

    account_commands.list_accounts(_versions().folder, form)


@cli.command()
@click.argument("zoek", default="")
@click.option("--wat", default="", help="Alleen deze soort, bijv. geweigerd of rechten.")
@click.option("--wie", default="", help="Alleen van dit account.")
@click.option("--vanaf", default="", help="De eerste dag, bijv. 2025-10-01.")
@click.option("--tot", default="", help="De laatste dag.")
@click.option("--aantal", type=click.IntRange(1, 100_000), default=200, show_default=True,
              help="Hoeveel regels, de nieuwste eerst.")  # fmt: skip
@_format_option("text", "csv", "json")
@_data_option
def logboek(zoek: str, wat: str, wie: str, vanaf: str, tot: str, aantal: int, form: str) -> None:
    """Zoek in het logboek: wie deed wat, en wat is geweigerd."""
    from monitor import account_commands

    since, until = _date(vanaf, "--vanaf"), _date(tot, "--tot")
    account_commands.show_log(_versions().folder, zoek, wat, wie, since, until, aantal, form)


@cli.command()
@FORMAT
@_data_option
def info(form: str) -> None:
    """Laat zien waar de gegevens staan, welke versies er zijn en hoe vers alles is."""
    import streamlit

    from monitor.freshness import freshness

    versions = _versions()
    store = _store()
    rows = freshness(store)
    about = {
        "map": str(versions.folder.resolve()),
        "versie_gegevens": store.version,
        "gemaakt": store.register.made,
        "dekkend": __version__,
        "python": sys.version.split()[0],
        "duckdb": ENGINE,
        "streamlit": streamlit.__version__,
        "bronnen": [
            {
                "bron": f.source.name,
                "titel": f.source.title,
                "bestanden": f.files,
                "rijen": f.rows,
                "geleverd": f.delivered,
                "over": list(f.moments),
            }
            for f in rows
        ],
    }
    if form == "json":
        click.echo(telling.as_json(about))
        return
    click.echo(f"Gegevens   {about['map']} (versie {store.version})")
    click.echo(
        f"Programma  dekkend {__version__}, Python {about['python']}, "
        f"DuckDB {about['duckdb']}, Streamlit {about['streamlit']}"
    )
    for f in rows:
        if f.files:
            span = f.moments[0] if len(set(f.moments)) == 1 else (
                f"{f.moments[0]} tot en met {f.moments[-1]}" if f.moments else ""
            )  # fmt: skip
            click.echo(
                f"  {f.source.name:<28} {f.rows:>9} rijen  geleverd {f.delivered:%d-%m-%Y}  {span}"
            )
    missing = [f.source.name for f in rows if not f.files]
    if missing:
        click.echo(f"Nog niet geleverd: {', '.join(missing)}")


@cli.command()
@PORT
@click.option("--host", default="127.0.0.1", show_default=True,
              help="Het adres; 0.0.0.0 = ook voor andere computers.")  # fmt: skip
@_data_option
def serve(port: int, host: str) -> None:
    """Open de monitor in de browser."""
    from monitor import server

    server.run(_versions(), host, port)


@cli.command()
@PORT
@click.option("--host", default="127.0.0.1", show_default=True, help="Het adres.")
@click.option("--load-only", is_flag=True, help="Alleen de gegevens klaarzetten.")
@_data_option
def demo(port: int, host: str, load_only: bool) -> None:
    """Zet een verzonnen samenwerkingsverband klaar en open de monitor."""
    from monitor import demonstration

    versions = _versions()
    demonstration.prepare(versions, progress=_Progress())
    click.echo(f"De verzonnen gegevens staan in {versions.folder.resolve()}.")
    if not load_only:
        from monitor import server

        server.run(versions, host, port)


def _store() -> Store:
    return open_store(_versions(), whole=False)


def main() -> None:
    """Run a command; errors are sentences, never a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A name that this terminal does not know the letters of is no failure of the delivery.
            stream.reconfigure(errors="backslashreplace")
    try:
        cli.main(prog_name="dekkend", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "", err=True)
        raise SystemExit(2) from None
    except click.UsageError as error:
        click.echo(telling.usage(error, cli.commands), err=True)
        where = error.ctx.command_path if error.ctx else "dekkend"
        click.echo(f"Zie: {where} --help", err=True)
        raise SystemExit(2) from None
    except click.exceptions.Exit as done:
        raise SystemExit(done.exit_code) from None
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afgebroken.", err=True)
        raise SystemExit(1) from None
    except MonitorError as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from None
    except BrokenPipeError:
        # Who read our output has seen enough (`| head`); the interpreter must not flush it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(1) from None
    except OSError as error:
        click.echo(telling.system_error(error), err=True)
        raise SystemExit(1) from None
    except Exception as error:
        if os.environ.get("DEKKEND_DEBUG"):
            raise
        click.echo(
            f"Er is een fout in het programma of de opslag is beschadigd ({type(error).__name__}). "
            "Maak de opslag opnieuw met: dekkend rebuild. Blijft de fout, meld hem dan, met wat er "
            "verschijnt als DEKKEND_DEBUG=1 gezet is.",
            err=True,
        )
        raise SystemExit(1) from None
