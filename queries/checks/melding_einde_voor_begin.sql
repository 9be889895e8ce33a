-- title:       Verzuimmeldingen die eindigen voor zij beginnen
-- advice:      Zoek in het bestand op een EINDE VERZUIM die voor VERZUIM SINDS ligt. Verbeter de dagen en
--              lever opnieuw. Tot dan tellen deze meldingen nergens mee.
-- seriousness: fout

select
    levering.bestand || ' (levering ' || levering.levering || ')' as code,
    case when count(*) = 1 then '1 melding eindigt' else count(*) || ' meldingen eindigen' end
        || ' voor het begin' as melding,
from bron.verzuimmeldingen as melding
join bron.levering as levering on levering.nummer = melding.levering
where melding.einde_verzuim < melding.verzuim_sinds and melding.status <> 'ingetrokken'
group by melding.levering, levering.levering, levering.bestand
