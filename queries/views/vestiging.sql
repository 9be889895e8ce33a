-- kept: Eén rij per vestiging die ergens genoemd wordt: waar zij staat, bij wie zij hoort en of
-- zij nog open is. Elk gegeven komt van de eerste vermelding die het heeft.

with gegevens as (
    select
        vestiging,
        arg_min(naam, volgorde) filter (where naam is not null) as naam,
        arg_min(bestuursnummer, volgorde) filter (where bestuursnummer is not null)
            as bestuursnummer,
        arg_min(bestuur, volgorde) filter (where bestuur is not null) as bestuur,
        arg_min(straat, volgorde) filter (where straat is not null) as straat,
        arg_min(huisnummer, volgorde) filter (where straat is not null) as huisnummer,
        arg_min(postcode, volgorde) filter (where postcode is not null) as postcode,
        arg_min(plaats, volgorde) filter (where plaats is not null) as plaats,
        arg_min(gemeentenaam, volgorde) filter (where gemeentenaam is not null) as gemeentenaam,
        arg_min(website, volgorde) filter (where website is not null) as website,
        arg_min(schooltype, volgorde) filter (where schooltype is not null) as schooltype,
        arg_min(aanbod, volgorde) filter (where aanbod is not null) as aanbod,
        arg_min(latitude, volgorde) filter (where latitude is not null) as latitude,
        arg_min(longitude, volgorde) filter (where latitude is not null) as longitude,
        bool_or(rang <= 2) as heeft_adres,
        bool_or(rang = 1) as eigen_opgave,
    from views.vermelding
    group by vestiging
),

-- Oude lijsten noemen gemeenten die zijn opgeheven. Zonder lijst van gemeenten telt elke code.
gemeentecodes as (
    select
        vermelding.vestiging,
        vermelding.gemeentecode,
        vermelding.gemeentenaam,
        vermelding.volgorde,
        gemeente.gemeentecode is not null or not exists (select 1 from views.gemeente)
            as bestaat,
    from views.vermelding as vermelding
    left join views.gemeente as gemeente on gemeente.gemeentecode = vermelding.gemeentecode
    where vermelding.gemeentecode is not null
),

gemeente_nu as (
    select
        vestiging,
        arg_min(gemeentecode, volgorde) filter (where bestaat) as gemeentecode,
        arg_min(gemeentenaam, volgorde) filter (where bestaat) as gemeentenaam,
        arg_min(gemeentecode, volgorde) as oude_code,
        arg_min(gemeentenaam, volgorde) as oude_naam,
    from gemeentecodes
    group by vestiging
),

-- Waar de andere scholen met dezelfde vier cijfers staan: zo krijgt een school die alleen op een
-- oude lijst staat toch de gemeente van nu.
gemeente_van_pc4 as (
    select postcode4, gemeentecode
    from (
        select
            left(gegevens.postcode, 4) as postcode4,
            gemeente_nu.gemeentecode,
            row_number() over (
                partition by left(gegevens.postcode, 4)
                order by count(*) desc, gemeente_nu.gemeentecode
            ) as nummer,
        from gegevens
        join gemeente_nu on gemeente_nu.vestiging = gegevens.vestiging
        where gemeente_nu.gemeentecode is not null and gegevens.postcode is not null
        group by left(gegevens.postcode, 4), gemeente_nu.gemeentecode
    ) as geteld
    where nummer = 1
),

lijstdatums as (
    select distinct lijst, lijstdatum from views.lijst
),

laatst_genoemd as (
    select vestiging, lijst, max(lijstdatum) as laatst from views.lijst group by vestiging, lijst
),

nieuwste as (
    select lijst, max(lijstdatum) as lijstdatum from lijstdatums group by lijst
),

-- Dicht vanaf de eerste latere lijst van dezelfde soort die haar niet meer noemt; niet als zij op
-- de nieuwste lijst van een andere soort staat.
gesloten as (
    select
        laatst_genoemd.vestiging,
        min(lijstdatums.lijstdatum) as gesloten_vanaf,
    from laatst_genoemd
    join lijstdatums
        on lijstdatums.lijst = laatst_genoemd.lijst
        and lijstdatums.lijstdatum > laatst_genoemd.laatst
    where not exists (
        select 1
        from laatst_genoemd as elders
        where elders.vestiging = laatst_genoemd.vestiging
            and elders.lijst <> laatst_genoemd.lijst
            and (
                elders.laatst >= lijstdatums.lijstdatum
                or elders.laatst = (
                    select nieuwste.lijstdatum from nieuwste where nieuwste.lijst = elders.lijst
                )
            )
    )
    group by laatst_genoemd.vestiging
),

