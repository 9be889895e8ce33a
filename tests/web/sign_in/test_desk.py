"""The desk: signing in and out, invitations, passwords, and what somebody else tries there."""

from pathlib import Path

import pytest
from helpers import people

from monitor.access import Role, audit, invitations, sessions
from monitor.access.accounts import Account
from monitor.store.journal import journal
from monitor.web.sign_in.addresses import way_back

from .at_the_door import Visitor


RIGHT = {"email": "jan@swv.nl", "wachtwoord": people.PASSWORD}
NEW = "negen groene stoelen dansen"


def token_in(cookies: list[str]) -> str:
    """The value of our cookie among those that were set."""
    (found,) = [one for one in cookies if "dekkend=" in one]
    return found.partition("=")[2].partition(";")[0]


def events(folder: Path, what: str = "") -> list[tuple[str, str, str]]:
    return [(one.wie, one.wat, one.uitkomst) for one in audit.search(journal(folder), what=what)]


# ------------------------------------------------------------------------------------- signing in


def test_who_signs_in_gets_a_cookie_that_only_the_server_reads(
    visitor: Visitor, jan: Account
) -> None:
    answer = visitor.ask("POST", "/aanmelden", form=RIGHT)

    assert (answer.status, answer.header("location")) == (303, "/")
    cookie, device = answer.cookies
    assert cookie.startswith("dekkend=")
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=Lax")
    assert device.startswith("dekkend-apparaat=")
    assert device.endswith("; Path=/; HttpOnly; SameSite=Lax; Max-Age=15552000")
    assert visitor.ask("GET", "/scholen", token_in(answer.cookies)).status == 200


def test_over_https_the_cookie_goes_over_https_only(visitor: Visitor, jan: Account) -> None:
    cookie, device = visitor.ask("POST", "/aanmelden", form=RIGHT, scheme="https").cookies

    assert cookie.startswith("__Host-dekkend=")
    assert cookie.endswith("; Path=/; HttpOnly; SameSite=Lax; Secure")
    assert device.startswith("__Host-dekkend-apparaat=")


def test_nobody_is_kept_out_of_a_device_that_he_signed_in_on(
    visitor: Visitor, jan: Account
) -> None:
    """Somebody who knows the address fails on purpose; its owner, on his own device, gets in."""
    _, device = visitor.ask("POST", "/aanmelden", form=RIGHT).cookies
    for _ in range(6):
        visitor.ask("POST", "/aanmelden", form={**RIGHT, "wachtwoord": "fout"})

    assert visitor.ask("POST", "/aanmelden", form=RIGHT).status == 403, "elsewhere he waits"
    known = {"cookie": device.partition(";")[0]}
    answer = visitor.ask("POST", "/aanmelden", form=RIGHT, headers=known)
    assert answer.status == 303
    assert [one for one in answer.cookies if "apparaat" in one] == [], "it is known already"


def test_who_has_it_wrong_hears_nothing_of_who_has_an_account(
    visitor: Visitor, jan: Account
) -> None:
    wrong = visitor.ask("POST", "/aanmelden", form={**RIGHT, "wachtwoord": "fout"})
    nobody = visitor.ask(
        "POST", "/aanmelden", form={"email": "geen@swv.nl", "wachtwoord": people.PASSWORD}
    )

    assert wrong.status == nobody.status == 403
    assert wrong.cookies == nobody.cookies == []
    assert wrong.body.replace("jan@", "geen@") == nobody.body
    assert "horen niet bij elkaar" in wrong.body
    assert people.PASSWORD not in nobody.body


def test_a_fault_stands_at_its_field_and_the_cursor_too(visitor: Visitor, jan: Account) -> None:
    page = visitor.ask("POST", "/aanmelden", form={"email": "jan@swv.nl"}).body

    field = page[page.index('<input id="wachtwoord"') :].partition(">")[0]
    assert 'aria-invalid="true"' in field
    assert 'aria-describedby="wachtwoord-over"' in field
    assert "autofocus" in field
    assert page.count("autofocus") == 1
    assert '<p class="fault" id="wachtwoord-over">Vul uw wachtwoord in.</p>' in page


def test_who_fails_too_often_has_to_wait_and_is_told_so(visitor: Visitor, jan: Account) -> None:
    for _ in range(6):
        visitor.ask("POST", "/aanmelden", form={**RIGHT, "wachtwoord": "fout"})

    answer = visitor.ask("POST", "/aanmelden", form=RIGHT)

    assert answer.status == 403
    assert "te vaak" in answer.body
    assert answer.cookies == []


