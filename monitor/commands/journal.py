"""`dekkend nieuw-journaal`, and what `dekkend check` says of the journal, the store and the kept
files."""

import datetime as dt
from contextlib import suppress

import click

from monitor.access.first_beheerder import command
from monitor.errors import MonitorError
from monitor.intake import kept_files
from monitor.store import bron
from monitor.store.delivered import Register
from monitor.store.journal import FILE, URL, journal
from monitor.store.journal import begin as begin_journal
from monitor.store.secret import secret
from monitor.store.versions import Versions


def refuse_damaged(versions: Versions, register: Register) -> None:
    """MonitorError when the journal, the store or a kept file is not what was written."""
    if not register.version:
        return
    journal(versions.folder).refuse_damaged()
    bron.read_whole(versions.bron(register.version))
    kept_files.refuse_damaged(versions, register)


def begin(versions: Versions) -> None:
    """An empty journal, beside which a damaged one stays. MonitorError when there is a whole one."""
    file = versions.folder / FILE
    if not secret(URL) and file.exists():
        is_whole = False
        with suppress(MonitorError):
            journal(versions.folder).refuse_damaged()
            is_whole = True
        if is_whole:
            raise MonitorError("Er is al een journaal, en het is heel; er is niets veranderd.")
        aside = file.with_name(f"{FILE}.beschadigd-{dt.datetime.now():%Y%m%d-%H%M%S}")
        file.rename(aside)
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                file.with_name(FILE + ending).rename(aside.with_name(aside.name + ending))
        click.echo(f"Het beschadigde journaal staat nu in {aside}.")
    begin_journal(versions.folder).close()
    click.echo(
        "Er is een leeg journaal. Accounts, logboek, verbeteringen en uitzonderingen zijn er niet in: "
        f"maak eerst een beheerder: {command(versions.folder)}"
    )
