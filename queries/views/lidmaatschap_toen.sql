-- kept: Eén rij per vestiging, sector (po, vo), niveau en tijdvak: bij welke eenheid van dat niveau
-- een telling uit dat tijdvak hoort, naar het adres van toen (views.standplaats). Een periode hoort bij
-- het tijdvak als van <= periode < tot. Naam en bestuur zijn die van nu. Waar `zeker` onwaar is, stond de
-- vestiging misschien daar: in een gemeente van nu waarover haar oude gemeente is verdeeld, zonder dat
-- een postcode zegt welke. Dat telt alleen naar boven mee.

with per_sector as (
    select
        'vo' as sector, vestiging, van, tot, gemeentecode,
        swv_vo as swv, subregio_vo as subregio, wijk_vo as wijk,
    from views.standplaats
    where not is_nu
    union all
    select
        'po', vestiging, van, tot, gemeentecode, swv_po, subregio_po, wijk_po,
    from views.standplaats
    where not is_nu
),

plek as (
    select
        sector, vestiging, van, tot, gemeentecode, subregio, wijk,
        coalesce(swv, 'onbekend') as swv,
    from per_sector
),

niveaus as (
    -- Waar een vestiging stond verandert niets aan hoe zij heet en van wie zij is.
    select
        plek.sector, plek.vestiging, plek.swv, nu.per, nu.code, nu.naam, plek.van, plek.tot,
        true as zeker,
    from plek
    join views.lidmaatschap as nu
        on nu.sector = plek.sector
        and nu.vestiging = plek.vestiging
        and nu.per in ('vestiging', 'bestuur', 'land')
    union all
    select
        sector, vestiging, swv, 'wijk',
        case when wijk is null then 'onbekend' else swv || ':' || wijk end,
        coalesce(wijk, 'Onbekend'), van, tot, true,
    from plek
    union all
    select
        plek.sector, plek.vestiging, plek.swv, 'gemeente',
        coalesce(plek.gemeentecode, 'onbekend'),
        case
            when plek.gemeentecode is null then 'Onbekend'
            else coalesce(gemeentenaam.naam, plek.gemeentecode)
        end,
        plek.van, plek.tot, true,
    from plek
    left join views.gemeentenaam as gemeentenaam
        on gemeentenaam.gemeentecode = plek.gemeentecode
    union all
    select
        plek.sector, plek.vestiging, plek.swv, 'gemeente', herindeling.nu,
        coalesce(gemeentenaam.naam, herindeling.nu), plek.van, plek.tot, false,
    from plek
    join views.herindeling as herindeling
        on herindeling.oud = plek.gemeentecode and herindeling.aantal > 1
    left join views.gemeentenaam as gemeentenaam on gemeentenaam.gemeentecode = herindeling.nu
    union all
    select
        sector, vestiging, swv, 'subregio',
        case when subregio is null then 'onbekend' else swv || ':' || subregio end,
        coalesce(subregio, 'Onbekend'), van, tot, true,
    from plek
    union all
    select
        plek.sector, plek.vestiging, plek.swv, 'swv', plek.swv, coalesce(swv.naam, 'Onbekend'),
        plek.van, plek.tot, true,
    from plek
    left join views.swv as swv on swv.code = plek.swv and swv.sector = plek.sector
)

select sector, vestiging, swv, per, code, naam, van, tot, zeker
from niveaus
