"""Stap voor stap: how many new places there may be, and a plan of them that can be taken over."""

import streamlit as st

from monitor.dekking.next_places import Asked
from monitor.dekking.scenarios import Scenario
from monitor.dekking.step_by_step import Plan, step_by_step
from monitor.pages.pieces import filters, show_section
from monitor.pages.wat_als import work
from monitor.pages.wat_als.subject import Held
from monitor.sections.wat_als import step_by_step as section_of
from monitor.values import dutch


BUDGETS = ("12", "24", "36", "48", "72", "96")
PLACES = "helpt_plaatsen"
"""In the address."""


def show(subject: Held, scenario: Scenario, asked: Asked) -> None:
    """For who sees exact figures."""
    if not subject.numbers.exact:
        return
    st.header(section_of.TITLE)
    budget = int(
        filters.remembered(
            PLACES, "Nieuwe plaatsen, hoogstens", list(BUDGETS), BUDGETS[1], width=240
        )
    )
    plan = _computed(subject, scenario, budget, asked)
    section = section_of.make(subject, plan)
    if section is None:
        return
    show_section.show(section, subject.store.settings.demo, heading=False, table="cards")
    if plan.steps:
        many = len(plan.steps)
        words = "deze stap" if many == 1 else f"deze {dutch.number(many)} stappen"
        st.button(f"Neem {words} op in dit scenario", key="wat_als_neem_stappen",
                  icon=":material/playlist_add:", on_click=work.add_all,
                  args=(subject, plan.scenario.wijzigingen[-many:]))  # fmt: skip


def _computed(subject: Held, scenario: Scenario, budget: int, asked: Asked) -> Plan:
    """With progress, as every step computes all options again; leaving the page stops it."""
    bar = st.empty()
    plan = step_by_step(
        subject.store, subject.basis, scenario, budget, asked,
        lambda part: bar.progress(part, "De stappen worden uitgerekend"),
    )  # fmt: skip
    bar.empty()
    return plan
