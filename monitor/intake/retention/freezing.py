"""The figures that removed rows gave: found by counting with and without them, and fixed.

Counts only: per school or place, never with a key of a pupil (`monitor.store.frozen`).
"""

import datetime as dt
from collections.abc import Collection
from typing import Any

from monitor.dekking import from_store
from monitor.errors import MonitorError
from monitor.resources import QUERIES
from monitor.sources import pupil_sources
from monitor.store.freshness import last_day
from monitor.store.frozen import NUMBERS, TABLES, VRAAG, frozen_of, names
from monitor.store.query_headers import headers_of
from monitor.store.store import Store


Group = tuple[str, str]
"""(definition or '', period)."""
Tables = dict[str, list[tuple[Any, ...]]]

PER_PUPIL = {
    "melding",
    "melding_plek",
    "niet_genoemd",
    "tlv_niet_genoemd",
    "reeks",
    "afwezigheid",
    "verblijf",
    "thuiszitters_stand",
    "thuiszitters_jaar",
    "thuiszitters_cohort",
    "toelaatbaarheid",
    "tlv_besluiter",
    "tlv_verblijf",
    "vraag_plek",
    "levering_swv",
}
"""Views with a row per pupil, or per file of pupils of which nothing may be left: what they lose is
what had to go. Every other view stays as it is."""
FIXED_BEHIND = {"geplaatst", "redengroep"}
"""Views that only measures read, which are fixed themselves."""


def ground(before: Store, kinds: Collection[str]) -> Tables:
    """What the figures of later periods stand on, of kinds of file of which rows will go: since when
    a file is complete, the places there were and the files they came from."""
    fixed: Tables = {name: before.rows(_all(name)) for name in TABLES}
    touched = set(kinds) | {row[0] for row in fixed["bewaard_bereik"]}
    fixed["bewaard_bereik"] = [row for row in before.rows(_REACH) if row[0] in touched]
    for table, sql in _SEEN.items():
        fixed[table] = sorted(
            {row[1:] for row in before.rows(sql) if row[0] in touched} | set(fixed[table]), key=repr
        )
    return fixed


_REACH = (
    "select bereik.bron, bereik.sector, bereik.swv, bereik.vanaf, bereik.tot_en_met, "
    "cast(date_trunc('month', min(dag.datum)) as date) from views.tot_en_met as bereik "
    "left join views.tlv_dag as dag on bereik.bron = 'tlv' and dag.moment = 'maandeinde' "
    "and dag.sector = bereik.sector and dag.swv = bereik.swv group by all order by all"
)
_SEEN = {
    "bewaard_plek": "select case soort when 'tlv' then 'tlv' else 'verzuimmeldingen' end, "
    f"{', '.join(names('bewaard_plek'))} from views.plek",
    "bewaard_herkomst": "select bron, bron, levering from views.herkomst",
}


def fix(before: Store, after: Store, tables: Tables, today: dt.date) -> Tables:
    """What must be fixed for `after`, without the rows, to tell what `before` did: the contents of
    `frozen.TABLES`. `after` has `tables` (`ground`) in it.

    MonitorError when a figure of a period that is not over would change.
    """
    fixed: Tables = {**tables, "bewaard_maatstaf": [], "bewaard_groep": [], "bewaard_cijfer": []}
    old = frozen_of(before.rows)
    groups = {(m, c, p) for m, c, p in before.rows(_all("bewaard_groep"))}
    for measure, header in _measures().items():
        sources = sorted(set(_parts(header["source"])) & set(pupil_sources()))
        now, then = _fingerprints(after, measure, header), _fingerprints(before, measure, header)
        own = {(c, p) for m, c, p in groups if m == measure}
        own |= {group for group in now.keys() | then.keys() if now.get(group) != then.get(group)}
        known = {code for m, code in old.known if m == measure}
        for code in _codes(header, before):
            if code not in known:
                # Added since something was fixed: of then it told nothing, and that stays so.
                own |= {(code, p) for name in sources for p in old.periods.get(name, ())}
            fixed["bewaard_maatstaf"].append((measure, code, ",".join(sources)))
        _refuse_open({p for c, p in own if (measure, c, p) not in groups}, measure, today)
        fixed["bewaard_groep"].extend((measure, c, p) for c, p in sorted(own))
        if own:
            fixed["bewaard_cijfer"].extend(_figures(before, measure, header, own))
    _fix_needs(before, after, groups, fixed, today)
    fixed["bewaard_lessen"] = _lessons(before, after)
    return fixed


