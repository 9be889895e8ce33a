"""How the command line tells: outcomes as JSON or in words, and what went wrong in Dutch."""

import errno
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from monitor.figures import wording
from monitor.figures.door import Figure, Indicator
from monitor.intake.report import DeliveryOutcome
from monitor.store.checks import Check, Finding
from monitor.store.delivered import Register


SHOWN = 10
"""Findings of a check that are told in words."""


def as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)


def outcome_as_json(outcome: DeliveryOutcome) -> dict[str, Any]:
    return {
        "levering": outcome.id or None,
        "versie": outcome.version or None,
        "geweigerd": outcome.is_refused,
        "proef": outcome.dry_run,
        "bestanden": [
            {
                "bestand": report.file,
                "soort": report.source or None,
                "waarom": report.why or None,
                "koppeling": report.mapping.name if report.mapping else None,
                "peildatum": report.moment,
                "volledig": report.is_whole,
                "niet_meer_genoemd": report.no_longer_named,
                "rijen": report.rows,
                "geladen": report.loaded,
                "geweigerd": report.refused,
                "onbekende_koppen": report.unknown_headings,
                "opmerkingen": report.remarks,
                "ongewijzigd": report.unchanged,
                "fouten": [problem._asdict() for problem in report.problems],
            }
            for report in outcome.reports
        ],
    }


def tell_outcome(outcome: DeliveryOutcome) -> None:
    for report in outcome.reports:
        kind = f"{report.source} ({report.why})" if report.source else "soort onbekend"
        click.echo(f"{report.file}: {kind}")
        about = f", over {report.moment:%d-%m-%Y}" if report.moment else ""
        click.echo(
            f"  rijen {report.rows}, geladen {report.loaded}, geweigerd {report.refused}{about}"
        )
        for remark in report.remarks:
            click.echo(f"  {remark}")
        for problem in report.problems:
            click.echo(f"  FOUT {problem}", err=True)
    if outcome.is_refused:
        click.echo("Geweigerd: er is niets geladen en niets veranderd.", err=True)
    elif outcome.dry_run:
        click.echo("Proef: de bestanden zijn goed; er is niets veranderd.")
    elif outcome.id:
        click.echo(f"Gepubliceerd als levering {outcome.id} (versie {outcome.version}).")
    else:
        click.echo("Er is niets veranderd.")


def tell_register(register: Register) -> None:
    if not register.deliveries:
        click.echo("Er is nog niets geleverd. Lever met: dekkend deliver BESTAND …")
    for delivery in register.deliveries:
        when = delivery.when.astimezone()
        click.echo(f"{delivery.id}  {when:%d-%m-%Y %H:%M}  {delivery.who}")
        for number, file in enumerate(delivery.files, 1):
            gone = "  TERUGGETROKKEN" if file.withdrawn else ""
            about = f", over {file.moment:%d-%m-%Y}" if file.moment else ""
            about += ", volledige lijst" if file.is_whole else ""
            click.echo(
                f"   {delivery.id}.{number}  {file.name}: {file.source}, "
                f"{file.loaded} rijen{about}{gone}"
            )


def tell_check(check: Check, found: Sequence[Finding]) -> None:
    if not found:
        click.echo(f"goed    {check.title}")
        return
    click.echo(f"{check.seriousness.upper()}  {check.title}: {len(found)}")
    for finding in found[:SHOWN]:
        click.echo(f"   {finding.code}  {finding.melding}")
    if len(found) > SHOWN:
        click.echo(f"   … en nog {len(found) - SHOWN} (alles: dekkend check --format json)")
    click.echo(f"   Wat nu: {check.advice}")


def tell_figures(
    found: Sequence[Figure],
    indicator: Indicator,
    per: str,
    beside: Mapping[tuple[str, str], str] | None = None,
) -> None:
    """`beside` is what is known where a figure is an interval, by code and periode: told first."""
    click.echo(f"{indicator.title} (per {per}, {indicator.moment})")
    click.echo(indicator.definition)
    if not found:
        click.echo("Er zijn geen cijfers. Zie: dekkend info")
    for figure in found:
        part = f"  {figure.uitsplitsing.partition('=')[2]}" if figure.uitsplitsing else ""
        known = (beside or {}).get((figure.code, figure.periode), "")
        first = f"  {known}; {indicator.short}:" if known else ""
        click.echo(
            f"{figure.periode}  {figure.code:<10} {figure.naam:<40.40}{part}"
            f"{first}  {wording.value(figure, indicator)}"
        )


def usage(error: click.UsageError, commands: Iterable[str]) -> str:
    """click speaks English; the person who typed it does not have to."""
    match error:
        case click.MissingParameter():
            name = error.param.human_readable_name if error.param else error.param_hint
            return f"Er ontbreekt iets: {name}."
        case click.NoSuchOption():
            return f"Onbekende optie: {error.option_name}."
        case click.BadParameter(param=click.Parameter(type=click.Choice() as kind, opts=names)):
            return f"{names[0]} kan alleen zijn: {', '.join(map(str, kind.choices))}."
        case click.BadParameter(
            param=click.Parameter(type=click.IntRange(min=low, max=high), opts=names, default=given)
        ):
            return (
                f"{names[0]} moet een geheel getal van {low} tot en met {high} zijn, bijv. {given}."
            )
        case click.BadParameter(
            param=click.Parameter(type=click.types.FloatParamType(), opts=names, default=default)
        ):
            return f"{names[0]} moet een getal van 0 of meer zijn, bijv. {default:.0f}."
        case click.BadParameter(param=click.Parameter(name="data")):
            return "--data is een bestand. Geef de map waarin de gegevens staan."
        case click.BadOptionUsage():
            return f"Achter {error.option_name} moet iets staan."
    if "No such command" in error.message:
        return f"Onbekend commando. Kies uit: {', '.join(commands)}."
    if "Missing command" in error.message:
        return f"Geef een commando: {', '.join(commands)}."
    if "unexpected extra argument" in error.message:
        return "Er staat te veel achter het commando."
    return error.message


_WHY = {
    errno.ENOENT: "bestaat niet",
    errno.ENOTDIR: "is geen map",
    errno.EISDIR: "is een map en geen bestand",
    errno.EACCES: "is niet toegankelijk voor u",
    errno.EPERM: "is niet toegankelijk voor u",
    errno.EROFS: "kan hier niet geschreven worden",
    errno.ENOSPC: "de schijf is vol",
    errno.EADDRINUSE: "deze poort is al in gebruik",
}
"""What the operating system says in English."""


def system_error(error: OSError) -> str:
    what = f"{error.filename}: " if error.filename else ""
    why = _WHY.get(error.errno or 0, str(error.strerror or error))
    return f"{what}{why}. Controleer de map en de rechten."
