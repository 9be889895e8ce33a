-- title:      Deelname aan het voortgezet speciaal onderwijs, naar plaats van de school
-- short:      Vso-deelname (locatie)
-- definition: Leerlingen in het vso, als deel van de leerlingen in het regulier voortgezet onderwijs
--             (met praktijkonderwijs; leerlingen aan het vavo tellen voor de helft). Geteld waar de
--             school staat, niet bij het samenwerkingsverband dat betaalt.
-- teller:     leerlingen in het vso
-- noemer:     leerlingen in het regulier vo, vavo voor de helft
-- kind:       aandeel
-- unit:       %
-- usual:      1-10
-- per:        vestiging
-- levels:     wijk, gemeente, subregio, swv, land
-- sector:     vo
-- moment:     1 oktober
-- source:     afstand, leerlingen_historie, leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- counts:     vo, vso
-- together:   deelname_so_vso_locatie, leerlingen_so_vso
-- theme:      deelname
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   1
-- caveat:     Leerlingen die over de grens van het samenwerkingsverband naar het vso gaan, tellen
--             hier waar de school staat. Het officiële deelnamepercentage telt wie betaalt.
-- changed:    Sinds versie 0.2.0: het hoogste aandeel is lager in elk jaar zonder afstandsbestand (land 2016:
--             5,49 werd 5,41 %), omdat het historisch overzicht van DUO vijf scholen voor sbo so/vso noemt.
--             Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar (2019: VO3103 3,24 werd
--             2,03 %), omdat het nieuwste adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband
--             en welke gemeente zij hoorde.

with delen as (
    select
        vestiging,
        periode,
        case when schooltype = 'vso' then minimum else 0 end as teller,
        case when schooltype in ('vso', 'so/vso', 'sbo/so/vso') then maximum else 0 end as teller_max,
        case groep when 'vo' then minimum * case schooltype when 'vavo' then 0.5 else 1 end
            else 0 end as noemer,
        case groep when 'vo' then maximum * case schooltype when 'vavo' then 0.5 else 1 end
            else 0 end as noemer_max,
    from views.leerling
    where groep = 'vo' or schooltype in ('vso', 'so/vso', 'sbo/so/vso')
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
