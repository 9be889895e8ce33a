-- Eén rij per sector en samenwerkingsverband waarvan meldingen zeggen of een leerling alle lessen mist:
-- de maand vanaf wanneer de meeste dat doen, of er daarvoor meldingen zijn die het niet zeggen, in welk
-- bestand het staat, en uit welke van de twee kolommen het blijkt. Zonder die kolommen is er geen rij.

with eerste as (
    select sector, swv, min(maand) as vanaf
    from views.lessen_per_maand
    where 2 * bekend >= alle
    group by sector, swv
)

select
    eerste.sector,
    eerste.swv,
    eerste.vanaf,
    cast(coalesce(
        sum(per_maand.alle - per_maand.bekend) filter (where per_maand.maand < eerste.vanaf), 0
    ) as bigint) as onbekend_ervoor,
    min(per_maand.levering) filter (where per_maand.maand >= eerste.vanaf) as levering,
    bool_or(per_maand.heeft_soort) as heeft_soort,
    bool_or(per_maand.heeft_lessen) as heeft_lessen,
from eerste
join views.lessen_per_maand as per_maand
    on per_maand.sector = eerste.sector and per_maand.swv = eerste.swv
group by eerste.sector, eerste.swv, eerste.vanaf
