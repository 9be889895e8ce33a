"""Beheer as a beheerder of VO9901 sees it, with a real journal; and as somebody else."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import fastexcel
import pytest
from helpers import people
from streamlit.testing.v1 import AppTest

from monitor.access import Role, Viewer, accounts, audit, invitations, managing, sessions
from monitor.access.accounts import Account
from monitor.access.audit import Event
from monitor.intake.deliveries import deliver
from monitor.pages.beheer import invite_list, log, settings_form
from monitor.pages.beheer.subject import Subject
from monitor.store.journal import Journal, journal
from monitor.store.settings import read_settings
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions
from monitor.views.files import separated


REGIO = "POSTCODE4;SWV;GEMEENTENAAM;SUBREGIO\n9901;VO9901;Aa;Oost\n9902;VO9902;Bee;West\n"
ADRESSEN = (
    "PROVINCIE;BEVOEGD GEZAG NUMMER;BEVOEGD GEZAG NAAM;BRIN NUMMER;VESTIGINGSNUMMER;"
    "VESTIGINGSNAAM;STRAATNAAM;HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;"
    "GEMEENTENAAM;DENOMINATIE;TELEFOONNUMMER;INTERNETADRES;ONDERWIJSSTRUCTUUR\n"
    "Zuid;12345;Stichting Aa;99XX;99XX00;Het Baken;Dijk;1;9901AA;AA;9901;AA;;;;HAVO/VWO\n"
    "Zuid;12345;Stichting Aa;99XX;99XX01;De Boei;Dijk;2;9901AA;AA;9901;AA;;;;HAVO/VWO\n"
    "Zuid;54321;Stichting Bee;99YY;99YY00;De Buren;Weg;3;9902AA;BEE;9902;BEE;;;;HAVO/VWO\n"
)
SETTINGS = '# Van ons\nswv = "VO9901"  # wij\nnorm_km = 15.0  # afgesproken in 2024\n'


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """Two schools of VO9901, one of the neighbour."""
    folder = tmp_path_factory.mktemp("beheer") / "gegevens"
    files = []
    for name, content in (("regio.csv", REGIO), ("vestigingen.csv", ADRESSEN)):
        path = folder.parent / name
        path.write_text(content, "utf-8")
        files.append((path, name))
    outcome = deliver(Versions(folder), files, who="toets")
    assert not outcome.is_refused, outcome.problems
    (folder / "instellingen.toml").write_text(SETTINGS, "utf-8")
    return open_store(Versions(folder), whole=False)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings and a journal of its own; what was delivered is looked at only."""
    own = tmp_path / "gegevens"
    own.mkdir()
    (own / "instellingen.toml").write_text(SETTINGS, "utf-8")
    monkeypatch.setenv("DEKKEND_DATA", str(own))
    return own


@pytest.fixture
def book(folder: Path) -> Journal:
    return journal(folder)


@pytest.fixture
def chief(folder: Path) -> Account:
    """The beheerder who looks."""
    return people.account(folder, "chef@swv.nl", Role.BEHEERDER)


def page(store: object, email: str, role: str) -> None:
    """The page for an account as it is now; without one for somebody of VO9901 in a role."""
    from monitor.access import Role, Viewer, accounts
    from monitor.pages import beheer
    from monitor.pages.frame.serving import chosen_folder
    from monitor.store.journal import journal

    known = accounts.by_email(journal(chosen_folder()), email)
    viewer = known.viewer if known else Viewer(Role(role), frozenset({"VO9901"}), wie=role)
    beheer.show(store, viewer)


@pytest.fixture
def at(store: Store, chief: Account) -> Callable[..., AppTest]:
    """The page at a part, after one run."""

    def opened(part: str = "accounts", **query: str) -> AppTest:
        test = AppTest.from_function(
            page, args=(store, chief.email, "beheerder"), default_timeout=60
        )
        for name, value in {"onderdeel": part, **query}.items():
            test.query_params[name] = value
        return done(test.run())

    return opened


def done(test: AppTest) -> AppTest:
    assert not test.exception, test.exception
    return test


