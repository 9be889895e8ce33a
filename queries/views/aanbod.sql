-- kept: Eén rij per arrangement en schooljaar: waar het is, van welk samenwerkingsverband, en hoeveel
-- plaatsen er zijn volgens plan en in de praktijk. De plek is het midden van het postcodegebied van
-- POSTCODE, anders de ligging van de vestiging, anders het midden van haar postcodegebied.

with genoemd as (
    select
        arrangement.*,
        left(arrangement.postcode, 4) as eigen_postcode4,
        left(vestiging.postcode, 4) as school_postcode4,
        vestiging.latitude as school_latitude,
        vestiging.longitude as school_longitude,
        -- De sector van wie de monitor is; anders die van de school; anders vo.
        coalesce(
            eigen.sector,
            case
                when vestiging.schooltype in ('bao', 'sbo', 'so') then 'po'
                when vestiging.schooltype in ('vo', 'pro', 'vso', 'opdc') then 'vo'
            end,
            'vo'
        ) as sector,
    from bron.arrangementen as arrangement
    left join views.vestiging as vestiging on vestiging.vestiging = arrangement.vestiging
    left join (select min(sector) as sector from instellingen.eigen) as eigen on true
),

geplaatst as (
    select
        genoemd.*,
        coalesce(eigen_postcode4, school_postcode4) as postcode4,
        plek.swv as plek_swv,
        plek.gemeentecode as plek_gemeente,
        plek.subregio as plek_subregio,
        plek.wijk as plek_wijk,
        case
            when eigen_postcode4 is not null then plek.latitude
            else coalesce(school_latitude, plek.latitude)
        end as plek_latitude,
        case
            when eigen_postcode4 is not null then plek.longitude
            else coalesce(school_longitude, plek.longitude)
        end as plek_longitude,
        coalesce(plek.swv, lid.swv) as vermoedelijk,
    from genoemd
    left join views.pc4 as plek
        on plek.postcode4 = coalesce(genoemd.eigen_postcode4, genoemd.school_postcode4)
        and plek.sector = genoemd.sector
    left join views.lidmaatschap as lid
        on lid.vestiging = genoemd.vestiging
        and lid.sector = genoemd.sector
        and lid.per = 'swv'
        and lid.swv <> 'onbekend'
),

-- Van wie de levering is: van wie de monitor is, anders waar het meeste aanbod is.
geteld as (
    select
        levering,
        sector,
        vermoedelijk,
        row_number() over (
            partition by levering, sector order by count(*) desc, vermoedelijk
        ) as nummer,
    from geplaatst
    where vermoedelijk is not null
    group by levering, sector, vermoedelijk
),

met_eigenaar as (
    select
        geplaatst.*,
        coalesce(eigen.swv, geteld.vermoedelijk, 'onbekend') as swv,
    from geplaatst
    left join instellingen.eigen as eigen on eigen.sector = geplaatst.sector
    left join geteld
        on geteld.levering = geplaatst.levering
        and geteld.sector = geplaatst.sector
        and geteld.nummer = 1
)

select
    schooljaar,
    sector,
    swv,
    arrangementscode,
    titel,
    vestiging,
    aanbieder,
    postcode4,
    plek_gemeente as gemeentecode,
    case when plek_swv = swv then plek_subregio end as subregio,
    case when plek_swv = swv then plek_wijk end as wijk,
    plek_latitude as latitude,
    plek_longitude as longitude,
    ondersteuningsvragen,
    niveaus,
    vorm,
    zwaarte,
    bereik,
    plaatsen_plan,
    plaatsen_praktijk,
    bezet,
    wachtend,
    status,
    tarief,
    evaluatiedatum,
    aftekening,
    'aanbod/' || sector || '/' || swv || '/' || coalesce(postcode4, '')
    || '/' || coalesce(vestiging, '') as eenheid,
from met_eigenaar
