-- title:      Doorlooptijd van compleet dossier tot besluit over een tlv
-- short:      Van compleet tot besluit
-- definition: Hoeveel weken er tussen het complete dossier en het besluit zitten, voor aanvragen waarover in het
--             schooljaar is besloten. De helft duurt langer dan dit getal.
-- teller:     aanvragen waarover is besloten
-- kind:       duur
-- statistic:  mediaan
-- unit:       weken
-- usual:      1-60
-- per:        herkomst
-- levels:     swv, land
-- sector:     vo, po
-- moment:     schooljaar
-- source:     tlv
-- theme:      verwijzingen
-- direction:  lager
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- decimals:   1
-- caveat:     Aanvragen zonder datum van het complete dossier tellen niet mee. Wat nog open is telt hier niet mee.

select
    tlv.eenheid as code,
    jaar.periode,
    'dagen=' || date_diff('day', tlv.compleet, tlv.besluitdatum) as uitsplitsing,
    cast(count(*) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.toelaatbaarheid as tlv
join views.schooljaar as jaar
    on jaar.bron = 'tlv'
    and jaar.sector = tlv.sector
    and jaar.swv = tlv.swv
    and tlv.besluitdatum between jaar.begin and jaar.eind
where tlv.is_eigen
    and tlv.besluit in ('afgegeven', 'afgewezen')
    and tlv.compleet is not null
    and tlv.besluitdatum >= tlv.compleet
group by tlv.eenheid, jaar.periode, date_diff('day', tlv.compleet, tlv.besluitdatum)
