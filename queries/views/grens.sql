-- Eén rij per gemeente van nu waarvan een grens geleverd is: de nieuwste.

select
    gemeentecode,
    gemeentenaam,
    geometrie,
from (
    select
        grens.gemeentecode,
        gemeente.gemeentenaam,
        grens.geometrie,
        row_number() over (
            partition by grens.gemeentecode
            order by grens.peildatum desc nulls last, grens.levering desc
        ) as nummer,
    from bron.gemeentegrenzen as grens
    join views.gemeente as gemeente on gemeente.gemeentecode = grens.gemeentecode
) as genummerd
where nummer = 1
