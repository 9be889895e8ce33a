-- title:      Aandeel verlengingen van de afgegeven toelaatbaarheidsverklaringen
-- short:      Aandeel verlengingen
-- definition: Toelaatbaarheidsverklaringen die een verlenging zijn, als deel van alle verklaringen die het
--             samenwerkingsverband in het schooljaar afgaf.
-- teller:     verlengingen
-- noemer:     afgegeven tlv's
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  tlv_afgegeven
-- unit:       %
-- usual:      2-90
-- per:        herkomst
-- levels:     swv, land
-- sector:     vo, po
-- moment:     schooljaar
-- flow:       true
-- source:     tlv
-- theme:      verwijzingen
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- decimals:   1
-- caveat:     Is niet ingevuld of een tlv een verlenging is, dan staan er een laagste en een hoogste getal.

select
    tlv.eenheid as code,
    jaar.periode,
    '' as uitsplitsing,
    cast(sum(case when tlv.overgang = 'verlenging' then 1 else 0 end) as double) as teller,
    cast(sum(case when coalesce(tlv.overgang, 'verlenging') = 'verlenging' then 1 else 0 end) as double)
        as teller_max,
    cast(count(*) as double) as noemer,
    cast(count(*) as double) as noemer_max,
from views.toelaatbaarheid as tlv
join views.schooljaar as jaar
    on jaar.bron = 'tlv'
    and jaar.sector = tlv.sector
    and jaar.swv = tlv.swv
    and tlv.besluitdatum between jaar.begin and jaar.eind
where tlv.is_eigen and tlv.besluit = 'afgegeven'
group by tlv.eenheid, jaar.periode