def test_what_was_typed_in_stands_on_the_page_as_text(visitor: Visitor, jan: Account) -> None:
    evil = '"><script>alert(1)</script>'

    page = visitor.ask("POST", "/aanmelden", form={"email": evil, "wachtwoord": "x", "naar": evil})

    assert "<script" not in page.body
    assert "&lt;script&gt;" in page.body


def test_the_page_is_closed_to_everything_and_needs_no_script(
    visitor: Visitor, jan: Account
) -> None:
    answer = visitor.ask("GET", "/aanmelden")

    policy = answer.header("content-security-policy")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "form-action 'self'" in policy
    assert answer.header("cache-control") == "no-store"
    assert answer.header("x-frame-options") == "DENY"
    assert "<script" not in answer.body
    assert "http" not in answer.body.replace("http://www.w3.org/2000/svg", "")
    assert '<html lang="nl">' in answer.body
    for name, kind in (("email", "username"), ("wachtwoord", "current-password")):
        assert f'<label for="{name}">' in answer.body
        assert f'autocomplete="{kind}"' in answer.body


def test_who_is_signed_in_already_goes_on(visitor: Visitor, token: str) -> None:
    answer = visitor.ask("GET", "/aanmelden?naar=%2Fscholen%3Fzoek%3Da", token)

    assert (answer.status, answer.header("location")) == (303, "/scholen?zoek=a")


# ------------------------------------------------------------------------------- other people's tricks


@pytest.mark.parametrize(
    "back",
    [
        "//elders.nl", "/\\elders.nl", "https://elders.nl", "https:elders.nl", "javascript:alert(1)",
        "/\t/elders.nl", "/\n/elders.nl", " //elders.nl", "\\\\elders.nl", "///elders.nl",
        "/scholen//elders.nl", "elders.nl", "", "/ x", "/" + "a" * 3000, "/%0d%0aSet-Cookie:x=1\r\n",
        "http:///elders.nl", "//[::1",
    ],
)  # fmt: skip
def test_nobody_is_sent_to_another_site(visitor: Visitor, jan: Account, back: str) -> None:
    answer = visitor.ask("POST", "/aanmelden", form={**RIGHT, "naar": back})

    assert (answer.status, answer.header("location")) == (303, "/")


@pytest.mark.parametrize("back", ["/scholen", "/school?school=99AB00&jaar=2024", "/", "/a:b"])
def test_an_own_address_is_gone_back_to(back: str) -> None:
    assert way_back(back) == back


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": ""},
        {"origin": "null"},
        {"origin": "http://elders.nl"},
        {"origin": "http://monitor.test.elders.nl"},
        {"origin": "http://monitor.test:81"},
        {"origin": "ftp://monitor.test"},
        {"origin": "", "referer": "http://elders.nl/http://monitor.test/"},
        {"origin": "http://elders.nl", "referer": "http://monitor.test/aanmelden"},
        {"origin": "http://jan@monitor.test"},
    ],
)
def test_a_form_of_another_site_does_nothing(
    visitor: Visitor, jan: Account, token: str, headers: dict[str, str]
) -> None:
    paths = {
        "/aanmelden": RIGHT,
        "/afmelden": {"waar": "overal"},
        "/wachtwoord": {"oud": people.PASSWORD, "nieuw": NEW, "herhaald": NEW},
    }

    for path, form in paths.items():
        answer = visitor.ask("POST", path, token, form, headers=headers)
        assert (answer.status, answer.cookies) == (403, [])
    assert visitor.ask("GET", "/scholen", token).status == 200


@pytest.mark.parametrize("kind", ["origin", "referer"])
@pytest.mark.parametrize(
    ("scheme", "came_from", "status"),
    [
        ("https", "https://monitor.test", 303),
        ("https", "http://monitor.test", 403),  # somebody in between the browser and us
        ("http", "http://monitor.test", 303),
        ("http", "https://monitor.test", 303),  # a proxy that the settings do not name
    ],
)
def test_an_http_page_is_not_ours_for_who_came_over_https(
    visitor: Visitor, jan: Account, kind: str, scheme: str, came_from: str, status: int
) -> None:
    headers = {"origin": "", kind: came_from}

    answer = visitor.ask("POST", "/aanmelden", form=RIGHT, headers=headers, scheme=scheme)

    assert answer.status == status


