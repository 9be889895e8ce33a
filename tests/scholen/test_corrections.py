"""Klopt dit? What schools confirm or want mended, and who handles it; nothing is overwritten."""

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest

from monitor.access import EVERY, Role, Viewer, audit
from monitor.errors import MonitorError, Overtaken
from monitor.scholen import corrections
from monitor.scholen.correction_steps import CorrectionStand, Item, Step
from monitor.store.journal import Journal


SWV = "VO9901"
ITEM = Item(SWV, "99AA00", "cijfer/leerlingen_vo/2025-10-01", "Leerlingen", "860 leerlingen")
SCHOOL = Viewer(Role.SCHOOL, frozenset({SWV}), frozenset({"99AA00"}), wie="school@voorbeeld.nl")
BESTUUR = Viewer(Role.BESTUUR, frozenset({SWV}), frozenset({"99AA00"}), wie="bestuur@voorbeeld.nl")
OTHER = Viewer(Role.SCHOOL, frozenset({SWV}), frozenset({"99AB00"}), wie="ander@voorbeeld.nl")
KEEPER = Viewer(Role.BEHEERDER, frozenset({SWV}), wie="beheerder@voorbeeld.nl")
NEIGHBOUR = Viewer(Role.BEHEERDER, frozenset({"VO9902"}), wie="buur@voorbeeld.nl")
GEMEENTE = Viewer(Role.GEMEENTE, frozenset({SWV}), wie="gemeente@voorbeeld.nl")


def standing(book: Journal, viewer: Viewer = SCHOOL, item: Item = ITEM) -> CorrectionStand:
    found = corrections.standings(book, viewer, item.swv, item.vestiging)
    return found.get(item.key, CorrectionStand())


def asked(book: Journal, waarde: str = "862") -> int:
    return corrections.ask(book, SCHOOL, ITEM, "Twee leerlingen kwamen later.", waarde)


# ------------------------------------------------------------------------------ confirming


def test_what_was_confirmed_asks_nothing_until_the_register_says_otherwise(book: Journal) -> None:
    assert standing(book).waits_for_school(ITEM.register)

    assert corrections.confirm(book, SCHOOL, [ITEM]) == 1

    assert not standing(book).waits_for_school(ITEM.register)
    assert standing(book).waits_for_school("861 leerlingen")
    last = standing(book).last
    assert last is not None
    assert (last.stap, last.register, last.wie) == (Step.BEVESTIGD, ITEM.register, SCHOOL.wie)


def test_confirming_twice_is_one_step(book: Journal) -> None:
    corrections.confirm(book, SCHOOL, [ITEM])

    assert corrections.confirm(book, SCHOOL, [ITEM]) == 0
    assert corrections.confirm(book, SCHOOL, [replace(ITEM, register="861 leerlingen")]) == 1
    assert [event.register for event in standing(book).events] == [
        "860 leerlingen",
        "861 leerlingen",
    ]


def test_what_a_question_is_open_about_is_not_confirmed_with_the_rest(book: Journal) -> None:
    asked(book)
    other = replace(ITEM, key="basis/2025-2026/BO-01")

    assert corrections.confirm(book, SCHOOL, [ITEM, other]) == 1
    assert standing(book).open is not None


# ----------------------------------------------------------------------------------- asking


def test_a_question_is_open_until_it_is_accepted_and_stays_to_be_seen(book: Journal) -> None:
    nummer = asked(book)
    assert standing(book).open is not None

    corrections.accept(book, KEEPER, nummer, "862", words="Dat is zo.")

    for viewer in (SCHOOL, KEEPER):
        now = standing(book, viewer)
        assert now.open is None
        assert now.accepted is not None
        assert (now.accepted.waarde, now.accepted.bron) == ("862", corrections.SOURCE)
        assert [e.stap for e in now.events] == [Step.GEVRAAGD, Step.AANVAARD]
        assert now.accepted.register == "860 leerlingen", "the register's own is kept beside it"
    assert not standing(book).waits_for_school(ITEM.register)


