-- title:      Afgewezen aanvragen van een toelaatbaarheidsverklaring
-- short:      Afgewezen tlv's
-- definition: Aanvragen die het samenwerkingsverband in het schooljaar afwees, als deel van alle aanvragen
--             waarover het toen besloot (afgegeven en afgewezen).
-- teller:     afgewezen aanvragen
-- noemer:     aanvragen waarover is besloten
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  eigen
-- unit:       %
-- usual:      0,5-60
-- per:        herkomst
-- sector:     vo, po
-- moment:     schooljaar
-- flow:       true
-- source:     tlv
-- theme:      verwijzingen
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- decimals:   1
-- caveat:     Wat de school zelf introk telt niet mee.
-- changed:    Sinds versie 0.2.0: per gemeente, subregio en wijk telt een tlv waar haar school van herkomst toen stond,
--             omdat de leerlingen van die school daar ook tellen en een verhuizing anders het een van het ander scheidde.

select
    tlv.eenheid as code,
    jaar.periode,
    '' as uitsplitsing,
    cast(sum(case when tlv.besluit = 'afgewezen' then 1 else 0 end) as double) as teller,
    cast(sum(case when tlv.besluit = 'afgewezen' then 1 else 0 end) as double) as teller_max,
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
