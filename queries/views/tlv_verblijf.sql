-- kept: Eén rij per samenwerkingsverband, soort en leerling en aaneengesloten tijd waarin hij een
-- geldige toelaatbaarheidsverklaring heeft: een leerling met twee tlv's is één leerling. `tot` is de
-- laatste dag (leeg = zonder einde). `overgang` is die van de eerste tlv van dit verblijf, de rest
-- die van de laatste.

with geldig as (
    select
        *,
        coalesce(geldig_tot, date '9999-12-30') as laatste_dag,
    from views.toelaatbaarheid
    where is_eigen and is_afgegeven
),

grens as (
    select
        *,
        coalesce(
            geldig_vanaf > max(laatste_dag) over (
                partition by sector, swv, soort, leerling
                order by geldig_vanaf, laatste_dag, beschikkingsnummer
                rows between unbounded preceding and 1 preceding
            ) + 1,
            true
        ) as begint,
    from geldig
),

genummerd as (
    select
        *,
        sum(case when begint then 1 else 0 end) over (
            partition by sector, swv, soort, leerling
            order by geldig_vanaf, laatste_dag, beschikkingsnummer
            rows between unbounded preceding and current row
        ) as nummer,
    from grens
)

select
    sector,
    swv,
    soort,
    leerling,
    nummer,
    min(geldig_vanaf) as van,
    case when max(laatste_dag) < date '9999-12-30' then max(laatste_dag) end as tot,
    arg_min(
        coalesce(overgang, 'onbekend'), (geldig_vanaf, laatste_dag, beschikkingsnummer)
    ) as overgang,
    arg_max(eenheid, (laatste_dag, geldig_vanaf, beschikkingsnummer)) as eenheid,
    arg_max(
        coalesce(bestemming, 'onbekend'), (laatste_dag, geldig_vanaf, beschikkingsnummer)
    ) as bestemming,
    -- Zo oud is hij ongeveer op de laatste dag.
    max(leeftijd + year(laatste_dag) - year(ontvangen)) as leeftijd,
from genummerd
group by sector, swv, soort, leerling, nummer
