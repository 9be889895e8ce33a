-- title:      Deelname aan speciaal en voortgezet speciaal onderwijs samen, naar plaats van de school
-- short:      Deelname so en vso
-- definition: Leerlingen in het speciaal onderwijs (so) en het voortgezet speciaal onderwijs (vso) samen, als
--             deel van alle leerlingen in het basisonderwijs, het speciaal basisonderwijs en het regulier
--             voortgezet onderwijs (met praktijkonderwijs; vavo telt voor de helft). Geteld waar de school
--             staat.
-- teller:     leerlingen in so en vso samen
-- noemer:     leerlingen in bao, sbo en regulier vo
-- kind:       aandeel
-- unit:       %
-- usual:      1-10
-- per:        vestiging
-- levels:     gemeente, swv, land
-- sector:     vo, po
-- both:       true
-- moment:     1 oktober
-- source:     afstand, leerlingen_historie, leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- counts:     bao, sbo, vo, so, vso
-- theme:      deelname
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   1
-- card:       false
-- caveat:     Het historisch overzicht van DUO telt scholen met so en vso samen. Samen is het aantal dus
--             bekend, ook waar so en vso apart een interval zijn.
--             Het is er alleen op een datum waarop zowel po als vo geteld zijn.

with delen as (
    select
        vestiging,
        periode,
        case when groep = 'so_vso' and schooltype <> 'sbo/so/vso' then minimum else 0 end as teller,
        case when groep = 'so_vso' then maximum else 0 end as teller_max,
        case
            when groep in ('bao', 'sbo', 'vo')
                then minimum * case schooltype when 'vavo' then 0.5 else 1 end
            else 0
        end as noemer,
        case
            when groep in ('bao', 'sbo', 'vo')
                then maximum * case schooltype when 'vavo' then 0.5 else 1 end
            -- Misschien is deze school sbo.
            when schooltype = 'sbo/so/vso' then maximum
            else 0
        end as noemer_max,
    from views.leerling
    where groep in ('bao', 'sbo', 'vo', 'so_vso')
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
