"""Which schools a telling counts, and which no more. Codes and dates, no figures."""

import datetime as dt

from monitor.store import Store


def no_longer_counted(store: Store) -> dict[str, dt.date]:
    """code → first complete telling without pupils, of schools that no address list of DUO knows.

    Only when each kind of pupils that it ever had was counted since in its samenwerkingsverband:
    a telling that was not delivered says nothing about a school.
    """
    rows = store.rows(
        "with laatst as (select l.vestiging, g.groep, max(l.periode) as periode "
        "from views.leerling as l join views.groep as g on g.schooltype = l.schooltype "
        "where coalesce(l.maximum, l.minimum, 0) > 0 "
        "and l.vestiging not in (select vestiging from views.lijst) group by all), "
        "gemist as (select laatst.vestiging, laatst.groep, min(t.periode) as vanaf from laatst "
        "left join views.lidmaatschap as lid on lid.vestiging = laatst.vestiging "
        "and lid.per = 'swv' left join views.telbaar as t on t.sector = lid.sector "
        "and t.groep = laatst.groep and t.swv = lid.code and t.periode > laatst.periode "
        # Of an unknown samenwerkingsverband only a telling of the whole country tells.
        "and (t.swv <> 'onbekend' or t.is_landelijk) group by all) "
        "select vestiging, max(vanaf) from gemist group by vestiging "
        "having bool_and(vanaf is not null)"
    )
    return {code: dt.date.fromisoformat(since) for code, since in rows}


def missing(
    store: Store, sector: str, swv: str, group: str, periode: str, number: int
) -> tuple[str, ...]:
    """The codes of the `number` schools of a samenwerkingsverband that a telling lacks; () when
    it is not certain which those are.

    They are the ones that the telling before or after it has, or else the lists of addresses.
    """
    by_period: dict[str, set[str]] = {}
    for when, code in store.rows(
        "select distinct l.periode, l.vestiging from views.leerling as l "
        "join views.groep as g on g.schooltype = l.schooltype "
        "join views.lidmaatschap as lid on lid.vestiging = l.vestiging and lid.per = 'swv' "
        "where g.groep = $group and lid.sector = $sector and lid.code = $swv",
        {"group": group, "sector": sector, "swv": swv},
    ):
        by_period.setdefault(when, set()).add(code)
    counted = by_period.pop(periode, set())
    before = [by_period[when] for when in sorted(by_period) if when < periode][-1:]
    after = [by_period[when] for when in sorted(by_period) if when > periode][:1]
    for expected in (*before, *after, _listed(store, sector, swv, group, periode)):
        if len(absent := expected - counted) == number:
            return tuple(sorted(absent))
    return ()


def _listed(store: Store, sector: str, swv: str, group: str, periode: str) -> set[str]:
    """Schools of a group that the lists of addresses know, and that were open at that moment."""
    rows = store.rows(
        "select distinct v.vestiging from views.vestiging as v "
        "join views.groep as g on g.schooltype = v.schooltype "
        "join views.lidmaatschap as lid on lid.vestiging = v.vestiging and lid.per = 'swv' "
        "where g.groep = $group and lid.sector = $sector and lid.code = $swv and v.heeft_adres "
        "and (v.gesloten_vanaf is null or v.gesloten_vanaf::varchar > $periode)",
        {"group": group, "sector": sector, "swv": swv, "periode": periode},
    )
    return {code for (code,) in rows}
