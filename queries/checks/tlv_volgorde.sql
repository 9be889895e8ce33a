-- title:       Tlv's waarvan de datums niet na elkaar kunnen zijn
-- advice:      Zoek in het bestand op COMPLEET voor ONTVANGEN, BESLUITDATUM voor COMPLEET of ONTVANGEN, en
--              GELDIG TOT voor GELDIG VANAF. Verbeter de datums en lever opnieuw. Tot dan tellen deze
--              tlv's niet mee in hoe lang een aanvraag duurt, of niet als geldige tlv.
-- seriousness: fout

with fout as (
    select levering, 'compleet voor de ontvangst' as wat
    from bron.tlv
    where besluit <> 'ingetrokken' and compleet < ontvangen
    union all
    select levering, 'met een besluit voor het dossier compleet was'
    from bron.tlv
    where besluit <> 'ingetrokken' and besluitdatum < compleet
    union all
    select levering, 'met een besluit voor de ontvangst'
    from bron.tlv
    where besluit <> 'ingetrokken' and besluitdatum < ontvangen and compleet is null
    union all
    select levering, 'met een laatste dag voor de eerste'
    from bron.tlv
    where besluit <> 'ingetrokken' and geldig_tot < geldig_vanaf
)

select
    levering.bestand || ' (levering ' || levering.levering || ')' as code,
    count(*) || case when count(*) = 1 then ' tlv ' else ' tlv''s ' end
        || fout.wat as melding,
from fout
join bron.levering as levering on levering.nummer = fout.levering
group by fout.levering, levering.levering, levering.bestand, fout.wat
