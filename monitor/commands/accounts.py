"""`dekkend beheerder`, `accounts` and `logboek`: what is done to accounts on the machine itself."""

import datetime as dt
from collections.abc import Collection
from pathlib import Path
from typing import Any

import click

from monitor.access import EVERY, Role, Viewer, accounts, audit, invitations
from monitor.access.accounts import Account
from monitor.access.first_beheerder import command, dekkend, usual_address
from monitor.commands import output
from monitor.errors import MonitorError, NotFound
from monitor.figures import roll_up
from monitor.intake.logged import by_command
from monitor.store.journal import Journal, journal
from monitor.store.settings import read_settings
from monitor.store.store import open_store
from monitor.store.versions import Versions
from monitor.values.moments import HERE
from monitor.views.files import audit_export


LINK = "/uitnodiging/"


def machine(who: str) -> Viewer:
    """Whoever may run commands here may do everything; the log says so."""
    return Viewer(Role.BEHEERDER, EVERY, wie=by_command(who))


def beheerder(
    versions: Versions,
    who: str,
    email: str,
    naam: str,
    swv: Collection[str],
    again: bool,
    form: str,
    adres: str = "",
) -> None:
    """Makes the link with which somebody becomes beheerder, or gets in again.

    `adres` is where people open the monitor; without it, what the settings say. MonitorError
    when it is no address, or it is not known of whom this becomes the beheerder.
    """
    if adres and not adres.startswith(("http://", "https://")):
        raise MonitorError(f"'{adres}' is geen adres. Geef bijv. --adres http://localhost:8501")
    book = journal(versions.folder)
    known = accounts.by_email(book, email)
    if again:
        known = _who_lost_access(book, who, known, email)
    elif known is not None:
        raise MonitorError(
            f"{known.email} heeft al een account ({known.role}). Kan diegene er niet meer in? "
            f"Geef dan: {dekkend(versions.folder, 'beheerder', known.email, '--opnieuw')}"
        )
    of = known.swv if known else set(swv) or _own(versions)
    token = invitations.invite(
        book,
        machine(who),
        email=email,
        naam=naam or email.partition("@")[0],
        role=Role.BEHEERDER,
        swv=of,
    )
    offered = invitations.invitation(book, token)
    assert offered is not None
    until = offered.tot.astimezone(HERE)
    base = adres.rstrip("/") or usual_address(versions.folder)
    if form == "json":
        told = {"email": offered.email, "swv": sorted(offered.rights.swv), "tot": until.isoformat()}
        click.echo(output.as_json({**told, "link": LINK + token, "adres": base + LINK + token}))
        return
    what = "een nieuw wachtwoord" if known else f"een account als {offered.rights}"
    click.echo(f"{base}{LINK}{token}")
    click.echo(
        f"Dit is de link voor {offered.email}, voor {what}."
        + ("" if adres else " Staat de monitor op een ander adres? Geef dan --adres.")
        + f"\nHij werkt één keer, tot {until:%d-%m-%Y %H:%M}. Geef hem alleen aan diegene zelf."
    )


def list_accounts(folder: Path, form: str) -> None:
    found = accounts.accounts(journal(folder))
    if form == "json":
        click.echo(output.as_json([_as_json(one) for one in found]))
        return
    if not found:
        click.echo(f"Er zijn nog geen accounts. Maak het eerste met: {command(folder)}")
    for one in found:
        seen = "nog niet geweest"
        if one.laatst_gezien is not None:
            seen = f"laatst gezien {one.laatst_gezien.astimezone(HERE):%d-%m-%Y %H:%M}"
        off = "" if one.actief else "  UIT"
        exact = f"  exacte cijfers van {', '.join(sorted(one.exact))}" if one.exact else ""
        click.echo(f"{one.nummer:>4}  {one.email:<36} {one.rights}  {seen}{exact}{off}")


def show_log(
    folder: Path,
    text: str,
    what: str,
    who: str,
    since: dt.date | None,
    until: dt.date | None,
    limit: int,
    form: str,
) -> None:
    found = audit.search(
        journal(folder), text=text, what=what, who=who, since=since, until=until, limit=limit
    )
    if form == "csv":
        click.echo(audit_export.to_csv(found), nl=False)
    elif form == "json":
        click.echo(output.as_json(audit_export.as_rows(found)))
    else:
        for row in audit_export.as_rows(found):
            when = dt.datetime.fromisoformat(row["wanneer"])
            outcome = "" if row["uitkomst"] == audit.OK else f"  {row['uitkomst'].upper()}"
            click.echo(
                f"{when:%d-%m-%Y %H:%M:%S}  {row['wat']:<14} {row['wie']:<36} {row['over']}{outcome}"
            )
        if not found:
            click.echo("Er is niets gevonden.")


def _who_lost_access(book: Journal, who: str, known: Account | None, email: str) -> Account:
    if known is None:
        raise NotFound(f"Er is geen account van {email}. Maak het zonder --opnieuw.")
    if known.role is not Role.BEHEERDER:
        raise MonitorError(
            f"{known.email} is geen beheerder maar {known.role}. Laat een beheerder een nieuwe "
            "uitnodiging maken."
        )
    if not known.actief:
        accounts.activate(book, machine(who), known.nummer)
    return known


def _own(versions: Versions) -> set[str]:
    """The samenwerkingsverbanden that this monitor is of."""
    chosen = read_settings(versions.folder).swv
    if chosen:
        return {chosen}
    found = {row["code"] for row in roll_up.swvs(open_store(versions, whole=False))}
    if len(found) != 1:
        several = f"{', '.join(sorted(found)[:5])}{' …' if len(found) > 5 else ''}"
        raise MonitorError(
            "Van welk samenwerkingsverband wordt dit de beheerder? Geef --swv CODE, zo vaak als "
            f"nodig{f' (er zijn: {several})' if found else ', bijv. --swv VO2507'}."
        )
    return found


def _as_json(one: Account) -> dict[str, Any]:
    """The keys are a public contract."""
    return {
        "nummer": one.nummer,
        "email": one.email,
        "naam": one.naam,
        "rol": one.role.value,
        "swv": sorted(one.swv),
        "vestigingen": sorted(one.vestigingen),
        "besturen": sorted(one.besturen),
        "gemeente": one.gemeente or None,
        "exact": sorted(one.exact),
        "actief": one.actief,
        "aangemaakt": one.aangemaakt.isoformat(),
        "laatst_gezien": one.laatst_gezien.isoformat() if one.laatst_gezien else None,
        "via": one.via or None,
    }
