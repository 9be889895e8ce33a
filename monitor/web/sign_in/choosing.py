"""Choosing a password: the first one by an invitation, another one by who is signed in."""

from urllib.parse import quote

from starlette.responses import Response

from monitor.access import invitations, sessions
from monitor.access.passwords import LEAST, PasswordRefused
from monitor.web.sign_in import addresses, html
from monitor.web.sign_in.addresses import address, own_path
from monitor.web.sign_in.html import Field
from monitor.web.sign_in.visit import Visit, go, signed_in


UNEQUAL = "De twee wachtwoorden zijn niet gelijk. Vul twee keer hetzelfde in."
EMPTY = "Vul dit veld in."
RULES = (
    f"Minstens {LEAST} tekens, bijvoorbeeld vier woorden achter elkaar die niet bij elkaar horen."
)
UNKNOWN = (
    "Deze uitnodiging bestaat niet. Is de link helemaal overgenomen? Vraag anders de beheerder van "
    "de monitor om een nieuwe."
)


def show_invitation(visit: Visit, faults: dict[str, str] | None = None) -> Response:
    found = invitations.invitation(visit.journal, _invited_by(visit))
    if found is None or found.why_not:
        return _no_invitation(UNKNOWN if found is None else found.why_not)
    title = "Kies een wachtwoord" if found.account is None else "Kies een nieuw wachtwoord"
    return html.page(
        title,
        html.paragraph(f"Welkom {found.naam}. U meldt zich straks aan met {found.email}."),
        html.form(str(visit.scope["path"]), _new_password(faults or {}), "Bewaar mijn wachtwoord"),
        status=422 if faults else 200,
    )


def accept(visit: Visit) -> Response:
    faults = _faults(visit)
    if faults:
        return show_invitation(visit, faults)
    book, chosen = visit.journal, visit.form["nieuw"]
    try:
        account = invitations.accept(book, _invited_by(visit), chosen, visit.came_from)
    except invitations.InvitationRefused as refused:
        return _no_invitation(str(refused))
    except PasswordRefused as refused:
        return show_invitation(visit, {"nieuw": str(refused)})
    return signed_in(visit, sessions.start(book, account, visit.came_from, "wachtwoord"))


def _invited_by(visit: Visit) -> str:
    return own_path(visit.scope).removeprefix(addresses.INVITATION)


def _no_invitation(why: str) -> Response:
    to_sign_in = html.link(address(addresses.SIGN_IN), "Naar aanmelden", "button")
    title = "Deze uitnodiging werkt niet"
    return html.page(title, html.paragraph(why), to_sign_in, status=410)


def show_password(visit: Visit, faults: dict[str, str] | None = None) -> Response:
    account = visit.account
    if account is None:
        return go(f"{address(addresses.SIGN_IN)}?naar={quote(address(addresses.PASSWORD))}")
    back = f"<p>{html.link(addresses.home(), 'Terug naar de monitor')}</p>"
    if account.via == "oidc":
        where = "U meldt zich aan bij uw eigen organisatie. Uw wachtwoord verandert u daar."
        return html.page("Wachtwoord", html.paragraph(where), back)
    fault = (faults or {}).get("oud", "")
    fields = [
        Field("oud", "Uw wachtwoord van nu", "current-password", fault=fault),
        *_new_password(faults or {}),
    ]
    hidden = '<input type="text" autocomplete="username" value="{}" hidden readonly>'
    return html.page(
        "Verander uw wachtwoord",
        html.form(address(addresses.PASSWORD), fields, "Verander mijn wachtwoord"),
        hidden.format(html.escape(account.email)),
        html.paragraph("Op andere apparaten bent u daarna afgemeld.", "soft"),
        back,
        status=422 if faults else 200,
    )


def change_password(visit: Visit) -> Response:
    account = visit.account
    if account is None or account.via == "oidc":
        return show_password(visit)
    faults = _faults(visit)
    if not visit.form.get("oud"):
        faults["oud"] = EMPTY
    if faults:
        return show_password(visit, faults)
    old, new = visit.form["oud"], visit.form["nieuw"]
    try:
        sessions.change_password(
            visit.journal, account.nummer, old, new, visit.token, visit.came_from, visit.device
        )
    except sessions.SignInRefused as refused:
        return show_password(visit, {"oud": str(refused)})
    except PasswordRefused as refused:
        return show_password(visit, {"nieuw": str(refused)})
    return html.page(
        "Uw wachtwoord is veranderd",
        html.paragraph("Op andere apparaten bent u afgemeld."),
        html.link(addresses.home(), "Naar de monitor", "button"),
    )


def _new_password(faults: dict[str, str]) -> list[Field]:
    fault = faults.get("nieuw", "")
    return [
        Field("nieuw", "Nieuw wachtwoord", "new-password", fault=fault, hint=RULES),
        Field("herhaald", "Nog een keer", "new-password", fault=faults.get("herhaald", "")),
    ]


def _faults(visit: Visit) -> dict[str, str]:
    """What is wrong with a new password before anybody looks at what it is."""
    if not visit.form.get("nieuw"):
        return {"nieuw": EMPTY}
    unequal = visit.form["nieuw"] != visit.form.get("herhaald", "")
    return {"herhaald": UNEQUAL} if unequal else {}
