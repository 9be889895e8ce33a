-- kept: Eén rij per sector, groep en periode waarin het hele land geteld is: in minstens 60
-- regionale samenwerkingsverbanden zijn leerlingen geteld, en samen niet meer dan een tiende
-- minder dan bij een telling van hooguit drie jaar ervoor of erna. Zo valt een afgekapt bestand op.

with per_familie as (
    select
        lid.sector,
        leerling.groep as familie,
        leerling.peildatum,
        leerling.periode,
        count(distinct case when substr(lid.swv, 3, 2) <> '00' and lid.swv <> 'onbekend' then lid.swv end)
            as swvs,
        sum(coalesce(leerling.maximum, leerling.minimum, 0)) as leerlingen,
    from views.leerling as leerling
    join views.lidmaatschap_toen as lid
        on lid.vestiging = leerling.vestiging
        and lid.per = 'swv'
        and lid.van <= leerling.periode
        and leerling.periode < lid.tot
    where leerling.schooltype <> 'vavo'
    group by all
),

vergeleken as (
    select
        *,
        case
            when date_diff('day', lag(peildatum) over verloop, peildatum) <= 1100
                then lag(leerlingen) over verloop
        end as vorige,
        case
            when date_diff('day', peildatum, lead(peildatum) over verloop) <= 1100
                then lead(leerlingen) over verloop
        end as volgende,
    from per_familie
    where swvs >= 60
    window verloop as (partition by sector, familie order by peildatum)
)

select distinct
    vergeleken.sector,
    groep.groep,
    vergeleken.peildatum,
    vergeleken.periode,
from vergeleken
join views.groep as groep
    on case
        when groep.schooltype in ('vo', 'pro', 'vo/pro') then 'vo'
        when groep.schooltype in ('so', 'vso', 'so/vso') then 'so_vso'
        else groep.schooltype
    end = vergeleken.familie
where 10 * leerlingen >= 9 * greatest(coalesce(vorige, 0), coalesce(volgende, 0))
