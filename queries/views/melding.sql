-- kept: Eén rij per verzuimmelding: van welk samenwerkingsverband, waar de leerling woont, bij
-- welke school hij staat ingeschreven, en of de melding telt. Een ingetrokken melding telt niet.
-- Een afgesloten melding telt tot haar einde: zij was er toen wel. Afgesloten zonder einde, of een
-- einde vóór het begin, is onbruikbaar; een controle noemt die.

with school as (
    select
        vestiging,
        case
            when schooltype in ('bao', 'sbo', 'so') then 'po'
            when schooltype in ('vo', 'pro', 'vso', 'opdc') then 'vo'
        end as sector,
    from views.vestiging
),

-- Waar van een gemeente alle postcodes in hetzelfde liggen.
gemeente as (
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
    left join school on school.vestiging = melding.vestiging
    left join (select min(sector) as sector from instellingen.eigen) as eigen on true
),

met_woonplaats as (
    select
        met_sector.*,
        woning.swv as woon_swv,
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
),

-- Van wie de levering is: van wie de monitor is, anders waar de meeste leerlingen wonen.
geteld as (
    select
        levering,
        sector,
        vermoedelijk,
        row_number() over (
            partition by levering, sector order by count(*) desc, vermoedelijk
        ) as nummer,
    from met_woonplaats
    where vermoedelijk is not null
    group by levering, sector, vermoedelijk
),

met_eigenaar as (
    select
        met_woonplaats.*,
        coalesce(eigen.swv, geteld.vermoedelijk, 'onbekend') as swv,
    from met_woonplaats
    left join instellingen.eigen as eigen on eigen.sector = met_woonplaats.sector
    left join geteld
        on geteld.levering = met_woonplaats.levering
        and geteld.sector = met_woonplaats.sector
        and geteld.nummer = 1
)

select
    levering,
    meldingnummer,
    leerling,
    sector,
    swv,
    verzuim_sinds as sinds,
    einde_verzuim as einde,
    ingeschreven,
    geoorloofd,
    vrijstelling,
    soort_verzuim as soort,
    status,
    coalesce(reden, 'onbekend') as reden,
    coalesce(ondersteuningsvraag, 'onbekend') as ondersteuningsvraag,
    uren,
    case
        when plan is null or plan in ('onbekend', '?') then 'onbekend'
        when plan in ('nee', 'geen', 'n', '-', 'geen plan') then 'nee'
        else 'ja'
    end as plan,
    coalesce(jeugdhulp, 'onbekend') as jeugdhulp,
    leeftijd,
    case when ingeschreven = 'ja' then vestiging end as vestiging,
    woon_gemeente as gemeentecode,
    case when regio_swv = swv then woon_subregio end as subregio,
    case when regio_swv = swv then woon_wijk end as wijk,
    'thuis/' || sector || '/' || swv || '/' || coalesce(woon_gemeente, '')
    || '/' || coalesce(case when regio_swv = swv then woon_subregio end, '')
    || '/' || coalesce(case when regio_swv = swv then woon_wijk end, '')
    || '/' || coalesce(case when ingeschreven = 'ja' then vestiging end, '') as eenheid,
    geteld_nummer is not null as telt,
from met_eigenaar
left join (
    select meldingnummer as geteld_nummer from views.reeks where keten = 'dossier'
) as dossier on geteld_nummer = meldingnummer
