-- title:       Ondersteuningsvragen die niet op de lijst staan
-- advice:      Een vraag die op geen lijst staat, past alleen bij zichzelf. Verbeter het woord in het bestand, of
--              zet het bij ondersteuningsvragen in instellingen.toml.
-- seriousness: let op

with genoemd as (
    select ondersteuningsvraag, 'behoefte' as waar from bron.behoefte
    union
    select ondersteuningsvraag, 'aanvragen' from bron.aanvragen
    union
    select ondersteuningsvraag, 'verzuimmeldingen' from bron.verzuimmeldingen
    union
    select ondersteuningsvraag, 'normen' from bron.normen
    union
    select unnest(ondersteuningsvragen), 'arrangementen' from bron.arrangementen
)

select
    genoemd.ondersteuningsvraag as code,
    'De vraag ‘' || genoemd.ondersteuningsvraag || '’ (in '
        || string_agg(genoemd.waar, ', ' order by genoemd.waar)
        || ') staat niet op de lijst van ondersteuningsvragen' as melding,
from genoemd
-- Zonder lijst is elke vraag bekend.
where exists (select 1 from instellingen.ondersteuningsvraag)
    and genoemd.ondersteuningsvraag not in ('alle', 'onbekend')
    and not exists (
        select 1
        from instellingen.ondersteuningsvraag as lijst
        where lijst.naam = lower(genoemd.ondersteuningsvraag)
    )
group by genoemd.ondersteuningsvraag
