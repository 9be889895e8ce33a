-- Eén rij per gemeente van nu: haar code en naam, uit de geleverde lijst of grenzen van gemeenten.

select gemeentecode, min(gemeentenaam) as gemeentenaam
from (
    select gemeentecode, gemeentenaam from bron.gemeenten
    union all
    select gemeentecode, gemeentenaam
    from bron.gemeentegrenzen
    where gemeentecode not in (select gemeentecode from bron.gemeenten)
) as lijst
group by gemeentecode
