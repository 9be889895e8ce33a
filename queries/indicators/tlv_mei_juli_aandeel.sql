-- title:      Aandeel besluiten over een tlv in mei, juni en juli
-- short:      Besloten mei-juli
-- definition: Besluiten over een toelaatbaarheidsverklaring (afgegeven en afgewezen) in mei, juni of juli, als
--             deel van alle besluiten in het schooljaar.
-- teller:     besluiten in mei, juni en juli
-- noemer:     besluiten in het schooljaar
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  tlv_afgewezen/noemer
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
-- caveat:     De datum van het besluit telt, niet die van de aanvraag.

select
    tlv.eenheid as code,
    jaar.periode,
    '' as uitsplitsing,
    cast(sum(case when month(tlv.besluitdatum) in (5, 6, 7) then 1 else 0 end) as double) as teller,
    cast(sum(case when month(tlv.besluitdatum) in (5, 6, 7) then 1 else 0 end) as double)
        as teller_max,
    cast(count(*) as double) as noemer,
    cast(count(*) as double) as noemer_max,
from views.toelaatbaarheid as tlv
join views.schooljaar as jaar
    on jaar.bron = 'tlv'
    and jaar.sector = tlv.sector
    and jaar.swv = tlv.swv
    and tlv.besluitdatum between jaar.begin and jaar.eind
where tlv.is_eigen and tlv.besluit in ('afgegeven', 'afgewezen')
group by tlv.eenheid, jaar.periode
