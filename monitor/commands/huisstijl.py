"""What leaves the monitor as a file, and the template that it is made in."""

import sys
from pathlib import Path

import click


@click.command()
@click.argument(
    "file", metavar="BESTAND", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def huisstijl(file: Path) -> None:
    """Zeg wat er mist aan een sjabloon voor PowerPoint (.pptx of .potx)."""
    from monitor.reports import huisstijl as style

    if file.suffix.lower() not in style.ENDINGS:
        click.echo(f"{file.name}: een sjabloon is een .pptx of een .potx, zonder macro's.")
        sys.exit(1)
    findings = style.check(file.read_bytes())
    for one in findings:
        click.echo(f"{'geweigerd' if one.refuses else 'let op'}: {one.words}")
    if findings:
        sys.exit(1)
    click.echo(f"{file.name} is goed. Leg het in de map {style.FOLDER} van de gegevensmap.")


COMMANDS = (huisstijl,)