def click(test: AppTest, label: str) -> AppTest:
    next(button for button in test.button if button.label == label).click()
    return done(test.run())


def words(test: AppTest) -> str:
    """Everything that is said on the page, in the order of its kinds."""
    parts = [*test.title, *test.header, *test.subheader, *test.markdown, *test.caption, *test.info]
    parts += [*test.success, *test.warning, *test.error]
    return "\n".join(part.value for part in parts)


# ---------------------------------------------------------------------------------- for whom


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.BEHEERDER])
def test_another_role_sees_nothing_of_it(
    folder: Path, store: Store, chief: Account, role: Role
) -> None:
    test = done(AppTest.from_function(page, args=(store, "", role.value), default_timeout=60).run())

    assert [one.value for one in test.info] == ["Deze pagina is voor de beheerder van de monitor."]
    assert not test.button
    assert chief.email not in words(test)


def test_a_beheerder_sees_no_account_that_is_also_of_a_neighbour(
    folder: Path, at: Callable[..., AppTest]
) -> None:
    mine = people.account(folder, "anna@swv.nl")
    other = people.account(folder, "buur@swv.nl", swv=["VO9902"])
    people.account(folder, "beide@swv.nl", swv=["VO9901", "VO9902"])

    said = words(at())

    assert mine.email in said
    assert "buur@swv.nl" not in said
    assert "beide@swv.nl" not in said
    assert "is niet van uw samenwerkingsverband" in words(at(account=str(other.nummer)))


# ---------------------------------------------------------------------------------- accounts


def test_accounts_say_whose_they_are_and_can_be_searched_by_the_name_of_a_school(
    folder: Path, at: Callable[..., AppTest]
) -> None:
    people.account(folder, "els@aa.nl", Role.SCHOOL, vestigingen=["99XX00"])
    people.account(folder, "directie@swv.nl")

    test = at()
    assert "**3 accounts staan aan**" in words(test)
    assert "School: VO9901 (Aa e.o.) · Het Baken, Aa (99XX00)" in words(test)

    test.text_input(key="beheer_zoek").set_value("baken").run()
    assert "els@aa.nl" in words(test)
    assert "directie@swv.nl" not in words(test)

    test.text_input(key="beheer_zoek").set_value("bestaat niet").run()
    assert "Geen enkel account past bij wat u zoekt." in words(test)


def test_rights_are_changed_to_a_bestuur_and_its_schools_follow(
    folder: Path, book: Journal, at: Callable[..., AppTest]
) -> None:
    els = people.account(folder, "els@aa.nl", Role.SCHOOL, vestigingen=["99XX00"])
    test = at(account=str(els.nummer))
    key = f"beheer_recht_{els.nummer}"

    test.selectbox(key=f"{key}_rol").set_value(Role.BESTUUR).run()
    assert test.multiselect(key=f"{key}_besturen").options == ["Bestuur 12345"]
    test.multiselect(key=f"{key}_besturen").set_value(["12345"]).run()
    assert "Daarbij horen nu: Het Baken" in words(test)
    click(test, "Bewaar deze rechten")

    now = accounts.account(book, els.nummer)
    assert (now.role, now.besturen, now.vestigingen) == (
        Role.BESTUUR, frozenset({"12345"}), frozenset({"99XX00", "99XX01"}),
    )  # fmt: skip
    assert "De rechten van Els zijn veranderd." in words(test)
    assert [one.Rechten for one in test.table[-1].value.itertuples()][1].startswith("School: ")


