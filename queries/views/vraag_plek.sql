-- kept: Eén rij per regel van de behoefte, en per schooljaar en leerling met een aanvraag (als geplaatst,
-- anders als wachtend, anders als toegekend): wat hij nodig heeft, de sector, waar hij woont, en bij welk
-- samenwerkingsverband hij vermoedelijk hoort (views.levering_swv).

with aanvraag as (
    select
        schooljaar,
        leerling,
        levering,
        vestiging,
        postcode4,
        ondersteuningsvraag,
        niveau,
        case status when 'afgerond' then 'geplaatst' else status end as deel,
        row_number() over (
            partition by schooljaar, leerling
            order by
                case status
                    when 'geplaatst' then 1
                    when 'afgerond' then 1
                    when 'wachtend' then 2
                    else 3
                end,
                ontvangen desc,
                aanvraagnummer
        ) as volgorde,
    from bron.aanvragen
    where status in ('geplaatst', 'afgerond', 'wachtend', 'toegekend')
),

alle as (
    select
        'geleverd' as herkomst, schooljaar, cast(null as varchar) as leerling, levering, postcode4,
        ondersteuningsvraag, niveau, vestiging, coalesce(deel, 'onbekend') as deel,
        aantal, aantal_max,
    from bron.behoefte
    union all
    select
        'opgebouwd', schooljaar, leerling, levering, postcode4, ondersteuningsvraag, niveau,
        vestiging, deel, 1, 1,
    from aanvraag
    where volgorde = 1
),

met_sector as (
    select alle.*, coalesce(eigen.sector, school.sector, 'vo') as sector,
    from alle
    left join views.vestiging as school on school.vestiging = alle.vestiging
    left join (select min(sector) as sector from instellingen.eigen) as eigen on true
)

select met_sector.*, woning.swv as vermoedelijk,
from met_sector
left join views.pc4 as woning
    on woning.postcode4 = met_sector.postcode4 and woning.sector = met_sector.sector
