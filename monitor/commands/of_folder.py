"""The data folder: a copy of it, putting one back, a new journal."""

from pathlib import Path

import click

from monitor.commands.options import chosen_data, data_option, who_asks


@click.command()
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--met-sleutel", is_flag=True, help="Ook de sleutel en geheimen.toml.")
@data_option
def reservekopie(map_: Path, met_sleutel: bool) -> None:
    """Maak een reservekopie van alles in een nieuwe map, terwijl de monitor doorgaat."""
    from monitor.commands import backup

    backup.backup(chosen_data(), who_asks(), map_, met_sleutel)


@click.command()
@click.argument("map_", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--vervang", type=int, default=None, metavar="VERSIE",
              help="De versie die er staat en die vervangen mag worden.")  # fmt: skip
@data_option
def terugzetten(map_: Path, vervang: int | None) -> None:
    """Zet een reservekopie terug, terwijl er geen monitor draait."""
    from monitor.commands import backup

    backup.put_back(chosen_data(), who_asks(), map_, vervang)


@click.command("nieuw-journaal")
@data_option
def nieuw_journaal() -> None:
    """Begin met een leeg journaal, als het weg of beschadigd is en er geen reservekopie is."""
    from monitor.commands import journal

    journal.begin(chosen_data())


COMMANDS = (reservekopie, terugzetten, nieuw_journaal)
