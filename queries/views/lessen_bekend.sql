-- Eén rij per sector en samenwerkingsverband waarvan meldingen zeggen of een leerling alle lessen mist:
-- de maand vanaf wanneer de meeste dat doen, of er daarvoor meldingen zijn die het niet zeggen, in welk
-- bestand het staat, en uit welke van de twee kolommen het blijkt. Zonder die kolommen is er geen rij.

with melding as (
    select
        telt.sector,
        telt.swv,
        cast(date_trunc('month', telt.sinds) as date) as maand,
        telt.levering,
        melding.soort_verzuim is not null as heeft_soort,
        coalesce(melding.alle_lessen_gemist in ('ja', 'nee'), false) as heeft_lessen,
    from views.melding as telt
    join bron.verzuimmeldingen as melding on melding.meldingnummer = telt.meldingnummer
    where telt.telt and telt.ingeschreven = 'ja' and telt.geoorloofd = 'nee'
),

per_maand as (
    select
        sector,
        swv,
        maand,
        count(*) as alle,
        count(*) filter (where heeft_soort or heeft_lessen) as bekend,
    from melding
    group by sector, swv, maand
),

eerste as (
    select sector, swv, min(maand) as vanaf
    from per_maand
    where 2 * bekend >= alle
    group by sector, swv
)

select
    eerste.sector,
    eerste.swv,
    eerste.vanaf,
    count(*) filter (
        where melding.maand < eerste.vanaf and not melding.heeft_soort and not melding.heeft_lessen
    ) as onbekend_ervoor,
    min(melding.levering) filter (
        where melding.maand >= eerste.vanaf and (melding.heeft_soort or melding.heeft_lessen)
    ) as levering,
    bool_or(melding.heeft_soort) as heeft_soort,
    bool_or(melding.heeft_lessen) as heeft_lessen,
from eerste
join melding on melding.sector = eerste.sector and melding.swv = eerste.swv
group by eerste.sector, eerste.swv, eerste.vanaf
