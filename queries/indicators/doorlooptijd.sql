-- variants:   doorlooptijd_besluit = besluit, doorlooptijd_compleet = compleet
-- title.besluit: Doorlooptijd van compleet dossier tot besluit over een tlv
-- title.compleet: Doorlooptijd tot een aanvraag van een tlv compleet is
-- short.besluit: Van compleet tot besluit
-- short.compleet: Tot aanvraag compleet
-- definition.besluit: Hoeveel weken er tussen het complete dossier en het besluit zitten, voor aanvragen
--             waarover in het schooljaar is besloten. De helft duurt langer dan dit getal.
-- definition.compleet: Hoeveel weken er tussen de ontvangst van een aanvraag en het complete dossier
--             zitten, voor aanvragen waarover in het schooljaar is besloten. De helft duurt langer dan dit
--             getal.
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
-- caveat.besluit: Aanvragen zonder datum van het complete dossier tellen niet mee. Wat nog open is telt
--             hier niet mee.
-- caveat.compleet: Aanvragen zonder datum van ontvangst of compleet dossier tellen niet mee.

with stap as (
    select 'compleet' as stap, *, ontvangen as van, compleet as tot from views.toelaatbaarheid
    union all
    select 'besluit', *, compleet, besluitdatum from views.toelaatbaarheid
)

select
    stap.eenheid as code,
    jaar.periode,
    'dagen=' || date_diff('day', stap.van, stap.tot) as uitsplitsing,
    cast(count(*) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from stap
join views.schooljaar as jaar
    on jaar.bron = 'tlv'
    and jaar.sector = stap.sector
    and jaar.swv = stap.swv
    and stap.besluitdatum between jaar.begin and jaar.eind
where stap.stap = '{variant}'
    and stap.is_eigen
    and stap.besluit in ('afgegeven', 'afgewezen')
    and stap.tot >= stap.van
group by stap.eenheid, jaar.periode, date_diff('day', stap.van, stap.tot)
