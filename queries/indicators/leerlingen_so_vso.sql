-- title:      Leerlingen in het speciaal en voortgezet speciaal onderwijs samen
-- short:      Leerlingen so en vso
-- definition: Leerlingen die op 1 oktober staan ingeschreven in het speciaal onderwijs (so) of het
--             voortgezet speciaal onderwijs (vso), naar de plaats van de school.
-- teller:     leerlingen in so en vso samen
-- kind:       aantal
-- unit:       leerlingen
-- per:        vestiging
-- levels:     gemeente, swv, land
-- sector:     vo, po
-- both:       true
-- moment:     1 oktober
-- source:     afstand, leerlingen_historie, leerlingtelling
-- counts:     so, vso
-- theme:      leerlingen
-- direction:  geen
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- card:       false
-- caveat:     Het historisch overzicht van DUO telt scholen met so en vso samen. Samen is het aantal dus
--             bekend, ook waar so en vso apart een interval zijn.

select
    vestiging as code,
    periode,
    '' as uitsplitsing,
    -- Noemt het ene bestand een school sbo en het andere so of vso, dan is zij dit misschien niet.
    sum(case when schooltype = 'sbo/so/vso' then 0 else minimum end) as teller,
    case when count(maximum) = count(*) then sum(maximum) end as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.leerling
where groep = 'so_vso'
group by vestiging, periode
