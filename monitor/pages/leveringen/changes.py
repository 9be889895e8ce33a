"""What a delivery changed: rows and peildata per kind of file, and what the checks say now."""

from dataclasses import dataclass

from monitor.checks import checks, findings
from monitor.freshness import freshness
from monitor.indicators import catalogue
from monitor.pages.leveringen import words
from monitor.serving import serving
from monitor.sources import sources
from monitor.store import Store
from monitor.versions import Versions
from monitor.views import text


@dataclass(frozen=True)
class Snapshot:
    """How the store was: per kind of file its rows and moments, per check its findings."""

    rows: dict[str, int]
    moments: dict[str, tuple[str, ...]]
    findings: dict[str, int]


def snapshot(store: Store) -> Snapshot:
    """How the store is now."""
    found = freshness(store)
    return Snapshot(
        {f.source.name: f.rows for f in found},
        {f.source.name: f.moments for f in found},
        {name: len(findings(store, check)) for name, check in checks().items()},
    )


def what_changed(versions: Versions, before: Snapshot, touched: set[str]) -> list[str]:
    """Sentences about the newest version against the one before."""
    after = snapshot(serving(versions.folder).store())
    lines = [_of_kind(name, before, after) for name in sorted(touched & set(sources()))]
    used = used_by(touched)
    if used:
        lines.append(f"Hiermee rekent de monitor: {text.joined(used)}.")
    lines += _of_checks(before, after)
    return lines


def _of_kind(name: str, before: Snapshot, after: Snapshot) -> str:
    old, new = before.rows.get(name, 0), after.rows[name]
    line = f"{sources()[name].title}: {words.rows(new)}"
    line += f", dat waren er {text.number(old)}" if old else ", nieuw in de monitor"
    added = [m for m in after.moments[name] if m not in before.moments.get(name, ())]
    gone = [m for m in before.moments.get(name, ()) if m not in after.moments[name]]
    for which, verb in ((added, "nieuw"), (gone, "niet meer")):
        if which and old:
            line += f"; {verb}: {_span(which)}"
    return f"{line}."


def _span(moments: list[str]) -> str:
    if len(moments) <= 3:
        return text.joined([words.moment(m) for m in moments])
    return f"{words.moment(moments[0])} tot en met {words.moment(moments[-1])}"


def used_by(names: set[str]) -> list[str]:
    """The short names of the indicators that use any of these kinds of file."""
    return [i.short for i in catalogue().values() if names & set(i.source)]


def _of_checks(before: Snapshot, after: Snapshot) -> list[str]:
    lines = []
    for name, check in checks().items():
        old, new = before.findings.get(name, 0), after.findings[name]
        if new > old:
            lines.append(
                f"Controle '{check.title}' vindt nu {text.number(new)} (was {text.number(old)}). "
                "Zie hieronder bij Controles."
            )
    return lines or ["De controles vinden niets nieuws."]
