-- title:      Deelname aan het speciaal onderwijs, naar plaats van de school
-- short:      So-deelname (locatie)
-- definition: Leerlingen in het speciaal onderwijs (so), als deel van de leerlingen in het basisonderwijs
--             en het speciaal basisonderwijs samen. Geteld waar de school staat, niet bij het
--             samenwerkingsverband dat de toelaatbaarheidsverklaring gaf.
-- teller:     leerlingen in het so
-- noemer:     leerlingen in bao en sbo
-- kind:       aandeel
-- unit:       %
-- usual:      0,3-10
-- per:        vestiging
-- levels:     wijk, gemeente, subregio, swv, land
-- sector:     po
-- moment:     1 oktober
-- source:     afstand, leerlingen_historie, leerlingtelling
-- counts:     bao, sbo, so
-- together:   deelname_so_vso_locatie, leerlingen_so_vso
-- theme:      deelname
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   1
-- caveat:     Het historisch overzicht van DUO telt scholen met so en vso samen. Waar alleen dat
--             bestand er is, staat er daarom een laagste en een hoogste aantal.
--             Noemt het historisch overzicht van DUO een school so/vso, dan is zij sbo als het bestand dat er in
--             datum het dichtst bij ligt haar zo noemt (het afstandsbestand, bestand 09 of de schoollocaties).
-- changed:    Sinds versie 0.2.0: het hoogste aandeel is lager in elk jaar zonder afstandsbestand (land 2018:
--             3,82 werd 3,77 %), omdat het historisch overzicht van DUO vijf scholen voor sbo so/vso noemt.
--             Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar (2019: PO2203 0,77 werd
--             1,07 %), omdat het nieuwste adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband
--             en welke gemeente zij hoorde.

with delen as (
    select
        vestiging,
        periode,
        case when schooltype = 'so' then minimum else 0 end as teller,
        case when schooltype in ('so', 'so/vso', 'sbo/so/vso') then maximum else 0 end as teller_max,
        case when groep in ('bao', 'sbo') then minimum else 0 end as noemer,
        case when groep in ('bao', 'sbo') or schooltype = 'sbo/so/vso' then maximum else 0 end
            as noemer_max,
    from views.leerling
    where groep in ('bao', 'sbo') or schooltype in ('so', 'so/vso', 'sbo/so/vso')
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
