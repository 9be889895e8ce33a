-- title:      Vrije plaatsen in arrangementen
-- short:      Vrije plaatsen
-- definition: Plaatsen in arrangementen die actief zijn, min de leerlingen die er zitten. Waar er meer leerlingen zijn
--             dan plaatsen, zijn er geen vrij.
-- teller:     vrije plaatsen
-- kind:       aantal
-- unit:       plaatsen
-- per:        aanbod
-- levels:     gemeente, subregio, swv, land
-- sector:     vo, po
-- moment:     schooljaar
-- source:     arrangementen
-- theme:      aanbod
-- direction:  geen
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- card:       false
-- caveat:     Een vrije plaats helpt alleen wie er past. Gaf een school de plaatsen of de bezetting niet op, dan
--             zijn het er ten minste zo veel.

-- Niet per school, bestuur of wijk: plaatsen min vrije plaatsen is wie er zit, en dat zijn er weinig.
select
    eenheid as code,
    schooljaar as periode,
    '' as uitsplitsing,
    cast(sum(greatest(coalesce(plaatsen_praktijk - bezet, 0), 0)) as double) as teller,
    cast(
        case
            when count(plaatsen_praktijk - bezet) = count(*)
                then sum(greatest(plaatsen_praktijk - bezet, 0))
        end as double
    ) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.aanbod
where status = 'actief'
group by eenheid, schooljaar
