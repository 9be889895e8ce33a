-- kept: Eén rij per vestiging, sector (po, vo) en niveau: bij welke eenheid van dat niveau de
-- vestiging nu hoort. Wat nergens bij hoort heeft code 'onbekend', zodat niveaus optellen. Bij wat zij
-- hoorde toen er geteld werd, zegt views.lidmaatschap_toen.

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

-- Eén naam per bestuur: die van een bestand dat hem noemt, ook voor scholen waarvan hij daar niet
-- bij staat.
bestuursnaam as (
    select
        bestuursnummer,
        coalesce(
            min(case when bestuur <> 'Bestuur ' || bestuursnummer then bestuur end), min(bestuur)
        ) as bestuur,
    from views.vestiging
    where bestuursnummer is not null
    group by bestuursnummer
),

benoemd as (
    select
        per_sector.vestiging,
        per_sector.naam,
        per_sector.sector,
        per_sector.subregio,
        per_sector.wijk,
        per_sector.bestuursnummer,
        bestuursnaam.bestuur,
        per_sector.gemeentecode,
        per_sector.gemeentenaam,
        coalesce(per_sector.swv, 'onbekend') as swv,
        coalesce(views.swv.naam, 'Onbekend') as swv_naam,
    from per_sector
    left join bestuursnaam on bestuursnaam.bestuursnummer = per_sector.bestuursnummer
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
        coalesce(gemeentecode, 'onbekend'),
        case when gemeentecode is null then 'Onbekend' else coalesce(gemeentenaam, gemeentecode) end,
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
