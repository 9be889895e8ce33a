-- kept: Eén rij per sector, groep, peildatum en samenwerkingsverband: hoeveel vestigingen en
-- leerlingen geteld zijn, en hoeveel er te verwachten waren. Bij de vestigingen is dat wie geteld is met
-- wie ontbreekt (views.gemist); bij de leerlingen zoveel als er op de telling ervoor of erna zeker
-- waren, als dat meer is. Waar alleen het samenwerkingsverband zelf telde, zijn het minstens de
-- vestigingen die er volgens de adreslijsten zijn. `verwacht_ruim` telt ook wie gesloten of gefuseerd
-- kan zijn. Is het land geteld, dan heeft elk samenwerkingsverband een rij, ook als er niemand was.

with per_vestiging as (
    select
        leerling.vestiging,
        groep.groep,
        leerling.peildatum,
        leerling.periode,
        sum(coalesce(leerling.maximum, leerling.minimum, 0)) as leerlingen,
        -- Van wie een bestand niet splitst, is niet zeker dat het deze groep is.
        sum(case when leerling.schooltype = groep.groep then coalesce(leerling.minimum, 0) else 0 end)
            as zeker_leerlingen,
        bool_and(leerling.bron = 'leerlingtelling') as is_eigen_telling,
    from views.leerling as leerling
    join views.groep as groep on groep.schooltype = leerling.schooltype
    group by all
),

geteld as (
    select
        lid.sector,
        per_vestiging.groep,
        per_vestiging.peildatum,
        per_vestiging.periode,
        lid.swv,
        count(*) as geteld,
        sum(case when per_vestiging.zeker_leerlingen > 0 then 1 else 0 end) as zeker_geteld,
        sum(per_vestiging.leerlingen) as leerlingen,
        sum(per_vestiging.zeker_leerlingen) as zeker_leerlingen,
        bool_and(per_vestiging.is_eigen_telling) as is_eigen_telling,
    from per_vestiging
    join views.lidmaatschap_toen as lid
        on lid.vestiging = per_vestiging.vestiging
        and lid.per = 'swv'
        and lid.van <= per_vestiging.periode
        and per_vestiging.periode < lid.tot
    group by all
),

swvs as (
    select sector, code as swv from views.swv
    union
    select sector, swv from geteld
),

alle as (
    select sector, groep, peildatum, periode, swv from geteld
    union
    select landelijk.sector, landelijk.groep, landelijk.peildatum, landelijk.periode, swvs.swv
    from views.landelijk as landelijk
    join swvs on swvs.sector = landelijk.sector
),

-- Vestigingen die er volgens de lijsten zijn of waren.
bekend as (
    select
        geteld.sector,
        geteld.groep,
        geteld.peildatum,
        geteld.swv,
        count(distinct vestiging.vestiging) as bekend,
    from geteld
    join views.groep as groep on groep.groep = geteld.groep
    join views.vestiging as vestiging on vestiging.schooltype = groep.schooltype
    join views.lidmaatschap_toen as lid
        on lid.vestiging = vestiging.vestiging
        and lid.per = 'swv'
        and lid.sector = geteld.sector
        and lid.swv = geteld.swv
        and lid.van <= geteld.periode
        and geteld.periode < lid.tot
    where geteld.is_eigen_telling
        and vestiging.heeft_adres
        and (vestiging.gesloten_vanaf is null or vestiging.gesloten_vanaf > geteld.peildatum)
    group by all
),

gemist as (
    select sector, groep, peildatum, swv, count(*) as gemist
    from views.gemist
    group by sector, groep, peildatum, swv
),

verloop as (
    select
        alle.sector,
        alle.groep,
        alle.peildatum,
        alle.periode,
        alle.swv,
        coalesce(geteld.geteld, 0) as geteld,
        coalesce(geteld.leerlingen, 0) as leerlingen,
        coalesce(geteld.is_eigen_telling, false) as is_eigen_telling,
        coalesce(bekend.bekend, 0) as bekend,
        coalesce(gemist.gemist, 0) as gemist,
        lag(coalesce(geteld.zeker_geteld, 0)) over reeks as vorige_geteld,
        lead(coalesce(geteld.zeker_geteld, 0)) over reeks as volgende_geteld,
        lag(coalesce(geteld.zeker_leerlingen, 0)) over reeks as vorige_leerlingen,
        lead(coalesce(geteld.zeker_leerlingen, 0)) over reeks as volgende_leerlingen,
    from alle
    left join geteld
        on geteld.sector = alle.sector
        and geteld.groep = alle.groep
        and geteld.peildatum = alle.peildatum
        and geteld.swv = alle.swv
    left join bekend
        on bekend.sector = alle.sector
        and bekend.groep = alle.groep
        and bekend.peildatum = alle.peildatum
        and bekend.swv = alle.swv
    left join gemist
        on gemist.sector = alle.sector
        and gemist.groep = alle.groep
        and gemist.peildatum = alle.peildatum
        and gemist.swv = alle.swv
    window reeks as (partition by alle.sector, alle.groep, alle.swv order by alle.peildatum)
)

select
    sector,
    groep,
    peildatum,
    periode,
    swv,
    geteld,
    greatest(geteld + gemist, bekend) as verwacht,
    greatest(
        geteld,
        coalesce(vorige_geteld, 0),
        coalesce(volgende_geteld, 0),
        bekend
    ) as verwacht_ruim,
    leerlingen,
    greatest(
        leerlingen, coalesce(vorige_leerlingen, 0), coalesce(volgende_leerlingen, 0)
    ) as leerlingen_verwacht,
    -- Zoveel leerlingen waren er zowel ervoor als erna; aan het begin en het eind telt wat er is.
    coalesce(least(vorige_leerlingen, volgende_leerlingen), 0) as leerlingen_rondom,
    is_eigen_telling,
from verloop
