-- title:      Bereikbare plekken per leerling (2SFCA)
-- short:      Bereikbare plekken
-- definition: Hoeveel passende plekken er binnen de norm zijn per leerling met een ondersteuningsvraag, waarbij
--             elke plek verdeeld is over alle leerlingen die er gebruik van kunnen maken.
-- teller:     plekken in bereik, verdeeld over wie erbij kan
-- noemer:     leerlingen met een ondersteuningsvraag
-- kind:       gemiddelde
-- noemer_of:  dekking/noemer
-- unit:       plekken per leerling
-- per:        woonplaats
-- levels:     wijk, gemeente, subregio, swv, land
-- sector:     vo, po
-- moment:     schooljaar
-- source:     arrangementen, behoefte, aanvragen, verzuimmeldingen, normen
-- computed:   dekking
-- theme:      dekking
-- direction:  hoger
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- decimals:   2
-- card:       false
-- caveat:     Dit is een andere maat dan de dekking: meer dan 1 betekent niet dat iedereen een plek vindt,
--             minder dan 1 wel dat het krap is. Alleen bekende plaatsen tellen.
-- changed:    Sinds versie 0.2.0: een wijk is haar naam binnen het samenwerkingsverband, ook over een
--             gemeentegrens, omdat een arrangement voor de wijk anders leerlingen van diezelfde wijk
--             buitensloot.
--             Sinds versie 0.2.0: een thuiszitter hoort ook hier bij de sector en het samenwerkingsverband
--             van zijn melding, omdat een leerling van een basisschool anders in het vo meetelde.

select
    eenheid as code,
    schooljaar as periode,
    '' as uitsplitsing,
    cast(sum(bereikbaar) as double) as teller,
    cast(sum(bereikbaar) as double) as teller_max,
    cast(sum(behoefte) as double) as noemer,
    cast(sum(behoefte) as double) as noemer_max,
from dekking.cel
where aanbod = 'praktijk'
group by eenheid, schooljaar
