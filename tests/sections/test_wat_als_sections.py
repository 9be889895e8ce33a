"""What the sections of Wat als say: steps with their sum, and what is not known of it."""

from dataclasses import replace

import pytest

from monitor.access import Role, Viewer
from monitor.dekking.from_store import Basis
from monitor.dekking.matching.outcome import Totals
from monitor.dekking.next_places import Asked
from monitor.dekking.scenarios import Scenario
from monitor.dekking.step_by_step import Plan, Stopped
from monitor.dekking.step_by_step import step_by_step as plan_of
from monitor.figures.levels import Region
from monitor.sections.wat_als import step_by_step, what_it_does
from monitor.sections.wat_als.subject import Subject
from monitor.store.store import Store


BASIS = Basis("vo", "VO9901", "2025-2026")
WHOLE = Region("vo", "VO9901", "SWV Rivierenstreek", "swv", "VO9901", "SWV Rivierenstreek")


def subject(store: Store, role: Role = Role.DIRECTEUR) -> Subject:
    return Subject(store, Viewer(role, frozenset({"VO9901"})), WHOLE, BASIS, "subregio")


@pytest.fixture(scope="module")
def plan(sample: Store) -> Plan:
    return plan_of(sample, BASIS, Scenario(), 24, Asked("angst", "subregio", "Oost"))


def test_a_plan_says_what_it_brings_and_costs(sample: Store, plan: Plan) -> None:
    section = step_by_step.make(subject(sample), plan)

    assert section is not None
    assert section.says.text == (
        f"In {len(plan.steps)} stappen met 24 nieuwe plaatsen vinden {plan.solved} leerlingen meer een "
        f"passende plek: van de 201 (van 1 onbekend) zonder plek blijven er {201 - plan.solved} (van 1 "
        "onbekend) over."
    )
    assert section.beside[0].text.startswith("Het kost €")
    assert step_by_step.HOW in section.notes
    assert section.table is not None
    assert [row["Leerlingen erbij"] for row in section.table.texts] == [
        str(step.choice.closes) for step in plan.steps
    ]


def test_costs_that_are_partly_unknown_are_a_least(sample: Store, plan: Plan) -> None:
    """Of the last step no tarief is known: the sum is at least what the others cost."""
    *first, last = plan.steps
    partly = replace(plan, steps=(*first, replace(last, costs=first[-1].costs, unpriced=1)))
    nothing = replace(plan, steps=(replace(last, costs=0.0, unpriced=2),))

    some = step_by_step.make(subject(sample), partly)
    none = step_by_step.make(subject(sample), nothing)

    assert some is not None
    assert some.table is not None
    assert some.beside[0].text.startswith("Het kost minstens €")
    assert "van 1 stap is geen tarief bekend" in some.beside[0].text
    assert some.table.texts[-1]["Kosten per jaar, samen"].startswith("minstens €")
    assert none is not None
    assert none.table is not None
    assert none.beside[0].text == "Wat het kost is onbekend: van 2 stappen is geen tarief bekend."
    assert none.table.texts[-1]["Kosten per jaar, samen"] == "onbekend"


@pytest.mark.parametrize(
    ("stopped", "words"),
    [
        (Stopped.NOTHING, "Geen enkele mogelijke stap helpt"),
        (Stopped.PLACES, "Met zo weinig nieuwe plaatsen"),
        (Stopped.STEPS, "Dit scenario heeft al zo veel wijzigingen"),
    ],
)
def test_without_a_step_it_says_why(sample: Store, stopped: Stopped, words: str) -> None:
    empty = Plan(2, Totals(10, 6, 0, 4), (), stopped, Scenario())

    section = step_by_step.make(subject(sample), empty)

    assert section is not None
    assert section.says.text.startswith(words)
    assert (section.table, section.beside, section.notes) == (None, (), ())


def test_who_sees_classes_gets_no_steps(sample: Store, plan: Plan) -> None:
    assert step_by_step.make(subject(sample, Role.CONSULTANT), plan) is None


def test_the_file_of_a_scenario_holds_its_regions_too(sample: Store, plan: Plan) -> None:
    it = subject(sample)

    whole = what_it_does.make(it, plan.scenario)
    per = what_it_does.per_region(it, plan.scenario)

    assert whole.table is not None
    assert whole.table.filed is not None
    assert per is not None
    assert per.table is not None
    rows = [row["Wat"] for row in whole.table.filed()]
    assert rows[: len(whole.table.rows)] == [row["Wat"] for row in whole.table.texts]
    assert rows[len(whole.table.rows) :] == [
        f"Zeker tekort, subregio {row['Subregio']}" for row in per.table.texts
    ]
