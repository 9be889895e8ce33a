-- title:       Meldingen van 16 uur in vier weken die langer dan vier weken open staan
-- advice:      Vraag de school of de gemeente of het verzuim voorbij is. Is het voorbij, vul dan EINDE
--              VERZUIM in. Mist de leerling alle lessen, dan hoort er een melding langdurig te komen. Tot
--              dan telt hij mee bij 16 uur in vier weken, en niet bij langdurig verzuim.
-- seriousness: let op

select
    levering.bestand || ' (levering ' || levering.levering || ')' as code,
    case when count(*) = 1 then '1 melding staat' else count(*) || ' meldingen staan' end
        || ' langer dan vier weken open' as melding,
from views.melding as melding
join views.tot_en_met as bereik
    on bereik.bron = 'verzuimmeldingen'
    and bereik.sector = melding.sector
    and bereik.swv = melding.swv
join bron.levering as levering on levering.nummer = melding.levering
left join views.niet_genoemd as weg on weg.meldingnummer = melding.meldingnummer
where melding.telt
    and melding.soort = '16 uur'
    and melding.einde is null
    -- Wat een volledige lijst niet meer noemt, is voorbij.
    and weg.meldingnummer is null
    and melding.sinds + 28 < bereik.tot_en_met
group by melding.levering, levering.levering, levering.bestand