def test_a_refusal_has_a_reason_that_the_school_reads(book: Journal) -> None:
    nummer = asked(book)
    with pytest.raises(MonitorError, match="waarom u deze vraag weigert"):
        corrections.refuse(book, KEEPER, nummer, "  ")

    corrections.refuse(book, KEEPER, nummer, "DUO telt op 1 oktober.")

    last = standing(book).last
    assert last is not None
    assert (last.stap, last.toelichting) == (Step.GEWEIGERD, "DUO telt op 1 oktober.")
    assert standing(book).accepted is None


def test_who_asked_can_withdraw_while_it_is_open(book: Journal) -> None:
    nummer = asked(book)
    corrections.withdraw(book, SCHOOL, nummer)

    assert standing(book).open is None
    assert standing(book).last is None
    assert standing(book).waits_for_school(ITEM.register)
    with pytest.raises(Overtaken):
        corrections.withdraw(book, SCHOOL, nummer)
    with pytest.raises(Overtaken, match="niet meer open"):
        corrections.accept(book, KEEPER, nummer, "862")


def test_a_second_question_waits_for_the_first(book: Journal) -> None:
    asked(book)
    with pytest.raises(Overtaken, match="al een vraag"):
        asked(book)


def test_an_accepted_value_goes_when_the_school_confirms_the_register_after_all(
    book: Journal,
) -> None:
    corrections.accept(book, KEEPER, asked(book), "862")
    corrections.confirm(book, SCHOOL, [ITEM])

    assert standing(book).accepted is None


def test_an_accepted_value_stays_while_a_new_question_is_open_or_refused(book: Journal) -> None:
    corrections.accept(book, KEEPER, asked(book), "862")
    second = asked(book, "863")
    corrections.refuse(book, KEEPER, second, "Nee.")

    accepted = standing(book).accepted
    assert accepted is not None
    assert accepted.waarde == "862"


# ------------------------------------------------------------------------------- two at once


