-- title:      Zeker tekort: leerlingen die bij geen enkele verdeling een plek vinden
-- short:      Zeker tekort
-- definition: Leerlingen met een ondersteuningsvraag die geen passende plek vinden, hoe de plekken ook verdeeld
--             worden, zolang zo veel mogelijk leerlingen er een krijgen. Per woonplaats, vraag en niveau
--             bepaald en dan opgeteld.
-- teller:     leerlingen die zeker geen passende plek vinden
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
-- caveat:     Dit is minder dan het tekort: van de rest is wel zeker dat er iemand geen plek vindt, maar niet
--             wie.
-- changed:    Sinds versie 0.2.0: een wijk is haar naam binnen het samenwerkingsverband, ook over een
--             gemeentegrens, omdat een arrangement voor de wijk anders leerlingen van diezelfde wijk
--             buitensloot.
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
    cast(sum(zeker_tekort) as double) as teller,
    cast(sum(zeker_tekort) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from delen
where aanbod = 'praktijk'
group by eenheid, schooljaar, deel
