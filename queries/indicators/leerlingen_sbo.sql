-- title:      Leerlingen in het speciaal basisonderwijs
-- short:      Leerlingen sbo
-- definition: Leerlingen die op 1 oktober staan ingeschreven in het speciaal basisonderwijs (sbo), naar de
--             plaats van de school.
-- teller:     leerlingen in het sbo
-- kind:       aantal
-- unit:       leerlingen
-- per:        vestiging
-- sector:     po
-- moment:     1 oktober
-- source:     afstand, leerlingen_historie, leerlingtelling
-- counts:     sbo
-- theme:      leerlingen
-- direction:  geen
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder

select
    vestiging as code,
    periode,
    '' as uitsplitsing,
    sum(minimum) as teller,
    case when count(maximum) = count(*) then sum(maximum) end as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.leerling
where schooltype = 'sbo'
group by vestiging, periode
