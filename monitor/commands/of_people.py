"""Who may come in, and what they did."""

import click

from monitor.commands.options import (
    FORMAT,
    as_date,
    chosen_data,
    data_option,
    format_option,
    who_asks,
)


@click.command()
@click.argument("email", metavar="E-MAIL")
@click.option("--naam", default="", help="Hoe diegene heet.")
@click.option("--swv", multiple=True, help="Van welk samenwerkingsverband; mag vaker.")
@click.option("--opnieuw", is_flag=True, help="Voor een beheerder die er niet meer in kan.")
@click.option("--adres", default="", help="Waar de monitor te openen is, bijv."
              " http://localhost:8501; anders het eerste van de instelling adressen.")  # fmt: skip
@FORMAT
@data_option
def beheerder(
    email: str, naam: str, swv: tuple[str, ...], opnieuw: bool, adres: str, form: str
) -> None:
    """Maak een link waarmee iemand beheerder wordt, of weer naar binnen kan."""
    from monitor.commands import accounts as account_commands

    account_commands.beheerder(chosen_data(), who_asks(), email, naam, swv, opnieuw, form, adres)


@click.command()
@FORMAT
@data_option
def accounts(form: str) -> None:
    """Laat zien wie zich kunnen aanmelden, en waarvoor."""
    from monitor.commands import accounts as account_commands

    account_commands.list_accounts(chosen_data().folder, form)


@click.command()
@click.argument("zoek", default="")
@click.option("--wat", default="", help="Alleen deze soort, bijv. geweigerd of rechten.")
@click.option("--wie", default="", help="Alleen van dit account.")
@click.option("--vanaf", default="", help="De eerste dag, bijv. 2025-10-01.")
@click.option("--tot", default="", help="De laatste dag.")
@click.option("--aantal", type=click.IntRange(1, 100_000), default=200, show_default=True,
              help="Hoeveel regels, de nieuwste eerst.")  # fmt: skip
@format_option("text", "csv", "json")
@data_option
def logboek(zoek: str, wat: str, wie: str, vanaf: str, tot: str, aantal: int, form: str) -> None:
    """Zoek in het logboek: wie deed wat, en wat is geweigerd."""
    from monitor.commands import accounts as account_commands

    since, until = as_date(vanaf, "--vanaf"), as_date(tot, "--tot")
    account_commands.show_log(chosen_data().folder, zoek, wat, wie, since, until, aantal, form)


COMMANDS = (beheerder, accounts, logboek)
