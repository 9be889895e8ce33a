-- title:      Leerlingen met een arrangement
-- short:      Met arrangement
-- definition: Leerlingen die in het schooljaar volgens de aanvragen een plaats in een arrangement hadden, als
--             deel van de leerlingen die op 1 oktober van dat schooljaar (of bij de laatste telling
--             daarvoor) in het regulier voortgezet onderwijs zaten. Geteld bij de school waar de leerling
--             staat ingeschreven, waar het arrangement ook is.
-- teller:     leerlingen met een arrangement
-- noemer:     leerlingen in het regulier vo
-- kind:       aandeel
-- unit:       %
-- usual:      1-100
-- per:        vestiging
-- levels:     vestiging, bestuur, swv
-- sector:     vo
-- moment:     schooljaar
-- source:     aanvragen, leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- counts:     vo
-- theme:      aanbod
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, school, beheerder
-- decimals:   1
-- caveat:     Een leerling telt één keer per schooljaar, bij de school van de nieuwste aanvraag. Een lopend
--             schooljaar staat er niet bij: dat zou als daling te zien zijn.
-- changed:    Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar, omdat het nieuwste
--             adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en welke gemeente zij
--             hoorde.

select
    noemer.vestiging as code,
    noemer.periode,
    '' as uitsplitsing,
    cast(coalesce(geplaatst.leerlingen, 0) as double) as teller,
    cast(coalesce(geplaatst.leerlingen, 0) as double) as teller_max,
    cast(noemer.minimum as double) as noemer,
    cast(noemer.maximum as double) as noemer_max,
from views.noemer as noemer
-- Over een schooljaar waarvan de lijst er niet (helemaal) is, is niets bekend.
join (select distinct schooljaar, swv from views.geplaatst) as bekend
    on bekend.schooljaar = noemer.periode and bekend.swv = noemer.swv
left join views.geplaatst as geplaatst
    on geplaatst.vestiging = noemer.vestiging
    and geplaatst.schooljaar = noemer.periode
    and geplaatst.swv = noemer.swv
where noemer.groep = 'vo' and noemer.sector = 'vo'