def test_of_a_gemeente_it_is_asked_which_one(
    folder: Path, book: Journal, at: Callable[..., AppTest]
) -> None:
    """At inviting, of the gemeenten of the samenwerkingsverband; and later, for an account that has none."""
    test = at("uitnodigingen")
    key = "beheer_uitnodigen"
    test.text_input(key=f"{key}_email").set_value("greet@aa.nl")
    test.text_input(key=f"{key}_naam").set_value("Greet")
    test.selectbox(key=f"{key}_rol").set_value(Role.GEMEENTE).run()
    field = test.selectbox(key=f"{key}_gemeente")
    first, *names = field.options
    assert (first, field.value) == ("niet één gemeente", "")
    assert names, "those of VO9901"
    assert not [name for name in names if "bee" in name.lower()], "of the neighbour"
    field.set_value(names[0]).run()
    click(test, "Maak een uitnodiging")
    made = invitations.accept(book, test.code[0].value.rpartition("/")[2], people.PASSWORD)
    assert made.gemeente.startswith("GM")
    assert f"gemeente {names[0]}" in words(test)

    later = people.account(folder, "gijs@aa.nl", Role.GEMEENTE)
    test = at(account=str(later.nummer))
    key = f"beheer_recht_{later.nummer}"
    test.selectbox(key=f"{key}_gemeente").set_value(names[0]).run()
    click(test, "Bewaar deze rechten")
    assert accounts.account(book, later.nummer).gemeente == made.gemeente


def test_an_account_is_put_off_and_on_and_signed_out(
    folder: Path, book: Journal, at: Callable[..., AppTest]
) -> None:
    els = people.account(folder, "els@swv.nl")
    token = people.signed_in(folder, els)
    test = at(account=str(els.nummer))

    click(test, "Ja, zet uit")
    assert "Het account van Els staat uit." in words(test)
    assert sessions.account_of(book, token) is None

    click(test, "Ja, zet aan")
    token = people.signed_in(folder, els)
    click(test, "Ja, meld overal af")
    assert "Els is overal afgemeld (1 keer open)." in words(test)
    assert sessions.account_of(book, token) is None


def test_the_last_beheerder_stays_and_the_page_says_why(
    folder: Path, chief: Account, book: Journal, at: Callable[..., AppTest]
) -> None:
    other = people.account(folder, "tweede@swv.nl", Role.BEHEERDER)
    test = at(account=str(chief.nummer))
    assert "Dit is uw eigen account." in words(test)
    assert not [one for one in test.button if one.label in ("Ja, zet uit", "Bewaar deze rechten")]

    # Meanwhile the other one puts him off: his page, which is still open, changes nothing.
    test = at(account=str(other.nummer))
    accounts.deactivate(book, other.viewer, chief.nummer)
    click(test, "Ja, zet uit")
    assert "U bent geen beheerder meer." in words(test)
    assert accounts.account(book, other.nummer).actief
    assert audit.search(book, what=Event.GEWEIGERD)[0].wie == chief.email


# ------------------------------------------------------------------------------- invitations


def test_somebody_is_invited_and_the_link_is_shown_once(
    folder: Path, book: Journal, at: Callable[..., AppTest]
) -> None:
    test = at("uitnodigingen")
    assert "Er staat geen uitnodiging open." in words(test)
    test.text_input(key="beheer_uitnodigen_email").set_value("els@aa.nl")
    test.text_input(key="beheer_uitnodigen_naam").set_value("Els")
    test.multiselect(key="beheer_uitnodigen_scholen").set_value(["99XX01"])
    click(test, "Maak een uitnodiging")

    token = test.code[0].value.rpartition("/")[2]
    made = invitations.accept(book, token, people.PASSWORD)
    assert (made.role, made.vestigingen) == (Role.SCHOOL, frozenset({"99XX01"}))
    assert "**Stuur deze link zelf**" in words(test)

    click(test, "Ik heb de link")
    assert not test.code
    assert token not in words(test)


def test_what_cannot_be_is_said_and_an_invitation_can_be_withdrawn(
    folder: Path, book: Journal, chief: Account, at: Callable[..., AppTest]
) -> None:
    test = at("uitnodigingen")
    test.text_input(key="beheer_uitnodigen_email").set_value("els")
    click(test, "Maak een uitnodiging")
    assert [one.value for one in test.error] == [
        "Dit is geen e-mailadres. Schrijf het als naam@\u200borganisatie.nl."
    ]
    token = invitations.invite(
        book, chief.viewer, email="jan@aa.nl", naam="Jan", role=Role.DIRECTEUR, swv={"VO9901"}
    )
    test = at("uitnodigingen")
    assert "1 uitnodiging wacht." in words(test)

    click(test, "Ja, trek in")

    offered = invitations.invitation(book, token)
    assert offered is not None
    assert "ingetrokken" in offered.why_not


