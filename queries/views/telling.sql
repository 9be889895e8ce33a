-- kept: Eén rij per vestiging, peildatum, schooltype, onderwijstype en bestand: het aantal leerlingen
-- (laagste en hoogste, want bronnen verbergen kleine aantallen). Wat een bestand niet splitst heet
-- 'so/vso' of 'vo/pro', en 'sbo/so/vso' als bestanden elkaar tegenspreken. Verschillende bestanden over dezelfde datum staan hier nog naast elkaar.

with onderwijstype as (
    select
        vestiging,
        peildatum,
        onderwijstype,
        -- Twaalf onbekende cellen zijn samen onbekend, geen nul.
        case
            when coalesce(
                jaar1_man, jaar1_vrouw, jaar2_man, jaar2_vrouw, jaar3_man, jaar3_vrouw,
                jaar4_man, jaar4_vrouw, jaar5_man, jaar5_vrouw, jaar6_man, jaar6_vrouw
            ) is not null
                then coalesce(jaar1_man, 0) + coalesce(jaar1_vrouw, 0) + coalesce(jaar2_man, 0)
                    + coalesce(jaar2_vrouw, 0) + coalesce(jaar3_man, 0) + coalesce(jaar3_vrouw, 0)
                    + coalesce(jaar4_man, 0) + coalesce(jaar4_vrouw, 0) + coalesce(jaar5_man, 0)
                    + coalesce(jaar5_vrouw, 0) + coalesce(jaar6_man, 0) + coalesce(jaar6_vrouw, 0)
        end as minimum,
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
    -- Dit bestand splitst pro niet af; de structuur van de vestiging zegt soms genoeg. (In 2019
    -- klopt dat op 225 van de 950.439 leerlingen na; 'BRUGJAAR' alleen heeft zelden pro.)
    case
        when upper(vestiging.aanbod) = 'PRO' or vestiging.schooltype = 'pro' then 'pro'
        when vestiging.aanbod is null or upper(vestiging.aanbod) like '%PRO%' then 'vo/pro'
        else 'vo'
    end,
    case
        when upper(vestiging.aanbod) = 'PRO' or vestiging.schooltype = 'pro' then 'pro'
        else 'onbekend'
    end,
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
    historie.vestiging,
    make_date(historie.jaar, 10, 1),
    -- Wat dit bestand so/vso noemt kan sbo zijn.
    coalesce(
        schoolsoort.schooltype, case when historie.soort = 'bo' then 'bao' else historie.soort end
    ),
    '',
    historie.leerlingen,
    historie.leerlingen_max,
    'leerlingen_historie',
    3,
from bron.leerlingen_historie as historie
left join views.schoolsoort as schoolsoort
    on schoolsoort.vestiging = historie.vestiging
    and schoolsoort.jaar = historie.jaar
    and historie.soort = 'so/vso'
-- Voor 2010 telt dit bestand in sbo, so en vso een deel van de leerlingen niet: van 2009 op 2010
-- komt er bij minder scholen een vijfde bij, en in 1996 en 1997 staat er maar een tiende.
where historie.soort = 'bo' or historie.jaar >= 2010

union all

select
    vestiging,
    peildatum,
    schooltype,
    coalesce(niveau, case when schooltype = 'pro' then 'pro' else 'onbekend' end),
    aantal,
    aantal_max,
    'leerlingtelling',
    4,
from bron.leerlingtelling
