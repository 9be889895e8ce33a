"""`dekkend coverage`: the coverage of a samenwerkingsverband, in words or as JSON."""

from typing import Any

import click

from monitor.access import Viewer
from monitor.access.audit import Event
from monitor.commands import output
from monitor.commands.figures import Audience, note
from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.model import Arrangement, Cell, Need, Run, Use
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.errors import MonitorError
from monitor.figures import roll_up, scope, wording
from monitor.figures.door import figures, indicator_named
from monitor.store.store import Store
from monitor.values import dutch
from monitor.views.files import tables
from monitor.views.words import dekking


SHOWN = 15
"""Cells that are told in words."""


def basis_of(store: Store, swv: str, schooljaar: str, offer: str, with_vso: bool) -> Basis:
    """What is asked, with what was left out filled in. MonitorError says what there is."""
    known = {row["code"]: row["sector"] for row in roll_up.swvs(store)}
    chosen = swv or store.settings.swv or (next(iter(known)) if len(known) == 1 else "")
    if chosen not in known:
        raise MonitorError(
            f"Welk samenwerkingsverband? Geef --swv met een van: {', '.join(known) or 'geen'}."
        )
    years = from_store.schooljaren(store, known[chosen], chosen)
    if not years:
        raise MonitorError(
            f"Van {chosen} is er geen schooljaar met zowel behoefte als arrangementen. Lever "
            "arrangementen, en behoefte of aanvragen."
        )
    asked = schooljaar or years[-1]
    if asked not in years:
        raise MonitorError(f"Van schooljaar {asked} is er geen dekking. Er is: {', '.join(years)}.")
    return Basis(known[chosen], chosen, asked, Run(offer), with_vso)


def as_json(basis: Basis, found: PlacementOutcome) -> dict[str, Any]:
    """All of it: the keys are a public contract."""
    return {
        "swv": basis.swv,
        "schooljaar": basis.schooljaar,
        "aanbod": basis.run.value,
        "met_vso": basis.with_vso,
        "behoefte": found.behoefte,
        "gedekt": found.gedekt,
        "onbekend": found.onbekend,
        "tekort": found.tekort,
        "km": round(found.km, 1),
        "cellen": [_cell(cell) for cell in found.cellen],
        "snede": {
            "need": found.snede.need,
            "places": found.snede.places,
            "gap": found.snede.gap,
            "needs": [_need(need) for need in found.snede.needs],
            "arrangements": [one.arrangementscode for one in found.snede.arrangements],
        },
        "arrangementen": [_use(use) for use in found.arrangementen],
        "meldingen": [
            {"over": message.about, "melding": message.text, "aantal": message.aantal}
            for message in found.messages
        ],
    }


def _need(need: Need) -> dict[str, Any]:
    return {
        "postcode4": need.postcode4,
        "ondersteuningsvraag": need.ondersteuningsvraag,
        "niveau": need.niveau,
        "vestiging": need.vestiging,
    }


def _cell(cell: Cell) -> dict[str, Any]:
    return {
        **_need(cell.need),
        "wijk": cell.need.wijk,
        "gemeente": cell.need.gemeente,
        "subregio": cell.need.subregio,
        "need": cell.need.aantal,
        "placed": cell.placed,
        "certain": cell.certain,
        "possible": cell.possible,
        "unknown": cell.onbekend,
        "state": cell.state.value,
        "reason": cell.reason,
        "in_cut": cell.in_cut,
        "alternatives": [
            {
                "arrangementscode": one.arrangement.arrangementscode,
                "km": None if one.km is None else round(one.km, 1),
                "norm_km": one.max_km,
                "why_not": [obstacle.value for obstacle in one.obstacles],
            }
            for one in cell.alternatives
        ],
    }


def _use(use: Use) -> dict[str, Any]:
    one: Arrangement = use.arrangement
    return {
        "arrangementscode": one.arrangementscode,
        "vestiging": one.vestiging,
        "places": use.places,
        "used": use.used,
        "free": use.free,
        "in_cut": use.in_cut,
        "marginal": use.marginal,
    }


