-- title:       Niveaus die niet op de lijst staan
-- advice:      Een niveau dat op geen lijst staat, past alleen bij zichzelf. Verbeter het woord in het bestand, of
--              zet het bij niveaus in instellingen.toml.
-- seriousness: let op

with genoemd as (
    select niveau, 'behoefte' as waar from bron.behoefte
    union
    select niveau, 'aanvragen' from bron.aanvragen
    union
    select niveau, 'normen' from bron.normen
    union
    select unnest(niveaus), 'arrangementen' from bron.arrangementen
)

select
    genoemd.niveau as code,
    'Het niveau ‘' || genoemd.niveau || '’ (in '
        || string_agg(genoemd.waar, ', ' order by genoemd.waar)
        || ') staat niet op de lijst van niveaus' as melding,
from genoemd
-- Zonder lijst is elk niveau bekend.
where exists (select 1 from instellingen.niveau)
    and genoemd.niveau not in ('alle', 'onbekend')
    and not exists (
        select 1 from instellingen.niveau as lijst where lijst.naam = lower(genoemd.niveau)
    )
group by genoemd.niveau
