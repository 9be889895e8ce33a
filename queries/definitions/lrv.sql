-- code:    LRV
-- title:   Langdurig relatief verzuim
-- short:   Langer dan 4 weken
-- text:    Een leerling die is ingeschreven en langer dan vier weken achter elkaar alle lessen mist
--          zonder geldige reden. Tot 2016 heette alleen dit thuiszitter. Alle lessen missen is
--          zeker als SOORT VERZUIM langdurig is of ALLE LESSEN GEMIST ja. Zeggen die niets, dan is
--          het zeker vanaf de grens die het samenwerkingsverband koos (instelling langdurig_uren;
--          80 uur in vier weken als het niets koos). Een melding van 16 uur, luxe of signaal, of
--          met niet alle lessen gemist, telt niet. De weken tellen vanaf het begin van het verblijf
--          thuis: meldingen van één leerling zonder geldige reden, van welke school of gemeente
--          ook, waar geen schooldag en geen geoorloofde afwezigheid tussen ligt.
-- unsure:  Bij een melding staat soms niet of de leerling alle lessen mist, of in zijn verblijf zit
--          een melding waarvan dat niet zeker is. Dan is niet zeker of hij meetelt.
-- changed: Sinds versie 0.2.0: de weken tellen vanaf het begin van het verblijf thuis en wie
--          misschien niet alle lessen mist telt niet meer als zeker, omdat een volgende melding de
--          klok opnieuw liet beginnen en een melding van 16 uur als langdurig verzuim telde
--          (voorbeeldgegevens: 14 werd 5 tot 14 op 31 oktober 2022).
-- source:  Kamerstuk 26695, nr. 108 (3 februari 2016)
-- within:  THUIS_OCW
-- weeks:   kalenderweken
-- at_home: true
-- national: langdurig_relatief

with mogelijk as (
    select meldingnummer, greatest(sinds, begin + 29) as vanaf, tot, false as zeker
    from views.afwezigheid
    where ingeschreven = 'ja' and alle_lessen <> 'nee'
    union all
    select meldingnummer, greatest(sinds, begin_zeker + 29), tot_zeker, true
    from views.afwezigheid
    where ingeschreven = 'ja' and begin_zeker is not null
)

select meldingnummer, vanaf, tot, bool_or(zeker) as zeker
from mogelijk
-- Vier weken en een dag is langer dan vier weken, ook als het op die dag ophoudt.
where coalesce(tot >= vanaf, true)
group by meldingnummer, vanaf, tot
