-- title:       Gemeenten die het ene bestand noemt en het andere niet kent
-- advice:      Waarschijnlijk is er een gemeentelijke herindeling geweest. Lever de lijst van gemeenten of de
--              gemeentegrenzen, en de regio-indeling van hetzelfde jaar. Cijfers van een gemeente die er
--              niet meer is, tellen bij de gemeente waarin zij opging als de bestanden die laten zien;
--              anders blijven zij onder de oude naam staan, en die staat niet op de kaart.
-- seriousness: let op

with genoemd as (
    select gemeentecode, 'de regio-indeling' as waar from views.indeling
    union
    select gemeentecode, 'een lijst met scholen' from views.vermelding
    union
    select gemeentecode, 'de verzuimmeldingen' from bron.verzuimmeldingen
),

-- De nieuwste lijst en de nieuwste grenzen horen dezelfde gemeenten te hebben.
zonder_grens as (
    select gemeente.gemeentecode, 'de lijst van gemeenten, maar niet in de gemeentegrenzen' as waar
    from views.gemeente as gemeente
    where exists (select 1 from bron.gemeentegrenzen)
        and not exists (
            select 1 from views.grens where views.grens.gemeentecode = gemeente.gemeentecode
        )
),

onbekend as (
    select
        genoemd.gemeentecode,
        string_agg(genoemd.waar, ' en ' order by genoemd.waar) as waar,
    from genoemd
    where exists (select 1 from views.gemeente)
        and genoemd.gemeentecode not in (select gemeentecode from views.gemeente)
        -- Wat een oude lijst noemt en wij weten te plaatsen, is in orde.
        and not exists (
            select 1
            from views.herindeling as herindeling
            where herindeling.oud = genoemd.gemeentecode and herindeling.aantal = 1
        )
    group by genoemd.gemeentecode
),

-- Een gemeente van een eerdere regio-indeling die nu elders ligt.
opgegaan as (
    select
        herindeling.oud as gemeentecode,
        string_agg(gemeentenaam.naam, ' of ' order by gemeentenaam.gemeentecode) as nu,
        max(herindeling.aantal) as aantal,
    from views.herindeling as herindeling
    join views.gemeentenaam as gemeentenaam on gemeentenaam.gemeentecode = herindeling.nu
    where herindeling.oud in (select gemeentecode from views.indeling_ooit)
        or herindeling.oud in (select gemeentecode from bron.verzuimmeldingen)
    group by herindeling.oud
)

select
    onbekend.gemeentecode as code,
    coalesce(gemeentenaam.naam, onbekend.gemeentecode) || ' (' || onbekend.gemeentecode
        || ') staat in ' || onbekend.waar || ', maar niet in de nieuwste lijst van gemeenten of grenzen'
        || coalesce('; haar postcodes liggen nu in ' || opgegaan.nu, '') as melding,
from onbekend
left join views.gemeentenaam as gemeentenaam on gemeentenaam.gemeentecode = onbekend.gemeentecode
left join opgegaan on opgegaan.gemeentecode = onbekend.gemeentecode
union all
select
    opgegaan.gemeentecode,
    coalesce(gemeentenaam.naam, opgegaan.gemeentecode) || ' (' || opgegaan.gemeentecode
        || case
            when opgegaan.aantal = 1
                then ') is opgegaan in ' || opgegaan.nu || '; haar cijfers van eerder tellen daar'
            else ') is verdeeld: haar postcodes liggen nu in ' || opgegaan.nu
                || '; wie geen postcode heeft, staat nog onder de oude naam'
        end,
from opgegaan
left join views.gemeentenaam as gemeentenaam on gemeentenaam.gemeentecode = opgegaan.gemeentecode
where not exists (
        select 1 from onbekend where onbekend.gemeentecode = opgegaan.gemeentecode
    )
union all
select
    zonder_grens.gemeentecode,
    coalesce(gemeentenaam.naam, zonder_grens.gemeentecode) || ' (' || zonder_grens.gemeentecode
        || ') staat in ' || zonder_grens.waar,
from zonder_grens
left join views.gemeentenaam as gemeentenaam
    on gemeentenaam.gemeentecode = zonder_grens.gemeentecode
