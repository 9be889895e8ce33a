-- kept: Eén rij per vestiging en tijdvak: waar zij toen stond, en bij welke gemeente van nu, welk
-- samenwerkingsverband, welke subregio en wijk dat adres hoort: altijd alle van één adres. `van` en
-- `tot` zijn maanden (jjjj-mm): een telling van 1 oktober hoort bij het tijdvak met die dag.
-- Het adres van een telling is dat van haar eigen bestand, anders dat van de lijst die er in tijd het
-- dichtst bij ligt. De rij met `is_nu` is waar zij nu staat: het nieuwste adres. Wat het
-- samenwerkingsverband zelf opgeeft gaat voor elke lijst en niet voor het bestand met de telling; is
-- het hetzelfde als het nieuwste adres met een datum, dan zegt het niets over eerder.

with adres as (
    select
        vestiging, rang, datum, volgorde, postcode, gemeentecode,
        rang = 1 as is_eigen,
        datum is not null as is_gedateerd,
    from views.vermelding
    where postcode is not null
),

-- De eigen opgave heeft geen datum: zij zegt waar de school nu staat.
eigen as (
    select vestiging, min(volgorde) as volgorde, arg_min(postcode, volgorde) as postcode
    from adres
    where is_eigen
    group by vestiging
),

laatste_adres as (
    select vestiging, postcode
    from (
        select
            *,
            row_number() over (
                partition by vestiging order by datum desc, rang desc, volgorde
            ) as nummer,
        from adres
        where is_gedateerd
    ) as op_datum
    where nummer = 1
),

-- Zegt zij iets anders dan het nieuwste bestand met een datum, dan verbetert zij dat.
verbetering as (
    select eigen.vestiging, eigen.volgorde, eigen.postcode
    from eigen
    left join laatste_adres on laatste_adres.vestiging = eigen.vestiging
    where laatste_adres.postcode is null
        or not (
            starts_with(laatste_adres.postcode, eigen.postcode)
            or starts_with(eigen.postcode, laatste_adres.postcode)
        )
),

-- Het adres in het bestand met de telling blijft dat van die telling.
telling as (
    select
        adres.vestiging,
        adres.volgorde,
        adres.datum,
        strftime(adres.datum, '%Y-%m') as van,
        cast(
            case when month(adres.datum) >= 10 then year(adres.datum) + 1 else year(adres.datum) end
            as varchar
        ) || '-10' as tot,
    from adres
    join verbetering on verbetering.vestiging = adres.vestiging
    where adres.rang = 4 and adres.postcode <> verbetering.postcode
),

-- Per datum één adres: dat van het bestand met de telling gaat voor een lijst van dezelfde dag.
gedateerd as (
    select vestiging, datum, volgorde, lead(datum) over verloop as volgende,
        lag(datum) over verloop as vorige,
    from (
        select
            *,
            row_number() over (
                partition by vestiging, datum order by rang desc, volgorde
            ) as nummer,
        from adres
        where is_gedateerd
            and vestiging not in (select vestiging from verbetering)
    ) as per_datum
    where nummer = 1
    window verloop as (partition by vestiging order by datum)
),

-- De eerste dag die dichter bij dit adres ligt dan bij het vorige; precies ertussenin telt het latere.
grens as (
    select
        vestiging,
        datum,
        volgorde,
        vorige + cast(ceil(date_diff('day', vorige, datum) / 2) as integer) as vanaf,
    from gedateerd
),

