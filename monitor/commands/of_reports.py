"""Packs for an audience as files, and whether a file is still true."""

from pathlib import Path

import click

from monitor.commands.options import as_date, chosen_data, data_option, opened_store, who_asks


@click.command()
@click.argument("pakket", metavar="PACK")
@click.option("--voor", default="", metavar="PUBLIEK",
              help="Voor wie: directeur, consultant, bestuur, school, gemeente, opr of inspectie. Zonder: "
              "voor wie het pakket bedoeld is.")  # fmt: skip
@click.option("--swv", default="", help="Van welk samenwerkingsverband.")
@click.option("--school", default="", metavar="CODE", help="Over of voor welke school.")
@click.option("--bestuur", default="", metavar="NUMMER", help="Voor welk bestuur.")
@click.option("--gemeente", default="", metavar="CODE", help="Over of voor welke gemeente.")
@click.option("--vorm", default="pdf", show_default=True, metavar="VORM,…",
              help="Welke bestanden, met een komma ertussen.")  # fmt: skip
@click.option("--uit", type=click.Path(path_type=Path), required=True, metavar="MAP",
              help="De map waarin de bestanden komen.")  # fmt: skip
@click.option(
    "--peildatum", default="", help="De stand van die dag, bijv. 2025-10-01; zonder: de nieuwste."
)
@click.option("--per", default="", metavar="NIVEAU",
              help="Wat kaarten en ranglijsten naast elkaar zetten: gemeente, subregio, wijk of bestuur.")  # fmt: skip
@click.option("--inzage", is_flag=True, help="Voor een consultant met inzage in precieze cijfers.")
@click.option("--alle", is_flag=True,
              help="Voor alle scholen, besturen of gemeenten, in één zip met de naam van het pakket.")  # fmt: skip
@click.option("--hervat", is_flag=True, help="Met --alle: ga door waar het stopte.")
@data_option
def report(
    pakket: str, voor: str, swv: str, school: str, bestuur: str, gemeente: str, vorm: str,
    uit: Path, peildatum: str, per: str, inzage: bool, alle: bool, hervat: bool,
) -> None:  # fmt: skip
    """Maak een pakket voor een publiek: wat er in staat, mag dat publiek ook op het scherm zien.

    Geeft 0 als het gemaakt is, 1 als het niet kon, en met --alle 3 als het voor sommige niet lukte.
    """
    from monitor.commands import report as making

    day = as_date(peildatum)
    choice = making.Choice(
        pakket, voor, swv, school, bestuur, gemeente, day.isoformat() if day else "", per, inzage
    )
    if hervat and not alle:
        raise click.UsageError("--hervat hoort bij --alle.", click.get_current_context())
    if alle and (school or bestuur or gemeente):
        raise click.UsageError("Kies --alle of één.", click.get_current_context())
    if not alle:
        making.run(opened_store(), choice, making.forms(vorm), uit, who_asks())
    elif code := making.run_all(
        opened_store(), choice, making.forms(vorm), uit, who_asks(), again=hervat
    ):
        raise SystemExit(code)


@click.command()
@click.argument("bestanden", metavar="BESTAND…", nargs=-1, required=True,
                type=click.Path(exists=True, dir_okay=False, path_type=Path))  # fmt: skip
@data_option
def verify(bestanden: tuple[Path, ...]) -> None:
    """Controleer of een rapport nog klopt, en wat er anders is.

    Geeft 0 als alles gelijk is, 3 als er iets verschilt, 4 als het geen rapport van deze monitor is en
    5 als die versie van de gegevens er niet meer is; van meer bestanden het hoogste.
    """
    from monitor.commands import verify as verifying

    if code := verifying.run(chosen_data(), bestanden):
        raise SystemExit(code)


COMMANDS = (report, verify)
