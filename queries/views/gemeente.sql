-- kept: Eén rij per gemeente van nu: haar code en naam. De nieuwste lijst of grenzen van gemeenten
-- gaan voor alle oudere; een bestand zonder jaar komt na die met een jaar, en twee van hetzelfde
-- jaar vullen elkaar aan.

with genoemd as (
    select gemeentecode, gemeentenaam, peildatum, 1 as rang from bron.gemeenten
    union all
    select gemeentecode, gemeentenaam, peildatum, 2 from bron.gemeentegrenzen
),

nieuwste as (
    select max(peildatum) as peildatum from genoemd
)

select
    genoemd.gemeentecode,
    arg_min(genoemd.gemeentenaam, (genoemd.rang, genoemd.gemeentenaam)) as gemeentenaam,
from genoemd
join nieuwste
    on coalesce(nieuwste.peildatum, date '0001-01-01')
        = coalesce(genoemd.peildatum, date '0001-01-01')
group by genoemd.gemeentecode