def test_a_list_of_schools_is_judged_whole_and_gives_everybody_a_link(
    folder: Path, book: Journal, at: Callable[..., AppTest]
) -> None:
    test = at("uitnodigingen")
    test.text_area(key="beheer_lijst_tekst").set_value(
        "e-mail;naam;vestigingscode\n"
        "els@aa.nl;Els;99XX00\n"
        "els@aa.nl;Els;99XX01\n"  # of two schools
        "jan@aa.nl;;99XX00\n"  # no name
        "buur@bee.nl;Buur;99YY00\n"  # a neighbour's school
        "chef@swv.nl;Chef;99XX00\n"  # has an account
    ).run()
    assert not [one for one in test.button if one.label.startswith("Nodig")]
    said = test.error[0].value
    assert "Regel 4: de naam ontbreekt." in said
    assert "Regel 5: 99YY00 is geen school van uw samenwerkingsverband." in said
    assert "heeft al een account" in said
    assert invitations.open_invitations(book) == []

    test.text_area(key="beheer_lijst_tekst").set_value(
        "els@aa.nl;=Els;99XX00\nels@aa.nl;=Els;99XX01\njan@aa.nl;Jan;99xx00\n"
    ).run()
    assert test.button(key="beheer_lijst_maak").disabled, "Els gets two schools: named first"
    assert any("els@aa.nl" in one.value and "99XX01" in one.value for one in test.warning)
    next(one for one in test.checkbox if one.label == "Ja, dat klopt").check().run()
    click(test, "Nodig 2 personen uit")

    links = invite_list.links_csv(test.session_state[invite_list.LINKS])
    assert "els@aa.nl;'=Els;" in links, "no formula"
    tokens = [line.split(";")[3].rpartition("/")[2] for line in links.splitlines()[1:]]
    made = [invitations.accept(book, token, people.PASSWORD) for token in tokens]
    assert [one.vestigingen for one in made] == [{"99XX00", "99XX01"}, {"99XX00"}]

    test.query_params["onderdeel"] = "accounts"
    test.run()
    assert invite_list.LINKS not in test.session_state, "who leaves has had them"


# ------------------------------------------------------------------------------------ grants


def test_exact_figures_are_given_with_a_reason_and_taken_back(
    folder: Path, book: Journal, at: Callable[..., AppTest]
) -> None:
    carla = people.account(folder, "carla@advies.nl", Role.CONSULTANT)
    test = at("inzage")
    assert "ook van 1 tot en met 4" in words(test)

    click(test, "Geef exacte cijfers")
    assert "Schrijf op waarom" in words(test)

    test.text_area(key="beheer_inzage_waarom").set_value("Evaluatie van het plan")
    click(test, "Geef exacte cijfers")
    assert accounts.account(book, carla.nummer).exact == {"VO9901"}

    click(test, "Ja, trek in")
    assert accounts.account(book, carla.nummer).exact == frozenset()
    assert "Evaluatie van het plan" in str(test.table[-1].value.to_dict())


def test_without_a_consultant_the_way_leads_to_where_one_is_invited(
    at: Callable[..., AppTest],
) -> None:
    """screens.md 4.7: the words said Uitnodigingen, the button under them Leveringen."""
    test = at("inzage")
    assert "Nodig eerst een consultant uit, bij Uitnodigingen." in words(test)

    click(test, "Naar Uitnodigingen")

    assert "Maak een uitnodiging" in [button.label for button in test.button]


def test_who_works_for_two_is_told_that_the_other_has_to_give_too(
    folder: Path, at: Callable[..., AppTest]
) -> None:
    people.account(folder, "carla@advies.nl", Role.CONSULTANT, swv=["VO9901", "VO9902"])

    said = words(at("inzage"))

    assert "ziet pas exacte cijfers als ze die alle geven" in said
    assert "VO9902" not in said, "for whom else somebody works is not told"