begin as (
    select
        vestiging,
        volgorde,
        datum,
        case
            when vanaf is null then ''
            when vanaf <= make_date(year(vanaf), 10, 1) then cast(year(vanaf) as varchar) || '-10'
            else cast(year(vanaf) + 1 as varchar) || '-10'
        end as van,
    from grens
    union all
    -- Een lijst zonder datum zegt alleen iets van na het laatste bestand met een datum, en niets
    -- als er een lijst met een datum is.
    select
        zonder.vestiging,
        zonder.volgorde,
        null,
        coalesce(
            cast(
                case
                    when laatste.datum >= make_date(year(laatste.datum), 10, 1)
                        then year(laatste.datum) + 1
                    else year(laatste.datum)
                end as varchar
            ) || '-10',
            ''
        ),
    from (
        select vestiging, min(volgorde) as volgorde
        from adres
        where not is_gedateerd
            and not is_eigen
            and vestiging not in (select vestiging from verbetering)
        group by vestiging
    ) as zonder
    left join (
        select vestiging, max(datum) as datum, bool_or(rang in (2, 3)) as is_lijst
        from adres
        where is_gedateerd
        group by vestiging
    ) as laatste on laatste.vestiging = zonder.vestiging
    where not coalesce(laatste.is_lijst, false)
    union all
    select vestiging, volgorde, null, '' from verbetering
    union all
    select vestiging, volgorde, datum, van from telling
    union all
    select telling.vestiging, verbetering.volgorde, null, telling.tot
    from telling
    join verbetering on verbetering.vestiging = telling.vestiging
    where not exists (
        select 1
        from telling as volgende
        where volgende.vestiging = telling.vestiging and volgende.van = telling.tot
    )
),

zonder_adres as (
    select vestiging, min(volgorde) as volgorde
    from views.vermelding
    where vestiging not in (select vestiging from adres)
    group by vestiging
),

tijdvak as (
    select
        vestiging,
        volgorde,
        van,
        coalesce(
            lead(van) over (partition by vestiging order by van, datum nulls last, volgorde), '9999'
        ) as tot,
        false as is_nu,
    from begin
    union all
    select vestiging, min(volgorde), '', '9999', true from adres group by vestiging
    union all
    select vestiging, volgorde, '', '9999', false from zonder_adres
    union all
    select vestiging, volgorde, '', '9999', true from zonder_adres
),

-- Zonder postcode is er hooguit een gemeente: die van het eerste bestand dat haar noemt.
genoemde_gemeente as (
    select
        vestiging,
        arg_min(gemeentecode, volgorde) as eerste,
        arg_min(gemeentecode, volgorde) filter (
            where gemeentecode in (select gemeentecode from views.gemeente)
        ) as van_nu,
    from views.vermelding
    where gemeentecode is not null
    group by vestiging
),

plek as (
    select
        tijdvak.vestiging,
        tijdvak.van,
        tijdvak.tot,
        tijdvak.is_nu,
        adres.postcode,
        left(adres.postcode, 4) as postcode4,
        coalesce(
            case when vier.rang = 1 then vier.gemeentecode end,
            zes.gemeentecode,
            case
                when adres.gemeentecode in (select gemeentecode from views.gemeente)
                    or not exists (select 1 from views.gemeente)
                    then adres.gemeentecode
            end,
            vier.gemeentecode,
            opgegaan.nu,
            adres.gemeentecode
        ) as gemeentecode,
    from tijdvak
    left join adres
        on adres.vestiging = tijdvak.vestiging and adres.volgorde = tijdvak.volgorde
    left join views.postcode_gemeente as zes on zes.postcode = adres.postcode
    left join views.postcode_gemeente as vier on vier.postcode = left(adres.postcode, 4)
    left join views.herindeling as opgegaan
        on opgegaan.oud = adres.gemeentecode and opgegaan.aantal = 1
    where tijdvak.van < tijdvak.tot
),

met_gemeente as (
    select
        plek.vestiging,
        plek.van,
        plek.tot,
        plek.is_nu,
        plek.postcode,
        plek.postcode4,
        coalesce(
            plek.gemeentecode, genoemde.van_nu, opgegaan.nu, genoemde.eerste
        ) as gemeentecode,
    from plek
    left join genoemde_gemeente as genoemde on genoemde.vestiging = plek.vestiging
    left join views.herindeling as opgegaan
        on opgegaan.oud = genoemde.eerste and opgegaan.aantal = 1
),