def _together(*jobs: Callable[[], object]) -> list[object]:
    """What each gave, or the error that it raised."""
    out: list[object] = [None] * len(jobs)
    ready = threading.Barrier(len(jobs))

    def run(at: int) -> None:
        ready.wait()
        try:
            out[at] = jobs[at]()
        except MonitorError as error:
            out[at] = error

    threads = [threading.Thread(target=run, args=(at,)) for at in range(len(jobs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return out


def test_of_two_who_handle_at_once_one_wins_and_the_other_hears_it(book: Journal) -> None:
    nummer = asked(book)
    found = _together(
        lambda: corrections.accept(book, KEEPER, nummer, "862"),
        lambda: corrections.refuse(book, KEEPER, nummer, "Nee."),
        lambda: corrections.withdraw(book, SCHOOL, nummer),
    )

    assert sum(isinstance(one, Overtaken) for one in found) == 2
    assert len(standing(book).events) == 2


def test_a_double_click_asks_once(book: Journal) -> None:
    found = _together(lambda: asked(book), lambda: asked(book))

    assert sum(isinstance(one, Overtaken) for one in found) == 1
    assert len(standing(book).events) == 1


# ------------------------------------------------------------------------------------ scope


@pytest.mark.parametrize("by", [OTHER, KEEPER, NEIGHBOUR, GEMEENTE,
                                replace(SCHOOL, swv=frozenset({"VO9902"}))])  # fmt: skip
def test_nobody_speaks_for_another_school(book: Journal, by: Viewer) -> None:
    for attempt in (
        lambda: corrections.confirm(book, by, [ITEM]),
        lambda: corrections.confirm(book, by, [replace(ITEM, vestiging="99AB00"), ITEM]),
        lambda: corrections.ask(book, by, ITEM, "Klopt niet."),
    ):
        with pytest.raises(MonitorError, match="niet van u"):
            attempt()

    assert standing(book).events == ()
    refused = audit.search(book, what=audit.Event.GEWEIGERD)
    assert refused
    assert {line.wie for line in refused} == {by.wie}
    assert any("99AA00" in line.over for line in refused)


@pytest.mark.parametrize("by", [SCHOOL, BESTUUR, OTHER, NEIGHBOUR, GEMEENTE])
def test_only_staff_of_the_samenwerkingsverband_handles(book: Journal, by: Viewer) -> None:
    nummer = asked(book)
    for attempt in (
        lambda: corrections.accept(book, by, nummer, "9"),
        lambda: corrections.refuse(book, by, nummer, "Nee."),
    ):
        with pytest.raises(MonitorError, match="niet van u"):
            attempt()

    assert standing(book).open is not None
    assert [line.wie for line in audit.search(book, what=audit.Event.GEWEIGERD)] == [by.wie]


@pytest.mark.parametrize("role", [Role.DIRECTEUR, Role.CONSULTANT, Role.BEHEERDER])
def test_all_staff_handles(book: Journal, role: Role) -> None:
    corrections.accept(book, Viewer(role, frozenset({SWV})), asked(book), "862")


@pytest.mark.parametrize("by", [OTHER, BESTUUR, KEEPER, NEIGHBOUR])
def test_only_who_asked_withdraws(book: Journal, by: Viewer) -> None:
    nummer = asked(book)
    with pytest.raises(MonitorError, match="niet van u"):
        corrections.withdraw(book, by, nummer)

    assert standing(book).open is not None


def test_a_question_of_elsewhere_and_one_that_is_not_there_answer_alike(book: Journal) -> None:
    nummer = asked(book)
    said = set()
    for number in (nummer, nummer + 1):
        with pytest.raises(MonitorError) as error:
            corrections.refuse(book, NEIGHBOUR, number, "Nee.")
        said.add(str(error.value))

    assert len(said) == 1


def test_what_was_said_is_read_by_the_school_its_bestuur_and_its_swv_only(book: Journal) -> None:
    asked(book)

    for viewer in (SCHOOL, BESTUUR, KEEPER, Viewer(Role.BEHEERDER, EVERY)):
        assert standing(book, viewer).events
    for viewer in (OTHER, NEIGHBOUR, GEMEENTE):
        assert not standing(book, viewer).events
    assert len(corrections.questions(book, KEEPER, SWV)) == 1
    for viewer in (SCHOOL, BESTUUR, OTHER, NEIGHBOUR, GEMEENTE):
        assert corrections.questions(book, viewer, SWV) == []
    assert corrections.questions(book, NEIGHBOUR, "VO9902") == []


# ----------------------------------------------------------------------------- what is typed


@pytest.mark.parametrize("words", ["Het gaat om 123456782.", "bsn 1234.56.782", "x 111222333 y"])
def test_a_bsn_is_refused_and_kept_nowhere(book: Journal, words: str) -> None:
    with pytest.raises(MonitorError, match="burgerservicenummer") as error:
        corrections.ask(book, SCHOOL, ITEM, words)
    with pytest.raises(MonitorError, match="burgerservicenummer"):
        corrections.ask(book, SCHOOL, ITEM, "Klopt niet.", words[:60])

    assert words not in str(error.value)
    assert standing(book).events == ()


def test_length_is_bounded_and_not_cut_off_in_silence(book: Journal) -> None:
    with pytest.raises(MonitorError, match="hoogstens 600 tekens"):
        corrections.ask(book, SCHOOL, ITEM, "x" * 601)
    with pytest.raises(MonitorError, match="hoogstens 60 tekens"):
        corrections.ask(book, SCHOOL, ITEM, "Klopt niet.", "x" * 61)
    with pytest.raises(MonitorError, match="wat er niet klopt"):
        corrections.ask(book, SCHOOL, ITEM, " \n ")


def test_every_step_is_in_the_audit_log_without_what_was_typed(book: Journal) -> None:
    corrections.confirm(book, SCHOOL, [ITEM])
    corrections.accept(book, KEEPER, asked(book), "862")

    lines = audit.search(book, what=audit.Event.CORRECTIE)[::-1]
    assert [(line.wie, line.over.split()[0]) for line in lines] == [
        (SCHOOL.wie, "bevestigd"), (SCHOOL.wie, "gevraagd"), (KEEPER.wie, "aanvaard"),
    ]  # fmt: skip
    assert all(line.swv == {SWV} for line in lines)
    assert "862" not in " ".join(line.over for line in lines)
    assert "later" not in " ".join(line.over for line in lines)


def test_no_figure_depends_on_it(book: Journal) -> None:
    """The version of the journal, that reopens the store, does not rise."""
    before = book.version()
    corrections.accept(book, KEEPER, asked(book), "862")

    assert book.version() == before
