"""Indicators: what is measured, and the one door through which figures leave.

One SQL file in `queries/indicators/` is one indicator; the comment above it is its definition.
Its rows are `code, periode, uitsplitsing, teller, teller_max, noemer, noemer_max` per finest
unit; going up to regions is `regions.ROLL_UP`, once, for all of them.
"""

import re
import threading
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from monitor import regions
from monitor.access import Role, Viewer
from monitor.disclosure import protect
from monitor.errors import MonitorError, NotFound, QueryHeaderError
from monitor.resources import QUERIES
from monitor.sources import sources
from monitor.store import Store


COLUMNS = ("code", "periode", "uitsplitsing", "teller", "teller_max", "noemer", "noemer_max")


class Indicator(BaseModel):
    """The words of an indicator: everything that stands above its SQL."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str
    short: str
    """Its name on a card or an axis."""
    definition: str
    teller: str
    """What the teller counts, in words that can stand after a number."""
    noemer: str = ""
    kind: Literal["aandeel", "aantal", "gemiddelde", "duur"]
    unit: str
    per: Literal["vestiging", "swv", "land"]
    """The finest unit for which it is computed."""
    levels: tuple[str, ...] = regions.LEVELS
    """The levels at which it means something."""
    sector: Literal["po", "vo"]
    moment: Literal["1 oktober", "1 februari", "maandeinde", "schooljaar", "jaar"]
    source: tuple[str, ...]
    counts: tuple[str, ...] = ()
    """Groups of pupils (`views.groep`) that must have been counted in a whole SWV."""
    teller_is: Literal["los", "deel", "gewogen"] = "los"
    """What ties teller to noemer, which keeps an interval from being wider than it can be: part
    of it, or the noemer times a value that the source gives per vestiging."""
    theme: str
    direction: Literal["hoger", "lager", "geen"]
    """Which way is better."""
    audience: tuple[Role, ...]
    breakdown: tuple[str, ...] = ()
    caveat: str = ""
    """What a reader must know before using it."""
    decimals: int = Field(default=0, ge=0, le=2)

    @field_validator("source", "counts", "levels", "breakdown", "audience", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        return [part.strip() for part in value.split(",")] if isinstance(value, str) else value

    @field_validator("source")
    @classmethod
    def _is_known(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [name for name in value if name not in sources()]
        if unknown:
            raise ValueError(f"no such source: {', '.join(unknown)}")
        return value

    @field_validator("levels")
    @classmethod
    def _is_level(cls, value: tuple[str, ...]) -> tuple[str, ...]:
        if any(level not in regions.LEVELS for level in value):
            raise ValueError(f"levels are: {', '.join(regions.LEVELS)}")
        return value


class Figure(NamedTuple):
    """One figure of one unit, period and uitsplitsing; `_max` differs where something is hidden.

    None = unknown; a teller with no `teller_max` is "at least".
    """

    code: str
    naam: str
    periode: str
    uitsplitsing: str
    teller: float | None
    teller_max: float | None
    noemer: float | None
    noemer_max: float | None
    waarde: float | None
    waarde_max: float | None
    is_hidden: bool = False
    """Hidden by us as a small group (not by the source)."""

    @property
    def is_exact(self) -> bool:
        return self.waarde is not None and self.waarde == self.waarde_max


@cache
def catalogue(folder: Path = QUERIES / "indicators") -> dict[str, Indicator]:
    """All indicators by name; QueryHeaderError names the file and key that is wrong."""
    return {file.stem: read_header(file) for file in sorted(folder.glob("*.sql"))}


def indicator_named(name: str) -> Indicator:
    """The indicator of that name, or NotFound."""
    if name in catalogue():
        return catalogue()[name]
    raise NotFound(f"Er is geen indicator '{name}'. Bekend zijn: {', '.join(catalogue())}.")


def header_of(file: Path) -> dict[str, str]:
    """The `-- key: value` lines on top of a query; an indented line continues the one above."""
    found: dict[str, str] = {}
    key = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("--"):
            break
        match = re.match(r"--\s?([a-z_]+):\s*(.*)", line)
        if match:
            key = match[1]
            if key in found:
                raise QueryHeaderError(f"{file}: {key}: staat er twee keer")
            found[key] = match[2].strip()
        elif key:
            found[key] = f"{found[key]} {line[2:].strip()}".strip()
    return found


def read_header(file: Path) -> Indicator:
    try:
        return Indicator.model_validate({"name": file.stem, **header_of(file)})
    except ValidationError as error:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()
        )
        raise QueryHeaderError(f"{file}: {faults}") from None


class Question(NamedTuple):
    """What is asked of an indicator; empty = all."""

    per: str
    period: str = ""
    breakdown: str = ""
    codes: tuple[str, ...] = ()
    within: tuple[str, str] | None = None
    """(level, code): only units inside that region."""


def figures(
    store: Store,
    viewer: Viewer,
    indicator: Indicator,
    per: str,
    *,
    period: str = "",
    breakdown: str = "",
    codes: tuple[str, ...] = (),
    within: tuple[str, str] | None = None,
) -> list[Figure]:
    """The figures of an indicator that this viewer may see: the only way out for them.

    `period` is a date, a year or a schooljaar; `breakdown` the name of an uitsplitsing (without
    it: totals only). Sorted by code, periode, uitsplitsing. MonitorError when the indicator has
    no such level or uitsplitsing, or when that is no period.
    """
    if viewer.role not in indicator.audience:
        raise MonitorError(f"'{indicator.title}' is niet voor de rol {viewer.role}.")
    if per not in indicator.levels:
        raise MonitorError(
            f"'{indicator.title}' is er niet per {per}. Kies uit: {', '.join(indicator.levels)}."
        )
    if breakdown and breakdown not in indicator.breakdown:
        choices = ", ".join(indicator.breakdown) or "geen"
        raise MonitorError(
            f"'{indicator.title}' heeft geen uitsplitsing '{breakdown}'. Er is: {choices}."
        )
    question = Question(per, regions.canonical_period(period), breakdown, codes, within)
    if within and not viewer.may_see(*within):
        # A samenwerkingsverband within one bestuur is the figure of that bestuur.
        return []
    return [
        _without_value(protect(figure, viewer))
        for figure in _answer(store, indicator, question)
        if viewer.may_see(per, figure.code)
    ]


def _without_value(figure: Figure) -> Figure:
    """A value is hidden with its teller: times the noemer it would give the teller away."""
    return figure._replace(waarde=None, waarde_max=None) if figure.is_hidden else figure


def contributions(
    store: Store, viewer: Viewer, indicator: Indicator, period: str, within: tuple[str, str]
) -> list[Figure]:
    """What each vestiging inside a region adds to teller and noemer, for any indicator counted
    per vestiging; without a value, because a share of one school may mean nothing."""
    if viewer.role not in indicator.audience:
        raise MonitorError(f"'{indicator.title}' is niet voor de rol {viewer.role}.")
    if indicator.per != "vestiging" or not viewer.may_see(*within):
        return []
    question = Question("vestiging", regions.canonical_period(period), "", (), within)
    return [
        protect(figure, viewer)._replace(waarde=None, waarde_max=None)
        for figure in _answer(store, indicator, question)
        if viewer.may_see("vestiging", figure.code)
    ]


def _answer(store: Store, indicator: Indicator, question: Question) -> list[Figure]:
    """What is asked, from what was computed before in this version of the store.

    Above the vestiging everything of a level is computed at once, so that another period, unit
    or samenwerkingsverband is answered from memory; vestigingen are too many for that.
    """
    if question.per == "vestiging" and question.within is None:
        return _computed(store, indicator, question)[""]
    whole = question._replace(period="", codes=())
    within = ""
    if question.per != "vestiging" and question.within and question.within[0] == "swv":
        within = question.within[1]
        whole = whole._replace(within=regions.EACH_SWV)
    return [
        figure
        for figure in _computed(store, indicator, whole).get(within, [])
        if (not question.codes or figure.code in question.codes)
        and (
            figure.periode == question.period
            if "-" in question.period
            else figure.periode.startswith(question.period)
        )
    ]


def compute_all(store: Store) -> None:
    """Compute every level of every indicator, so that nobody has to wait for it; those of the
    samenwerkingsverband whose monitor it is first."""
    first = (store.settings.swv or "VO")[:2].lower()
    for indicator in sorted(catalogue().values(), key=lambda one: one.sector != first):
        for per in indicator.levels:
            if not threading.main_thread().is_alive():
                return  # the program is ending
            if per in ("land", "swv"):
                _computed(store, indicator, Question(per))
            elif per != "vestiging":
                _computed(store, indicator, Question(per))
                _computed(store, indicator, Question(per, within=regions.EACH_SWV))


def _computed(store: Store, indicator: Indicator, question: Question) -> dict[str, list[Figure]]:
    """All figures of a question, by samenwerkingsverband when it asks for each apart (else under
    ""); kept for as long as this version of the store lives."""
    key = (indicator.name, question)
    if key not in store.answers:
        with store.computing:
            if key not in store.answers:
                store.answers[key] = _compute(store, indicator, question)
    found: dict[str, list[Figure]] = store.answers[key]
    return found


def _compute(store: Store, indicator: Indicator, question: Question) -> dict[str, list[Figure]]:
    sql, parameters = regions.roll_up(indicator.name, indicator.sector, indicator.counts, question)
    if question.within != regions.EACH_SWV:
        return {"": [_figure(indicator, *row) for row in store.rows(sql, parameters)]}
    found: dict[str, list[Figure]] = {}
    for swv, *row in store.rows(sql, parameters):
        found.setdefault(swv, []).append(_figure(indicator, *row))
    return _parts_named(found)


def _parts_named(found: dict[str, list[Figure]]) -> dict[str, list[Figure]]:
    """A gemeente or bestuur that lies in several samenwerkingsverbanden is only a part in each:
    its name says so, because its figure differs from that of the whole."""
    swvs: dict[str, set[str]] = {}
    for swv, figures_ in found.items():
        for figure in figures_:
            swvs.setdefault(figure.code, set()).add(swv)
    return {
        swv: [
            figure._replace(naam=f"{figure.naam} (deel)") if len(swvs[figure.code]) > 1 else figure
            for figure in figures_
        ]
        for swv, figures_ in found.items()
    }


def _figure(
    indicator: Indicator,
    code: str,
    naam: str,
    periode: str,
    uitsplitsing: str,
    *numbers: float | None,
) -> Figure:
    teller, noemer = _bounds(*numbers[0:2]), _bounds(*numbers[2:4])
    waarde = _bounds(*_value(indicator, *teller, *noemer, *numbers[4:6]))
    return Figure(code, naam, periode, uitsplitsing, *teller, *noemer, *waarde)


def _bounds(low: float | None, high: float | None) -> tuple[float | None, float | None]:
    """“At least 0” says nothing: an unknown may not look like 0."""
    return (None, None) if low == 0 and high is None else (low, high)


def _value(
    indicator: Indicator,
    teller: float | None,
    teller_max: float | None,
    noemer: float | None,
    noemer_max: float | None,
    lowest: float | None,
    highest: float | None,
) -> tuple[float | None, float | None]:
    """(lowest, highest) value in the indicator's unit, None where unknown.

    `lowest` and `highest` are those of the vestigingen: a weighted mean lies between them.
    """
    if indicator.kind == "aantal":
        return teller, teller_max
    factor = 100 if indicator.kind == "aandeel" else 1
    low = high = None
    if teller is not None and noemer_max:
        low = factor * teller / noemer_max
    if teller_max is not None and noemer:
        high = factor * teller_max / noemer
    if indicator.teller_is == "deel" and high is not None:
        # Both bounds the same: then there is nobody else in the noemer.
        low = 100.0 if (teller, teller_max) == (noemer, noemer_max) else low
        high = min(high, 100.0)
    if indicator.teller_is == "gewogen" and low != high and lowest is not None:
        assert highest is not None
        low = lowest if low is None else max(low, lowest)
        high = highest if high is None else min(high, highest)
    return low, high
