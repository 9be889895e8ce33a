"""Figures, and what the monitor knows of itself."""

import sys
from typing import Any

import click

from monitor import __version__
from monitor.commands import figures, output
from monitor.commands.options import FORMAT, chosen_data, data_option, format_option, opened_store
from monitor.errors import MonitorError
from monitor.figures.door import catalogue
from monitor.figures.levels import LEVELS
from monitor.store.store import ENGINE


@click.command()
@FORMAT
@data_option
def indicators(form: str) -> None:
    """Laat alle indicatoren zien, met hun definitie."""
    if form == "json":
        click.echo(output.as_json([i.model_dump(mode="json") for i in catalogue().values()]))
        return
    for indicator in catalogue().values():
        click.echo(f"{indicator.name}  ({indicator.unit}, {indicator.moment})")
        click.echo(f"   {indicator.title}")
        click.echo(f"   {indicator.definition}")


@click.command("figures")
@click.argument("name", metavar="INDICATOR")
@click.option("--per", type=click.Choice(LEVELS), default="swv", show_default=True,
              help="Van welke eenheden.")  # fmt: skip
@click.option("--period", default="", help="Een datum, jaar of schooljaar; zonder: alle.")
@click.option("--breakdown", default="", help="Een uitsplitsing; zonder: alleen totalen.")
@click.option("--code", "codes", multiple=True, help="Alleen deze eenheid (mag vaker).")
@figures.as_audience
@format_option("text", "csv", "json")
@data_option
def figures_(
    name: str, per: str, period: str, breakdown: str, codes: tuple[str, ...], form: str, **who: Any
) -> None:
    """Laat de cijfers van een indicator zien, precies of zoals een rol ze ziet."""
    store = opened_store()
    try:
        audience = figures.Audience(**{**who, "rol": who["rol"] or ""})
        figures.run(store, audience, name, per, period, breakdown, codes, form)
    except MonitorError as error:
        # The store is open, so what is wrong is the question.
        raise click.UsageError(str(error), click.get_current_context()) from None


@click.command()
@click.option("--schooljaar", default="", help="Bijvoorbeeld 2025-2026; zonder: het nieuwste.")
@click.option("--offer", type=click.Choice(["plan", "praktijk"]), default="praktijk",
              show_default=True, help="Met welke plaatsen.")  # fmt: skip
@click.option("--swv", default="", help="Van welk samenwerkingsverband.")
@click.option("--vso", is_flag=True, help="Ook vso-leerlingen die hadden kunnen blijven.")
@figures.as_audience
@FORMAT
@data_option
def coverage(schooljaar: str, offer: str, swv: str, vso: bool, form: str, **who: Any) -> None:
    """Laat zien hoeveel leerlingen een passende plek vinden, en waarom niet."""
    from monitor.commands import coverage as coverage_command

    store = opened_store()
    try:
        audience = figures.Audience(**{**who, "rol": who["rol"] or ""})
        coverage_command.run(store, audience, swv, schooljaar, offer, vso, form)
    except MonitorError as error:
        raise click.UsageError(str(error), click.get_current_context()) from None


@click.command()
@click.option("--swv", default="", help="Van welk samenwerkingsverband.")
@FORMAT
@data_option
def vrijgave(swv: str, form: str) -> None:
    """Laat zien welke aantallen verborgen zijn of in klassen staan voor wie niet alles mag zien."""
    from monitor.commands import vrijgave as release_command

    store = opened_store()
    try:
        release_command.run(store, swv, form)
    except MonitorError as error:
        raise click.UsageError(str(error), click.get_current_context()) from None


@click.command()
@FORMAT
@data_option
def info(form: str) -> None:
    """Laat zien waar de gegevens staan, welke versies er zijn en hoe vers alles is."""
    import streamlit

    from monitor.store.freshness import freshness

    versions = chosen_data()
    store = opened_store()
    rows = freshness(store)
    about = {
        "map": str(versions.folder.resolve()),
        "versie_gegevens": store.version,
        "gemaakt": store.register.made,
        "dekkend": __version__,
        "python": sys.version.split()[0],
        "duckdb": ENGINE,
        "streamlit": streamlit.__version__,
        "bronnen": [
            {
                "bron": f.source.name,
                "titel": f.source.title,
                "bestanden": f.files,
                "rijen": f.rows,
                "geleverd": f.delivered,
                "over": list(f.moments),
            }
            for f in rows
        ],
    }
    if form == "json":
        click.echo(output.as_json(about))
        return
    click.echo(f"Gegevens   {about['map']} (versie {store.version})")
    click.echo(
        f"Programma  dekkend {__version__}, Python {about['python']}, "
        f"DuckDB {about['duckdb']}, Streamlit {about['streamlit']}"
    )
    for f in rows:
        if f.files:
            span = f.moments[0] if len(set(f.moments)) == 1 else (
                f"{f.moments[0]} tot en met {f.moments[-1]}" if f.moments else ""
            )  # fmt: skip
            click.echo(
                f"  {f.source.name:<28} {f.rows:>9} rijen  geleverd {f.delivered:%d-%m-%Y}  {span}"
            )
    missing = [f.source.name for f in rows if not f.files]
    if missing:
        click.echo(f"Nog niet geleverd: {', '.join(missing)}")


COMMANDS = (indicators, figures_, coverage, vrijgave, info)