def tell(basis: Basis, found: PlacementOutcome) -> None:
    """The total in a sentence, then the largest shortages with their reason."""
    places = "afgesproken plaatsen" if basis.run is Run.PLAN else "plaatsen in de praktijk"
    click.echo(f"{basis.swv}, schooljaar {basis.schooljaar}, met de {places}")
    click.echo(
        f"Van {dutch.number(found.behoefte)} leerlingen met een ondersteuningsvraag vinden er "
        f"{dutch.number(found.gedekt)} tegelijk een passende plek; {dutch.number(found.tekort)} niet "
        f"(van {dutch.number(found.onbekend)} onbekend)."
    )
    short = sorted(
        (cell for cell in found.cellen if cell.possible),
        key=lambda cell: (
            -cell.certain,
            -cell.possible,
            str(cell.need.postcode4),
            cell.need.ondersteuningsvraag,
            cell.need.niveau,
            cell.need.vestiging or "",
        ),
    )
    for cell in short[:SHOWN]:
        need = cell.need
        interval = (
            f"{cell.certain}"
            if cell.certain == cell.possible
            else f"{cell.certain}–{cell.possible}"
        )
        click.echo(
            f"  {need.postcode4 or 'onbekend':<9} {need.ondersteuningsvraag:<18.18} "
            f"{need.niveau:<8.8} {need.vestiging or 'geen school':<11.11} {interval:>5} van {need.aantal:<3} {cell.state.value}: {cell.reason}"
        )
    if len(short) > SHOWN:
        click.echo(f"  … en nog {len(short) - SHOWN} (alles: dekkend coverage --format json)")
    for message in found.messages:
        click.echo(f"  Let op: {message.about} {message.text}".replace("  ", " "), err=True)


PUBLISHED = ("dekking", "dekking_plan", "tekort", "tekort_zeker")


def _publish(store: Store, viewer: Viewer, basis: Basis, form: str) -> None:
    """For who sees no exact figures: the published ones, and nothing of the matching itself."""
    if basis.run is not Run.PRAKTIJK or basis.with_vso:
        raise MonitorError(
            "Alleen de plaatsen in de praktijk, zonder vso: van het andere is er geen cijfer dat "
            "deze rol mag zien. De dekking volgens het plan staat erbij."
        )
    suffix = "_po" if basis.sector == "po" else ""
    asked = [
        (indicator, breakdown, figures(
            store, viewer, indicator, "swv", period=basis.schooljaar, breakdown=breakdown,
            codes=(basis.swv,),
        ))
        for indicator in (indicator_named(f"{name}{suffix}") for name in PUBLISHED)
        for breakdown in ("", "ondersteuningsvraag")
    ]  # fmt: skip
    if form == "json":
        rows = [row for one, _, found in asked for row in tables.export_rows(found, one, "swv")]
        click.echo(output.as_json({
            "swv": basis.swv, "schooljaar": basis.schooljaar, "aanbod": basis.run.value,
            "met_vso": basis.with_vso, "cijfers": rows,
        }))  # fmt: skip
        return
    click.echo(f"{basis.swv}, schooljaar {basis.schooljaar}, zoals de rol {viewer.role} het ziet")
    totals = {one.measure: found[0] for one, breakdown, found in asked if found and not breakdown}
    click.echo(dekking.answer(totals.get("dekking"), totals.get("tekort")))
    for one, breakdown, found in asked:
        if breakdown and one.measure == "tekort":
            for figure in found:
                vraag = figure.uitsplitsing.partition("=")[2]
                click.echo(f"  {vraag:<18.18} {wording.teller(figure):>14} zonder plek")


def run(
    store: Store,
    audience: Audience,
    swv: str,
    schooljaar: str,
    offer: str,
    with_vso: bool,
    form: str,
) -> None:
    """The command itself; MonitorError when the question cannot be answered, or is not for that
    audience."""
    viewer = audience.viewer(store)
    basis = basis_of(store, swv, schooljaar, offer, with_vso)
    if viewer.role not in indicator_named("dekking").audience:
        raise MonitorError(f"De dekking is niet voor de rol {viewer.role}.")
    if not viewer.is_of(basis.swv):
        scope.refuse(store, viewer, "dekkend coverage", [f"swv {basis.swv}"])
        raise MonitorError(f"{basis.swv} is niet het eigen samenwerkingsverband van deze rol.")
    about = f"dekkend coverage {basis.swv} {basis.schooljaar}"
    note(store, viewer.who, Event.DOWNLOAD, about, frozenset({basis.swv}))
    if not viewer.sees_exact:
        _publish(store, viewer, basis, form)
        return
    found = from_store.outcome(store, basis)
    if form == "json":
        click.echo(output.as_json(as_json(basis, found)))
    else:
        tell(basis, found)
