-- kept: Eén rij per verzuimmelding: zoals geleverd, met de sector, waar de leerling woont, en bij welk
-- samenwerkingsverband hij vermoedelijk hoort (views.levering_swv).

-- Waar van een gemeente alle postcodes in hetzelfde liggen.
with gemeente as (
    select
        sector,
        gemeentecode,
        case when count(distinct swv) = 1 then min(swv) end as swv,
        case when count(distinct coalesce(subregio, '')) = 1 then min(subregio) end as subregio,
    from views.pc4
    where gemeentecode is not null
    group by sector, gemeentecode
),

met_sector as (
    select
        melding.*,
        -- De school zegt het; wie niet is ingeschreven hoort bij het verband dat leverde.
        coalesce(
            school.sector,
            eigen.sector,
            case when melding.leeftijd < 12 then 'po' else 'vo' end
        ) as sector,
    from bron.verzuimmeldingen as melding
    left join views.vestiging as school on school.vestiging = melding.vestiging
    left join (select min(sector) as sector from instellingen.eigen) as eigen on true
)

select
    met_sector.*,
    coalesce(woning.swv, gemeente.swv, lid.swv) as vermoedelijk,
    coalesce(
        -- Zegt een indeling dat deze postcode bij die gemeente hoorde, dan waar hij nu bij hoort.
        case when toen.postcode4 is not null then woning.gemeentecode end,
        case
            when met_sector.gemeentecode in (select gemeentecode from views.gemeente)
                or not exists (select 1 from views.gemeente)
                then met_sector.gemeentecode
        end,
        -- Een gemeente die er niet meer is: haar postcode zegt waarin zij opging.
        woning.gemeentecode,
        opgegaan.nu,
        met_sector.gemeentecode
    ) as woon_gemeente,
    case when woning.postcode4 is null then gemeente.subregio else woning.subregio end
        as woon_subregio,
    woning.wijk as woon_wijk,
    case when woning.postcode4 is null then gemeente.swv else woning.swv end as regio_swv,
from met_sector
left join views.pc4 as woning
    on woning.postcode4 = met_sector.postcode4 and woning.sector = met_sector.sector
left join (
    select distinct postcode4, gemeentecode from views.indeling_ooit
) as toen
    on toen.postcode4 = met_sector.postcode4
    and toen.gemeentecode = met_sector.gemeentecode
left join views.herindeling as opgegaan
    on opgegaan.oud = met_sector.gemeentecode and opgegaan.aantal = 1
left join gemeente
    on gemeente.gemeentecode = coalesce(opgegaan.nu, met_sector.gemeentecode)
    and gemeente.sector = met_sector.sector
left join views.lidmaatschap as lid
    on lid.vestiging = met_sector.vestiging
    and lid.sector = met_sector.sector
    and lid.per = 'swv'
    and lid.swv <> 'onbekend'
