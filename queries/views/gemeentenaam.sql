-- kept: Eén rij per gemeente die ergens genoemd wordt, ook als zij er niet meer is: hoe zij heet.
-- De lijst of grenzen van nu gaan voor; DUO's hoofdletters worden gewone letters. Van een gemeente die
-- over andere is verdeeld, zegt de naam dat.

with genoemd as (
    select gemeentecode, gemeentenaam, 1 as rang, 0 as levering from views.gemeente
    union all
    select gemeentecode, gemeentenaam, 2, levering from views.indeling_ooit
    union all
    select gemeentecode, gemeentenaam, case when gemeentenaam <> upper(gemeentenaam) then 3 else 4 end, 0
    from views.vermelding
),

gekozen as (
    select
        gemeentecode,
        arg_min(gemeentenaam, (rang, -levering, gemeentenaam)) as naam,
    from genoemd
    where gemeentecode is not null and gemeentenaam is not null
    group by gemeentecode
),

-- ALPHEN AAN DEN RIJN is Alphen aan den Rijn, 'S-GRAVENHAGE is 's-Gravenhage.
woord as (
    select
        gemeentecode,
        naam,
        generate_subscripts(string_split(replace(lower(naam), '-', '- '), ' '), 1) as plek,
        unnest(string_split(replace(lower(naam), '-', '- '), ' ')) as tekst,
    from gekozen
    where naam = upper(naam) and naam <> lower(naam)
),

geschreven as (
    select
        gemeentecode,
        replace(
            string_agg(
                case
                    when tekst in ('''s-', '''t', '''s') then tekst
                    when plek > 1 and tekst in (
                        'aan', 'bij', 'de', 'den', 'der', 'en', 'het', 'in', 'la', 'op', 'over',
                        'ten', 'ter', 'tot', 'van'
                    )
                        then tekst
                    when tekst like 'ij%' then 'IJ' || substr(tekst, 3)
                    else upper(left(tekst, 1)) || substr(tekst, 2)
                end,
                ' ' order by plek
            ),
            '- ',
            '-'
        ) as naam,
    from woord
    group by gemeentecode
),

verdeeld as (
    select distinct oud from views.herindeling where aantal > 1
)

select
    gekozen.gemeentecode,
    coalesce(geschreven.naam, gekozen.naam)
    || case when verdeeld.oud is null then '' else ' (heringedeeld)' end as naam,
from gekozen
left join geschreven on geschreven.gemeentecode = gekozen.gemeentecode
left join verdeeld on verdeeld.oud = gekozen.gemeentecode
