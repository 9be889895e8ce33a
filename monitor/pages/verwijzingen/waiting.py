"""Doorlooptijd: how long a request takes, which are still open, and what was decided."""

import streamlit as st

from monitor.compare import afspraken
from monitor.figures import wording
from monitor.figures.disclosure.policy import least_cases
from monitor.figures.door import Indicator, spreads
from monitor.pages.pieces import downloads, figure_parts
from monitor.pages.verwijzingen import in_a_row, split
from monitor.pages.verwijzingen.answer import standing
from monitor.pages.verwijzingen.asked import Asked, Line, amount, since, trust, were
from monitor.sections import origins
from monitor.values import dutch, moments
from monitor.values.durations import WEEK
from monitor.views.charts.waits import Wait, wait_rows, waits_chart, waits_description, weeks


STEPS = {
    "doorlooptijd_compleet": ("Tot het dossier compleet is", "was het dossier compleet"),
    "doorlooptijd_besluit": ("Van compleet dossier tot besluit", "was er een besluit"),
}


def show(asked: Asked) -> None:
    for name, (title, words) in STEPS.items():
        st.header(title)
        line = asked.line(name)
        if line is None:
            st.markdown("Daar zijn geen cijfers over: van de aanvragen is niet bekend wanneer het "
                        "dossier compleet was.")  # fmt: skip
            continue
        _step(asked, line, words)
    _open(asked)
    in_a_row.show(asked, "Besluiten", ("tlv_afgewezen", "tlv_verlenging_aandeel",
                                    "tlv_mei_juli_aandeel"))  # fmt: skip


def _step(asked: Asked, line: Line, words: str) -> None:
    indicator, now = line.indicator, line.now
    found = spreads(asked.store, asked.viewer, indicator, line.region.per,
                    codes=(line.region.code,))  # fmt: skip
    waits = [Wait(f, found.get((f.code, f.periode))) for f in line.figures]
    norm = norm_of(asked, indicator)
    _said(asked, waits[-1], line, words)
    _norm(waits[-1], norm)
    goal = standing(asked, line)
    if goal is not None:
        promised = afspraken.promised(goal.target, indicator).replace(",0", "")
        why = "" if goal.state is afspraken.AfspraakState.MET else f", {goal.why}"
        st.markdown(f"Afgesproken is dat de helft binnen {promised} klaar is: {goal.state}{why}.")
    asked.whole_only(indicator)
    key = f"verwijzingen_{indicator.name}"
    figure_parts.chart(
        waits_chart(waits, indicator, norm), waits_description(waits, indicator, norm), key
    )
    if asked.viewer.sees_exact:
        st.caption("Het vlak is de middelste helft van de aanvragen: een kwart ging sneller, een "
                   "kwart duurde langer. Schooljaren naar de datum van het besluit.")  # fmt: skip
    else:
        st.caption(f"De middelste aanvraag, in hele weken; van {_few(asked)} aanvragen staat er "
                   "niets. Schooljaren naar de datum van het besluit.")  # fmt: skip
    trust(asked, line, now, origins.target_origin(goal))
    downloads.table_twin(wait_rows(waits, indicator, norm), f"{key}_tabel")
    downloads.of_figures(asked.store, indicator, line.region.per, line.figures,
                    "alle schooljaren, de middelste", key)  # fmt: skip


def norm_of(asked: Asked, indicator: Indicator) -> float | None:
    """The norm in weeks that the samenwerkingsverband set, if it did."""
    norms = asked.store.settings.norm_weken
    return norms.get(indicator.name, norms.get(indicator.measure))


def _said(asked: Asked, wait: Wait, line: Line, words: str) -> None:
    """Bij de helft van de aanvragen was er binnen 2,6 weken een besluit (een jaar eerder 2,3)."""
    now = line.now
    if now.is_hidden:
        st.markdown(f"**Hoe lang het in {moments.period(now.periode)} duurde, staat er niet: het waren "
                    f"{_few(asked)} aanvragen.**")  # fmt: skip
        return
    change = since(now, line.before, line.indicator)
    tail = f"; 90 % binnen {weeks(wait.weeks(0.9))}" if wait.weeks(0.9) is not None else ""
    about = "ongeveer " if now.is_banded else ""
    st.markdown(f"**In {moments.period(now.periode)} {words} bij de helft van de aanvragen binnen "
                f"{about}{wording.value(now, line.indicator)}{tail}.**")  # fmt: skip
    if change:
        st.markdown(f"Voor die helft is dat {change}.")


def _norm(wait: Wait, norm: float | None) -> None:
    """How many met the norm."""
    if norm is None or wait.spread is None:
        return
    k, n = wait.spread.within(norm * WEEK)
    if not n:
        return
    start = f"De norm is {weeks(norm).replace(',0', '')}: daarbinnen bleven"
    st.markdown(f"{start} {dutch.number(k)} van de {dutch.number(n)} aanvragen "
                f"({dutch.percentage(100 * k / n)}).")  # fmt: skip


# -------------------------------------------------------------------------------------- open


def _open(asked: Asked) -> None:
    line = asked.line("tlv_open")
    if line is None:
        return
    st.header("Open aanvragen")
    asked.whole_only(line.indicator)
    indicator, now = line.indicator, line.now
    change = since(now, line.before, indicator)
    st.markdown(f"**Op {moments.date(now.periode)} {were(now)} er "
                f"{amount(now, indicator)} open"
                f"{f': {change}' if change else ''}.**")  # fmt: skip
    _complete(asked, line)
    if now.teller_max == 0 and (line.before is None or line.before.teller_max == 0):
        trust(asked, line)
        return
    split.show(asked, line, "wachttijd", "Hoe lang al")
    downloads.of_figures(asked.store, indicator, line.region.per, line.figures,
                    "het aantal per maand", f"verwijzingen_{indicator.name}_maanden")  # fmt: skip


def _complete(asked: Asked, line: Line) -> None:
    found = split.parts_of(asked, line, "compleet", line.now)
    if not found or any(wording.is_closed(figure) for figure in found):
        return
    said = {figure.uitsplitsing.partition("=")[2]: wording.teller(figure) for figure in found}
    st.markdown(f"Van {said.get('ja', '0')} is het dossier compleet; "
                f"{said.get('nee', '0')} wachten nog op stukken.")  # fmt: skip


def _few(asked: Asked) -> str:
    """minder dan 10: of how many there is no median for who sees no exact figures."""
    return wording.few(least_cases(asked.store.settings.drempel))
