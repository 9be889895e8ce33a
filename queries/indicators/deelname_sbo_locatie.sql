-- title:      Deelname aan het speciaal basisonderwijs, naar plaats van de school
-- short:      Sbo-deelname (locatie)
-- definition: Leerlingen in het speciaal basisonderwijs, als deel van de leerlingen in het basisonderwijs
--             en het speciaal basisonderwijs samen. Geteld waar de school staat.
-- teller:     leerlingen in het sbo
-- noemer:     leerlingen in bao en sbo
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  eigen
-- unit:       %
-- usual:      0,5-10
-- per:        vestiging
-- levels:     wijk, gemeente, subregio, swv, land
-- sector:     po
-- moment:     1 oktober
-- source:     afstand, leerlingen_historie, leerlingtelling
-- counts:     bao, sbo
-- theme:      deelname
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   1
-- caveat:     Noemt het historisch overzicht van DUO een school so/vso, dan is zij sbo als het bestand dat er in
--             datum het dichtst bij ligt haar zo noemt (het afstandsbestand, bestand 09 of de schoollocaties).
-- changed:    Sinds versie 0.2.0: hoger in elk jaar zonder afstandsbestand (land 2018: 2,38 werd 2,43 %;
--             PO2603 2018: 0,87 werd 2,18 %), omdat het historisch overzicht van DUO vijf scholen voor sbo
--             so/vso noemt. Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar, omdat
--             het nieuwste adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en welke
--             gemeente zij hoorde.

with delen as (
    select
        vestiging,
        periode,
        case when schooltype = 'sbo' then minimum else 0 end as teller,
        case when schooltype in ('sbo', 'sbo/so/vso') then maximum else 0 end as teller_max,
        case when groep in ('bao', 'sbo') then minimum else 0 end as noemer,
        maximum as noemer_max,
    from views.leerling
    where groep in ('bao', 'sbo') or schooltype = 'sbo/so/vso'
)

select
    vestiging as code,
    periode,
    '' as uitsplitsing,
    cast(sum(teller) as double) as teller,
    cast(case when count(teller_max) = count(*) then sum(teller_max) end as double) as teller_max,
    cast(sum(noemer) as double) as noemer,
    cast(case when count(noemer_max) = count(*) then sum(noemer_max) end as double) as noemer_max,
from delen
group by vestiging, periode
