-- title:       Nummers die alleen in nullen vooraan verschillen
-- advice:      Een spreadsheet laat de nullen voor een nummer weg; dan staat één melding, verklaring of
--              aanvraag er twee keer. Kijk of het er echt twee zijn. Is het er één, lever dan het bestand
--              met de nummers voluit opnieuw: de nieuwe rij komt in de plaats van beide.
-- seriousness: fout

with nummers as (
    select 'melding' as wat, meldingnummer as nummer, '' as erbij from bron.verzuimmeldingen
    union
    select 'verklaring', beschikkingsnummer, leerling from bron.tlv
    union
    select 'aanvraag', aanvraagnummer, '' from bron.aanvragen
    union
    select 'arrangement', arrangementscode, schooljaar from bron.arrangementen
),

kaal as (
    select wat, nummer, erbij, coalesce(nullif(ltrim(nummer, '0'), ''), '0') as cijfers
    from nummers
    where regexp_matches(nummer, '^[0-9]+$')
)

select
    wat as code,
    string_agg(nummer, ' en ' order by nummer) || ' verschillen alleen in nullen vooraan' as melding,
from kaal
group by wat, erbij, cijfers
having count(*) > 1
