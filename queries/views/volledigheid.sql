-- kept: Eén rij per sector, groep, peildatum en samenwerkingsverband: hoeveel vestigingen en
-- leerlingen geteld zijn, en hoeveel er te verwachten waren: zoveel als op de telling ervoor of
-- erna, als dat meer is.

with geteld as (
    select
        lid.sector,
        leerling.groep,
        leerling.peildatum,
        leerling.periode,
        lid.swv,
        count(distinct leerling.vestiging) as geteld,
        sum(coalesce(leerling.maximum, leerling.minimum)) as leerlingen,
    from views.leerling as leerling
    join views.lidmaatschap as lid
        on lid.vestiging = leerling.vestiging and lid.per = 'swv'
    where leerling.schooltype <> 'vavo'
    group by all
)

select
    sector,
    groep,
    peildatum,
    periode,
    swv,
    geteld,
    greatest(
        geteld,
        coalesce(lag(geteld) over verloop, 0),
        coalesce(lead(geteld) over verloop, 0)
    ) as verwacht,
    leerlingen,
    greatest(
        leerlingen,
        coalesce(lag(leerlingen) over verloop, 0),
        coalesce(lead(leerlingen) over verloop, 0)
    ) as leerlingen_verwacht,
from geteld
window verloop as (partition by sector, groep, swv order by peildatum)