-- Tot wanneer een adreslijst haar in een ander postcodegebied noemde dan nu: een bestand van toen
-- zegt niet meer bij welk samenwerkingsverband zij hoort.
verhuisd as (
    select gegevens.vestiging, max(lijst.lijstdatum) as elders_tot
    from gegevens
    join views.lijst as lijst on lijst.vestiging = gegevens.vestiging
    where left(lijst.postcode, 4) <> left(gegevens.postcode, 4)
        and not gegevens.eigen_opgave
    group by gegevens.vestiging
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

-- Het samenwerkingsverband volgens een bestand: de eigen opgave, anders het nieuwste DUO-bestand.
volgens_bestand as (
    select vestiging, sector, swv
    from (
        select
            genoemd.*,
            row_number() over (
                partition by genoemd.vestiging, genoemd.sector
                order by case when rang = 1 then 0 else 1 end, peildatum desc nulls last, rang
            ) as nummer,
        from genoemd
        left join verhuisd on verhuisd.vestiging = genoemd.vestiging
        where genoemd.peildatum is null
            or verhuisd.elders_tot is null
            or genoemd.peildatum > verhuisd.elders_tot
            -- Een landelijk samenwerkingsverband hangt niet af van waar de school staat.
            or substr(genoemd.swv, 3, 2) = '00'
    ) as genummerd
    where nummer = 1
)

select
    gegevens.vestiging,
    coalesce(gegevens.naam, 'Vestiging ' || gegevens.vestiging) as naam,
    gegevens.bestuursnummer,
    coalesce(gegevens.bestuur, 'Bestuur ' || gegevens.bestuursnummer) as bestuur,
    gegevens.straat,
    gegevens.huisnummer,
    gegevens.postcode,
    left(gegevens.postcode, 4) as postcode4,
    gegevens.plaats,
    coalesce(
        gemeente_nu.gemeentecode,
        pc4_vo.gemeentecode,
        pc4_po.gemeentecode,
        gemeente_van_pc4.gemeentecode,
        gemeente_nu.oude_code
    ) as gemeentecode,
    -- De naam hoort bij de code die gekozen is.
    case
        when gemeente_nu.gemeentecode is not null
            then coalesce(gemeente_nu.gemeentenaam, gegevens.gemeentenaam)
        when coalesce(pc4_vo.gemeentecode, pc4_po.gemeentecode) is not null
            then coalesce(pc4_vo.gemeentenaam, pc4_po.gemeentenaam)
        when gemeente_van_pc4.gemeentecode is not null then gemeente.gemeentenaam
        when gemeente_nu.oude_code is not null then gemeente_nu.oude_naam
        else coalesce(gegevens.gemeentenaam, pc4_vo.gemeentenaam, pc4_po.gemeentenaam)
    end as gemeentenaam,
    gegevens.website,
    gegevens.schooltype,
    gegevens.aanbod,
    coalesce(gegevens.latitude, pc4_vo.latitude, pc4_po.latitude) as latitude,
    coalesce(gegevens.longitude, pc4_vo.longitude, pc4_po.longitude) as longitude,
    coalesce(bestand_vo.swv, pc4_vo.swv) as swv_vo,
    coalesce(bestand_po.swv, pc4_po.swv) as swv_po,
    -- Een subregio en wijk zijn van het samenwerkingsverband dat ze koos.
    case when coalesce(bestand_vo.swv, pc4_vo.swv) = pc4_vo.swv then pc4_vo.subregio end
        as subregio_vo,
    case when coalesce(bestand_po.swv, pc4_po.swv) = pc4_po.swv then pc4_po.subregio end
        as subregio_po,
    case when coalesce(bestand_vo.swv, pc4_vo.swv) = pc4_vo.swv then pc4_vo.wijk end as wijk_vo,
    case when coalesce(bestand_po.swv, pc4_po.swv) = pc4_po.swv then pc4_po.wijk end as wijk_po,
    gegevens.heeft_adres,
    case when not gegevens.eigen_opgave then gesloten.gesloten_vanaf end as gesloten_vanaf,
from gegevens
left join gemeente_nu on gemeente_nu.vestiging = gegevens.vestiging
left join gemeente_van_pc4 on gemeente_van_pc4.postcode4 = left(gegevens.postcode, 4)
left join views.gemeente as gemeente on gemeente.gemeentecode = gemeente_van_pc4.gemeentecode
left join gesloten on gesloten.vestiging = gegevens.vestiging
left join views.pc4 as pc4_vo
    on pc4_vo.postcode4 = left(gegevens.postcode, 4) and pc4_vo.sector = 'vo'
left join views.pc4 as pc4_po
    on pc4_po.postcode4 = left(gegevens.postcode, 4) and pc4_po.sector = 'po'
left join volgens_bestand as bestand_vo
    on bestand_vo.vestiging = gegevens.vestiging and bestand_vo.sector = 'vo'
left join volgens_bestand as bestand_po
    on bestand_po.vestiging = gegevens.vestiging and bestand_po.sector = 'po'
