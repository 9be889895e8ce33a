-- title:      Leerlingen in het voortgezet onderwijs
-- short:      Leerlingen vo
-- definition: Leerlingen die op 1 oktober staan ingeschreven op een school voor regulier voortgezet
--             onderwijs, met praktijkonderwijs. Zonder vso en zonder leerlingen die aan het vavo
--             zijn uitbesteed.
-- teller:     leerlingen in het regulier voortgezet onderwijs
-- kind:       aantal
-- unit:       leerlingen
-- per:        vestiging
-- sector:     vo
-- moment:     1 oktober
-- source:     leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- counts:     vo
-- theme:      leerlingen
-- direction:  geen
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- breakdown:  onderwijstype
-- rang:       onderwijstype = brugjaar < pro < vmbo-b < vmbo-k < vmbo-gt < havo < havo/vwo < vwo
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
where schooltype in ('vo', 'pro', 'vo/pro')
group by vestiging, periode

union all

select
    vestiging,
    periode,
    'onderwijstype=' || onderwijstype,
    sum(minimum),
    case when count(maximum) = count(*) then sum(maximum) end,
    null,
    null,
from views.onderwijstype
group by vestiging, periode, onderwijstype
