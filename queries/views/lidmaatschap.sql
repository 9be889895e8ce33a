-- kept: Eén rij per vestiging, sector (po, vo) en niveau: bij welke eenheid van dat niveau de
-- vestiging hoort. Wat nergens bij hoort heeft code 'onbekend', zodat niveaus optellen.

with per_sector as (
    select
        vestiging, naam, bestuursnummer, bestuur, gemeentecode, gemeentenaam,
        'vo' as sector, swv_vo as swv, subregio_vo as subregio, wijk_vo as wijk,
    from views.vestiging
    union all
    select
        vestiging, naam, bestuursnummer, bestuur, gemeentecode, gemeentenaam,
        'po' as sector, swv_po as swv, subregio_po as subregio, wijk_po as wijk,
    from views.vestiging
),

gemeentenaam as (
    select gemeentecode, min(gemeentenaam) as gemeentenaam
    from (
        select gemeentecode, gemeentenaam from bron.gemeenten
        union all
        select gemeentecode, gemeentenaam
        from bron.gemeentegrenzen
        where gemeentecode not in (select gemeentecode from bron.gemeenten)
    ) as lijst
    group by gemeentecode
),

benoemd as (
    select
        per_sector.* exclude (gemeentenaam, swv),
        coalesce(gemeentenaam.gemeentenaam, per_sector.gemeentenaam) as gemeentenaam,
        coalesce(per_sector.swv, 'onbekend') as swv,
        coalesce(views.swv.naam, 'Onbekend') as swv_naam,
    from per_sector
    left join gemeentenaam on gemeentenaam.gemeentecode = per_sector.gemeentecode
    left join views.swv
        on views.swv.code = per_sector.swv and views.swv.sector = per_sector.sector
),

niveaus as (
    select sector, vestiging, swv, 'vestiging' as per, vestiging as code, naam from benoemd
    union all
    select
        sector, vestiging, swv, 'bestuur',
        coalesce(bestuursnummer, 'onbekend'), coalesce(bestuur, 'Onbekend'),
    from benoemd
    union all
    select
        sector, vestiging, swv, 'wijk',
        case when wijk is null then 'onbekend' else swv || ':' || wijk end,
        coalesce(wijk, 'Onbekend'),
    from benoemd
    union all
    select
        sector, vestiging, swv, 'gemeente',
        coalesce(gemeentecode, 'onbekend'), coalesce(gemeentenaam, 'Onbekend'),
    from benoemd
    union all
    select
        sector, vestiging, swv, 'subregio',
        case when subregio is null then 'onbekend' else swv || ':' || subregio end,
        coalesce(subregio, 'Onbekend'),
    from benoemd
    union all
    select sector, vestiging, swv, 'swv', swv, swv_naam from benoemd
    union all
    select sector, vestiging, swv, 'land', 'NL', 'Nederland' from benoemd
)

select sector, vestiging, swv, per, code, naam
from niveaus