# ---------------------------------------------------------------------------------- settings


def test_a_setting_is_kept_with_its_remark_and_in_the_log_and_put_back(
    folder: Path, book: Journal, at: Callable[..., AppTest]
) -> None:
    test = at("instellingen")
    assert any(field.label == "Grens voor kleine aantallen" for field in test.number_input)
    field = next(one for one in test.number_input if one.label.startswith("Hoe ver"))
    field.set_value(12.5)
    click(test, "Bewaar de instellingen")

    assert (folder / "instellingen.toml").read_text("utf-8") == SETTINGS.replace("15.0", "12.5")
    assert "Bewaard: afstand (km)." in words(test)
    (line,) = audit.search(book, what=Event.INSTELLING)
    assert (line.wie, line.over) == ("chef@swv.nl", "norm_km: 15 werd 12,5")

    click(test, "Ja, zet terug")
    assert (folder / "instellingen.toml").read_text("utf-8") == SETTINGS


def test_the_second_of_two_people_is_told_that_it_changed_in_between(
    folder: Path, at: Callable[..., AppTest]
) -> None:
    first, second = at("instellingen"), at("instellingen")
    for test, km in ((first, 12.5), (second, 20.0)):
        next(one for one in test.number_input if one.label.startswith("Hoe ver")).set_value(km)
        click(test, "Bewaar de instellingen")

    assert "Iemand anders heeft de instellingen intussen veranderd." in words(second)
    assert read_settings(folder).norm_km == 12.5
    shown = next(one for one in second.number_input if one.label.startswith("Hoe ver"))
    assert shown.value == 12.5


def test_a_setting_that_cannot_be_is_refused_with_what_can(
    folder: Path, at: Callable[..., AppTest]
) -> None:
    test = at("instellingen")
    next(one for one in test.text_area if one.label.startswith("Adressen")).set_value(
        "https://monitor.swv.nl/dekkend"
    )
    click(test, "Bewaar de instellingen")

    assert "Schrijf alleen de naam, bijv. monitor.swv.nl" in words(test)
    assert (folder / "instellingen.toml").read_text("utf-8") == SETTINGS


def test_an_address_as_copied_from_a_browser_is_taken(
    folder: Path, at: Callable[..., AppTest]
) -> None:
    test = at("instellingen")
    next(one for one in test.text_area if one.label.startswith("Adressen")).set_value(
        "https://monitor.swv.nl/"
    )
    click(test, "Bewaar de instellingen")

    assert read_settings(folder).adressen == ("monitor.swv.nl",)


def test_every_setting_of_the_page_has_words() -> None:
    from monitor.access.settings_changes import CHANGEABLE

    assert set(settings_form.TITLES) == set(CHANGEABLE)


# --------------------------------------------------------------------------------------- log


def test_the_log_is_searched_and_never_shows_a_neighbours_lines(
    book: Journal, at: Callable[..., AppTest]
) -> None:
    audit.record(book, "anna@swv.nl", Event.LEVERING, "levering 3", swv="VO9901")
    audit.record(book, "buur@swv.nl", Event.LEVERING, "levering van de buren", swv="VO9902")
    test = at("logboek")
    assert "levering 3" in str(test.table[0].value.to_dict())
    assert "buren" not in str(test.table[0].value.to_dict())

    test.selectbox(key="beheer_log_soort").set_value(Event.UITNODIGEN).run()
    assert set(test.table[0].value["Wat"]) == {"Uitnodiging"}

    test.text_input(key="beheer_log_tekst").set_value("niets van dit al").run()
    assert "Er staat niets in het logboek dat hierbij past." in words(test)


def test_the_log_is_turned_over_newest_first(book: Journal, at: Callable[..., AppTest]) -> None:
    for number in range(log.PER_PAGE + 5):
        audit.record(book, "x@swv.nl", Event.DOWNLOAD, f"bestand {number}", swv="VO9901")
    test = at("logboek")
    assert test.table[0].value["Waarover"].iloc[0] == f"bestand {log.PER_PAGE + 4}"

    click(test, "Ouder")

    assert test.table[0].value["Waarover"].iloc[0] == "bestand 4"
    assert test.button(key="beheer_log_ouder").disabled


