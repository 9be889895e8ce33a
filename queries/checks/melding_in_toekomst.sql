-- title:       Verzuimmeldingen die beginnen na vandaag
-- advice:      Zoek in het bestand op een VERZUIM SINDS die nog moet komen: waarschijnlijk is het jaar verkeerd
--              getypt. Verbeter de dag en lever opnieuw. Tot die dag telt zo'n melding niet mee.
-- seriousness: let op

select
    levering.bestand || ' (levering ' || levering.levering || ')' as code,
    case when count(*) = 1 then '1 melding begint' else count(*) || ' meldingen beginnen' end
        || ' na vandaag' as melding,
from bron.verzuimmeldingen as melding
join bron.levering as levering on levering.nummer = melding.levering
where melding.verzuim_sinds > current_date and melding.status <> 'ingetrokken'
group by melding.levering, levering.levering, levering.bestand
