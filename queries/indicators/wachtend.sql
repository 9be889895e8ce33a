-- title:      Leerlingen die wachten op een arrangement
-- short:      Wachtend
-- definition: Leerlingen die volgens de opgave van het arrangement op een plaats wachten, in het schooljaar.
-- teller:     wachtende leerlingen
-- kind:       aantal
-- unit:       leerlingen
-- per:        aanbod
-- sector:     vo, po
-- moment:     schooljaar
-- source:     arrangementen
-- theme:      aanbod
-- direction:  lager
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- card:       false
-- caveat:     Wie voor twee arrangementen op een lijst staat, telt hier twee keer. Gaf een school het niet op, dan
--             zijn het er ten minste zo veel.

select
    eenheid as code,
    schooljaar as periode,
    '' as uitsplitsing,
    cast(sum(coalesce(wachtend, 0)) as double) as teller,
    cast(case when count(wachtend) = count(*) then sum(wachtend) end as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.aanbod
where status in ('actief', 'gepland')
group by eenheid, schooljaar
