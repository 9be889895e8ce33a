"""A ronde from concept to definitief, on both databases: who may, in which order, and what stays."""

import datetime as dt

import pytest
import sqlalchemy as sa

from monitor.access import Role, Viewer, audit
from monitor.errors import MonitorError, NotFound, Overtaken
from monitor.rounds import rondes
from monitor.rounds.states import Stap
from monitor.rounds.tables import deelnemer, indiening, ronde_stap, vragenlijst
from monitor.rounds.vragenlijst.standard import standard
from monitor.store.journal import Journal


SWV = "VO9901"
CONSULTANT = Viewer(Role.CONSULTANT, frozenset({SWV}), wie="consultant")
DIRECTEUR = Viewer(Role.DIRECTEUR, frozenset({SWV}), wie="directeur")
SCHOOL = Viewer(Role.SCHOOL, frozenset({SWV}), frozenset({"99AA00"}), wie="school")
OTHER = Viewer(Role.DIRECTEUR, frozenset({"VO9902"}), wie="ander")
TODAY = dt.date.today()
SOON = TODAY + dt.timedelta(days=12)


def opened(book: Journal, *schools: str) -> int:
    """A ronde that is open for these schools."""
    number = rondes.make(book, CONSULTANT, SWV, "2026", "2025-2026", "Dekkend aanbod 2026")
    lijst = rondes.keep_vragenlijst(book, CONSULTANT, standard()["dekkend-aanbod"])
    asked = [("vestiging", school, lijst) for school in schools or ("99AA00", "99AB00")]
    rondes.open_(book, CONSULTANT, number, SOON, asked)
    return number


def test_a_ronde_goes_its_way(book: Journal) -> None:
    number = opened(book)
    later = SOON + dt.timedelta(days=7)

    rondes.extend(book, CONSULTANT, number, later, "het was vakantie")
    assert rondes.read_ronde(book, number).stand.stap is Stap.VERLENGD
    rondes.close(book, CONSULTANT, number, "iedereen is klaar")
    rondes.reopen(book, CONSULTANT, number, "vestiging", "99AA00", SOON, "een vergissing")
    rondes.settle(book, CONSULTANT, number, Stap.VOORLOPIG)
    rondes.settle(book, CONSULTANT, number, Stap.DEFINITIEF)
    with pytest.raises(MonitorError, match="alleen een directeur of beheerder"):
        rondes.settle(book, CONSULTANT, number, Stap.VOORLOPIG, "toch niet")
    with pytest.raises(MonitorError, match="waarom"):
        rondes.settle(book, DIRECTEUR, number, Stap.VOORLOPIG)
    rondes.settle(book, DIRECTEUR, number, Stap.VOORLOPIG, "een school telde verkeerd")

    (one,) = rondes.rondes(book, CONSULTANT, SWV)
    assert (one.code, one.stand.stap) == ("2026", Stap.VOORLOPIG)
    with book.reading() as connection:
        steps = connection.execute(sa.select(ronde_stap.c.stap, ronde_stap.c.wie)).all()
    assert [tuple(row) for row in steps] == [
        ("concept", "consultant"), ("open", "consultant"), ("verlengd", "consultant"),
        ("gesloten", "consultant"), ("voorlopig", "consultant"), ("definitief", "consultant"),
        ("voorlopig", "directeur"),
    ]  # fmt: skip
    assert len(audit.search(book, what=audit.Event.RONDE)) == 8
    assert book.version() == 0, "figures do not depend on it"


def test_steps_that_do_not_follow_are_refused(book: Journal) -> None:
    number = rondes.make(book, CONSULTANT, SWV, "2026", "2025-2026", "Dekkend aanbod")

    for step in (
        lambda: rondes.extend(book, CONSULTANT, number, SOON, "w"),
        lambda: rondes.close(book, CONSULTANT, number, "w"),
        lambda: rondes.settle(book, CONSULTANT, number, Stap.DEFINITIEF),
        lambda: rondes.reopen(book, CONSULTANT, number, "vestiging", "99AA00", SOON, "w"),
        lambda: rondes.make(book, CONSULTANT, SWV, "2026", "2025-2026", "Nog een"),
    ):
        with pytest.raises(Overtaken):
            step()
    with pytest.raises(MonitorError, match="niemand om te vragen"):
        rondes.open_(book, CONSULTANT, number, SOON, [])
    with pytest.raises(NotFound):
        rondes.read_ronde(book, number + 1)


