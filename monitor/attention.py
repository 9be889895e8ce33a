"""What a directeur should look at first, and what changed: rules that make sentences of figures.

Each rule is written out in `RULES`, which the page Begrippen shows. No rule says something about
figures that do not fit: always one indicator, hence one definition, moment and denominator.
"""

import datetime as dt
from dataclasses import dataclass, field

from monitor import afspraken, breaks, regions
from monitor.access import Viewer
from monitor.afspraken import Standing, State, newest
from monitor.chance import is_beyond_chance
from monitor.checks import checks, findings
from monitor.comparisons import country
from monitor.indicators import Figure, Indicator, catalogue, figures
from monitor.provenance import Completeness, provenance
from monitor.region import Region
from monitor.store import Store
from monitor.views import text


@dataclass(frozen=True)
class Rule:
    """Why a sentence may stand under “Waar moet u naar kijken?”."""

    name: str
    text: str


RULES = (
    Rule(
        "controle",
        "Een controle vindt iets waardoor de cijfers van dit samenwerkingsverband niet kunnen "
        "kloppen.",
    ),
    Rule(
        "onvolledig",
        "Op de peildatum zijn minder scholen geteld dan op de telling ervoor of erna.",
    ),
    Rule(
        "doel",
        "Een streefwaarde uit het ondersteuningsplan is niet gehaald.",
    ),
    Rule(
        "verandering",
        "Een cijfer ging de verkeerde kant op, sinds de vorige telling of sinds de oudste van de "
        "laatste vijf jaar, en wel meer dan toeval verklaart (kans kleiner dan 1 op 20).",
    ),
    Rule(
        "land",
        "Een cijfer is ongunstiger dan dat van Nederland, meer dan toeval verklaart (kans kleiner "
        "dan 1 op 20).",
    ),
    Rule(
        "uitschieter",
        "Een deel van het samenwerkingsverband ligt minstens anderhalf keer zo hoog als de rest "
        "ervan, meer dan toeval verklaart (kans kleiner dan 1 op 1.000). Cijfers naar de plaats "
        "van de school vergelijken we per subregio, want in een gemeente zegt de plaats van één "
        "school alles.",
    ),
    Rule(
        "verouderd",
        "Het nieuwste cijfer is oud: een telling op 1 oktober ouder dan anderhalf jaar, een cijfer "
        "per jaar of schooljaar ouder dan drie jaar.",
    ),
)
"""The most important first: without good data the rest says nothing."""
MOST = 5
"""How many sentences a directeur reads."""
LOOK_BACK = 5
"""Years."""
FAR_ABOVE = 1.5
VERY_SURE = 3.29
"""In standard errors: 1 in 1,000."""
OLD = {"1 oktober": 548, "1 februari": 548, "maandeinde": 120}
"""Days after which a figure is old; others 1,096."""


@dataclass(frozen=True)
class Notice:
    """One sentence, with the page that proves it."""

    rule: str
    sentence: str
    page: str
    query: dict[str, str] = field(default_factory=dict)
    weight: float = 0.0
    """Within one rule, the heaviest first."""
    about: str = ""
    """The indicator: of one indicator only the most important sentence is shown."""


def notices(
    store: Store, viewer: Viewer, region: Region, year: str, today: dt.date | None = None
) -> list[Notice]:
    """One to five sentences about a region, the most important first; [] without figures."""
    today = today or dt.date.today()
    series = series_of(store, viewer, region, year)
    if not series:
        return []
    goals = afspraken.standings(store, viewer, region.swv, year) if region.per == "swv" else []
    found = [
        *_failed_checks(store, region),
        *_incomplete(store, region, series),
        *(_missed(standing, series) for standing in goals if standing.state in _OFF),
        *(n for i, s in series.items() if (n := _turned(store, region, i, s))),
        *(n for i, s in series.items() if (n := _above_country(store, viewer, i, s))),
        *(n for i, s in series.items() if (n := _outlier(store, viewer, region, i, s))),
        *_old(series, today),
    ]
    order = {rule.name: place for place, rule in enumerate(RULES)}
    found.sort(key=lambda notice: (order[notice.rule], -notice.weight, notice.sentence))
    return _one_each(found)[:MOST]


