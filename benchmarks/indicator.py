"""An indicator over the whole country, ten years, against hand-written SQL without our views."""

from benchmarks.country import Stores
from benchmarks.measuring import median, report
from monitor.figures import roll_up
from monitor.figures.catalogue import catalogue
from monitor.figures.figure import Question
from monitor.store.store import open_store


PLAIN = """
with vso as (
    select vestiging, peildatum, sum(leerlingen) as n
    from bron.afstand where soort = 'vso' group by all
),
vo as (
    select
        vestiging,
        peildatum,
        sum((coalesce(jaar1_man, 0) + coalesce(jaar1_vrouw, 0) + coalesce(jaar2_man, 0)
            + coalesce(jaar2_vrouw, 0) + coalesce(jaar3_man, 0) + coalesce(jaar3_vrouw, 0)
            + coalesce(jaar4_man, 0) + coalesce(jaar4_vrouw, 0) + coalesce(jaar5_man, 0)
            + coalesce(jaar5_vrouw, 0) + coalesce(jaar6_man, 0) + coalesce(jaar6_vrouw, 0))
            * case when onderwijstype ilike '%vavo%' then 0.5 else 1 end) as laag,
        sum((jaar1_man_max + jaar1_vrouw_max + jaar2_man_max + jaar2_vrouw_max + jaar3_man_max
            + jaar3_vrouw_max + jaar4_man_max + jaar4_vrouw_max + jaar5_man_max
            + jaar5_vrouw_max + jaar6_man_max + jaar6_vrouw_max)
            * case when onderwijstype ilike '%vavo%' then 0.5 else 1 end) as hoog,
    from bron.leerlingen_vo_onderwijstype group by all
),
adres as (
    select vestiging, any_value(left(postcode, 4)) as pc4 from bron.vestigingen_vo group by all
    union
    select vestiging, any_value(left(postcode, 4)) as pc4 from bron.afstand
    where soort = 'vso' group by all
),
plaats as (
    select adres.vestiging, regeling.swv_vo as swv
    from adres join bron.regeling_pc4 as regeling on regeling.postcode4 = adres.pc4
)
select swv, peildatum, sum(vso) as vso, sum(laag) as laag, sum(hoog) as hoog
from (
    select vestiging, peildatum, n as vso, 0 as laag, 0 as hoog from vso
    union all
    select vestiging, peildatum, 0, laag, hoog from vo
) join plaats using (vestiging)
group by swv, peildatum order by swv, peildatum
"""


def run(stores: Stores) -> None:
    store = open_store(stores.country)
    indicator = catalogue()["deelname_vso_locatie"]
    sql, parameters = roll_up.roll_up(indicator, Question("swv"))
    ours = median(lambda: store.rows(sql, parameters))
    theirs = median(lambda: store.rows(PLAIN))
    plain = {(swv, str(day)): tuple(map(float, counts)) for swv, day, *counts in store.rows(PLAIN)}
    found = {(row[0], row[2]): (row[4], row[6], row[7]) for row in store.rows(sql, parameters)}
    assert found == {key: plain[key] for key in found}
    # Of a tiny country an SWV may have no school of one of both kinds, and then no figure.
    assert found
    assert stores.is_tiny or len(found) == len(plain)
    report("deelname_vso_locatie per swv, 75 x 10 jaar", ours, theirs, 3)