def test_without_an_origin_the_page_that_a_form_stood_on_counts(
    visitor: Visitor, jan: Account
) -> None:
    own = {"origin": "", "referer": "http://monitor.test/aanmelden"}

    assert visitor.ask("POST", "/aanmelden", form=RIGHT, headers=own).status == 303


def test_a_session_that_somebody_comes_with_is_not_the_one_he_gets(
    visitor: Visitor, folder: Path, jan: Account
) -> None:
    """Session fixation: a thief gives somebody a cookie that he knows and waits."""
    thief = people.account(folder, "dief@swv.nl")
    given = people.signed_in(folder, thief)

    for planted in (given, "zelfbedacht"):
        answer = visitor.ask("POST", "/aanmelden", planted, RIGHT)
        assert token_in(answer.cookies) not in ("", planted)
        assert visitor.ask("GET", "/scholen", planted).status == 303


def test_too_much_is_too_much(visitor: Visitor, jan: Account) -> None:
    assert visitor.ask("POST", "/aanmelden", body=b"a" * 20_000).status == 413


@pytest.mark.parametrize(
    "body", [b"\xff\xfe=\x00", b"email=%zz&wachtwoord=", b"&" * 5000, b"a=1&" * 500, b"{}"]
)
def test_nonsense_is_a_form_that_is_not_filled_in(
    visitor: Visitor, jan: Account, body: bytes
) -> None:
    assert visitor.ask("POST", "/aanmelden", body=body).status == 422


def test_the_host_is_no_part_of_where_somebody_goes(visitor: Visitor, jan: Account) -> None:
    answer = visitor.ask("POST", "/aanmelden", form=RIGHT, host="elders.nl")

    assert answer.header("location") == "/"
    assert "elders.nl" not in visitor.ask("GET", "/aanmelden", host="elders.nl").body


# ------------------------------------------------------------------------------------ signing out


def test_signing_out_is_asked_first_and_then_done(
    visitor: Visitor, folder: Path, token: str
) -> None:
    page = visitor.ask("GET", "/afmelden", token)
    assert "jan@swv.nl" in page.body
    assert visitor.ask("GET", "/scholen", token).status == 200

    answer = visitor.ask("POST", "/afmelden", token, {"waar": "hier"})

    assert answer.header("location") == "/aanmelden?afgemeld=ja"
    assert "Max-Age=0" in answer.cookies[0]
    assert visitor.ask("GET", "/scholen", token).status == 303
    assert ("jan@swv.nl", "afmelden", "ok") in events(folder)
    assert "U bent afgemeld." in visitor.ask("GET", "/aanmelden?afgemeld=ja").body


def test_who_is_out_already_is_told_the_same(visitor: Visitor, jan: Account) -> None:
    assert visitor.ask("GET", "/afmelden").header("location") == "/aanmelden"
    assert visitor.ask("POST", "/afmelden", "verzonnen").header("location").startswith("/aanmelden")


# ------------------------------------------------------------------------------------- invitations


def invite(folder: Path, email: str = "els@school.nl", **more: object) -> str:
    return invitations.invite(
        journal(folder), people.COMMAND, email=email, naam="Els <b>de Boer</b>", role=Role.SCHOOL,
        swv={"VO9901"}, vestigingen={"99AB00"}, **more,
    )  # fmt: skip


def test_who_takes_an_invitation_chooses_a_password_and_is_in(
    visitor: Visitor, folder: Path
) -> None:
    path = f"/uitnodiging/{invite(folder)}"
    page = visitor.ask("GET", path)
    assert "Els &lt;b&gt;de Boer&lt;/b&gt;" in page.body
    assert "Minstens 12 tekens" in page.body
    assert page.header("referrer-policy") == "same-origin"

    answer = visitor.ask("POST", path, form={"nieuw": NEW, "herhaald": NEW})

    assert (answer.status, answer.header("location")) == (303, "/")
    account = sessions.account_of(journal(folder), token_in(answer.cookies))
    assert account is not None
    assert (account.email, account.role) == ("els@school.nl", Role.SCHOOL)


def test_an_invitation_works_once(visitor: Visitor, folder: Path) -> None:
    path, form = f"/uitnodiging/{invite(folder)}", {"nieuw": NEW, "herhaald": NEW}
    visitor.ask("POST", path, form=form)

    again = [visitor.ask("GET", path), visitor.ask("POST", path, form=form)]

    assert [one.status for one in again] == [410, 410]
    assert all("al gebruikt" in one.body for one in again)
    assert all(one.cookies == [] for one in again)


