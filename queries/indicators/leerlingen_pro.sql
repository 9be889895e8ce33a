-- title:      Leerlingen in het praktijkonderwijs
-- short:      Leerlingen pro
-- definition: Leerlingen die op 1 oktober staan ingeschreven in het praktijkonderwijs (pro).
-- teller:     leerlingen in het praktijkonderwijs
-- kind:       aantal
-- unit:       leerlingen
-- per:        vestiging
-- sector:     vo
-- moment:     1 oktober
-- source:     leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- counts:     pro
-- theme:      leerlingen
-- direction:  geen
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- changed:    Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar, omdat het nieuwste
--             adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en welke gemeente zij
--             hoorde.

select
    vestiging as code,
    periode,
    '' as uitsplitsing,
    -- Een bestand dat pro niet afsplitst laat open hoeveel van de leerlingen het zijn.
    sum(case when schooltype = 'pro' then minimum else 0 end) as teller,
    case when count(maximum) = count(*) then sum(maximum) end as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.leerling
where schooltype in ('pro', 'vo/pro')
group by vestiging, periode
