-- kept: Eén rij per definitie, leerling en laatste dag van een maand waarop hij eraan voldoet.
-- `dagen` is hoe lang hij dan al thuis zit: in dagen van schoolweken (vijf schooldagen zijn
-- zeven dagen, vakanties tellen niet) waar de definitie in schoolweken telt, anders in alle dagen.

with stand as (
    select
        verblijf.*,
        maand.periode,
        maand.datum,
        coalesce(afwezigheid.begin_zeker, afwezigheid.begin, melding.sinds) as gemeld_sinds,
        melding.geoorloofd,
        coalesce(melding.vrijstelling, 'geen') as vrijstelling,
        melding.uren,
    from views.verblijf as verblijf
    join views.melding as melding on melding.meldingnummer = verblijf.meldingnummer
    left join views.afwezigheid as afwezigheid
        on afwezigheid.meldingnummer = verblijf.meldingnummer
    join views.maandeinde as maand
        on maand.bron = 'verzuimmeldingen'
        and maand.sector = verblijf.sector
        and maand.swv = verblijf.swv
        and verblijf.van <= maand.datum
        and (verblijf.tot is null or verblijf.tot > maand.datum)
),

-- Vijf vrije dagen zijn een week van zeven: een weekend is in een schoolweek ook vrij.
vrij as (
    select
        stand.definitie,
        stand.sector,
        stand.swv,
        stand.leerling,
        stand.periode,
        cast(round(count(*) * 7 / 5) as integer) as dagen,
    from stand
    join instellingen.definitie as definitie
        on definitie.code = stand.definitie and definitie.weken = 'schoolweken'
    join views.vrije_dag as vrije_dag
        on vrije_dag.dag >= stand.sinds and vrije_dag.dag < stand.datum
    group by stand.definitie, stand.sector, stand.swv, stand.leerling, stand.periode
),

geteld as (
    select
        stand.*,
        greatest(date_diff('day', stand.sinds, stand.datum) - coalesce(vrij.dagen, 0), 0) as dagen,
    from stand
    left join vrij
        on vrij.definitie = stand.definitie
        and vrij.sector = stand.sector
        and vrij.swv = stand.swv
        and vrij.leerling = stand.leerling
        and vrij.periode = stand.periode
)

select
    stand.definitie,
    stand.sector,
    stand.swv,
    stand.leerling,
    stand.periode,
    stand.datum,
    stand.sinds,
    stand.zeker,
    stand.eenheid,
    stand.reden,
    stand.ondersteuningsvraag,
    stand.plan,
    stand.jeugdhulp,
    stand.ingeschreven,
    stand.dagen,
    case
        when stand.dagen <= 28 then 'tot 4 weken'
        when stand.sinds + interval 3 month >= stand.datum then '4 weken tot 3 maanden'
        when stand.sinds + interval 6 month >= stand.datum then '3 tot 6 maanden'
        when stand.sinds + interval 12 month >= stand.datum then '6 tot 12 maanden'
        else 'langer dan 12 maanden'
    end as duur,
    -- Wat elke melding is, los van de definitie: het verschil tussen twee definities is precies de
    -- som van de verschillen per groep.
    case
        when stand.vrijstelling in ('5a', '5b', '5c', '15') and stand.ingeschreven = 'nee'
            then 'vrijgesteld (artikel ' || stand.vrijstelling || ')'
        when stand.ingeschreven = 'nee' and stand.gemeld_sinds + interval 3 month < stand.datum
            then 'niet ingeschreven, langer dan 3 maanden'
        when stand.ingeschreven = 'nee' then 'niet ingeschreven, tot en met 3 maanden'
        when stand.geoorloofd = 'ja' then 'geoorloofd afwezig'
        when date_diff('day', stand.gemeld_sinds, stand.datum) <= 28
            then 'ingeschreven, tot en met 4 weken'
        when stand.gemeld_sinds + interval 3 month < stand.datum
            then 'ingeschreven, langer dan 3 maanden'
        else 'ingeschreven, 4 weken tot en met 3 maanden'
    end
    || case
        when stand.ingeschreven = 'ja' and stand.geoorloofd = 'nee' and stand.vrijstelling <> 'geen'
            then ' (met vrijstelling)'
        when stand.ingeschreven = 'ja' and stand.geoorloofd = 'nee' and stand.uren < 16
            then ' (minder dan 16 uur)'
        else ''
    end as groep,
from geteld as stand
