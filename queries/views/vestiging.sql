-- kept: Eén rij per vestiging die ergens genoemd wordt: waar zij nu staat, bij wie zij hoort en of
-- zij nog open is. Elk gegeven komt van de eerste vermelding die het heeft. Waar zij stond toen er
-- geteld werd, zegt views.standplaats.

with gegevens as (
    select
        vestiging,
        arg_min(naam, volgorde) filter (where naam is not null) as naam,
        arg_min(bestuursnummer, volgorde) filter (where bestuursnummer is not null)
            as bestuursnummer,
        arg_min(bestuur, volgorde) filter (where bestuur is not null) as bestuur,
        arg_min(straat, volgorde) filter (where straat is not null) as straat,
        arg_min(huisnummer, volgorde) filter (where straat is not null) as huisnummer,
        arg_min(plaats, volgorde) filter (where plaats is not null) as plaats,
        arg_min(gemeentenaam, volgorde) filter (where gemeentenaam is not null) as gemeentenaam,
        arg_min(telefoon, volgorde) filter (where telefoon is not null) as telefoon,
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
                or elders.laatst is null
                or elders.laatst = (
                    select nieuwste.lijstdatum from nieuwste where nieuwste.lijst = elders.lijst
                )
            )
    )
    group by laatst_genoemd.vestiging
)

select
    gegevens.vestiging,
    coalesce(gegevens.naam, 'Vestiging ' || gegevens.vestiging) as naam,
    gegevens.bestuursnummer,
    coalesce(gegevens.bestuur, 'Bestuur ' || gegevens.bestuursnummer) as bestuur,
    gegevens.straat,
    gegevens.huisnummer,
    plek.postcode,
    plek.postcode4,
    gegevens.plaats,
    plek.gemeentecode,
    coalesce(
        gemeentenaam.naam, gegevens.gemeentenaam, pc4_vo.gemeentenaam, pc4_po.gemeentenaam
    ) as gemeentenaam,
    gegevens.telefoon,
    gegevens.website,
    gegevens.schooltype,
    case
        when gegevens.schooltype in ('bao', 'sbo', 'so') then 'po'
        when gegevens.schooltype in ('vo', 'pro', 'vso', 'opdc') then 'vo'
    end as sector,
    gegevens.aanbod,
    coalesce(gegevens.latitude, pc4_vo.latitude, pc4_po.latitude) as latitude,
    coalesce(gegevens.longitude, pc4_vo.longitude, pc4_po.longitude) as longitude,
    plek.swv_vo,
    plek.swv_po,
    plek.subregio_vo,
    plek.subregio_po,
    plek.wijk_vo,
    plek.wijk_po,
    gegevens.heeft_adres,
    case when not gegevens.eigen_opgave then gesloten.gesloten_vanaf end as gesloten_vanaf,
from gegevens
join views.standplaats as plek on plek.vestiging = gegevens.vestiging and plek.is_nu
left join views.gemeentenaam as gemeentenaam on gemeentenaam.gemeentecode = plek.gemeentecode
left join gesloten on gesloten.vestiging = gegevens.vestiging
left join views.pc4 as pc4_vo on pc4_vo.postcode4 = plek.postcode4 and pc4_vo.sector = 'vo'
left join views.pc4 as pc4_po on pc4_po.postcode4 = plek.postcode4 and pc4_po.sector = 'po'
