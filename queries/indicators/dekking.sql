-- title:      Dekking: ondersteuningsvragen die tegelijk een passende plek vinden
-- short:      Dekking
-- definition: Hoeveel leerlingen met een ondersteuningsvraag er tegelijk op een passende plek kunnen, als deel van
--             alle leerlingen met zo'n vraag. Passend is: vraag en niveau kloppen, het bereik laat het toe en de
--             plek is niet verder dan de norm. Gerekend met de plaatsen die er in de praktijk zijn.
-- teller:     leerlingen die een passende plek vinden
-- noemer:     leerlingen met een ondersteuningsvraag
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:   eigen
-- noemer_of:   eigen
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
-- card:       true
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
where aanbod = 'praktijk'
group by eenheid, schooljaar, deel
