-- title:      Deelname aan het praktijkonderwijs
-- short:      Pro-deelname
-- definition: Leerlingen in het praktijkonderwijs, als deel van de leerlingen in het regulier voortgezet
--             onderwijs (met praktijkonderwijs; leerlingen aan het vavo tellen voor de helft).
-- teller:     leerlingen in het praktijkonderwijs
-- noemer:     leerlingen in het regulier vo, vavo voor de helft
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  eigen
-- unit:       %
-- usual:      0,5-10
-- per:        vestiging
-- levels:     vestiging, wijk, gemeente, subregio, swv, land
-- sector:     vo
-- moment:     1 oktober
-- source:     leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- counts:     vo, pro
-- theme:      deelname
-- direction:  geen
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   1
-- changed:    Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar, omdat het nieuwste
--             adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en welke gemeente zij
--             hoorde.

with delen as (
    select
        vestiging,
        periode,
        case when schooltype = 'pro' then minimum else 0 end as teller,
        case when schooltype in ('pro', 'vo/pro') then maximum else 0 end as teller_max,
        minimum * case schooltype when 'vavo' then 0.5 else 1 end as noemer,
        maximum * case schooltype when 'vavo' then 0.5 else 1 end as noemer_max,
    from views.leerling
    where groep = 'vo'
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
