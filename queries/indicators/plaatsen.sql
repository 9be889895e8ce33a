-- title:      Plaatsen in arrangementen die er in de praktijk zijn
-- short:      Plaatsen
-- definition: Plaatsen in arrangementen die actief zijn en die in de praktijk bestaan, in het schooljaar. Geteld waar
--             het arrangement is. Uitgesplitst ook naar plan en praktijk, vorm en zwaarte.
-- teller:     plaatsen in de praktijk
-- kind:       aantal
-- unit:       plaatsen
-- per:        aanbod
-- sector:     vo, po
-- moment:     schooljaar
-- source:     arrangementen
-- theme:      aanbod
-- direction:  hoger
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  aanbod, vorm, zwaarte
-- rang:       zwaarte = basis < extra < diepte
-- card:       false
-- caveat:     Gaf een school de plaatsen in de praktijk niet op, dan zijn het er ten minste zo veel.

with actief as (
    select * from views.aanbod where status = 'actief'
),

delen as (
    select eenheid, schooljaar, '' as deel, plaatsen_praktijk as plaatsen from actief
    union all
    select eenheid, schooljaar, 'aanbod=praktijk', plaatsen_praktijk from actief
    union all
    select eenheid, schooljaar, 'aanbod=plan', plaatsen_plan from actief
    union all
    select eenheid, schooljaar, 'vorm=' || coalesce(vorm, 'onbekend'), plaatsen_praktijk from actief
    union all
    select eenheid, schooljaar, 'zwaarte=' || coalesce(zwaarte, 'onbekend'), plaatsen_praktijk
    from actief
)

select
    eenheid as code,
    schooljaar as periode,
    deel as uitsplitsing,
    cast(sum(coalesce(plaatsen, 0)) as double) as teller,
    cast(case when count(plaatsen) = count(*) then sum(plaatsen) end as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from delen
group by eenheid, schooljaar, deel
