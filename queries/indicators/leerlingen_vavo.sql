-- title:      Leerlingen vo, uitbesteed aan het vavo
-- short:      Leerlingen vavo
-- definition: Leerlingen van een school voor voortgezet onderwijs die op 1 oktober aan het
--             volwassenenonderwijs (vavo) zijn uitbesteed.
-- teller:     leerlingen, uitbesteed aan het vavo
-- kind:       aantal
-- unit:       leerlingen
-- per:        vestiging
-- sector:     vo
-- moment:     1 oktober
-- source:     leerlingen_vo_onderwijstype, leerlingen_vo_vavo
-- counts:     vo
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
    sum(minimum) as teller,
    case when count(maximum) = count(*) then sum(maximum) end as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.leerling
where schooltype = 'vavo'
group by vestiging, periode
