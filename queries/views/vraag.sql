-- kept: Eén rij per schooljaar, woonplaats, ondersteuningsvraag, niveau, school van inschrijving en
-- deel: hoeveel leerlingen die ondersteuning nodig hebben. `herkomst` zegt of het een geleverde telling
-- is, of opgebouwd uit aanvragen en thuiszitters; het samenwerkingsverband kiest welke van de twee.
-- In de opgebouwde telt een leerling per schooljaar één keer: als geplaatst, anders als wachtend,
-- anders als toegekend, anders als thuiszitter. `aantal_max` verschilt waar de bron `<5` zegt.

-- Wie ergens in het schooljaar thuis zat, ook als dat kort was, volgens de definitie waarmee het
-- samenwerkingsverband werkt; wie misschien meetelt is er hoogstens één. Van een maand die nog niet
-- helemaal geleverd is, telt niemand.
with thuis as (
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

alle as (
    select
        plek.herkomst, plek.schooljaar, plek.sector, van.swv, plek.postcode4,
        plek.ondersteuningsvraag, plek.niveau, plek.vestiging, plek.deel,
        plek.aantal, plek.aantal_max,
    from views.vraag_plek as plek
    join views.levering_swv as van on van.levering = plek.levering and van.sector = plek.sector
    union all
    -- Van wie een thuiszitter is, zegt zijn melding.
    select
        'opgebouwd', thuis.schooljaar, melding.sector, van.swv, melding.postcode4,
        melding.ondersteuningsvraag, 'onbekend', melding.vestiging, 'thuiszitter', thuis.zeker, 1,
    from thuis
    join views.melding_plek as melding on melding.meldingnummer = thuis.meldingnummer
    join views.levering_swv as van
        on van.levering = melding.levering and van.sector = melding.sector
    where not exists (
        select 1
        from views.vraag_plek as aanvraag
        where aanvraag.schooljaar = thuis.schooljaar and aanvraag.leerling = thuis.leerling
    )
),

nu as (
    select
        alle.herkomst,
        alle.schooljaar,
        alle.sector,
        alle.swv,
        alle.postcode4,
        woning.gemeentecode,
        case when woning.swv = alle.swv then woning.subregio end as subregio,
        case when woning.swv = alle.swv then woning.wijk end as wijk,
        woning.latitude,
        woning.longitude,
        alle.ondersteuningsvraag,
        alle.niveau,
        alle.vestiging,
        alle.deel,
        'vraag/' || alle.sector || '/' || alle.swv || '/' || coalesce(alle.postcode4, '') as eenheid,
        cast(sum(alle.aantal) as integer) as aantal,
        cast(
            case when count(alle.aantal_max) = count(*) then sum(alle.aantal_max) end as integer
        ) as aantal_max,
    from alle
    left join views.pc4 as woning
        on woning.postcode4 = alle.postcode4 and woning.sector = alle.sector
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
