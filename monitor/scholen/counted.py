"""Which schools a telling counts, and which no more. Codes and dates, no figures."""

import datetime as dt

from monitor.store.store import Store


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
        "left join views.lidmaatschap_toen as lid on lid.vestiging = laatst.vestiging "
        "and lid.per = 'swv' and lid.van <= laatst.periode and laatst.periode < lid.tot left join views.telbaar as t on t.sector = lid.sector "
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

    They are the ones that `views.gemist` names, or else those on the lists of addresses.
    """
    rows = store.rows(
        "select vestiging from views.gemist where sector = $sector and swv = $swv "
        "and groep = $group and periode = $periode order by vestiging",
        {"group": group, "sector": sector, "swv": swv, "periode": periode},
    )
    if len(rows) == number:
        return tuple(code for (code,) in rows)
    counted = store.rows(
        "select distinct l.vestiging from views.leerling as l "
        "join views.groep as g on g.schooltype = l.schooltype "
        "where g.groep = $group and l.periode = $periode",
        {"group": group, "periode": periode},
    )
    absent = _listed(store, sector, swv, group, periode) - {code for (code,) in counted}
    return tuple(sorted(absent)) if len(absent) == number else ()


def _listed(store: Store, sector: str, swv: str, group: str, periode: str) -> set[str]:
    """Schools of a group that the lists of addresses know, and that were open at that moment."""
    rows = store.rows(
        "select distinct v.vestiging from views.vestiging as v "
        "join views.groep as g on g.schooltype = v.schooltype "
        "join views.lidmaatschap_toen as lid on lid.vestiging = v.vestiging and lid.per = 'swv' "
        "and lid.van <= $periode and $periode < lid.tot "
        "where g.groep = $group and lid.sector = $sector and lid.code = $swv and v.heeft_adres "
        "and (v.gesloten_vanaf is null or v.gesloten_vanaf::varchar > $periode)",
        {"group": group, "sector": sector, "swv": swv, "periode": periode},
    )
    return {code for (code,) in rows}
