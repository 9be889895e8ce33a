-- kept: Eén rij per eenheid waarin geteld wordt, sector, niveau en tijdvak: bij welke eenheid van dat
-- niveau zij hoort (van <= periode < tot; alleen een vestiging en een school van herkomst kunnen
-- verhuizen). Waar `zeker` onwaar is, hoort zij daar misschien: zie views.lidmaatschap_toen. Een eenheid
-- is een vestiging, de plek waar een tlv vandaan komt (wie besloot en de school van herkomst, waar die
-- toen stond: zo staat een tlv bij de leerlingen van dezelfde school), die van een verzuimmelding
-- (woonplaats en school van inschrijving), die van een ondersteuningsvraag (woonplaats) of die van een
-- arrangement. Wat nergens bij hoort heeft code 'onbekend', zodat niveaus optellen.

with van_tlv as (
    select
        plek.eenheid, plek.sector, plek.swv, plek.vestiging as herkomst,
        coalesce(tijdvak.van, '') as van,
        coalesce(tijdvak.tot, '9999') as tot,
    from views.plek as plek
    left join views.lidmaatschap_toen as tijdvak
        on tijdvak.vestiging = plek.vestiging
        and tijdvak.sector = plek.sector
        and tijdvak.per = 'swv'
    where plek.soort = 'tlv'
),

niveau as (
    select per
    from (values ('vestiging'), ('bestuur'), ('wijk'), ('gemeente'), ('subregio')) as lijst (per)
),

tlv_lid as (
    select
        van_tlv.sector,
        van_tlv.eenheid,
        van_tlv.swv,
        niveau.per,
        case
            when niveau.per = 'vestiging' then coalesce(van_tlv.herkomst, 'onbekend')
            -- Een school van een ander verband telt hier niet mee in een wijk of gemeente.
            else coalesce(lid.code, 'onbekend')
        end as code,
        coalesce(
            lid.naam,
            case when niveau.per = 'vestiging' then van_tlv.herkomst end,
            'Onbekend of elders'
        ) as naam,
        van_tlv.van,
        van_tlv.tot,
        coalesce(lid.zeker, true) as zeker,
    from van_tlv
    cross join niveau
    left join views.lidmaatschap_toen as lid
        on lid.vestiging = van_tlv.herkomst
        and lid.sector = van_tlv.sector
        and lid.per = niveau.per
        and lid.van = van_tlv.van
        and (lid.swv = van_tlv.swv or niveau.per = 'vestiging')
),

van_melding as (
    select
        plek.eenheid, plek.sector, plek.swv, coalesce(opgegaan.nu, plek.gemeentecode) as gemeentecode,
        plek.subregio, plek.wijk, plek.vestiging,
    from views.plek as plek
    -- Wat is opgeruimd stond nog bij de gemeente van toen.
    left join views.herindeling as opgegaan
        on opgegaan.oud = plek.gemeentecode and opgegaan.aantal = 1
    where plek.soort = 'melding'
    union
    -- Elke postcode van wie meldingen heeft, zodat ook nul een cijfer is.
    select
        'postcode/' || pc4.sector || '/' || pc4.postcode4,
        pc4.sector,
        pc4.swv,
        pc4.gemeentecode,
        pc4.subregio,
        pc4.wijk,
        null,
    from views.pc4 as pc4
    where pc4.swv in (select swv from views.plek where soort = 'melding')
    union
    select eenheid, sector, swv, gemeentecode, subregio, wijk, null from views.vraag
    union
    select eenheid, sector, swv, gemeentecode, subregio, wijk, vestiging from views.aanbod
),

thuis_lid as (
    select
        van_melding.sector, van_melding.eenheid, van_melding.swv, 'vestiging' as per,
        coalesce(van_melding.vestiging, 'onbekend') as code,
        coalesce(lid.naam, van_melding.vestiging, 'Geen of onbekende school') as naam,
    from van_melding
    left join views.lidmaatschap as lid
        on lid.vestiging = van_melding.vestiging
        and lid.sector = van_melding.sector
        and lid.per = 'vestiging'
    union all
    select
        van_melding.sector, van_melding.eenheid, van_melding.swv, 'bestuur',
        coalesce(lid.code, 'onbekend'), coalesce(lid.naam, 'Geen of onbekende school'),
    from van_melding
    left join views.lidmaatschap as lid
        on lid.vestiging = van_melding.vestiging
        and lid.sector = van_melding.sector
        and lid.per = 'bestuur'
        and lid.swv = van_melding.swv
    union all
    select
        sector, eenheid, swv, 'wijk',
        case when wijk is null then 'onbekend' else swv || ':' || wijk end,
        coalesce(wijk, 'Onbekend of elders'),
    from van_melding
    union all
    select
        van_melding.sector, van_melding.eenheid, van_melding.swv, 'gemeente',
        coalesce(van_melding.gemeentecode, 'onbekend'),
        coalesce(gemeentenaam.naam, van_melding.gemeentecode, 'Onbekend'),
    from van_melding
    left join views.gemeentenaam as gemeentenaam
        on gemeentenaam.gemeentecode = van_melding.gemeentecode
    union all
    select
        sector, eenheid, swv, 'subregio',
        case when subregio is null then 'onbekend' else swv || ':' || subregio end,
        coalesce(subregio, 'Onbekend of elders'),
    from van_melding
),

hele as (
    select eenheid, sector, swv, van, tot from van_tlv
    union
    select eenheid, sector, swv, '', '9999' from van_melding
)

select sector, vestiging as eenheid, swv, per, code, naam, van, tot, zeker
from views.lidmaatschap_toen
union all
select sector, eenheid, swv, per, code, naam, van, tot, zeker from tlv_lid
union all
select sector, eenheid, swv, per, code, naam, '', '9999', true from thuis_lid
union all
select
    van_melding.sector, van_melding.eenheid, van_melding.swv, 'gemeente', herindeling.nu,
    coalesce(gemeentenaam.naam, herindeling.nu), '', '9999', false,
from van_melding
join views.herindeling as herindeling
    on herindeling.oud = van_melding.gemeentecode and herindeling.aantal > 1
left join views.gemeentenaam as gemeentenaam on gemeentenaam.gemeentecode = herindeling.nu
union all
select
    hele.sector, hele.eenheid, hele.swv, 'swv', hele.swv, coalesce(swv.naam, hele.swv),
    hele.van, hele.tot, true,
from hele
left join views.swv as swv on swv.code = hele.swv and swv.sector = hele.sector
union all
select sector, eenheid, swv, 'land', 'NL', 'Nederland', van, tot, true from hele
