-- title:      Deelname aan het speciaal basisonderwijs, naar plaats van de school
-- short:      Sbo-deelname (locatie)
-- definition: Leerlingen in het speciaal basisonderwijs, als deel van de leerlingen in het basisonderwijs
--             en het speciaal basisonderwijs samen. Geteld waar de school staat.
-- teller:     leerlingen in het sbo
-- noemer:     leerlingen in bao en sbo
-- kind:       aandeel
-- teller_is:  deel
-- unit:       %
-- per:        vestiging
-- levels:     wijk, gemeente, subregio, swv, land
-- sector:     po
-- moment:     1 oktober
-- source:     afstand, leerlingen_historie, leerlingtelling
-- counts:     bao, sbo
-- theme:      deelname
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   1

with delen as (
    select
        vestiging,
        periode,
        case when schooltype = 'sbo' then minimum else 0 end as teller,
        case when schooltype in ('sbo') then maximum else 0 end as teller_max,
        case when groep in ('bao', 'sbo') then minimum else 0 end as noemer,
        case when groep in ('bao', 'sbo') then maximum else 0 end as noemer_max,
    from views.leerling
    where groep in ('bao', 'sbo')
)

select
    vestiging as code,
    periode,
    '' as uitsplitsing,
    cast(sum(teller) as double) as teller,
    cast(case when count(teller_max) = count(*) then sum(teller_max) end as double) as teller_max,
    cast(sum(noemer) as double) as noemer,
    cast(case when count(noemer_max) = count(*) then sum(noemer_max) end as double) as noemer_max,
from delen
group by vestiging, periode
