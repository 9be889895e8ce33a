-- kept: Eén rij per schooljaar, woonplaats, ondersteuningsvraag, niveau, school van inschrijving en
-- deel: hoeveel leerlingen die ondersteuning nodig hebben. `herkomst` zegt of het een geleverde telling
-- is, of opgebouwd uit aanvragen en thuiszitters; het samenwerkingsverband kiest welke van de twee.
-- In de opgebouwde telt een leerling per schooljaar één keer: als geplaatst, anders als wachtend,
-- anders als toegekend, anders als thuiszitter. `aantal_max` verschilt waar de bron `<5` zegt.

with aanvraag as (
    select
        schooljaar,
        leerling,
        levering,
        vestiging,
        postcode4,
        ondersteuningsvraag,
        niveau,
        case status when 'afgerond' then 'geplaatst' else status end as deel,
        row_number() over (
            partition by schooljaar, leerling
            order by
                case status
                    when 'geplaatst' then 1
                    when 'afgerond' then 1
                    when 'wachtend' then 2
                    else 3
                end,
                ontvangen desc,
                aanvraagnummer
        ) as volgorde,
    from bron.aanvragen
    where status in ('geplaatst', 'afgerond', 'wachtend', 'toegekend')
),

-- Wie ergens in het schooljaar thuis zat, ook als dat kort was, volgens de definitie waarmee het
-- samenwerkingsverband werkt; wie misschien meetelt is er hoogstens één. Van een maand die nog niet
-- helemaal geleverd is, telt niemand.
thuis as (
    select
        case
            when month(maand.begin) >= 8
                then year(maand.begin) || '-' || (year(maand.begin) + 1)
            else (year(maand.begin) - 1) || '-' || year(maand.begin)
        end as schooljaar,
        verblijf.leerling,
        max(verblijf.meldingnummer) as meldingnummer,
        max(case when verblijf.zeker then 1 else 0 end) as zeker,
    from views.verblijf as verblijf
    join views.maandeinde as maand
        on maand.bron = 'verzuimmeldingen'
        and maand.sector = verblijf.sector
        and maand.swv = verblijf.swv
        and verblijf.van <= maand.datum
        and (verblijf.tot is null or verblijf.tot >= maand.begin)
    where verblijf.definitie = (select code from instellingen.werkdefinitie)
        and verblijf.ondersteuningsvraag <> 'onbekend'
    group by 1, 2
),

opgebouwd as (
    select
        schooljaar, levering, postcode4, ondersteuningsvraag, niveau, vestiging, deel,
        1 as aantal, 1 as aantal_max,
    from aanvraag
    where volgorde = 1
    union all
    select
        thuis.schooljaar, melding.levering, melding.postcode4, melding.ondersteuningsvraag,
        'onbekend', melding.vestiging, 'thuiszitter', thuis.zeker, 1,
    from thuis
    join bron.verzuimmeldingen as melding on melding.meldingnummer = thuis.meldingnummer
    where not exists (
        select 1
        from aanvraag
        where aanvraag.schooljaar = thuis.schooljaar and aanvraag.leerling = thuis.leerling
    )
),

alle as (
    select
        'geleverd' as herkomst, schooljaar, levering, postcode4, ondersteuningsvraag, niveau,
        vestiging, coalesce(deel, 'onbekend') as deel, aantal, aantal_max,
    from bron.behoefte
    union all
    select
        'opgebouwd', schooljaar, levering, postcode4, ondersteuningsvraag, niveau, vestiging, deel,
        aantal, aantal_max,
    from opgebouwd
),

geplaatst as (
    select
        alle.*,
        coalesce(
            eigen.sector,
            case
                when school.schooltype in ('bao', 'sbo', 'so') then 'po'
                when school.schooltype in ('vo', 'pro', 'vso', 'opdc') then 'vo'
            end,
            'vo'
        ) as sector,
    from alle
    left join views.vestiging as school on school.vestiging = alle.vestiging
    left join (select min(sector) as sector from instellingen.eigen) as eigen on true
),

met_woonplaats as (
    select
        geplaatst.*,
        woning.swv as woon_swv,
        woning.gemeentecode,
        woning.subregio,
        woning.wijk,
        woning.latitude,
        woning.longitude,
    from geplaatst
    left join views.pc4 as woning
        on woning.postcode4 = geplaatst.postcode4 and woning.sector = geplaatst.sector
),

-- Van wie de levering is: van wie de monitor is, anders waar de meeste leerlingen wonen.
geteld as (
    select
        levering,
        sector,
        woon_swv,
        row_number() over (
            partition by levering, sector order by sum(aantal) desc, woon_swv
        ) as nummer,
    from met_woonplaats
    where woon_swv is not null
    group by levering, sector, woon_swv
),

met_eigenaar as (
    select
        met_woonplaats.*,
        coalesce(eigen.swv, geteld.woon_swv, 'onbekend') as swv,
    from met_woonplaats
    left join instellingen.eigen as eigen on eigen.sector = met_woonplaats.sector
    left join geteld
        on geteld.levering = met_woonplaats.levering
        and geteld.sector = met_woonplaats.sector
        and geteld.nummer = 1
),

nu as (
    select
        herkomst,
        schooljaar,
        sector,
        swv,
        postcode4,
        gemeentecode,
        case when woon_swv = swv then subregio end as subregio,
        case when woon_swv = swv then wijk end as wijk,
        latitude,
        longitude,
        ondersteuningsvraag,
        niveau,
        vestiging,
        deel,
        'vraag/' || sector || '/' || swv || '/' || coalesce(postcode4, '') as eenheid,
        cast(sum(aantal) as integer) as aantal,
        cast(case when count(aantal_max) = count(*) then sum(aantal_max) end as integer) as aantal_max,
    from met_eigenaar
    group by all
)

select
    herkomst, schooljaar, sector, swv, postcode4, gemeentecode, subregio, wijk, latitude, longitude,
    ondersteuningsvraag, niveau, vestiging, deel, eenheid, aantal, aantal_max,
from nu
-- Van een schooljaar waarvan aanvragen of meldingen zijn opgeruimd staat vast wat eruit kwam.
where herkomst <> 'opgebouwd'
    or not exists (
        select 1
        from bron.bewaard_groep as vast
        where vast.maatstaf = 'views.vraag'
            and vast.definitie = nu.sector || '/' || nu.swv
            and vast.periode = nu.schooljaar
    )
union all
select
    'opgebouwd', schooljaar, sector, swv, postcode4, gemeentecode, subregio, wijk, latitude,
    longitude, ondersteuningsvraag, niveau, vestiging, deel, eenheid, aantal, aantal_max,
from bron.bewaard_vraag
