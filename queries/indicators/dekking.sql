-- variants:   dekking = praktijk, dekking_plan = plan
-- title.praktijk: Dekking: leerlingen die tegelijk een passende plek vinden
-- title.plan: Dekking op papier: met de plaatsen die zijn afgesproken
-- short.praktijk: Dekking
-- short.plan: Dekking op papier
-- definition.praktijk: Hoeveel leerlingen met een ondersteuningsvraag er tegelijk op een passende plek
--             kunnen, als deel van alle leerlingen met zo'n vraag. Passend is: vraag en niveau kloppen, het
--             bereik laat het toe en de plek is niet verder dan de norm. Gerekend met de plaatsen die er in
--             de praktijk zijn.
-- definition.plan: Hoeveel leerlingen met een ondersteuningsvraag er tegelijk op een passende plek zouden
--             kunnen als alle afgesproken plaatsen er waren, als deel van alle leerlingen met zo'n vraag.
--             Het verschil met de dekking is wat alleen op papier bestaat.
-- teller.praktijk: leerlingen die een passende plek vinden
-- teller.plan: leerlingen die volgens het plan een passende plek vinden
-- noemer:     leerlingen met een ondersteuningsvraag
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of.praktijk: eigen
-- noemer_of.plan: dekking/noemer
-- unit:       %
-- usual:      10-100
-- per:        woonplaats
-- levels:     wijk, gemeente, subregio, swv, land
-- sector:     vo, po
-- moment:     schooljaar
-- source:     arrangementen, behoefte, aanvragen, verzuimmeldingen, normen
-- computed:   dekking
-- theme:      dekking
-- direction:  hoger
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  ondersteuningsvraag, niveau
-- decimals:   1
-- card.praktijk: true
-- card.plan:  false
-- caveat:     Welke leerlingen een plek hebben, is niet altijd één antwoord: het totaal wel. Per regio is
--             het de verdeling met de minste afstand. Wat scholen niet opgaven is onbekend, en geen dekking.
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
    cast(sum(gedekt) as double) as teller,
    cast(sum(gedekt + onbekend) as double) as teller_max,
    cast(sum(behoefte) as double) as noemer,
    cast(sum(behoefte) as double) as noemer_max,
from delen
where aanbod = '{variant}'
group by eenheid, schooljaar, deel
