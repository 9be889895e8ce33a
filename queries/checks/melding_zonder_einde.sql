-- title:       Afgesloten verzuimmeldingen zonder einde
-- advice:      Zoek in het bestand op STATUS afgesloten en een lege EINDE VERZUIM. Vul de dag in waarop
--              het verzuim ophield, of zet de status terug, en lever opnieuw. Tot dan tellen deze
--              meldingen nergens mee.
-- seriousness: let op

select
    levering.bestand || ' (levering ' || levering.levering || ')' as code,
    case when count(*) = 1 then '1 melding is' else count(*) || ' meldingen zijn' end
        || ' afgesloten zonder einde' as melding,
from bron.verzuimmeldingen as melding
join bron.levering as levering on levering.nummer = melding.levering
where melding.status = 'afgesloten' and melding.einde_verzuim is null
group by melding.levering, levering.levering, levering.bestand
