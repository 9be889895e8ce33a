"""The region where most pupils are certainly without a fitting place."""

from dataclasses import dataclass, replace

from monitor.dekking.from_store import Basis, need_source, norms, outcome
from monitor.dekking.matching.model import Rules
from monitor.store.store import Store


@dataclass(frozen=True)
class Worst:
    """Where most pupils are surely short: a vraag in a region."""

    vraag: str
    level: str
    region: str | None
    behoefte: int
    certain: int


LEVELS = ("subregio", "gemeente", "wijk")
"""Regions in which need is shown, the largest first."""


def worst(store: Store, basis: Basis, rules: Rules | None = None) -> Worst | None:
    """One answer for all pages: of the largest regions that the need knows. For who sees exact
    figures; None when nobody is surely short."""
    from monitor.dekking.matching.groups import groups

    rules = rules or norms(store, basis.swv, basis.schooljaar)
    found = outcome(store, basis, rules)
    key = ("dekking_ergst", replace(basis, source=need_source(store, basis)), rules)
    if key not in store.answers:
        all_needs = [cell.need for cell in found.cellen]
        level = next((one for one in LEVELS if any(getattr(n, one) for n in all_needs)), LEVELS[0])
        names = {f"{n.ondersteuningsvraag}|{getattr(n, level) or ''}": n for n in all_needs}
        short = [
            one
            for one in groups(found, lambda n: f"{n.ondersteuningsvraag}|{getattr(n, level) or ''}")
            if one.certain
        ]
        most = max(short, key=lambda one: (one.certain, one.possible, one.name), default=None)
        answer = None
        if most is not None:
            need = names[most.name or ""]
            answer = Worst(
                need.ondersteuningsvraag, level, getattr(need, level), most.behoefte, most.certain
            )
        store.answers[key] = answer
    kept: Worst | None = store.answers[key]
    return kept
