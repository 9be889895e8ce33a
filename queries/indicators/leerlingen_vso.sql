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
-- together:   leerlingen_so_vso
-- theme:      leerlingen
-- direction:  geen
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- caveat:     Het historisch overzicht van DUO telt scholen met so en vso samen. Waar alleen dat
--             bestand er is, staat er daarom een laagste en een hoogste aantal.
--             Noemt het historisch overzicht van DUO een school so/vso, dan is zij sbo als het bestand dat er in
--             datum het dichtst bij ligt haar zo noemt (het afstandsbestand, bestand 09 of de schoollocaties).
-- changed:    Sinds versie 0.2.0: het hoogste aantal is lager in elk jaar zonder afstandsbestand (land 2025:
--             60.385 werd 59.749), omdat het historisch overzicht van DUO vijf scholen voor sbo so/vso noemt.
--             Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar (2019: VO3103 134 werd
--             84), omdat het nieuwste adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en
--             welke gemeente zij hoorde.

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
where schooltype in ('vso', 'so/vso', 'sbo/so/vso')
group by vestiging, periode
