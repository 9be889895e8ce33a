-- kept: Eén rij per definitie van thuiszitten, leerling en stuk tijd waarin hij daaraan voldoet. Een
-- leerling met twee meldingen tegelijk is één leerling: de nieuwste melding zegt waar hij woont en
-- wat er speelt. Sluiten twee meldingen op elkaar aan, dan loopt het verblijf door. `begint` en
-- `eindigt` zeggen of het verblijf in dit stuk begint en eindigt; `sinds` is de eerste dag van het
-- verzuim van dit verblijf, `begin` de eerste dag waarop het aan de definitie voldoet. Voor wie zonder
-- geldige reden thuis zit, is dat de eerste dag van `views/afwezigheid.sql`: zeker waar het stuk zeker
-- is, anders mogelijk. `zeker` is onwaar waar een leeg veld openlaat of de melding aan de definitie
-- voldoet.

-- views.voldoet is wat er in definitions/ ligt: de monitor maakt er één view van (query_files.py).
with voldoet as (
    select
        alle.definitie, definitie.thuis, alle.meldingnummer, alle.vanaf, alle.tot, alle.zeker,
    from views.voldoet as alle
    join instellingen.definitie as definitie on definitie.code = alle.definitie
),

-- Een melding die een volledige lijst niet meer noemt is voorbij, maar sinds wanneer is niet bekend.
gedeeld as (
    select
        voldoet.definitie, voldoet.thuis, voldoet.meldingnummer, voldoet.vanaf, voldoet.tot,
        voldoet.zeker,
    from voldoet
    left join views.niet_genoemd as weg on weg.meldingnummer = voldoet.meldingnummer
    where weg.meldingnummer is null
    union all
    select
        voldoet.definitie,
        voldoet.thuis,
        voldoet.meldingnummer,
        voldoet.vanaf,
        least(voldoet.tot, weg.zeker_tot),
        voldoet.zeker,
    from voldoet
    join views.niet_genoemd as weg on weg.meldingnummer = voldoet.meldingnummer
    where voldoet.vanaf < weg.zeker_tot
    union all
    select
        voldoet.definitie,
        voldoet.thuis,
        voldoet.meldingnummer,
        greatest(voldoet.vanaf, weg.zeker_tot),
        least(voldoet.tot, weg.uiterlijk),
        false,
    from voldoet
    join views.niet_genoemd as weg on weg.meldingnummer = voldoet.meldingnummer
    where voldoet.vanaf < weg.uiterlijk and coalesce(voldoet.tot > weg.zeker_tot, true)
),

stuk as (
    select
        voldoet.definitie,
        melding.sector,
        melding.swv,
        melding.leerling,
        voldoet.meldingnummer,
        voldoet.vanaf,
        coalesce(voldoet.tot, date '9999-12-31') as tot,
        voldoet.zeker,
        voldoet.thuis,
        melding.sinds,
        case
            when voldoet.thuis and voldoet.zeker
                then coalesce(afwezigheid.begin_zeker, afwezigheid.begin)
            when voldoet.thuis then afwezigheid.begin
            else melding.sinds
        end as eerste_dag,
    from gedeeld as voldoet
    join views.melding as melding on melding.meldingnummer = voldoet.meldingnummer
    left join views.afwezigheid as afwezigheid
        on afwezigheid.meldingnummer = voldoet.meldingnummer
),

-- Alleen op deze dagen kan er iets veranderen.
dag as (
    select definitie, sector, swv, leerling, vanaf as dag from stuk where vanaf < tot
    union
    select definitie, sector, swv, leerling, tot from stuk where vanaf < tot
),

tussen as (
    select
        definitie,
        sector,
        swv,
        leerling,
        dag as van,
        lead(dag) over (partition by definitie, sector, swv, leerling order by dag) as tot,
    from dag
),

