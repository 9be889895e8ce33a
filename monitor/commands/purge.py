"""`dekkend purge` in words and as JSON."""

import click

from monitor.commands import output
from monitor.intake import logged
from monitor.intake.deliveries import WAIT
from monitor.intake.rebuilding import Progress
from monitor.intake.retention import Held
from monitor.intake.retention.purging import Purged, rehearse
from monitor.store.delivered import Register
from monitor.store.versions import Versions


def run(versions: Versions, who: str, is_meant: bool, form: str, progress: Progress) -> None:
    """Tell what is past its date; remove it when that is meant."""
    register = versions.register()
    if is_meant:
        done = logged.purge(
            versions,
            who=who,
            noted_as=logged.by_command(who),
            progress=progress,
            wait=WAIT,
        )
    else:
        done = rehearse(versions)
    if form == "json":
        click.echo(output.as_json(as_json(done, register, is_meant)))
    else:
        _tell(done, register, is_meant)


def as_json(done: Purged, register: Register, is_meant: bool) -> dict[str, object]:
    """What was found and done; no row, and nothing of a pupil."""
    labels = _labels(register)
    return {
        "proef": not is_meant,
        "versie": done.version or None,
        "opgeruimd" if is_meant else "op_te_ruimen": done.rows(register),
        "vastgelegde_perioden": done.fixed,
        "bestanden": [
            {"levering": labels[number][0], "bestand": labels[number][1], "rijen": rows}
            for number, rows in done.files.items()
        ],
        "soorten": [
            {
                "soort": one.source.name,
                "grondslag": one.ground,
                "bewaarjaren": one.years,
                "rijen": one.rows,
                "zonder_datum": one.running,
                "oudste_datum": one.oldest,
                "voorbij": one.past,
            }
            for one in done.held
        ],
    }


def _tell(done: Purged, register: Register, is_meant: bool) -> None:
    if not done.held:
        click.echo("Er zijn geen bestanden van leerlingen.")
    for one in done.held:
        click.echo(f"{one.source.title}: {_rows(one.rows)}")
        click.echo(f"   grondslag: {one.ground}; {one.years} jaar na het besluit of het einde")
        click.echo(f"   {_dates(one)}")
    labels = _labels(register)
    if done.files:
        click.echo("Weggehaald uit:" if is_meant else "Weg te halen uit:")
    for number, rows in done.files.items():
        label, name = labels[number]
        click.echo(f"   levering {label}  {name}: {_rows(rows)}")
    total = sum(done.files.values())
    if not total:
        click.echo("Er is niets om op te ruimen.")
    elif is_meant:
        click.echo(
            f"Opgeruimd: {_rows(total)} (versie {done.version}). Alle cijfers zijn gelijk gebleven; "
            f"{done.fixed} perioden van een cijfer staan vast."
        )
    else:
        click.echo("Dit is een proef: er is niets veranderd. Opruimen: dekkend purge --uitvoeren")


def _dates(one: Held) -> str:
    oldest = f"oudste datum {one.oldest:%d-%m-%Y}" if one.oldest else "geen enkele heeft een datum"
    return (
        f"voorbij hun bewaartermijn: {one.past}; nog zonder datum (loopt nog): {one.running}; "
        f"{oldest}"
    )


def _rows(number: int) -> str:
    return f"{number} {'rij' if number == 1 else 'rijen'}"


def _labels(register: Register) -> dict[int, tuple[str, str]]:
    """File number → (`3.2`, its name)."""
    return {
        file.number: (f"{delivery.id}.{place}", file.name)
        for delivery in register.deliveries
        for place, file in enumerate(delivery.files, 1)
    }
