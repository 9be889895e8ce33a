"""`dekkend report`: a pack as files in a folder, made by who owns the data folder."""

import sys
import time
from pathlib import Path
from typing import NamedTuple

import click

from monitor.errors import MonitorError
from monitor.reports import bulk, leaving
from monitor.reports.audiences import Publiek
from monitor.reports.making import Order, make
from monitor.reports.recipes import recipe
from monitor.reports.rendering import FORMS
from monitor.store.store import Store


class Choice(NamedTuple):
    """The options of the command; "" where nothing was chosen."""

    pakket: str
    voor: str
    swv: str
    school: str
    bestuur: str
    gemeente: str
    peildatum: str
    per: str
    inzage: bool

    def order(self) -> Order:
        """MonitorError where options do not go together."""
        made = recipe(self.pakket)
        voor = self.voor or made.voor
        if voor not in set(Publiek):
            raise MonitorError(f"--voor kan alleen zijn: {', '.join(Publiek)}.")
        if self.bestuur and voor != Publiek.BESTUUR:
            raise MonitorError("--bestuur hoort bij --voor bestuur.")
        if self.inzage and voor != Publiek.CONSULTANT:
            raise MonitorError("--inzage hoort bij --voor consultant.")
        codes = {Publiek.SCHOOL: self.school, Publiek.BESTUUR: self.bestuur,
                 Publiek.GEMEENTE: self.gemeente}  # fmt: skip
        code = codes.get(Publiek(voor), "")
        is_own = voor == Publiek.GEMEENTE
        return Order(
            recept=made.naam, publiek=voor, swv=self.swv, code=code,
            school="" if voor == Publiek.SCHOOL else self.school,
            regio=f"gemeente:{self.gemeente}" if self.gemeente and not is_own else "",
            peildatum=self.peildatum, per=self.per, inzage="ja" if self.inzage else "",
        )  # fmt: skip


def forms(text: str) -> list[str]:
    """pdf,html → the forms, each once. UsageError for one that there is not."""
    found = list(dict.fromkeys(one.strip().lower() for one in text.split(",") if one.strip()))
    wrong = [one for one in found if one not in FORMS]
    if wrong or not found:
        raise click.UsageError(f"--vorm kan alleen zijn: {', '.join(FORMS)}.",
                               click.get_current_context())  # fmt: skip
    return found


def run(store: Store, choice: Choice, wanted: list[str], folder: Path, who: str) -> None:
    """MonitorError where it cannot be made; every file is there whole or not at all."""
    order = choice.order()
    one = make(store, order)
    leaving.note(store, who, order, one, wanted)
    folder.mkdir(parents=True, exist_ok=True)
    for form in wanted:
        place = folder / f"{order.name}.{form}"
        bulk.put(place, FORMS[form](one))
        click.echo(str(place))


def run_all(
    store: Store, choice: Choice, wanted: list[str], folder: Path, who: str, *, again: bool
) -> int:
    """For every school, bestuur or gemeente in one zip: 3 where some could not be made."""
    order = choice.order()
    folder.mkdir(parents=True, exist_ok=True)
    begin = time.monotonic()

    def told(done: int, many: int) -> None:
        if sys.stderr.isatty():
            left = (time.monotonic() - begin) / max(done, 1) * (many - done)
            words = f"{done} van de {many}, nog ongeveer {left:.0f} seconden"
            click.echo(f"\r\x1b[2K{words}", err=True, nl=done >= many)

    one = bulk.Run(order, tuple(wanted), folder, bulk.put,
                   lambda each, made: leaving.note(store, who, each, made, wanted), told)  # fmt: skip
    failed = bulk.make_all(store, one, again=again)
    click.echo(f"{one.zip}: {len(one.done)} gemaakt")
    for code, why in sorted(failed.items()):
        click.echo(f"{code}: niet gemaakt. {why}", err=True)
    return 3 if failed else 0
