-- title:      Thuisnabij: een passende plek in de eigen gemeente
-- short:      Thuisnabij
-- definition: Van de leerlingen die tegelijk een passende plek vinden (in de verdeling met de minste afstand):
--             welk deel die vindt in de gemeente waar hij woont. Uitgesplitst ook naar eigen wijk en
--             subregio.
-- teller:     leerlingen met een plek in de eigen gemeente
-- noemer:     leerlingen die een passende plek vinden
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  dekking
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
-- breakdown:  binnen
-- rang:       binnen = wijk < gemeente < subregio
-- decimals:   1
-- card:       false
-- caveat:     Waar leerlingen nu echt zitten kan anders zijn: dit is hoe dichtbij het zou kunnen.
-- changed:    Sinds versie 0.2.0: een wijk is haar naam binnen het samenwerkingsverband, ook over een
--             gemeentegrens, en van even nabije verdelingen geldt één vaste, omdat een ander rekenprogramma
--             anders andere aantallen gaf.
--             Sinds versie 0.2.0: een thuiszitter hoort ook hier bij de sector en het samenwerkingsverband
--             van zijn melding, omdat een leerling van een basisschool anders in het vo meetelde.

with delen as (
    select eenheid, schooljaar, '' as deel, in_gemeente as binnen, gedekt
    from dekking.cel
    where aanbod = 'praktijk'
    union all
    select eenheid, schooljaar, 'binnen=wijk', in_wijk, gedekt
    from dekking.cel
    where aanbod = 'praktijk'
    union all
    select eenheid, schooljaar, 'binnen=gemeente', in_gemeente, gedekt
    from dekking.cel
    where aanbod = 'praktijk'
    union all
    select eenheid, schooljaar, 'binnen=subregio', in_subregio, gedekt
    from dekking.cel
    where aanbod = 'praktijk'
)

select
    eenheid as code,
    schooljaar as periode,
    deel as uitsplitsing,
    cast(sum(binnen) as double) as teller,
    cast(sum(binnen) as double) as teller_max,
    cast(sum(gedekt) as double) as noemer,
    cast(sum(gedekt) as double) as noemer_max,
from delen
group by eenheid, schooljaar, deel