@pytest.mark.parametrize("token", ["", "verzonnen", "a/b", "../aanmelden", "é", "x" * 5000])
def test_an_invitation_that_is_none_is_a_polite_no(visitor: Visitor, token: str) -> None:
    answer = visitor.ask("GET", f"/uitnodiging/{token}")

    assert answer.status == 410
    assert "bestaat niet" in answer.body
    assert visitor.behind.reached == []


def test_looking_at_an_invitation_does_not_use_it_up(visitor: Visitor, folder: Path) -> None:
    """Mail programs look at links before people do."""
    path = f"/uitnodiging/{invite(folder)}"

    assert [visitor.ask(how, path).status for how in ("HEAD", "GET", "GET")] == [200, 200, 200]


@pytest.mark.parametrize(
    ("form", "field", "words"),
    [
        ({"nieuw": "kort", "herhaald": "kort"}, "nieuw", "te kort"),
        ({"nieuw": "welkom welkom", "herhaald": "welkom welkom"}, "nieuw", "wachtwoord"),
        ({"nieuw": NEW, "herhaald": NEW.upper()}, "herhaald", "niet gelijk"),
        ({"nieuw": NEW}, "herhaald", "niet gelijk"),
        ({}, "nieuw", "Vul dit veld in"),
    ],
)
def test_what_is_wrong_with_a_password_stands_at_its_field_and_nothing_of_it(
    visitor: Visitor, folder: Path, form: dict[str, str], field: str, words: str
) -> None:
    path = f"/uitnodiging/{invite(folder)}"

    answer = visitor.ask("POST", path, form=form)

    assert answer.status == 422
    fault = answer.body[answer.body.index(f'class="fault" id="{field}-over"') :]
    assert words in fault.partition("</p>")[0]
    assert 'value="' not in answer.body
    assert visitor.ask("GET", path).status == 200


# --------------------------------------------------------------------------------------- passwords


def test_a_password_is_changed_and_other_devices_are_out(
    visitor: Visitor, folder: Path, jan: Account, token: str
) -> None:
    elsewhere = people.signed_in(folder, jan)
    form = {"oud": people.PASSWORD, "nieuw": NEW, "herhaald": NEW}

    answer = visitor.ask("POST", "/wachtwoord", token, form)

    assert answer.status == 200
    assert "is veranderd" in answer.body
    assert visitor.ask("GET", "/scholen", token).status == 200
    assert visitor.ask("GET", "/scholen", elsewhere).status == 303
    assert visitor.ask("POST", "/aanmelden", form=RIGHT).status == 403
    assert visitor.ask("POST", "/aanmelden", form={**RIGHT, "wachtwoord": NEW}).status == 303


def test_a_wrong_old_password_changes_nothing(visitor: Visitor, jan: Account, token: str) -> None:
    form = {"oud": "niet goed", "nieuw": NEW, "herhaald": NEW}

    answer = visitor.ask("POST", "/wachtwoord", token, form)

    assert answer.status == 422
    assert 'class="fault" id="oud-over"' in answer.body
    assert visitor.ask("POST", "/aanmelden", form=RIGHT).status == 303


def test_nobody_changes_a_password_without_being_signed_in(visitor: Visitor, jan: Account) -> None:
    form = {"oud": people.PASSWORD, "nieuw": NEW, "herhaald": NEW}

    for method in ("GET", "POST"):
        answer = visitor.ask(method, "/wachtwoord", "verzonnen", form)
        assert answer.header("location") == "/aanmelden?naar=/wachtwoord"


def test_no_password_and_no_token_stands_in_the_audit_log(visitor: Visitor, folder: Path) -> None:
    invitation = invite(folder)
    answer = visitor.ask("POST", f"/uitnodiging/{invitation}", form={"nieuw": NEW, "herhaald": NEW})
    visitor.ask("POST", "/aanmelden", form={"email": NEW, "wachtwoord": NEW})
    secrets = [invitation, NEW, token_in(answer.cookies)]

    lines = [str(line) for line in audit.search(journal(folder))]

    assert len(lines) >= 3
    assert not [line for line in lines for secret in secrets if secret in line]


def test_a_field_of_a_password_that_is_left_empty_says_so(visitor: Visitor, token: str) -> None:
    answer = visitor.ask("POST", "/wachtwoord", token, {"nieuw": NEW, "herhaald": NEW})

    assert answer.status == 422
    assert '<p class="fault" id="oud-over">Vul dit veld in.</p>' in answer.body
