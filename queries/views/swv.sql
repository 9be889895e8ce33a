-- kept: Eén rij per samenwerkingsverband dat postcodes of vestigingen heeft. De naam komt uit de
-- instellingen; anders is het de code met de gemeente waar de meeste postcodes van liggen.

with postcodes as (
    select swv, sector, gemeentenaam, count(*) as aantal
    from views.pc4
    group by swv, sector, gemeentenaam
),

grootste as (
    select
        swv,
        arg_max(gemeentenaam, (aantal, gemeentenaam)) filter (where gemeentenaam is not null)
            as gemeentenaam,
    from postcodes
    group by swv
),

codes as (
    select swv, sector from views.pc4
    union
    select swv_vo, 'vo' from views.standplaats where swv_vo is not null
    union
    select swv_po, 'po' from views.standplaats where swv_po is not null
)

select
    codes.swv as code,
    codes.sector,
    coalesce(
        instellingen.swv_naam.naam,
        case
            -- VO0001 en PO0001 zijn landelijk; hun nummer begint niet met een regio.
            when substr(codes.swv, 3, 2) = '00' then codes.swv || ' (landelijk)'
            when grootste.gemeentenaam is not null
                then codes.swv || ' (' || grootste.gemeentenaam || ' e.o.)'
            else codes.swv
        end
    ) as naam,
    substr(codes.swv, 3, 2) = '00' as is_landelijk,
from codes
left join grootste on grootste.swv = codes.swv
left join instellingen.swv_naam on instellingen.swv_naam.code = codes.swv
