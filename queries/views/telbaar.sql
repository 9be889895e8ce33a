-- kept: Eén rij per sector, groep, periode en samenwerkingsverband waarvan de leerlingen van die
-- groep die dag geteld zijn: minstens de helft van de te verwachten leerlingen, of geen enkele
-- terwijl het bestand het hele land telt (dan is het aantal echt nul).
-- Zonder deze regel zou een half geleverd jaar als daling te zien zijn, of een aandeel van een
-- hele teller in een halve noemer.

with landelijk as (
    select sector, groep, periode
    from views.volledigheid
    where swv <> 'onbekend'
    group by sector, groep, periode
    having count(*) >= 60
),

alle as (
    select sector, groep, periode, swv from views.volledigheid
    union
    select landelijk.sector, landelijk.groep, landelijk.periode, views.swv.code
    from landelijk
    join views.swv on views.swv.sector = landelijk.sector
)

select alle.sector, alle.groep, alle.periode, alle.swv
from alle
left join views.volledigheid as volledig
    on volledig.sector = alle.sector
    and volledig.groep = alle.groep
    and volledig.periode = alle.periode
    and volledig.swv = alle.swv
where coalesce(2 * volledig.leerlingen >= volledig.leerlingen_verwacht, true)