genoemd as (
    select vestiging, lower(left(swv, 2)) as sector, swv, null::date as peildatum, 1 as rang
    from bron.vestigingen
    where swv is not null
    union all
    select vestiging, 'vo', max(swv), peildatum, 2
    from bron.leerlingen_vo_onderwijstype
    where swv is not null
    group by vestiging, peildatum
    union all
    select vestiging, lower(left(swv, 2)), max(swv), peildatum, 3
    from bron.vsv
    group by vestiging, lower(left(swv, 2)), peildatum
),

-- Waar zij stond toen het bestand haar noemde.
genoemd_op as (
    select genoemd.*, coalesce(plek.postcode4, left(eigen.postcode, 4)) as postcode4
    from genoemd
    left join eigen on eigen.vestiging = genoemd.vestiging and genoemd.rang = 1
    left join plek
        on plek.vestiging = genoemd.vestiging
        and not plek.is_nu
        and plek.van <= strftime(genoemd.peildatum, '%Y-%m')
        and strftime(genoemd.peildatum, '%Y-%m') < plek.tot
),

-- Het samenwerkingsverband volgens een bestand: de eigen opgave, anders het nieuwste DUO-bestand van
-- toen zij op dit adres stond. Een landelijk verband hangt niet af van waar de school staat, en de eigen
-- opgave blijft gelden waar van het adres van toen niet bekend is bij welk verband het hoort.
volgens_bestand as (
    select vestiging, van, is_nu, sector, swv
    from (
        select
            plek.vestiging,
            plek.van,
            plek.is_nu,
            genoemd_op.sector,
            genoemd_op.swv,
            row_number() over (
                partition by plek.vestiging, plek.van, plek.is_nu, genoemd_op.sector
                order by
                    case when genoemd_op.rang = 1 then 0 else 1 end,
                    genoemd_op.peildatum desc nulls last,
                    genoemd_op.rang
            ) as nummer,
        from plek
        join genoemd_op on genoemd_op.vestiging = plek.vestiging
        left join views.pc4 as pc4
            on pc4.postcode4 = plek.postcode4 and pc4.sector = genoemd_op.sector
        where coalesce(plek.postcode4, '') = coalesce(genoemd_op.postcode4, '')
            or (genoemd_op.rang = 1 and pc4.swv is null)
            or substr(genoemd_op.swv, 3, 2) = '00'
    ) as genummerd
    where nummer = 1
)

select
    plek.vestiging,
    plek.van,
    plek.tot,
    plek.is_nu,
    plek.postcode,
    plek.postcode4,
    plek.gemeentecode,
    coalesce(bestand_vo.swv, pc4_vo.swv) as swv_vo,
    coalesce(bestand_po.swv, pc4_po.swv) as swv_po,
    -- Een subregio en wijk zijn van het samenwerkingsverband dat ze koos.
    case when coalesce(bestand_vo.swv, pc4_vo.swv) = pc4_vo.swv then pc4_vo.subregio end
        as subregio_vo,
    case when coalesce(bestand_po.swv, pc4_po.swv) = pc4_po.swv then pc4_po.subregio end
        as subregio_po,
    case when coalesce(bestand_vo.swv, pc4_vo.swv) = pc4_vo.swv then pc4_vo.wijk end as wijk_vo,
    case when coalesce(bestand_po.swv, pc4_po.swv) = pc4_po.swv then pc4_po.wijk end as wijk_po,
from met_gemeente as plek
left join views.pc4 as pc4_vo on pc4_vo.postcode4 = plek.postcode4 and pc4_vo.sector = 'vo'
left join views.pc4 as pc4_po on pc4_po.postcode4 = plek.postcode4 and pc4_po.sector = 'po'
left join volgens_bestand as bestand_vo
    on bestand_vo.vestiging = plek.vestiging
    and bestand_vo.van = plek.van
    and bestand_vo.is_nu = plek.is_nu
    and bestand_vo.sector = 'vo'
left join volgens_bestand as bestand_po
    on bestand_po.vestiging = plek.vestiging
    and bestand_po.van = plek.van
    and bestand_po.is_nu = plek.is_nu
    and bestand_po.sector = 'po'
