-- title:      Leerlingen in het voortgezet speciaal onderwijs
-- short:      Leerlingen vso
-- definition: Leerlingen die op 1 oktober staan ingeschreven in het voortgezet speciaal onderwijs (vso),
--             naar de plaats van de school.
-- teller:     leerlingen in het vso
-- kind:       aantal
-- unit:       leerlingen
-- per:        vestiging
-- sector:     vo
-- moment:     1 oktober
-- source:     afstand, leerlingen_historie, leerlingtelling
-- counts:     vso
-- theme:      leerlingen
-- direction:  geen
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- caveat:     Het historisch overzicht van DUO telt scholen met so en vso samen. Waar alleen dat
--             bestand er is, staat er daarom een laagste en een hoogste aantal.

select
    vestiging as code,
    periode,
    '' as uitsplitsing,
    -- Van een school die het bestand niet splitst kunnen alle leerlingen vso zijn, of geen.
    sum(case when schooltype = 'vso' then minimum else 0 end) as teller,
    case when count(maximum) = count(*) then sum(maximum) end as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.leerling
where schooltype in ('vso', 'so/vso')
group by vestiging, periode
