"""`dekkend figures`: the figures of an indicator, as somebody may see them.

Who sits at the machine sees everything: a file is his to open anyway. With `--rol` he sees what an
audience gets, and not one number more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

import click

from monitor.access import EVERY, Role, Viewer, audit
from monitor.access.audit import Event
from monitor.commands import output
from monitor.errors import MonitorError
from monitor.figures import roll_up, together
from monitor.figures.door import Figure, Indicator, figures, indicator_named
from monitor.figures.provenance import provenance
from monitor.store.journal import journal
from monitor.store.store import Store
from monitor.views.files import export
from monitor.views.words import footnote


Command = TypeVar("Command", bound=Callable[..., Any])
WHO = "opdracht"
"""How the audit log names who asks by a command."""


@dataclass(frozen=True)
class Audience:
    """As whom a command asks; without a role as who sits at the machine."""

    rol: str = ""
    eigen: tuple[str, ...] = ()
    school: tuple[str, ...] = ()
    bestuur: tuple[str, ...] = ()
    inzage: bool = False

    def viewer(self, store: Store) -> Viewer:
        """MonitorError says what is missing to be that audience."""
        if not self.rol:
            if self != Audience():
                raise MonitorError("Geef met --rol op als wie u de cijfers wilt zien.")
            return Viewer(Role.BEHEERDER, EVERY, wie=WHO)
        role = Role(self.rol)
        swv = frozenset(self.eigen) or frozenset(_own(store))
        self._check(role)
        return Viewer(
            role,
            swv,
            frozenset(self.school) | _schools_of(store, self.bestuur),
            frozenset(self.bestuur),
            swv if self.inzage else frozenset(),
            f"{WHO} als {role}",
        )

    def _check(self, role: Role) -> None:
        if role is Role.SCHOOL and not self.school:
            raise MonitorError("Welke school? Geef --school met een vestigingscode.")
        if role is Role.BESTUUR and not self.bestuur:
            raise MonitorError("Welk bestuur? Geef --bestuur met een bestuursnummer.")
        if self.school and role is not Role.SCHOOL:
            raise MonitorError("--school hoort bij --rol school.")
        if self.bestuur and role is not Role.BESTUUR:
            raise MonitorError("--bestuur hoort bij --rol bestuur.")
        if self.inzage and role is not Role.CONSULTANT:
            raise MonitorError("--inzage hoort bij --rol consultant.")


def _own(store: Store) -> list[str]:
    """The samenwerkingsverband whose monitor this is, or the only one that there is."""
    known = [row["code"] for row in roll_up.swvs(store)]
    if store.settings.swv:
        return [store.settings.swv]
    if len(known) == 1:
        return known
    raise MonitorError(
        f"Van welk samenwerkingsverband? Geef --eigen met een van: {', '.join(known) or 'geen'}."
    )


def _schools_of(store: Store, besturen: Sequence[str]) -> frozenset[str]:
    rows = store.rows(
        "select vestiging from views.vestiging where list_contains($besturen, bestuursnummer)",
        {"besturen": list(besturen)},
    )
    return frozenset(code for (code,) in rows)


def note(store: Store, who: str, what: Event, about: str, swv: frozenset[str]) -> None:
    """In the audit log: numbers left the monitor by a command. Where that cannot be written (a full
    disk) it is told and the figures are given: who may run commands here may read the files too."""
    if store.folder is not None:
        try:
            audit.record(journal(store.folder), who, what, about, swv=swv - EVERY)
        except MonitorError as error:
            click.echo(f"Niet in het logboek te schrijven. {error}", err=True)


def as_audience(command: Command) -> Command:
    """The options of a command that can be asked as somebody else."""
    for option in reversed(
        (
            click.option("--rol", type=click.Choice([role.value for role in Role]), default=None,
                         help="Als wie: wat deze rol te zien krijgt. Zonder: alles, precies."),
            click.option("--eigen", multiple=True, metavar="SWV",
                         help="Bij --rol: het eigen samenwerkingsverband (mag vaker)."),
            click.option("--school", multiple=True, metavar="CODE",
                         help="Bij --rol school: de eigen vestiging (mag vaker)."),
            click.option("--bestuur", multiple=True, metavar="NUMMER",
                         help="Bij --rol bestuur: het eigen bestuur (mag vaker)."),
            click.option("--inzage", is_flag=True,
                         help="Bij --rol consultant: met inzage in precieze cijfers."),
        )
    ):  # fmt: skip
        command = option(command)
    return command


def run(
    store: Store,
    audience: Audience,
    name: str,
    per: str,
    period: str,
    breakdown: str,
    codes: tuple[str, ...],
    form: str,
) -> None:
    """The command itself; MonitorError when the question cannot be answered."""
    indicator = indicator_named(name)
    viewer = audience.viewer(store)
    found = figures(
        store, viewer, indicator, per, period=period, breakdown=breakdown,
        codes=codes,
    )  # fmt: skip
    about = f"dekkend figures {indicator.name} per {per} ({len(found)} cijfers)"
    note(store, viewer.who, Event.DOWNLOAD, about, viewer.swv)
    if form == "csv":
        click.echo(export.to_csv(found, indicator, per), nl=False)
    elif form == "json":
        click.echo(export.to_json(found, indicator, per))
    else:
        beside = {
            key: one.words
            for key, one in together.known(store, viewer, indicator, per, found).items()
        }
        output.tell_figures(found, indicator, per, beside)
        for words in _kinds(store, indicator, per, found):
            click.echo(words)


def _kinds(store: Store, indicator: Indicator, per: str, found: Sequence[Figure]) -> list[str]:
    """Where the soort of schools comes from that the file with the count does not name: in the
    samenwerkingsverbanden that the figures are about, with the periods in which it matters."""
    periods: dict[str, list[str]] = {}
    for periode in sorted({figure.periode for figure in found}):
        for swv in _swvs(store, indicator, per, {f.code for f in found if f.periode == periode}):
            for words in footnote.kinds_of(provenance(store, indicator, periode, swv)):
                periods.setdefault(words, []).append(periode)
    return [f"{words} ({', '.join(when)})." for words, when in periods.items()]


def _swvs(store: Store, indicator: Indicator, per: str, codes: set[str]) -> list[str]:
    """The samenwerkingsverbanden in which units of a level lie; "" for all of the country."""
    if per == "land":
        return [""]
    rows = store.rows(
        "select distinct swv from views.lidmaatschap where sector = $sector and per = $per "
        "and list_contains($codes, code) order by swv",
        {"sector": indicator.sector, "per": per, "codes": sorted(codes)},
    )
    return [swv for (swv,) in rows]
