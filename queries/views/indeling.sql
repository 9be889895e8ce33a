-- kept: Eén rij per postcode4 en sector (po, vo) zoals de geldende indeling haar geeft: welk
-- samenwerkingsverband, gemeente, subregio en wijk. De eigen regio-indeling van een
-- samenwerkingsverband gaat voor de regeling van OCW, want die is van 2015 en kent geen subregio's en
-- wijken. De gemeente is die van toen; views.pc4 geeft de gemeente van nu.

with eigen as (
    select
        postcode4,
        lower(left(swv, 2)) as sector,
        swv,
        gemeentecode,
        gemeentenaam,
        subregio,
        wijk,
        latitude,
        longitude,
        levering,
        1 as rang,
    from bron.regio_indeling
),

regeling as (
    select
        postcode4,
        sector,
        swv,
        null as gemeentecode,
        gemeentenaam,
        null as subregio,
        null as wijk,
        null::double as latitude,
        null::double as longitude,
        levering,
        2 as rang,
    from (
        select postcode4, gemeentenaam, 'po' as sector, swv_po as swv, levering from bron.regeling_pc4
        union all
        select postcode4, gemeentenaam, 'vo' as sector, swv_vo as swv, levering from bron.regeling_pc4
    ) as per_sector
    where swv is not null
),

genummerd as (
    select
        *,
        -- Noemen twee eigen indelingen dezelfde postcode, dan geldt de laatst geleverde.
        row_number() over (
            partition by postcode4, sector order by rang, levering desc, swv
        ) as nummer,
    from (select * from eigen union all select * from regeling) as alle
)

select postcode4, sector, swv, gemeentecode, gemeentenaam, subregio, wijk, latitude, longitude
from genummerd
where nummer = 1
