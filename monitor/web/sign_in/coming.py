"""Coming and going: signing in with a password, and signing out."""

from html import escape
from urllib.parse import quote

from starlette.responses import Response

from monitor.access import accounts, sessions
from monitor.access.first_beheerder import EMAIL, SWV, command
from monitor.store.journal import Journal
from monitor.web.sign_in import addresses, html, provider
from monitor.web.sign_in.addresses import address, way_back
from monitor.web.sign_in.cookies import no_cookie
from monitor.web.sign_in.html import Field
from monitor.web.sign_in.visit import Visit, go, signed_in


def show_sign_in(visit: Visit, refused: str = "", faults: dict[str, str] | None = None) -> Response:
    back = visit.form.get("naar") or visit.request.query_params.get("naar", "")
    if visit.request.method != "POST" and visit.account is not None:
        return go(way_back(back))
    if not _has_people(visit.journal):
        return html.page("Aanmelden", *_nobody_yet(visit))
    email, wrong = visit.form.get("email", ""), faults or {}
    about = html.SAID if refused else ""
    fields = [
        Field("email", "E-mailadres", "username", "email", email, wrong.get("email", "")),
        Field("wachtwoord", "Wachtwoord", "current-password",
              fault=wrong.get("wachtwoord", ""), about=about),
    ]  # fmt: skip
    elsewhere = [
        html.link(
            address(f"{addresses.ELSEWHERE}{quote(name)}")
            + (f"?naar={quote(back)}" if back else ""),
            f"Aanmelden met {title}",
            "button second",
        )
        for name, title in provider.providers().items()
    ]
    hello = {"ja": "U bent afgemeld.", "overal": "U bent overal afgemeld."}
    signed_out = hello.get(visit.request.query_params.get("afgemeld", ""), "")
    return html.page(
        "Aanmelden",
        html.said(refused, "bad") or html.said(signed_out, "good"),
        html.form(address(addresses.SIGN_IN), fields, "Aanmelden", {"naar": back} if back else {}),
        '<div class="or">of</div>' if elsewhere else "",
        *elsewhere,
        html.paragraph(
            "Wachtwoord vergeten, of nog geen toegang? De beheerder van de monitor stuurt u een "
            "uitnodiging waarmee u een nieuw wachtwoord kiest.",
            "soft",
        ),
        status=403 if refused else 422 if faults else 200,
    )


_inhabited: set[Journal] = set()


def _has_people(book: Journal) -> bool:
    """Whether there is an account. Once there is, there always is."""
    if book not in _inhabited and accounts.accounts(book):
        _inhabited.add(book)
    return book in _inhabited


def _nobody_yet(visit: Visit) -> list[str]:
    base = visit.request.base_url
    shown = command(visit.folder, f"{base.scheme}://{base.netloc}{address('')}")
    given = f"{EMAIL} uw eigen e-mailadres"
    if f"--swv {SWV}" in shown:
        given += f", en voor {SWV} de code van uw samenwerkingsverband"
    return [
        html.paragraph("Deze monitor heeft nog geen gebruikers."),
        html.paragraph(
            "De eerste beheerder maakt u op de computer waar de monitor draait. Open daar een "
            f"tweede venster voor opdrachten en geef deze opdracht, met voor {given}:"
        ),
        f'<pre tabindex="0"><code>{escape(shown)}</code></pre>',
        html.paragraph("U krijgt dan een link waarmee de beheerder een wachtwoord kiest."),
    ]


def sign_in(visit: Visit) -> Response:
    email, password = visit.form.get("email", "").strip(), visit.form.get("wachtwoord", "")
    faults = {} if email else {"email": "Vul uw e-mailadres in."}
    if not password:
        faults["wachtwoord"] = "Vul uw wachtwoord in."
    if faults:
        return show_sign_in(visit, faults=faults)
    try:
        token = sessions.sign_in(visit.journal, email, password, visit.came_from, visit.device)
    except sessions.SignInRefused as refused:
        return show_sign_in(visit, str(refused))
    return signed_in(visit, token, visit.form.get("naar", ""))


def show_sign_out(visit: Visit) -> Response:
    account = visit.account
    if account is None:
        return go(address(addresses.SIGN_IN))
    action = address(addresses.SIGN_OUT)
    return html.page(
        "Afmelden",
        html.paragraph(f"U bent aangemeld als {account.naam} ({account.email})."),
        html.button(action, "waar", "hier", "Afmelden"),
        html.button(action, "waar", "overal", "Afmelden op al mijn apparaten", second=True),
        html.paragraph(
            "Kies het tweede als u een apparaat kwijt bent, of als iemand uw wachtwoord weet. "
            "Verander dan ook uw wachtwoord.",
            "soft",
        ),
        f"<p>{html.link(addresses.home(), 'Terug naar de monitor')}</p>",
    )


def sign_out(visit: Visit) -> Response:
    account = visit.account
    everywhere = visit.form.get("waar") == "overal" and account is not None
    if everywhere and account is not None:
        sessions.sign_out_everywhere(visit.journal, account.nummer, visit.came_from)
    if visit.token:
        sessions.sign_out(visit.journal, visit.token, visit.came_from)
    how = "overal" if everywhere else "ja"
    return go(f"{address(addresses.SIGN_IN)}?afgemeld={how}", no_cookie(visit.scope))