def test_a_download_holds_what_was_looked_for_runs_nothing_and_is_written_down(
    folder: Path, store: Store, book: Journal, chief: Account
) -> None:
    audit.record(book, "x@swv.nl", Event.DOWNLOAD, "=1+1", swv="VO9901")
    audit.record(book, "x@swv.nl", Event.DOWNLOAD, "van de buren", swv="VO9902")
    subject = Subject(store, chief.viewer, book, folder)
    asked = log.Asked(who="x@swv.nl")

    lines = log.csv_taken_along(subject, asked, separated.for_programs).splitlines()
    assert len(lines) == 2
    assert ",'=1+1," in lines[1]

    book_ = fastexcel.read_excel(log.taken_along(subject, asked))
    rows = book_.load_sheet("logboek").to_arrow().to_pylist()
    assert [row["over"] for row in rows] == ["=1+1"]
    about = book_.load_sheet("Verantwoording", header_row=None).to_arrow().to_pylist()
    assert ["Gezocht", "wie x@swv.nl"] in [list(row.values()) for row in about]
    written = audit.search(book, who=chief.email, what=Event.DOWNLOAD)
    assert [one.over for one in written] == [
        "logboek (xlsx): wie x@swv.nl", "logboek (csv): wie x@swv.nl",
    ]  # fmt: skip

    stranger = Viewer(Role.SCHOOL, frozenset({"VO9901"}), wie="els@aa.nl")
    with pytest.raises(managing.NotAllowed):
        log.csv_taken_along(Subject(store, stranger, book, folder), asked, separated.for_programs)
    with pytest.raises(managing.NotAllowed):
        log.taken_along(Subject(store, stranger, book, folder), asked)


# ------------------------------------------------------------------------------ what is kept


def test_what_is_kept_of_pupils_says_how_to_remove_it(at: Callable[..., AppTest]) -> None:
    assert "Er zijn geen bestanden van leerlingen." in words(at("bewaren"))


def test_the_sample_says_how_much_is_past_its_date(
    sample: Store, sample_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DEKKEND_DATA", str(sample_folder))
    test = AppTest.from_function(page, args=(sample, "", "beheerder"), default_timeout=60)
    test.query_params["onderdeel"] = "bewaren"
    done(test.run())

    assert "Dit is een demonstratie" in words(test)
    assert [one.value for one in test.code] == ["dekkend purge", "dekkend purge --uitvoeren"]
    assert len(test.table[0].value) >= 2


@pytest.mark.parametrize("part", ["accounts", "uitnodigingen", "inzage", "instellingen", "logboek"])
def test_in_a_demonstration_there_is_much_to_see_and_nothing_to_change(
    sample: Store, sample_folder: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    monkeypatch.setenv("DEKKEND_DATA", str(sample_folder))
    test = AppTest.from_function(page, args=(sample, "", "beheerder"), default_timeout=60)
    test.query_params["onderdeel"] = part
    done(test.run())

    looking = {"Bekijk", "Ouder", "Nieuwer"}
    assert [one.label for one in test.button if not one.disabled and one.label not in looking] == []
    said = words(test) + "".join(str(one.value.to_dict()) for one in test.table)
    expected = {
        "accounts": "@voorbeeld.invalid", "uitnodigingen": "1 uitnodiging wacht.",
        "inzage": "Evaluatie", "instellingen": "Bewaartermijnen", "logboek": "Uitnodiging",
    }  # fmt: skip
    assert expected[part] in said


def test_an_invented_person_of_the_demonstration_can_come_in_by_no_way(sample_folder: Path) -> None:
    book = journal(sample_folder)
    someone = accounts.accounts(book)[0]

    with pytest.raises(sessions.SignInRefused):
        sessions.sign_in(book, someone.email, "", people.NOWHERE)

    assert {one.email.rpartition("@")[2] for one in accounts.accounts(book)} <= {
        "voorbeeld.invalid"
    }
    assert dt.date.today() >= someone.aangemaakt.date()