Series = dict[Indicator, list[Figure]]
_OFF = (State.MISSED, State.NOT_MET)


def series_of(store: Store, viewer: Viewer, region: Region, year: str) -> Series:
    """Per indicator that a region has: its known figures up to a year, oldest first."""
    found: Series = {}
    for indicator in catalogue().values():
        if indicator.sector != region.sector or viewer.role not in indicator.audience:
            continue
        if region.per not in indicator.levels:
            continue
        rows = [
            figure
            for figure in figures(store, viewer, indicator, region.per, codes=(region.code,))
            if text.is_known(figure) and (not year or figure.periode[:4] <= year[:4])
        ]
        if rows:
            found[indicator] = sorted(rows, key=lambda figure: figure.periode)
    return found


def _one_each(found: list[Notice]) -> list[Notice]:
    """Of one indicator the most important sentence only, so that five sentences say five things."""
    kept: list[Notice] = []
    for notice in found:
        if not notice.about or all(notice.about != other.about for other in kept):
            kept.append(notice)
    return kept


# ------------------------------------------------------------------------------ is the data good


def _failed_checks(store: Store, region: Region) -> list[Notice]:
    """Serious findings about the schools of this samenwerkingsverband, or about the whole store
    when it holds no other."""
    ours = {
        code
        for (code,) in store.rows(
            "select distinct vestiging from views.lidmaatschap "
            "where sector = $sector and per = 'swv' and code = $swv",
            {"sector": region.sector, "swv": region.swv},
        )
    } | {region.swv}
    is_alone = len(regions.swvs(store)) <= 1
    out = []
    for check in checks().values():
        if check.seriousness != "fout":
            continue
        count = sum(1 for f in findings(store, check) if is_alone or f.code in ours)
        if count:
            times = "één keer" if count == 1 else f"{text.number(count)} keer"
            out.append(
                Notice("controle", f"Een controle slaat {times} aan: {_lower(check.title)}.",
                       "leveringen", weight=count)
            )  # fmt: skip
    return out


def _incomplete(store: Store, region: Region, series: Series) -> list[Notice]:
    """Once per moment and group, however many indicators count that group."""
    out: dict[str, Notice] = {}
    for indicator, found in series.items():
        periode = found[-1].periode
        for part in provenance(store, indicator, periode, region.swv).completeness:
            if part.counted < part.expected:
                sentence = _missing(part, text.period(periode, indicator.moment))
                missing = part.expected - part.counted
                out[sentence] = Notice("onvolledig", sentence, "scholen", weight=missing)
    return list(out.values())


GROUP_WORDS = {"vo": "voor vo", "so_vso": "voor so en vso", "sbo": "voor sbo", "bao": "voor bao"}


def _missing(part: Completeness, when: str) -> str:
    group = GROUP_WORDS.get(part.group, part.group)
    missing = part.expected - part.counted
    verb = "ontbreekt" if missing == 1 else "ontbreken"
    return (
        f"Van de {text.number(part.expected)} scholen {group} {verb} er "
        f"{text.number(missing)} in de telling van {when}."
    )


def _old(series: Series, today: dt.date) -> list[Notice]:
    """One sentence for all indicators that are as old as each other."""
    stale: dict[str, list[Indicator]] = {}
    for indicator, found in series.items():
        newest_one = found[-1].periode
        day = dt.date.fromisoformat((newest_one + "-01-01")[:10])
        if (today - day).days > OLD.get(indicator.moment, 1096):
            stale.setdefault(text.period(newest_one, indicator.moment), []).append(indicator)
    out = []
    for when, indicators in stale.items():
        names = text.joined([_lower(i.short) for i in indicators[:3]])
        more = len(indicators) - 3
        names += f" en {more} andere cijfers" if more > 0 else ""
        verb = "is" if len(indicators) == 1 else "zijn"
        out.append(
            Notice("verouderd", f"De nieuwste gegevens over {names} {verb} van {when}.",
                   "leveringen", weight=len(indicators))
        )  # fmt: skip
    return out


# --------------------------------------------------------------------------------- what it says


