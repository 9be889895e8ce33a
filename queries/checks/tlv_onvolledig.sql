-- title:       Besluiten over een tlv waarvan een datum ontbreekt
-- advice:      Zoek in het bestand op BESLUIT afgegeven of afgewezen zonder BESLUITDATUM, en op afgegeven
--              zonder GELDIG VANAF of GELDIG TOT. Vul de datum in en lever opnieuw. Zonder besluitdatum
--              telt een tlv niet als verwijzing, zonder GELDIG VANAF niet als geldige tlv, en zonder
--              GELDIG TOT blijft zij voor altijd geldig.
-- seriousness: fout

with fout as (
    select levering, 'zonder besluitdatum' as wat
    from bron.tlv
    where besluit in ('afgegeven', 'afgewezen') and besluitdatum is null
    union all
    select levering, 'afgegeven zonder eerste dag'
    from bron.tlv
    where besluit = 'afgegeven' and geldig_vanaf is null
    union all
    select levering, 'afgegeven zonder laatste dag'
    from bron.tlv
    where besluit = 'afgegeven' and geldig_tot is null
)

select
    levering.bestand || ' (levering ' || levering.levering || ')' as code,
    count(*) || case when count(*) = 1 then ' tlv ' else ' tlv''s ' end
        || fout.wat as melding,
from fout
join bron.levering as levering on levering.nummer = fout.levering
group by fout.levering, levering.levering, levering.bestand, fout.wat
