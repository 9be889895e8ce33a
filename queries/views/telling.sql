-- Eén rij per vestiging, peildatum, schooltype, onderwijstype en bestand: het aantal leerlingen
-- (laagste en hoogste, want bronnen verbergen kleine aantallen). Wat een bestand niet splitst heet
-- 'so/vso' of 'vo/pro'. Verschillende bestanden over dezelfde datum staan hier nog naast elkaar.

with onderwijstype as (
    select
        vestiging,
        peildatum,
        onderwijstype,
        coalesce(jaar1_man, 0) + coalesce(jaar1_vrouw, 0) + coalesce(jaar2_man, 0)
        + coalesce(jaar2_vrouw, 0) + coalesce(jaar3_man, 0) + coalesce(jaar3_vrouw, 0)
        + coalesce(jaar4_man, 0) + coalesce(jaar4_vrouw, 0) + coalesce(jaar5_man, 0)
        + coalesce(jaar5_vrouw, 0) + coalesce(jaar6_man, 0) + coalesce(jaar6_vrouw, 0)
            as minimum,
        -- Eén onbekende cel maakt de som naar boven onbekend.
        jaar1_man_max + jaar1_vrouw_max + jaar2_man_max + jaar2_vrouw_max + jaar3_man_max
        + jaar3_vrouw_max + jaar4_man_max + jaar4_vrouw_max + jaar5_man_max + jaar5_vrouw_max
        + jaar6_man_max + jaar6_vrouw_max
            as maximum,
    from bron.leerlingen_vo_onderwijstype
)

select
    vestiging,
    peildatum,
    case
        when onderwijstype ilike '%vavo%' then 'vavo'
        when onderwijstype ilike 'praktijkonderwijs%' then 'pro'
        else 'vo'
    end as schooltype,
    case
        when onderwijstype ilike '%vavo%' then 'vavo'
        when onderwijstype ilike 'praktijkonderwijs%' then 'pro'
        when onderwijstype ilike 'brugjaar%' then 'brugjaar'
        when onderwijstype ilike 'havo/vwo%' then 'havo/vwo'
        when onderwijstype ilike 'havo%' then 'havo'
        when onderwijstype ilike 'vwo%' then 'vwo'
        when onderwijstype ilike 'vmbo bl%' then 'vmbo-b'
        when onderwijstype ilike 'vmbo kl%' then 'vmbo-k'
        when onderwijstype ilike 'vmbo gl%' or onderwijstype ilike 'vmbo tl%' then 'vmbo-gt'
        else 'overig'
    end as onderwijstype,
    minimum,
    maximum,
    'leerlingen_vo_onderwijstype' as bron,
    1 as rang,
from onderwijstype

union all

select
    telling.vestiging,
    telling.peildatum,
    -- Dit bestand splitst pro niet af; de structuur van de vestiging zegt soms genoeg.
    case
        when vestiging.aanbod = 'PRO' or vestiging.schooltype = 'pro' then 'pro'
        when vestiging.aanbod is null or vestiging.aanbod like '%PRO%' then 'vo/pro'
        else 'vo'
    end,
    'onbekend',
    telling.leerlingen,
    telling.leerlingen_max,
    'leerlingen_vo_vavo',
    2,
from bron.leerlingen_vo_vavo as telling
left join views.vestiging as vestiging on vestiging.vestiging = telling.vestiging

union all

select vestiging, peildatum, 'vavo', 'vavo', vavo, vavo_max, 'leerlingen_vo_vavo', 2
from bron.leerlingen_vo_vavo

union all

select
    vestiging,
    peildatum,
    case when soort = 'bo' then 'bao' else soort end,
    '',
    leerlingen,
    leerlingen_max,
    'afstand',
    1,
from bron.afstand

union all

select
    vestiging,
    make_date(jaar, 10, 1),
    case when soort = 'bo' then 'bao' else soort end,
    '',
    leerlingen,
    leerlingen_max,
    'leerlingen_historie',
    3,
from bron.leerlingen_historie

union all

select
    vestiging,
    peildatum,
    schooltype,
    coalesce(niveau, 'onbekend'),
    aantal,
    aantal_max,
    'leerlingtelling',
    4,
from bron.leerlingtelling
