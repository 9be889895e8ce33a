-- kept: Eén rij per arrangement en schooljaar: zoals geleverd, met de sector, waar het is, en bij welk
-- samenwerkingsverband het vermoedelijk hoort (views.levering_swv). De plek is het midden van het
-- postcodegebied van POSTCODE, anders de ligging van de vestiging, anders het midden van haar
-- postcodegebied.

with genoemd as (
    select
        arrangement.*,
        left(arrangement.postcode, 4) as eigen_postcode4,
        left(vestiging.postcode, 4) as school_postcode4,
        vestiging.latitude as school_latitude,
        vestiging.longitude as school_longitude,
        -- De sector van wie de monitor is; anders die van de school; anders vo.
        coalesce(eigen.sector, vestiging.sector, 'vo') as sector,
    from bron.arrangementen as arrangement
    left join views.vestiging as vestiging on vestiging.vestiging = arrangement.vestiging
    left join (select min(sector) as sector from instellingen.eigen) as eigen on true
)

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
