"""`dekkend reservekopie` and `dekkend terugzetten`, in words."""

from pathlib import Path

import click

from monitor.intake.backup.restoring import Restored, restore
from monitor.intake.backup.taking import take
from monitor.intake.deliveries import WAIT
from monitor.store.journal import URL
from monitor.store.versions import Versions


SHOWN = 20


def backup(versions: Versions, who: str, copy: Path, with_secrets: bool) -> None:
    contents = take(versions, copy, who=who, wait=WAIT, with_secrets=with_secrets)
    click.echo(f"Versie {contents.versie} staat in {copy}: {len(contents.bestanden)} bestanden.")
    if contents.has_secrets:
        click.echo(
            "Let op: de sleutel en geheimen.toml zitten erin. Wie deze kopie heeft, kan nagaan wie de "
            "leerlingen zijn: bewaar haar achter slot."
        )
    else:
        click.echo(
            "De sleutel en geheimen.toml zitten er niet in. Bewaar die apart; zonder sleutel is een "
            "volgende levering niet te koppelen. Toch erbij: --met-sleutel"
        )
    if contents.journaal != "sqlite":
        click.echo(
            f"Het journaal staat in PostgreSQL ({URL}) en zit er niet in. Maak daar nu zelf een kopie "
            "van: pg_dump --format=custom --file=journaal.dump, met het adres van die database."
        )


def put_back(versions: Versions, who: str, copy: Path, replaces: int | None) -> None:
    _tell(restore(versions, copy, who=who, wait=WAIT, replaces=replaces), versions)


def _tell(done: Restored, versions: Versions) -> None:
    made = done.contents.gemaakt.astimezone()
    click.echo(
        f"De reservekopie van {made:%d-%m-%Y %H:%M} staat in {versions.folder} (versie "
        f"{done.version}, {done.deliveries} leveringen). Alle sessies zijn beëindigd ({done.sessions}), "
        "en uitnodigingen die openstonden ingetrokken."
    )
    click.echo(f"Kunnen zich weer aanmelden, met hun wachtwoord van toen: {_few(done.accounts)}.")
    if done.accounts_back:
        click.echo(
            "Let op: konden dat vlak voor het terugzetten niet (uitgezet of weg): "
            f"{_few(done.accounts_back)}."
        )
    if done.deliveries_back:
        click.echo(f"Weer van kracht: levering {_few(done.deliveries_back)}.")
    if done.deliveries_gone:
        click.echo(f"Niet in de kopie, lever opnieuw: levering {_few(done.deliveries_gone)}.")
    for kind, rows in done.purged_back.items():
        click.echo(f"Waren opgeruimd en stonden in de kopie: {rows} rijen {kind}.")
    for kind, rows in done.purged_again.items():
        click.echo(f"Opnieuw opgeruimd, want te oud om te bewaren: {rows} rijen {kind}.")
    if done.not_purged:
        click.echo(f"Let op, de bewaartermijnen zijn nog niet toegepast. {done.not_purged}")
    if done.aside is not None:
        click.echo(
            f"Wat er stond, staat in {done.aside}, ook gegevens van leerlingen. Gooi die map weg als "
            "alles klopt."
        )
    if done.key_trouble:
        click.echo(
            f"Voordat u weer bestanden over leerlingen levert: {done.key_trouble} Cijfers zijn er wel."
        )
    if done.contents.journaal != "sqlite":
        click.echo(f"Het journaal is dat in PostgreSQL ({URL}), zoals het daar nu is.")


def _few(names: list[str]) -> str:
    more = f" en nog {len(names) - SHOWN}" if len(names) > SHOWN else ""
    return (", ".join(names[:SHOWN]) or "niemand") + more