@pytest.mark.parametrize("day", [TODAY - dt.timedelta(days=1), TODAY + dt.timedelta(days=500)])
def test_a_day_to_close_on_is_one_to_come(book: Journal, day: dt.date) -> None:
    number = opened(book)

    with pytest.raises(MonitorError, match="vanaf vandaag"):
        rondes.extend(book, CONSULTANT, number, day, "w")


def test_extending_is_to_a_later_day(book: Journal) -> None:
    number = opened(book)

    with pytest.raises(MonitorError, match="niet later"):
        rondes.extend(book, CONSULTANT, number, SOON, "w")


@pytest.mark.parametrize("by", [SCHOOL, OTHER], ids=["a school", "another SWV"])
def test_who_does_not_run_it_changes_and_sees_nothing(book: Journal, by: Viewer) -> None:
    number = opened(book)

    for step in (
        lambda: rondes.make(book, by, SWV, "mijn", "2025-2026", "Van mij"),
        lambda: rondes.extend(book, by, number, SOON + dt.timedelta(1), "w"),
        lambda: rondes.close(book, by, number, "w"),
        lambda: rondes.deelnemers(book, by, number),
        lambda: rondes.change_who(book, by, number, "vestiging", "99AC00", 1, True, "w"),
    ):
        with pytest.raises(MonitorError, match="Dit mag u niet"):
            step()
    assert rondes.rondes(book, by, SWV) == []
    assert len(audit.search(book, what=audit.Event.GEWEIGERD)) == 5


def test_who_is_taken_off_stays_to_be_seen(book: Journal) -> None:
    number = opened(book)
    first = rondes.deelnemers(book, CONSULTANT, number)
    lijst = first[0].vragenlijst

    rondes.change_who(book, CONSULTANT, number, "vestiging", "99AB00", lijst, False, "gesloten")
    rondes.change_who(book, CONSULTANT, number, "vestiging", "99AC00", lijst, True, "nieuw")
    with pytest.raises(Overtaken):
        rondes.change_who(book, CONSULTANT, number, "vestiging", "99AB00", lijst, False, "nog eens")

    now = rondes.deelnemers(book, CONSULTANT, number)
    assert [(one.eenheid, one.erbij, one.waarom) for one in now] == [
        ("99AA00", True, ""), ("99AB00", False, "gesloten"), ("99AC00", True, "nieuw"),
    ]  # fmt: skip
    assert [one.nummer for one in now[:2]] == [one.nummer for one in first], "his answers are his"


def test_a_vragenlijst_is_kept_as_it_was(book: Journal) -> None:
    lijst = standard()["dekkend-aanbod"]

    first = rondes.keep_vragenlijst(book, CONSULTANT, lijst)
    same = rondes.keep_vragenlijst(book, DIRECTEUR, lijst)
    other = rondes.keep_vragenlijst(book, CONSULTANT, lijst.model_copy(update={"titel": "Anders"}))

    assert first == same != other


@pytest.mark.parametrize("table", [vragenlijst, ronde_stap, deelnemer, indiening])
@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_refuses_to_change_what_was_kept(
    book: Journal, table: sa.Table, verb: str
) -> None:
    number = opened(book)
    rondes.close(book, CONSULTANT, number, "klaar")
    rondes.reopen(book, CONSULTANT, number, "vestiging", "99AA00", SOON, "w")
    change = sa.delete(table) if verb == "delete" else sa.update(table).values(wie="een ander")

    with pytest.raises(sa.exc.DBAPIError, match="alleen toevoegen"), book.adding() as connection:
        connection.execute(change)
