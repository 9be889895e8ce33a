"""What a delivery changed: rows and peildata per kind of file, and what the checks say now."""

from dataclasses import dataclass

from monitor.access import EVERY, Viewer
from monitor.figures.door import Indicator, figures, in_use
from monitor.pages.frame.serving import serving
from monitor.pages.leveringen import words
from monitor.sources import sources
from monitor.store.checks import checks, findings
from monitor.store.freshness import freshness
from monitor.store.settings import Settings
from monitor.store.store import Store
from monitor.store.versions import Versions
from monitor.values import dutch


PAGES = {
    "aanbod": "aanbod",
    "deelname": "deelname",
    "dekking": "dekking",
    "thuiszitters": "thuiszitters",
    "verwijzingen": "verwijzingen",
}
"""Theme of an indicator → the page about it; what has no page of its own is on Overzicht."""


@dataclass(frozen=True)
class Snapshot:
    """How the store was: per kind of file its rows and moments, per check its findings, and of
    which main indicators there were figures."""

    rows: dict[str, int]
    moments: dict[str, tuple[str, ...]]
    findings: dict[str, int]
    shown: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Changes:
    """What a delivery did, in sentences, and the pages that have something new."""

    lines: list[str]
    pages: list[str]


def snapshot(store: Store, viewer: Viewer, touched: set[str]) -> Snapshot:
    """How the store is now, for who is about to deliver these kinds of file."""
    shown = (one.name for one in _main(store, viewer, touched) if _is_shown(store, viewer, one))
    return Snapshot(*_counted(store), frozenset(shown))


def _counted(
    store: Store,
) -> tuple[dict[str, int], dict[str, tuple[str, ...]], dict[str, int]]:
    """The rows, moments and findings of a `Snapshot`."""
    found = freshness(store)
    return (
        {f.source.name: f.rows for f in found},
        {f.source.name: f.moments for f in found},
        {name: len(findings(store, check)) for name, check in checks().items()},
    )


def _main(store: Store, viewer: Viewer, touched: set[str]) -> list[Indicator]:
    """The main indicators that are computed from any of these kinds of file."""
    return [
        one
        for one in in_use(store.settings)
        if one.card and viewer.role in one.audience and touched & set(one.source)
    ]


def _is_shown(store: Store, viewer: Viewer, indicator: Indicator) -> bool:
    """Whether there is a figure of a whole that this viewer looks at."""
    per = "swv" if "swv" in indicator.levels else indicator.levels[0]
    # Of an other sector, or of the rest of the country only, this viewer's pages show nothing.
    own = tuple(sorted(viewer.swv)) if per == "swv" and viewer.swv != EVERY else ()
    found = figures(store, viewer, indicator, per, codes=own)
    return any(one.waarde is not None for one in found)


def what_changed(
    versions: Versions, viewer: Viewer, before: Snapshot, touched: set[str]
) -> Changes:
    """The newest version against the one before."""
    store = serving(versions.folder).store()
    after = Snapshot(*_counted(store))
    lines = [_of_kind(name, before, after) for name in sorted(touched & set(sources()))]
    # What there was is there still: to compute that again would only keep people waiting.
    maybe = [one for one in _main(store, viewer, touched) if one.name not in before.shown]
    new = {
        one.short: PAGES.get(one.theme, "overzicht")
        for one in maybe
        if _is_shown(store, viewer, one)
    }
    if new:
        lines.append(f"Nu zijn er cijfers over: {dutch.joined(list(new))}.")
    elif before.shown or not maybe:
        lines.append("Er kwamen geen nieuwe soorten cijfers bij.")
    else:
        lines.append("Er zijn nog geen cijfers: daarvoor zijn meer bestanden nodig.")
    lines += _of_checks(before, after)
    return Changes(lines, list(dict.fromkeys(new.values())))


def _of_kind(name: str, before: Snapshot, after: Snapshot) -> str:
    old, new = before.rows.get(name, 0), after.rows[name]
    line = f"{sources()[name].title}: {words.rows(new)}"
    line += f", dat waren er {dutch.number(old)}" if old else ", nieuw in de monitor"
    added = [m for m in after.moments[name] if m not in before.moments.get(name, ())]
    gone = [m for m in before.moments.get(name, ()) if m not in after.moments[name]]
    for which, verb in ((added, "nieuw"), (gone, "niet meer")):
        if which and old:
            line += f"; {verb}: {_span(which)}"
    return f"{line}."


def _span(moments: list[str]) -> str:
    if len(moments) <= 3:
        return dutch.joined([words.moment(m) for m in moments])
    return f"{words.moment(moments[0])} tot en met {words.moment(moments[-1])}"


def used_by(names: set[str], settings: Settings) -> list[str]:
    """The short names of the indicators that use any of these kinds of file, each once."""
    return list(dict.fromkeys(i.short for i in in_use(settings) if names & set(i.source)))


def _of_checks(before: Snapshot, after: Snapshot) -> list[str]:
    lines = []
    for name, check in checks().items():
        old, new = before.findings.get(name, 0), after.findings[name]
        if new > old:
            lines.append(
                f"Controle '{check.title}' vindt nu {dutch.number(new)} (was {dutch.number(old)}). "
                "Zie hieronder bij Controles."
            )
    return lines or ["De controles vinden niets nieuws."]
