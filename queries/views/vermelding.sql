-- Eén rij per plek waar een vestiging genoemd wordt, met wat daar over haar staat. `volgorde`
-- zegt wat voorgaat: eigen opgave, dan de nieuwste adreslijst, dan wat leerlingbestanden weten.

with alle as (
    select
        vestiging, naam, bestuursnummer, bestuur, null as straat, null as huisnummer, postcode,
        null as plaats, null as gemeentecode, null as gemeentenaam, null as telefoon,
        null as website,
        schooltype, latitude, longitude, 1 as rang, null::date as datum, 'vestigingen' as bron,
        array_to_string(niveaus, ', ') as aanbod,
    from bron.vestigingen

    union all

    select
        vestiging, naam, bestuursnummer, null, straat, huisnummer, postcode,
        plaats, gemeentecode, gemeentenaam, telefoon, website,
        schooltype, null, null, 2, lijstdatum, 'vestigingen_' || lijst, aanbod,
    from views.lijst

    union all

    select
        vestiging, naam, null, null, straat, huisnummer, postcode,
        plaats, null, gemeentenaam, null, null,
        -- Dat een school sbo geeft staat hier zeker; (V)SO zegt niet of het so of vso is.
        case when upper(type) in ('SBAO', 'SBO') then 'sbo' end,
        latitude, longitude, 3, lijstdatum, 'schoollocaties', type,
    from bron.schoollocaties

    union all

    select
        vestiging, naam, bestuursnummer, null, null, null, postcode,
        plaats, gemeentecode, gemeentenaam, null, null,
        -- Een vestiging met so en vso staat hier twee keer.
        case
            when soort = 'bo' then 'bao'
            when soort in ('so', 'vso')
                and count(*) filter (where soort in ('so', 'vso')) over (
                    partition by vestiging, peildatum
                ) > 1
                then 'so/vso'
            else soort
        end,
        null, null, 4, peildatum, 'afstand', null,
    from bron.afstand

    union all

    select
        vestiging, naam, bestuursnummer, null, null, null, null,
        plaats, gemeentecode, gemeentenaam, null, null,
        'vo', null, null, 5, peildatum, 'leerlingen_vo_vavo', null,
    from bron.leerlingen_vo_vavo

    union all

    select
        vestiging, naam, bestuursnummer, null, null, null, null,
        null, gemeentecode, gemeentenaam, null, null,
        case when soort = 'bo' then 'bao' else soort end, null, null, 6,
        make_date(max(jaar), 10, 1), 'leerlingen_historie', null,
    from bron.leerlingen_historie
    group by vestiging, naam, bestuursnummer, gemeentecode, gemeentenaam, soort

    union all

    select
        vestiging, naam, null, null, null, null, null,
        plaats, null, null, null, null,
        'vo', null, null, 7, peildatum, 'leerlingen_vo_onderwijstype', null,
    from (select distinct vestiging, naam, plaats, peildatum from bron.leerlingen_vo_onderwijstype)

    union all

    select
        vestiging, null, null, null, null, null, null,
        null, null, null, null, null,
        schooltype, null, null, 8, peildatum, 'leerlingtelling', null,
    from bron.leerlingtelling

    union all

    select
        vestiging, null, null, null, null, null, null,
        null, null, null, null, null,
        null, null, null, 9, peildatum, 'vsv', null,
    from bron.vsv
)

select
    *,
    row_number() over (
        partition by vestiging
        order by
            rang,
            datum desc nulls last,
            bron,
            naam nulls last,
            postcode nulls last,
            schooltype nulls last,
            bestuursnummer nulls last,
            bestuur nulls last,
            straat nulls last,
            huisnummer nulls last,
            plaats nulls last,
            gemeentecode nulls last,
            gemeentenaam nulls last,
            telefoon nulls last,
            website nulls last,
            aanbod nulls last,
            latitude nulls last,
            longitude nulls last
    ) as volgorde,
from alle
