"""`dekkend`: deliver files, take them back, ask figures, serve the monitor.

Exit 0 = done, 1 = refused or failed, 2 = wrong usage.
"""

import io
import os
import sys
from typing import Any

import click

from monitor import __version__
from monitor.commands import (
    huisstijl,
    of_deliveries,
    of_figures,
    of_folder,
    of_people,
    of_reports,
    of_rounds,
    output,
)
from monitor.commands.options import PORT, Progress, chosen_data, data_option
from monitor.errors import MonitorError


class _Commands(click.Group):
    """Who asked for JSON gets JSON, also when it fails; `main` says it in words as well."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except MonitorError as error:
            if ctx.meta.get("form") == "json":
                click.echo(output.as_json({"fout": str(error)}))
            raise


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@data_option
@click.version_option(__version__, prog_name="dekkend", message="%(prog)s %(version)s")
def cli() -> None:
    """Monitor dekkend aanbod: lever bestanden, vraag cijfers op, open de monitor."""


@click.command()
@PORT
@click.option("--host", default="127.0.0.1", show_default=True,
              help="Het adres; 0.0.0.0 = ook voor andere computers.")  # fmt: skip
@data_option
def serve(port: int, host: str) -> None:
    """Open de monitor in de browser."""
    from monitor.commands import serve as server

    server.run(chosen_data(), host, port)


@click.command()
@PORT
@click.option("--host", default="127.0.0.1", show_default=True, help="Het adres.")
@click.option("--load-only", is_flag=True, help="Alleen de gegevens klaarzetten.")
@data_option
def demo(port: int, host: str, load_only: bool) -> None:
    """Zet een verzonnen samenwerkingsverband klaar en open de monitor."""
    from monitor.commands import demo as demonstration

    versions = chosen_data()
    demonstration.prepare(versions, progress=Progress())
    click.echo(f"De verzonnen gegevens staan in {versions.folder.resolve()}.")
    if not load_only:
        from monitor.commands import serve as server

        server.run(versions, host, port)


for command in (
    *of_deliveries.COMMANDS,
    *of_figures.COMMANDS,
    *of_folder.COMMANDS,
    *of_people.COMMANDS,
    *of_rounds.COMMANDS,
    *huisstijl.COMMANDS,
    *of_reports.COMMANDS,
    serve,
    demo,
):
    cli.add_command(command)


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
        # Of `dekkend vragenlijst`: the commands under it.
        group = error.ctx.command if error.ctx else cli
        known = group.commands if isinstance(group, click.Group) else cli.commands
        click.echo(output.usage(error, known), err=True)
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
        click.echo(output.system_error(error), err=True)
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
