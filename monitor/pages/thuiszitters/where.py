"""Where they live and where they are enrolled: map and ranking; a click opens a gemeente."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from monitor.figures import wording
from monitor.figures.door import Figure, Indicator, figures
from monitor.figures.levels import LEVEL_PLURALS, LEVEL_TITLES, UNKNOWN
from monitor.pages.pieces import figure_parts, filters, gemeente_notes
from monitor.pages.thuiszitters import under_a_figure
from monitor.pages.thuiszitters.subject import PARTS, Subject, spoken
from monitor.sections import on_map as on_map_
from monitor.sections.what_is_shown import only_own
from monitor.views.charts import breakdown, maps
from monitor.views.files import tables


LEVELS = ("gemeente", "subregio", "wijk", "vestiging", "bestuur")
LONG = 16
"""Of more units those with nobody stand in the table only."""
NO_RATE = (
    "Per 1.000 leerlingen is er alleen per bestuur en voor het hele samenwerkingsverband: van een "
    "gemeente of wijk is niet bekend hoeveel leerlingen er wonen, alleen hoeveel er op de scholen "
    "zitten."
)


def show(subject: Subject, now: Figure) -> None:
    if now.teller_max == 0:
        _nobody(subject)
        return
    levels = [level for level in LEVELS if _is_useful(subject, level)]
    if not levels:
        _no_levels(subject)
        return
    st.header("Waar")
    # Where everything of a level is hidden, the reader starts on one that says something.
    default = next((one for one in levels if _shows(subject, one)), levels[0])
    per = filters.remembered(
        "per", "Per", levels, default, lambda one: LEVEL_TITLES[one].capitalize(),
        width=260,
    )  # fmt: skip
    found = subject.per_level(per)
    indicator = subject.indicator()
    st.markdown(_headline(subject, found, now, per, len(levels) > 1))
    if own := only_own(subject.viewer):
        st.caption(own)
    key = f"thuiszitters_{subject.code}_{per}_{subject.region.code}_{subject.periode}"
    is_seen = _shows(subject, per)
    if is_seen:
        _pictures(subject, indicator, found, per, key)
    if per in PARTS and is_seen:
        st.caption(f"Klik op een {LEVEL_TITLES[per]} om alleen die te zien; kiezen kan "
                   "ook met Regio, bovenaan.")  # fmt: skip
    if not subject.is_whole:
        back_button()
    rows, pieces = _table(subject, indicator, found, per)
    st.caption(_reading(per))
    under_a_figure.show(
        subject, indicator, now.periode, now, rows, pieces, f"per-{per}",
        f"alle {LEVEL_PLURALS[per]} van {subject.region.naam}",
    )  # fmt: skip


def back_button() -> None:
    """Back to the whole samenwerkingsverband."""
    st.button("Terug naar het hele SWV", icon=":material/arrow_back:", key="thuiszitters_terug",
              on_click=partial(_choose_region, ""))  # fmt: skip


def _nobody(subject: Subject) -> None:
    st.markdown(
        f"In {subject.region.naam} voldeed die dag niemand aan deze definitie. Kies een andere "
        "maand of definitie."
    )
    if not subject.is_whole:
        back_button()


def _no_levels(subject: Subject) -> None:
    """Why there is no map, where there would be one for who sees exact figures."""
    if subject.viewer.sees_exact or subject.sees(per="gemeente"):
        return
    st.header("Waar")
    st.markdown(f"Waar zij wonen en naar school gaan, ziet u alleen van {subject.only}: hier zijn de "
                "aantallen te klein. De directeur ziet ze.")  # fmt: skip
    if not subject.is_whole:
        back_button()


def _is_useful(subject: Subject, level: str) -> bool:
    if level == subject.region.per:
        return False
    found = [f for f in subject.per_level(level) if f.code != UNKNOWN]
    return len(found) > 1


def _shows(subject: Subject, level: str) -> bool:
    return any(not f.is_hidden and f.teller_max != 0 for f in subject.per_level(level))


def _ahead(found: Sequence[Figure]) -> Figure | None:
    """Where surely most are."""
    some = [f for f in found if f.code != UNKNOWN and f.teller_max != 0]
    shown = breakdown.ranked([f for f in some if not f.is_hidden])
    return shown[0] if shown and _is_ahead(shown, [f for f in some if f.is_hidden]) else None


def _headline(
    subject: Subject, found: Sequence[Figure], now: Figure, per: str, has_other: bool
) -> str:
    """Who has most, in words; and how much is hidden. `has_other`: there are other levels."""
    units = [f for f in found if f.code != UNKNOWN]
    some = [f for f in units if f.teller_max != 0]
    hidden = [f for f in some if f.is_hidden]
    plural = LEVEL_PLURALS[per]
    if some and len(hidden) == len(some):
        return f"**Van elke {LEVEL_TITLES[per]} met thuiszitters is het aantal verborgen.**" + (
            " Kies bij Per een groter niveau." if has_other else ""
        )
    verb = "staat ingeschreven" if per in ("vestiging", "bestuur") else "woont"
    said = ""
    if most := _ahead(found):
        at = "bij" if per in ("vestiging", "bestuur") else "in"
        said = (
            f"**Het grootste aantal {verb} {at} {most.naam}: {spoken(most)} van de "
            f"{spoken(now)}.** "
        )
    without = len(units) - len(some)
    if without:
        at = "Bij" if per in ("vestiging", "bestuur") else "In"
        said += f"{at} {without} van de {len(units)} {plural} telt niemand mee. "
    if hidden:
        what = LEVEL_TITLES[per] if len(hidden) == 1 else plural
        said += f"Van {len(hidden)} {what} is het aantal verborgen."
    return said


def _is_ahead(shown: Sequence[Figure], hidden: Sequence[Figure]) -> bool:
    """Whether the first surely has most."""
    ends = [f.teller_max for f in (*shown[1:], *hidden)]
    if None in ends:
        return False
    most = max((end for end in ends if end is not None), default=0)
    return (shown[0].teller or 0) > most


def _reading(per: str) -> str:
    match per:
        case "vestiging" | "bestuur":
            own = "Geteld waar de leerling staat ingeschreven; wie nergens is ingeschreven staat "
            return f"{own}onder ‘Geen of onbekende school’."
        case _:
            return f"Geteld waar de leerling woont. {NO_RATE}"


# ------------------------------------------------------------------------------------ pictures


def _pictures(
    subject: Subject, indicator: Indicator, found: Sequence[Figure], per: str, key: str
) -> None:
    shown = breakdown.ranked(found)
    if len(shown) > LONG:
        shown = [f for f in shown if f.teller_max != 0]
    shown = on_map_.neighbours(shown, subject.region.code)
    codes = [f.code for f in shown]
    most = _ahead(found)
    named = {most.code} if most else set()
    drawing = breakdown.ranking(shown, indicator, named)
    description = breakdown.ranking_description(shown, indicator, named)
    if not (per == "gemeente" and on_map_.has_map(subject.store, per)):
        _clickable(drawing, description, f"{key}_ranglijst", per, codes, 0)
        return
    on_map = [f for f in found if f.code != UNKNOWN]
    shapes = on_map_.shapes(subject.store, tuple(sorted(f.code for f in on_map)))
    if not maps.says_something(shapes, on_map, indicator):
        st.caption(maps.NO_MAP)
        _clickable(drawing, description, f"{key}_ranglijst", per, codes, 0)
        gemeente_notes.show(subject.store, on_map, has_map=False)
        return
    left, right = st.columns([6, 5], gap="medium")
    with left:
        chart = maps.choropleth(shapes, on_map, indicator, height=410, named=named)
        words = maps.choropleth_description(shapes, on_map, indicator, named)
        last = len(chart["data"]) - 1
        _clickable(chart, words, f"{key}_kaart", per, [s.code for s in shapes], last)
        if any(f.is_banded for f in on_map):
            st.caption(wording.BY_LOWEST)
        gemeente_notes.show(subject.store, on_map)
    with right:
        _clickable(drawing, description, f"{key}_ranglijst", per, codes, 0)


def _clickable(
    chart: dict[str, Any], description: str, key: str, per: str, codes: Sequence[str], curve: int
) -> None:
    """A chart of which a click on a unit filters the page on it, where that is a region."""
    if per not in PARTS:
        figure_parts.chart(chart, description, key)
        return
    # What is not clicked stays as it is: the page that follows shows what was chosen.
    for trace in chart["data"]:
        if "marker" in trace:
            opacity = trace["marker"].get("opacity", 1)
            trace["selected"] = trace["unselected"] = {"marker": {"opacity": opacity}}
    st.plotly_chart(
        chart, key=key, alt=description, config=breakdown.CONFIG, width="stretch", theme="streamlit",
        on_select=partial(_clicked, key, per, tuple(codes), curve), selection_mode="points",
    )  # fmt: skip


def _clicked(key: str, per: str, codes: tuple[str, ...], curve: int) -> None:
    points = st.session_state[key]["selection"]["points"]
    for point in points:
        place = point.get("point_index", -1)
        if point.get("curve_number") == curve and 0 <= place < len(codes):
            if codes[place] != UNKNOWN:
                _choose_region(f"{per}:{codes[place]}")
            return


def _choose_region(value: str) -> None:
    st.session_state["keuze_regio"] = value


# --------------------------------------------------------------------------------------- table


def _table(
    subject: Subject, indicator: Indicator, found: Sequence[Figure], per: str
) -> tuple[list[dict[str, str]], list[under_a_figure.Piece]]:
    """(rows, what can be downloaded); per bestuur with the figure per 1.000 pupils beside it."""
    ranked = breakdown.ranked(found)
    rows = tables.say_wider(
        tables.figure_rows(ranked, indicator), ranked, subject.store.settings.drempel
    )
    pieces: list[under_a_figure.Piece] = [(indicator, per, ranked)]
    if per != "bestuur":
        return rows, pieces
    rate = subject.indicator("thuiszitters_promille")
    inside = figures(subject.store, subject.viewer, rate, per, period=subject.periode,
                     within=(subject.region.per, subject.region.code))  # fmt: skip
    rates = {f.code: f for f in inside if f.code != UNKNOWN}
    for row, figure in zip(rows, ranked, strict=True):
        one = rates.get(figure.code)
        row["Per 1.000 leerlingen"] = wording.value_bare(one, rate) if one else ""
    return rows, [*pieces, (rate, per, list(rates.values()))]
