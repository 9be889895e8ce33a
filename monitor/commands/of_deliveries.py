"""What is delivered: deliver it, take it back, make the store anew, look whether all is well."""

from pathlib import Path
from typing import Any

import click

from monitor.commands import output
from monitor.commands.options import (
    FORMAT,
    Progress,
    as_date,
    chosen_data,
    data_option,
    opened_store,
    readable,
    seconds,
    who_asks,
)
from monitor.intake import deliveries, logged


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--source", default="", help="De soort bestand of een koppeling, als de koppen die"
              " niet verraden.")  # fmt: skip
@click.option("--peildatum", default="", help="De datum waar de bestanden over gaan, als die niet"
              " in het bestand of zijn naam staat (bijv. 2025-10-01).")  # fmt: skip
@click.option("--volledig/--aanvulling", "is_whole", default=None, help="Of een bestand met meldingen,"
              " tlv's of aanvragen alles noemt wat nog loopt, of alleen iets toevoegt. Zonder: zoals"
              " de soort bestand zegt.")  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Alleen keuren; er verandert niets.")
@click.option("--wait", default=deliveries.WAIT, show_default=True, callback=seconds,
              help="Hoeveel seconden te wachten als iemand anders levert.")  # fmt: skip
@FORMAT
@data_option
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
    paths = [(file, readable(file).name) for file in files]
    options: dict[str, Any] = {
        "who": who_asks(),
        "source": source,
        "moment": as_date(peildatum),
        "is_whole": is_whole,
        "progress": Progress(),
        "wait": wait,
    }
    if dry_run:
        outcome = deliveries.deliver(chosen_data(), paths, dry_run=True, **options)
    else:
        noted = logged.by_command(who_asks())
        outcome = logged.deliver(chosen_data(), paths, noted_as=noted, **options)
    if form == "json":
        click.echo(output.as_json(output.outcome_as_json(outcome)))
    else:
        output.tell_outcome(outcome)
    if outcome.is_refused:
        raise SystemExit(1)


@click.command("deliveries")
@FORMAT
@data_option
def deliveries_(form: str) -> None:
    """Laat zien wat er geleverd is."""
    register = chosen_data().register()
    if form == "json":
        click.echo(output.as_json(register.model_dump(mode="json")["deliveries"]))
        return
    output.tell_register(register)


@click.command()
@click.argument("which", metavar="ID")
@FORMAT
@data_option
def withdraw(which: str, form: str) -> None:
    """Trek een levering in (3), of één bestand ervan (3.2). Wat zij verving komt terug."""
    noted = logged.by_command(who_asks())
    register = logged.withdraw(
        chosen_data(), which, who=who_asks(), noted_as=noted, progress=Progress()
    )
    if form == "json":
        click.echo(output.as_json({"ingetrokken": which, "versie": register.version}))
    else:
        click.echo(f"Levering {which} is ingetrokken (versie {register.version}).")


@click.command()
@data_option
def rebuild() -> None:
    """Maak de opslag opnieuw uit de bewaarde leveringen alleen."""
    register = deliveries.rebuild(chosen_data(), who=who_asks(), progress=Progress())
    click.echo(
        f"Opnieuw gemaakt uit {len(register.files())} bestanden (versie {register.version})."
    )


@click.command()
@click.option("--uitvoeren", is_flag=True, help="Echt opruimen; zonder is het een proef.")
@FORMAT
@data_option
def purge(uitvoeren: bool, form: str) -> None:
    """Laat zien welke rijen van leerlingen te oud zijn om te bewaren, en ruim ze op."""
    from monitor.commands import purge as purge_command

    purge_command.run(chosen_data(), who_asks(), uitvoeren, form, Progress())


@click.command()
def formaten() -> None:
    """Laat zien welke bestanden er zijn, met hun kolommen en woorden (Markdown)."""
    from monitor.intake import formats

    click.echo(formats.document(), nl=False)


@click.command()
@FORMAT
@data_option
def check(form: str) -> None:
    """Toets de gegevens aan de regels; niets gevonden is goed."""
    from monitor.commands import journal
    from monitor.store.checks import checks, findings

    store = opened_store()
    journal.refuse_damaged(chosen_data(), store.register)
    found = {name: findings(store, check_) for name, check_ in checks().items()}
    if form == "json":
        click.echo(
            output.as_json({name: [f.model_dump() for f in rows] for name, rows in found.items()})
        )
        return
    for name, rows in found.items():
        output.tell_check(checks()[name], rows)


COMMANDS = (deliver, deliveries_, withdraw, rebuild, purge, formaten, check)
