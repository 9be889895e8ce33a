-- kept: Eén rij per vestiging, peildatum en onderwijstype in het voortgezet onderwijs. Het bestand
-- dat de typen noemt gaat hier voor, ook waar een ander bestand het totaal preciezer kent: anders
-- zou een extra levering de typen tot 'onbekend' maken.

with volgens_typenbestand as (
    select
        vestiging,
        peildatum,
        onderwijstype,
        sum(minimum) as minimum,
        case when count(maximum) = count(*) then sum(maximum) end as maximum,
    from views.telling
    where bron = 'leerlingen_vo_onderwijstype'
        and schooltype in ('vo', 'pro')
        and month(peildatum) = 10 and day(peildatum) = 1
    group by all
),

overig as (
    select
        vestiging,
        peildatum,
        onderwijstype,
        sum(minimum) as minimum,
        case when count(maximum) = count(*) then sum(maximum) end as maximum,
    from views.leerling
    where schooltype in ('vo', 'pro', 'vo/pro')
        and not exists (
            select 1
            from volgens_typenbestand
            where volgens_typenbestand.vestiging = leerling.vestiging
                and volgens_typenbestand.peildatum = leerling.peildatum
        )
    group by all
)

select
    vestiging,
    strftime(peildatum, '%Y-%m-%d') as periode,
    onderwijstype,
    minimum,
    maximum,
from (select * from volgens_typenbestand union all select * from overig) as alle
