-- title:      Basisondersteuning over alle scholen
-- short:      Basis, alle scholen
-- definition: Punten van de lijst basisondersteuning waarop scholen ja zeggen, als deel van alle punten van
--             alle scholen die de lijst konden invullen. Wat een school niet invulde kan alles zijn: het
--             laagste getal telt daar geen ja, het hoogste overal. Deels telt niet als ja.
-- teller:     punten met ja
-- noemer:     punten van de lijst, van alle scholen
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  eigen
-- unit:       %
-- usual:      10-100
-- per:        vestiging
-- sector:     vo
-- moment:     schooljaar
-- source:     basisondersteuning, leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- theme:      aanbod
-- direction:  hoger
-- audience:   directeur, consultant, bestuur, school, beheerder
-- card:       false
-- caveat:     Alle scholen zijn de vestigingen voor vo en praktijkonderwijs die bij het begin van het schooljaar
--             open waren (wie vroeger leerlingen had en bij de laatste telling niet meer, is gesloten), in een
--             samenwerkingsverband waarvan een school de lijst invulde. Waar twee versies
--             van de lijst naast elkaar gelden, is van een school zonder lijst ook het aantal punten niet
--             zeker. Van de scholen die wel invulden is er een eigen cijfer.
-- changed:    Sinds versie 0.2.0: dit cijfer is nieuw, omdat het cijfer van de ingevulde lijsten gelezen werd
--             als dat van alle scholen.

with per_school as (
    select
        lijst.schooljaar,
        lijst.vestiging,
        sum(case when lijst.status = 'ja' then 1 else 0 end) as ja,
        sum(case when lijst.status in ('ja', 'onbekend') then 1 else 0 end) as misschien,
        count(*) as punten,
    from views.basisondersteuning as lijst
    group by lijst.schooljaar, lijst.vestiging
),

-- Wie geen soort heeft staat alleen in een lijst van een verband zelf.
school as (
    select lid.vestiging, lid.swv, vestiging.gesloten_vanaf, vestiging.schooltype
    from views.lidmaatschap as lid
    join views.vestiging as vestiging on vestiging.vestiging = lid.vestiging
    where lid.per = 'swv'
        and lid.sector = 'vo'
        and coalesce(vestiging.schooltype, 'vo') not in ('bao', 'sbo', 'so')
),

-- Hoeveel punten de lijst heeft, in de verbanden waarvan iemand haar invulde.
versie as (
    select schooljaar, swv, min(punten) as minste, max(punten) as meeste
    from (
        select lijst.schooljaar, school.swv, lijst.versie, count(distinct lijst.item) as punten
        from views.basisondersteuning as lijst
        join school on school.vestiging = lijst.vestiging
        group by lijst.schooljaar, school.swv, lijst.versie
    ) as per_versie
    group by schooljaar, swv
),

geteld as (
    select distinct vestiging, peildatum
    from views.telling
    where schooltype in ('vo', 'pro', 'vo/pro')
),

-- De telling van 1 oktober van het schooljaar, of de laatste daarvoor: wie vroeger geteld is en daar niet
-- meer in staat, was gesloten of samengegaan.
laatste as (
    select versie.schooljaar, versie.swv, max(geteld.peildatum) as peildatum
    from versie
    join school on school.swv = versie.swv
    join geteld
        on geteld.vestiging = school.vestiging
        and geteld.peildatum <= make_date(cast(left(versie.schooljaar, 4) as integer), 10, 1)
    group by versie.schooljaar, versie.swv
)

select
    school.vestiging as code,
    versie.schooljaar as periode,
    '' as uitsplitsing,
    cast(coalesce(per_school.ja, 0) as double) as teller,
    cast(coalesce(per_school.misschien, versie.meeste) as double) as teller_max,
    cast(coalesce(per_school.punten, versie.minste) as double) as noemer,
    cast(coalesce(per_school.punten, versie.meeste) as double) as noemer_max,
from school
join versie on versie.swv = school.swv
left join per_school
    on per_school.vestiging = school.vestiging
    and per_school.schooljaar = versie.schooljaar
where per_school.vestiging is not null
    or (
        coalesce(school.schooltype, 'vo') in ('vo', 'pro')
        and (
            school.gesloten_vanaf is null
            or school.gesloten_vanaf > make_date(cast(left(versie.schooljaar, 4) as integer), 8, 1)
        )
        and (
            school.vestiging not in (select vestiging from geteld)
            or exists (
                select 1
                from laatste
                join geteld on geteld.peildatum = laatste.peildatum
                where laatste.schooljaar = versie.schooljaar
                    and laatste.swv = versie.swv
                    and geteld.vestiging = school.vestiging
            )
        )
    )
