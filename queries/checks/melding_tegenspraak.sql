-- title:       Verzuimmeldingen die zichzelf tegenspreken
-- advice:      Kijk in het bestand naar INGESCHREVEN, VESTIGINGSCODE, GEOORLOOFD, VRIJSTELLING,
--              SOORT VERZUIM, ALLE LESSEN GEMIST, UREN en VERZUIM SINDS. Klopt het zo, dan hoeft u
--              niets te doen; anders verbetert u het en levert u opnieuw. Aan welke definitie van
--              thuiszitter iemand voldoet, hangt ervan af.
-- seriousness: let op

with fout as (
    select levering, 'ingeschreven, maar de school ontbreekt' as wat
    from bron.verzuimmeldingen
    where status <> 'ingetrokken' and ingeschreven = 'ja' and vestiging is null
    union all
    select levering, 'niet ingeschreven, maar met een school'
    from bron.verzuimmeldingen
    where status <> 'ingetrokken' and ingeschreven = 'nee' and vestiging is not null
    union all
    -- Wie nergens staat ingeschreven is alleen met een vrijstelling geoorloofd afwezig.
    select levering, 'niet ingeschreven en zonder vrijstelling, maar wel geoorloofd'
    from bron.verzuimmeldingen
    where status <> 'ingetrokken'
        and ingeschreven = 'nee'
        and geoorloofd = 'ja'
        and vrijstelling = 'geen'
    union all
    select levering, 'met een vrijstelling, maar niet geoorloofd'
    from bron.verzuimmeldingen
    where status <> 'ingetrokken'
        and geoorloofd = 'nee'
        and vrijstelling <> 'geen'
    union all
    -- Dan is niet zeker of de leerling langdurig verzuimt.
    select levering, 'langdurig, maar niet alle lessen gemist'
    from bron.verzuimmeldingen
    where status <> 'ingetrokken' and soort_verzuim = 'langdurig' and alle_lessen_gemist = 'nee'
    union all
    select levering, 'soort 16 uur, maar minder dan 16 uren'
    from bron.verzuimmeldingen
    where status <> 'ingetrokken' and soort_verzuim = '16 uur' and uren < 16
    union all
    -- Een verzuim van volgend jaar heeft niemand gezien: een tikfout, of een afspraak.
    select melding.levering, 'begint pas na de dag van levering'
    from bron.verzuimmeldingen as melding
    join bron.levering as levering on levering.nummer = melding.levering
    where melding.status <> 'ingetrokken'
        and melding.verzuim_sinds > cast(levering.geleverd as date)
)

select
    levering.bestand || ' (levering ' || levering.levering || ')' as code,
    case when count(*) = 1 then '1 melding: ' else count(*) || ' meldingen: ' end
        || fout.wat as melding,
from fout
join bron.levering as levering on levering.nummer = fout.levering
group by fout.levering, levering.levering, levering.bestand, fout.wat
