-- kept: Eén rij per levering van een eigen bestand en sector: van welk samenwerkingsverband zij is. Dat is
-- wie de monitor is; anders waar de meeste rijen vermoedelijk bij horen, en van even veel het eerste op
-- code.

with vermoed as (
    select levering, sector, vermoedelijk, 1 as aantal from views.aanbod_plek
    union all
    select levering, sector, vermoedelijk, 1 from views.melding_plek
    union all
    select levering, sector, besluiter, 1 from views.tlv_besluiter
    union all
    select levering, sector, vermoedelijk, aantal from views.vraag_plek
),

geteld as (
    select
        levering,
        sector,
        vermoedelijk,
        row_number() over (
            partition by levering, sector
            order by
                case when vermoedelijk is null then 1 else 0 end,
                coalesce(sum(aantal), 0) desc,
                vermoedelijk
        ) as nummer,
    from vermoed
    group by levering, sector, vermoedelijk
)

select
    geteld.levering,
    geteld.sector,
    coalesce(eigen.swv, geteld.vermoedelijk, 'onbekend') as swv,
from geteld
left join instellingen.eigen as eigen on eigen.sector = geteld.sector
where geteld.nummer = 1
