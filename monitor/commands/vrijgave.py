"""`dekkend vrijgave`: what protected audiences see of the counts, and what was widened for it."""

from typing import Any

import click

from monitor.access.audit import Event
from monitor.commands import output
from monitor.commands.figures import WHO, note
from monitor.errors import MonitorError
from monitor.figures.catalogue import catalogue
from monitor.figures.disclosure import protecting
from monitor.figures.disclosure.counts import Count
from monitor.figures.disclosure.policy import counts_pupils
from monitor.figures.disclosure.release import Release, family
from monitor.store.store import Store


SHOWN = 20
"""Widened counts that are told in words."""


def releases(store: Store, swv: str) -> dict[str, Release]:
    """By family of indicators; those without counts are left out."""
    first = {family(one): one for one in catalogue().values() if counts_pupils(one)}
    found = {name: protecting.release(store, swv, one) for name, one in sorted(first.items())}
    return {name: release for name, release in found.items() if release.intervals}


def as_json(found: dict[str, Release], minimum: int) -> list[dict[str, Any]]:
    """Per family how many counts are shown how, and each that is wider than its class."""
    return [
        {
            "soort": name,
            **tally(release, minimum),
            "verwijd": [
                {**count._asdict(), "van": low, "tot": None if high == float("inf") else high}
                for count, (low, high) in sorted(release.widened.items())
            ],
        }
        for name, release in found.items()
    ]


def tally(release: Release, minimum: int) -> dict[str, int]:
    """How many counts there are, are exact, hidden (fewer than `minimum`), in classes, and wider than their class."""
    ends = release.intervals.values()
    exact = sum(low == high for low, high in ends)
    hidden = sum(0 < high < minimum and low < high for low, high in ends)
    return {
        "aantallen": len(ends),
        "exact": exact,
        "verborgen": hidden,
        "klasse": len(ends) - exact - hidden,
        "wijder": len(release.widened),
    }


def run(store: Store, swv: str, form: str) -> None:
    """Tell it in words or as JSON. MonitorError when it is not said of which SWV."""
    chosen = swv or store.settings.swv
    if not chosen:
        raise MonitorError("Welk samenwerkingsverband? Geef --swv met een code, bijv. VO2601.")
    found = releases(store, chosen)
    note(store, WHO, Event.VRIJGAVE, f"dekkend vrijgave {chosen}", frozenset({chosen}))
    if form == "json":
        click.echo(output.as_json(as_json(found, store.settings.drempel)))
        return
    if not found:
        click.echo(f"Van {chosen} zijn er geen aantallen leerlingen.")
    for name, release in found.items():
        count = tally(release, store.settings.drempel)
        click.echo(
            f"{name}: {count['aantallen']} aantallen, {count['exact']} exact, "
            f"{count['verborgen']} verborgen, {count['klasse']} in klassen, waarvan "
            f"{count['wijder']} wijder om een ander te verbergen"
        )
        widened = sorted(release.widened.items())
        for one, ends in widened[:SHOWN]:
            click.echo(f"   {_place(one)}: {_words(*ends)}")
        if len(widened) > SHOWN:
            click.echo(
                f"   … en nog {len(widened) - SHOWN} (alles: dekkend vrijgave --format json)"
            )


def _place(count: Count) -> str:
    parts = [count.what, count.periode, count.per, count.code, count.uitsplitsing]
    return " ".join(part for part in parts if part)


def _words(low: float, high: float) -> str:
    return f"{low:.0f} of meer" if high == float("inf") else f"{low:.0f}-{high:.0f}"
