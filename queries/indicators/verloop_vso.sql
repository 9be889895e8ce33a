-- title:      Verloop van het vso: van de stand van vorig jaar naar die van dit jaar
-- short:      Verloop vso
-- definition: Leerlingen met een toelaatbaarheidsverklaring voor het vso die op 1 oktober geldig is, en hoe dat
--             getal uit dat van een jaar eerder volgt: de stand toen, erbij (nieuw of verhuisd) en eraf
--             (afgelopen). Wat dan nog ontbreekt staat er als verschil bij.
-- teller:     leerlingen met een geldige tlv voor het vso
-- kind:       aantal
-- unit:       leerlingen
-- per:        herkomst
-- levels:     swv
-- sector:     vo
-- moment:     1 oktober
-- source:     tlv
-- theme:      verwijzingen
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  verloop
-- rang:       verloop = stand een jaar eerder < erbij: nieuw < erbij: verhuisd hierheen < erbij: verschil
--              < eraf: tlv afgelopen
-- caveat:     Het verschil zijn leerlingen die erbij komen zonder nieuwe tlv: hun vorige liep al af voor de
--             verlenging begon, of er is niet ingevuld wat voor tlv het is.

with oktober as (
    select
        dag.sector,
        dag.swv,
        dag.periode,
        dag.datum,
        lag(dag.datum) over (partition by dag.sector, dag.swv order by dag.datum) as vorige,
    from views.tlv_dag as dag
    where dag.moment = '1 oktober' and dag.sector = 'vo'
),

verblijf as (
    select * from views.tlv_verblijf where soort = 'vso'
),

delen as (
    select oktober.swv, oktober.periode, '' as deel, verblijf.eenheid
    from oktober
    join verblijf
        on verblijf.swv = oktober.swv
        and verblijf.van <= oktober.datum
        and coalesce(verblijf.tot >= oktober.datum, true)
    union all
    select oktober.swv, oktober.periode, 'verloop=stand een jaar eerder', verblijf.eenheid
    from oktober
    join verblijf
        on verblijf.swv = oktober.swv
        and verblijf.van <= oktober.vorige
        and coalesce(verblijf.tot >= oktober.vorige, true)
    union all
    select
        oktober.swv,
        oktober.periode,
        case verblijf.overgang
            when 'nieuw' then 'verloop=erbij: nieuw'
            when 'verhuizing' then 'verloop=erbij: verhuisd hierheen'
            else 'verloop=erbij: verschil'
        end,
        verblijf.eenheid,
    from oktober
    join verblijf
        on verblijf.swv = oktober.swv
        and verblijf.van > oktober.vorige
        and verblijf.van <= oktober.datum
    union all
    select oktober.swv, oktober.periode, 'verloop=eraf: tlv afgelopen', verblijf.eenheid
    from oktober
    join verblijf
        on verblijf.swv = oktober.swv
        and verblijf.tot >= oktober.vorige
        and verblijf.tot < oktober.datum
)

select
    eenheid as code,
    periode,
    deel as uitsplitsing,
    cast(count(*) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from delen
group by eenheid, periode, deel