actief as (
    select
        tussen.definitie,
        tussen.sector,
        tussen.swv,
        tussen.leerling,
        tussen.van,
        tussen.tot,
        bool_or(stuk.zeker) as zeker,
        bool_or(stuk.thuis) as thuis,
        coalesce(min(stuk.eerste_dag) filter (where stuk.zeker), min(stuk.eerste_dag))
            as eerste_sinds,
        arg_max(stuk.meldingnummer, (stuk.sinds, stuk.meldingnummer)) as meldingnummer,
    from tussen
    join stuk
        on stuk.definitie = tussen.definitie
        and stuk.sector = tussen.sector
        and stuk.swv = tussen.swv
        and stuk.leerling = tussen.leerling
        and stuk.vanaf <= tussen.van
        and stuk.tot >= tussen.tot
    group by
        tussen.definitie, tussen.sector, tussen.swv, tussen.leerling, tussen.van, tussen.tot

    union all

    -- Wat ophoudt op de dag dat het begint staat in geen enkele stand, maar was er wel: het telt in
    -- het schooljaar, en één keer erbij en één keer eraf. Sluit het ergens op aan, dan hoort het daarbij.
    select
        kort.definitie,
        kort.sector,
        kort.swv,
        kort.leerling,
        kort.vanaf,
        kort.tot,
        bool_or(kort.zeker),
        bool_or(kort.thuis),
        coalesce(min(kort.eerste_dag) filter (where kort.zeker), min(kort.eerste_dag)),
        arg_max(kort.meldingnummer, (kort.sinds, kort.meldingnummer)),
    from stuk as kort
    where kort.vanaf = kort.tot
        and not exists (
            select 1
            from stuk as ander
            where ander.definitie = kort.definitie
                and ander.sector = kort.sector
                and ander.swv = kort.swv
                and ander.leerling = kort.leerling
                and ander.vanaf < ander.tot
                and ander.vanaf <= kort.vanaf
                and ander.tot >= kort.tot
        )
    group by kort.definitie, kort.sector, kort.swv, kort.leerling, kort.vanaf, kort.tot
),

grens as (
    select
        *,
        coalesce(lag(tot) over leerling_stukken = van, false) as sluit_aan,
        coalesce(lead(van) over leerling_stukken = tot, false) as gaat_door,
        coalesce(lag(zeker) over leerling_stukken, false) as was_zeker,
        coalesce(lead(zeker) over leerling_stukken, false) as blijft_zeker,
    from actief
    window leerling_stukken as (partition by definitie, sector, swv, leerling order by van)
),

genummerd as (
    select
        *,
        sum(case when sluit_aan then 0 else 1 end) over (
            partition by definitie, sector, swv, leerling
            order by van
            rows between unbounded preceding and current row
        ) as nummer,
    from grens
)

select
    genummerd.definitie,
    genummerd.sector,
    genummerd.swv,
    genummerd.leerling,
    genummerd.nummer,
    genummerd.van,
    case when genummerd.tot < date '9999-12-31' then genummerd.tot end as tot,
    genummerd.zeker,
    not genummerd.sluit_aan as begint,
    not genummerd.gaat_door and genummerd.tot < date '9999-12-31' as eindigt,
    genummerd.sluit_aan and genummerd.was_zeker as was_zeker,
    genummerd.gaat_door and genummerd.blijft_zeker as blijft_zeker,
    min(genummerd.van) over verblijf as begin,
    case
        when genummerd.thuis then genummerd.eerste_sinds
        else min(genummerd.eerste_sinds) over (
            partition by
                genummerd.definitie, genummerd.sector, genummerd.swv, genummerd.leerling,
                genummerd.nummer
            order by genummerd.van
            rows between unbounded preceding and current row
        )
    end as sinds,
    max(genummerd.tot) over verblijf as einde,
    genummerd.meldingnummer,
    melding.eenheid,
    melding.reden,
    melding.ondersteuningsvraag,
    melding.plan,
    melding.jeugdhulp,
    melding.ingeschreven,
    melding.leeftijd,
from genummerd
join views.melding as melding on melding.meldingnummer = genummerd.meldingnummer
window verblijf as (
    partition by
        genummerd.definitie, genummerd.sector, genummerd.swv, genummerd.leerling,
        genummerd.nummer
)
