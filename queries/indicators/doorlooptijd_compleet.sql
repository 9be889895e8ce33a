-- title:      Doorlooptijd tot een aanvraag van een tlv compleet is
-- short:      Tot aanvraag compleet
-- definition: Hoeveel weken er tussen de ontvangst van een aanvraag en het complete dossier zitten, voor aanvragen
--             waarover in het schooljaar is besloten. De helft duurt langer dan dit getal.
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
-- caveat:     Aanvragen zonder datum van ontvangst of compleet dossier tellen niet mee.

select
    tlv.eenheid as code,
    jaar.periode,
    'dagen=' || date_diff('day', tlv.ontvangen, tlv.compleet) as uitsplitsing,
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
    and tlv.compleet >= tlv.ontvangen
group by tlv.eenheid, jaar.periode, date_diff('day', tlv.ontvangen, tlv.compleet)