def differences(before: Store, after: Store) -> list[str]:
    """What `after` tells otherwise than `before`: measures and views that have no row per pupil.

    Nothing, or a bug of ours: then nothing may be removed.
    """
    for store in (before, after):
        from_store.fill(store)
    found = [
        f"indicators.{measure}"
        for measure, header in _measures(every=True).items()
        if _fingerprints(before, measure, header) != _fingerprints(after, measure, header)
    ]
    views = [file.stem for file in sorted((QUERIES / "views").glob("*.sql"))]
    found += [
        f"views.{view}"
        for view in views
        if view not in PER_PUPIL | FIXED_BEHIND and _whole(before, view) != _whole(after, view)
    ]
    return found


def _measures(every: bool = False) -> dict[str, dict[str, str]]:
    """The headers of the measures that are counted from rows of pupils, or of all of them.

    What is worked out from a table that is filled on demand follows from `views.vraag`, so it needs
    no fixing of its own.
    """
    headers = {
        measure: header
        for file in sorted((QUERIES / "indicators").glob("*.sql"))
        for measure, header in headers_of(file).items()
    }
    return {
        name: header
        for name, header in headers.items()
        if every
        or (not header.get("computed") and set(_parts(header["source"])) & set(pupil_sources()))
    }


def _codes(header: dict[str, str], store: Store) -> list[str]:
    if "definitions" not in header:
        return [""]
    return [code for (code,) in store.rows("select code from instellingen.definitie order by code")]


def _fingerprints(
    store: Store, measure: str, header: dict[str, str]
) -> dict[Group, tuple[int, int]]:
    """Per group how many rows and what they add up to: the same rows give the same."""
    code = "definitie" if "definitions" in header else "''"
    numbers = ", ".join(f"round({name}, 6)" for name in NUMBERS)
    rows = store.rows(
        f"select {code}, periode, count(*), sum(hash(code, uitsplitsing, {numbers})) "
        f"from indicators.{measure} group by all"
    )
    return {(c, period): (number, total) for c, period, number, total in rows}


def _figures(
    store: Store, measure: str, header: dict[str, str], groups: set[Group]
) -> list[tuple[Any, ...]]:
    code = "definitie" if "definitions" in header else "''"
    rows = store.rows(
        f"select {code}, code, periode, uitsplitsing, {', '.join(NUMBERS)} "
        f"from indicators.{measure} order by all"
    )
    return [(measure, *row) for row in rows if (row[0], row[2]) in groups]


def _fix_needs(
    before: Store, after: Store, groups: set[tuple[str, str, str]], fixed: Tables, today: dt.date
) -> None:
    """Needs made of aanvragen and thuiszitters, of which a schooljaar has lost some."""
    sql = (
        "select sector || '/' || swv, schooljaar, count(*), sum(hash(postcode4, gemeentecode, "
        "subregio, wijk, ondersteuningsvraag, niveau, vestiging, deel, aantal, aantal_max)) "
        "from views.vraag where herkomst = 'opgebouwd' group by all"
    )
    then = {row[:2]: row[2:] for row in before.rows(sql)}
    now = {row[:2]: row[2:] for row in after.rows(sql)}
    new = {group for group in then.keys() | now.keys() if then.get(group) != now.get(group)}
    own = new | {(c, p) for m, c, p in groups if m == VRAAG}
    _refuse_open({p for _, p in new}, VRAAG, today)
    fixed["bewaard_groep"].extend((VRAAG, c, p) for c, p in sorted(own))
    fixed["bewaard_vraag"] = []
    columns = names("bewaard_vraag")
    rows = before.rows(
        f"select sector || '/' || swv, schooljaar, {', '.join(columns)} from views.vraag "
        "where herkomst = 'opgebouwd' order by all"
    )
    fixed["bewaard_vraag"].extend(row[2:] for row in rows if row[:2] in own)


def _lessons(before: Store, after: Store) -> list[tuple[Any, ...]]:
    """The months that were fixed already, and those of which a melding goes."""
    columns = ", ".join(names("bewaard_lessen"))
    sql = f"select {columns} from views.lessen_per_maand order by all"
    now = {row[:3]: row for row in after.rows(sql)}
    fixed = {row[:3] for row in before.rows(_all("bewaard_lessen"))}
    return [row for row in before.rows(sql) if row[:3] in fixed or now.get(row[:3]) != row]


def _refuse_open(periods: Collection[str], what: str, today: dt.date) -> None:
    """A period that is not over would stand still for ever."""
    still = sorted(period for period in periods if last_day(period) >= today)
    if still:
        raise MonitorError(
            f"Er is niets opgeruimd: cijfers die nog lopen zouden veranderen ({what}, "
            f"{', '.join(still[:3])}). Zet in instellingen.toml van welk samenwerkingsverband de "
            "monitor is (swv) en probeer het opnieuw. Helpt dat niet, meld dit dan."
        )


def _whole(store: Store, view: str) -> tuple[Any, ...]:
    ((number, total),) = store.rows(f"select count(*), sum(hash(v)) from views.{view} as v")
    return number, total


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",")]


def _all(table: str) -> str:
    return f"select {', '.join(names(table))} from bron.{table}"