def _missed(standing: Standing, series: Series) -> Notice:
    indicator, figure = standing.indicator, standing.figure
    assert indicator is not None
    assert figure is not None
    by = f"voor {standing.target.per_jaar}" if standing.target.per_jaar else "van het plan"
    sentence = (
        f"{indicator.short} is {text.value(figure, indicator)}"
        f"{_not_newest(figure, indicator, series)}; het doel {by} is "
        f"{afspraken.wanted(standing.target, indicator)}"
    )
    first = _first_of(series.get(indicator, []))
    if first and _worse(figure, first, indicator) and is_beyond_chance(figure, first, indicator):
        since = text.period(first.periode, indicator.moment)
        sentence += f". Op {since} was het nog {text.value(first, indicator)}"
    low, high = text.shown(figure)
    value = low if low is not None else high or 0.0
    off = abs(value - standing.target.streefwaarde) / (abs(standing.target.streefwaarde) or 1)
    weight = off + (1 if standing.state is State.MISSED else 0)
    return Notice("doel", f"{sentence}.", _page(indicator), _query(indicator), weight,
                  indicator.name)  # fmt: skip


def _turned(store: Store, region: Region, indicator: Indicator, found: list[Figure]) -> Notice | None:
    """Worse than the last time, else worse than some years ago, beyond chance and without a
    break in between."""
    now = found[-1]
    for before in (found[-2] if len(found) > 1 else None, _first_of(found)):
        if before is None or not _worse(now, before, indicator):
            continue
        if not is_beyond_chance(now, before, indicator):
            continue
        between = [f.periode for f in found if before.periode <= f.periode]
        if any(
            one.is_source for one in breaks.breaks(store, indicator, region.per, region.code, between)
        ):
            continue
        return Notice(
            "verandering",
            f"{indicator.short} ging van {text.value(before, indicator)} "
            f"({text.period(before.periode, indicator.moment)}) naar "
            f"{text.value(now, indicator)} ({text.period(now.periode, indicator.moment)}); dat is "
            "meer dan toeval verklaart.",
            _page(indicator),
            _query(indicator),
            _ratio(now, before),
            indicator.name,
        )
    return None


def _above_country(
    store: Store, viewer: Viewer, indicator: Indicator, found: list[Figure]
) -> Notice | None:
    now = found[-1]
    land = next((f for f in country(store, viewer, indicator) if f.periode == now.periode), None)
    if land is None or not _worse(now, land, indicator):
        return None
    if not is_beyond_chance(now, land, indicator):
        return None
    return Notice(
        "land",
        f"{indicator.short} is {text.value(now, indicator)}"
        f" op {text.period(now.periode, indicator.moment)}; in Nederland is het "
        f"{text.value(land, indicator)}.",
        _page(indicator),
        _query(indicator),
        _ratio(now, land),
        indicator.name,
    )


def _outlier(
    store: Store, viewer: Viewer, region: Region, indicator: Indicator, found: list[Figure]
) -> Notice | None:
    """The part that lies farthest above the rest of the region."""
    per = "subregio" if indicator.name.endswith("_locatie") else "gemeente"
    if indicator.kind != "aandeel" or indicator.direction == "geen" or per not in indicator.levels:
        return None
    if region.per != "swv":
        return None
    now = found[-1]
    parts = figures(
        store, viewer, indicator, per, period=now.periode, within=(region.per, region.code)
    )
    best: Notice | None = None
    for part in parts:
        rest = _without(now, part)
        if rest is None or not rest.waarde or part.waarde is None or part.code == regions.UNKNOWN:
            continue
        ratio = part.waarde / rest.waarde
        if ratio < FAR_ABOVE or not is_beyond_chance(part, rest, indicator, VERY_SURE):
            continue
        if best is None or ratio > best.weight:
            best = Notice(
                "uitschieter",
                f"{indicator.short} is in {per} {part.naam} {text.value(part, indicator)}, in de "
                f"rest van het samenwerkingsverband {text.value(rest, indicator)}.",
                _page(indicator),
                {**_query(indicator), "per": per},
                ratio,
                f"{indicator.name}:{per}",
            )
    return best


def _without(whole: Figure, part: Figure) -> Figure | None:
    """The rest of a region: tellers and noemers subtracted, from exact counts only."""
    if None in (whole.teller, part.teller, whole.noemer, part.noemer) or part.is_hidden:
        return None
