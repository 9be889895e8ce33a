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
-- caveat:     Noemt het historisch overzicht van DUO een school so/vso, dan is zij sbo als het bestand dat er in
--             datum het dichtst bij ligt haar zo noemt (het afstandsbestand, bestand 09 of de schoollocaties).
-- changed:    Sinds versie 0.2.0: 2 % meer leerlingen in elk jaar zonder afstandsbestand (land 2016: 33.099
--             werd 33.868, 2020: 34.930 werd 35.671), omdat het historisch overzicht van DUO vijf scholen
--             voor sbo so/vso noemt. Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar,
--             omdat het nieuwste adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en welke
--             gemeente zij hoorde.

select
    vestiging as code,
    periode,
    '' as uitsplitsing,
    -- Noemt het ene bestand een school sbo en het andere so of vso, dan is het een interval.
    sum(case when schooltype = 'sbo' then minimum else 0 end) as teller,
    case when count(maximum) = count(*) then sum(maximum) end as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.leerling
where schooltype in ('sbo', 'sbo/so/vso')
group by vestiging, periode
