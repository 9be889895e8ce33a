-- kept: Eén rij per toelaatbaarheidsverklaring (beschikkingsnummer met leerling): welk
-- samenwerkingsverband besloot, waar de leerling vandaan komt en waar hij heen gaat. `eenheid` is
-- waar zij geteld wordt (views.eenheid). `is_eigen` is onwaar bij wat een ander verband afgaf: van
-- dat verband staat hier maar een deel, dus daarover komt geen cijfer. Een open aanvraag die een volledige
-- lijst niet meer noemt was zeker open tot `zeker_tot` en zeker niet meer vanaf `uiterlijk`.

with aangevuld as (
    select
        tlv.*,
        case tlv.soort when 'vso' then 'vo' else 'po' end as sector,
    from bron.tlv as tlv
),

-- Wie besloot: wie genoemd is, anders het verband van de school van herkomst, anders dat van het
-- woonadres (artikel 40 WEC).
besloten as (
    select
        aangevuld.*,
        coalesce(
            aangevuld.swv,
            case when herkomst.swv <> 'onbekend' then herkomst.swv end,
            woning.swv
        ) as besluiter,
    from aangevuld
    left join views.lidmaatschap as herkomst
        on herkomst.vestiging = aangevuld.herkomst_vestiging
        and herkomst.sector = aangevuld.sector
        and herkomst.per = 'swv'
    left join views.pc4 as woning
        on woning.postcode4 = aangevuld.postcode4 and woning.sector = aangevuld.sector
),

-- Van wie de levering is: van wie de monitor is, anders wie er het vaakst in besluit.
geteld as (
    select
        levering,
        sector,
        besluiter,
        row_number() over (
            partition by levering, sector order by count(*) desc, besluiter
        ) as nummer,
    from besloten
    where besluiter is not null
    group by levering, sector, besluiter
),

met_eigenaar as (
    select
        besloten.*,
        coalesce(eigen.swv, geteld.besluiter, 'onbekend') as eigenaar,
    from besloten
    left join instellingen.eigen as eigen on eigen.sector = besloten.sector
    left join geteld
        on geteld.levering = besloten.levering
        and geteld.sector = besloten.sector
        and geteld.nummer = 1
)

select
    met_eigenaar.levering,
    met_eigenaar.beschikkingsnummer,
    met_eigenaar.leerling,
    met_eigenaar.sector,
    met_eigenaar.soort,
    met_eigenaar.categorie,
    met_eigenaar.overgang,
    met_eigenaar.besluit,
    met_eigenaar.ontvangen,
    met_eigenaar.compleet,
    met_eigenaar.besluitdatum,
    met_eigenaar.geldig_vanaf,
    met_eigenaar.geldig_tot,
    met_eigenaar.leeftijd,
    weg.zeker_tot,
    weg.uiterlijk,
    met_eigenaar.ondersteuningsvraag,
    met_eigenaar.herkomst_vestiging as herkomst,
    met_eigenaar.bestemming_vestiging as bestemming,
    bestemming.swv as bestemming_swv,
    met_eigenaar.eigenaar,
    coalesce(met_eigenaar.besluiter, met_eigenaar.eigenaar) as swv,
    coalesce(met_eigenaar.besluiter, met_eigenaar.eigenaar) = met_eigenaar.eigenaar as is_eigen,
    'tlv/' || met_eigenaar.sector
    || '/' || coalesce(met_eigenaar.besluiter, met_eigenaar.eigenaar)
    || '/' || coalesce(met_eigenaar.herkomst_vestiging, '') as eenheid,
    met_eigenaar.besluit = 'afgegeven'
    and met_eigenaar.geldig_vanaf is not null
    and coalesce(met_eigenaar.geldig_tot >= met_eigenaar.geldig_vanaf, true) as is_afgegeven,
from met_eigenaar
left join views.tlv_niet_genoemd as weg
    on weg.beschikkingsnummer = met_eigenaar.beschikkingsnummer
    and weg.leerling = met_eigenaar.leerling
left join views.lidmaatschap as bestemming
    on bestemming.vestiging = met_eigenaar.bestemming_vestiging
    and bestemming.sector = met_eigenaar.sector
    and bestemming.per = 'swv'
    and bestemming.swv <> 'onbekend'
