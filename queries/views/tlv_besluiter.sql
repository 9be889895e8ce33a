-- kept: Eén rij per toelaatbaarheidsverklaring (beschikkingsnummer met leerling): zoals geleverd, met de
-- sector, en wie besloot: wie genoemd is, anders het verband van de school van herkomst, anders dat van het
-- woonadres (artikel 40 WEC).

with aangevuld as (
    select
        tlv.*,
        case tlv.soort when 'vso' then 'vo' else 'po' end as sector,
    from bron.tlv as tlv
)

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
