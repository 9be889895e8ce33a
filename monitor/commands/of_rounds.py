"""Vragenlijsten: judged, and exchanged with Kobo and ODK; and how a ronde stands."""

from pathlib import Path

import click

from monitor.commands.options import FORMAT, chosen_data, data_option


FILE = click.argument("file", metavar="BESTAND", type=click.Path(path_type=Path))
UIT = click.option("--uit", type=click.Path(path_type=Path), default=None, metavar="BESTAND",
                   help="Waar het komt; anders naast BESTAND, onder dezelfde naam.")  # fmt: skip
OVERSCHRIJF = click.option("--overschrijf", is_flag=True,
                           help="Vervang het bestand dat er al staat.")  # fmt: skip


@click.group()
@data_option
def vragenlijst() -> None:
    """Keur een vragenlijst, of wissel haar met Kobo en ODK (XLSForm)."""


@vragenlijst.command()
@FILE
def check(file: Path) -> None:
    """Keur een vragenlijst (TOML); elke fout staat op een eigen regel."""
    from monitor.commands import vragenlijst as work

    work.check(file)


@vragenlijst.command("van-xlsform")
@FILE
@UIT
@OVERSCHRIJF
def van_xlsform(file: Path, uit: Path | None, overschrijf: bool) -> None:
    """Maak van een XLSForm (.xlsx) een vragenlijst (.toml)."""
    from monitor.commands import vragenlijst as work

    work.from_xlsform(file, uit, overschrijf)


@vragenlijst.command("naar-xlsform")
@FILE
@UIT
@OVERSCHRIJF
def naar_xlsform(file: Path, uit: Path | None, overschrijf: bool) -> None:
    """Maak van een vragenlijst (.toml) een XLSForm (.xlsx) voor Kobo of ODK."""
    from monitor.commands import vragenlijst as work

    work.to_xlsform(file, uit, overschrijf)


@click.group()
@data_option
def ronde() -> None:
    """Volg een ronde: wie heeft ingeleverd, en wat kan wie ontbreekt nog veranderen."""


@ronde.command()
@click.argument("code", metavar="[RONDE]", default="")
@FORMAT
@data_option
def stand(code: str, form: str) -> None:
    """Zeg hoe een ronde staat; zonder RONDE de nieuwste. Alleen aantallen."""
    from monitor.commands import ronde as work

    work.tell(chosen_data().folder, code, form)


COMMANDS = (vragenlijst, ronde)
