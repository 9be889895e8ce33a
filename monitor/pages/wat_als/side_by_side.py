"""Two or three scenarios side by side, beside what is real."""

import re

import streamlit as st

from monitor.dekking.scenarios import Scenario, compare
from monitor.errors import MonitorError
from monitor.pages.pieces import filters
from monitor.pages.wat_als import work
from monitor.pages.wat_als.effects import STEPS, table
from monitor.pages.wat_als.subject import Subject
from monitor.pages.wat_als.work import Work
from monitor.values import dutch
from monitor.values.safe_text import plain
from monitor.views.words import scenarios


MOST = 3
THIS = "dit"


def show(subject: Subject, mine: Work) -> None:
    st.header("Naast elkaar")
    found = _choices(subject, mine)
    names = {code: scenario.naam or "Dit scenario" for code, scenario in found.items()}
    if len(found) < 2:
        st.markdown(
            "Om te vergelijken zijn er twee scenario's nodig. Bewaar dit scenario en begin er nog "
            "een, of maak wijzigingen in dit scenario."
        )
        return
    chosen = filters.remembered_list(
        "naast", "Welke scenario's? (twee of drie)", list(found), names.__getitem__,
        max_selections=MOST,
    )  # fmt: skip
    if len(chosen) < 2:
        st.markdown("Kies er twee of drie; ze komen dan naast elkaar en naast de werkelijkheid.")
        return
    usable = {code: subject.usable(found[code]) for code in chosen}
    effects = compare(
        subject.store, subject.basis, [usable[code][0] for code in chosen], subject.level
    )
    titles = _titles([names[code] for code in chosen])
    best = max(range(len(effects)), key=lambda i: (effects[i].solved, -i))
    if all(one.solved == effects[0].solved for one in effects):
        st.markdown("**Ze lossen evenveel op.**")
    elif subject.numbers.exact:
        others = [f"{titles[i]} {dutch.number(one.solved)}" for i, one in enumerate(effects)
                  if i != best]  # fmt: skip
        st.markdown(
            f"**{plain(titles[best])} lost het meeste op: {dutch.number(effects[best].solved)} "
            f"{dutch.noun(effects[best].solved, 'vragen')}** (tegen {plain(dutch.joined(others))})."
        )
    rows = scenarios.compare_rows(effects, titles, subject.level, subject.numbers, subject.name)
    table(rows, "wat_als_naast", "Scenario's naast elkaar")
    for title, code in zip(titles, chosen, strict=True):
        if wrong := usable[code][1]:
            number = dutch.joined([str(index + 1) for index in wrong])
            st.caption(
                f"In {plain(title)} telt wijziging {number} niet mee: zij past niet bij wat er nu is."
            )
    if not subject.numbers.exact:
        st.caption(STEPS)


def _choices(subject: Subject, mine: Work) -> dict[str, Scenario]:
    """The one on screen when it is not kept as it is, and all that were kept, by code."""
    found: dict[str, Scenario] = {}
    if mine.is_changed:
        naam = (
            f"{mine.scenario.naam} (nu op het scherm)" if mine.scenario.naam else "Nu op het scherm"
        )
        found[THIS] = mine.scenario.model_copy(update={"naam": naam})
    for kept in work.the_journal().scenarios(subject.basis.swv):
        try:
            found[kept.code] = work.work_of(kept).scenario
        except MonitorError:
            continue  # of another version of the monitor: opening it says so
    return found


def _titles(names: list[str]) -> list[str]:
    """Names as headers of columns, which on a phone stand in a style sheet: only what people write
    in a name, no markup. Two of the same get a number."""
    plain = [" ".join(re.sub(r"[^\w ,.()'&+%€/:?!-]", " ", name).split()) or "?" for name in names]
    return [
        name if plain.count(name) == 1 else f"{name} ({plain[: i + 1].count(name)})"
        for i, name in enumerate(plain)
    ]
