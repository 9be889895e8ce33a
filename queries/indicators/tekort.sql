-- title:      Tekort: leerlingen voor wie er geen passende plek is
-- short:      Tekort
-- definition: Leerlingen met een ondersteuningsvraag die geen plek vinden als zo veel mogelijk leerlingen
--             tegelijk een passende plek krijgen, met de plaatsen die er in de praktijk zijn.
-- teller:     leerlingen zonder passende plek
-- kind:       aantal
-- unit:       leerlingen
-- per:        woonplaats
-- levels:     wijk, gemeente, subregio, swv, land
-- sector:     vo, po
-- moment:     schooljaar
-- source:     arrangementen, behoefte, aanvragen, verzuimmeldingen, normen
-- computed:   dekking
-- theme:      dekking
-- direction:  lager
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  ondersteuningsvraag, niveau
-- card:       false
-- caveat:     Het totaal is één getal. Bij welke leerlingen het tekort valt, is niet altijd zeker: hier staat
--             de verdeling met de minste afstand. Wat scholen niet opgaven maakt het een laagste en een
--             hoogste getal.
-- changed:    Sinds versie 0.2.0: een wijk is haar naam binnen het samenwerkingsverband, ook over een
--             gemeentegrens, en van even nabije verdelingen geldt één vaste, omdat een ander rekenprogramma
--             anders andere aantallen per vraag of niveau gaf.
--             Sinds versie 0.2.0: een thuiszitter hoort ook hier bij de sector en het samenwerkingsverband
--             van zijn melding, omdat een leerling van een basisschool anders in het vo meetelde.

with delen as (
    select *, '' as deel from dekking.cel
    union all
    select *, 'ondersteuningsvraag=' || ondersteuningsvraag from dekking.cel
    union all
    select *, 'niveau=' || niveau from dekking.cel
)

select
    eenheid as code,
    schooljaar as periode,
    deel as uitsplitsing,
    cast(sum(behoefte - gedekt - onbekend) as double) as teller,
    cast(sum(behoefte - gedekt) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from delen
where aanbod = 'praktijk'
group by eenheid, schooljaar, deel
