-- code:    THUIS_REG
-- title:   Thuiszitters zoals een regio telt
-- short:   Thuiszitters (regio)
-- text:    Een leerling die is ingeschreven, langer dan vier weken achter elkaar alle lessen mist
--          zonder geldige reden en geen enkele vrijstelling heeft. Wie niet is ingeschreven telt
--          niet mee. Alle lessen missen is zeker als SOORT VERZUIM langdurig is of ALLE LESSEN
--          GEMIST ja. Zeggen die niets, dan is het zeker vanaf de grens die het
--          samenwerkingsverband koos (instelling langdurig_uren; 80 uur in vier weken als het niets
--          koos). Een melding van 16 uur, luxe of signaal, of met niet alle lessen gemist, telt
--          niet. De weken tellen vanaf het begin van het verblijf thuis: meldingen van één leerling
--          zonder geldige reden, van welke school of gemeente ook, waar geen schooldag en geen
--          geoorloofde afwezigheid tussen ligt.
-- unsure:  Soms is niet ingevuld of er een vrijstelling is. Bij een melding staat soms niet of de
--          leerling alle lessen mist, of in zijn verblijf zit een melding waarvan dat niet zeker
--          is. Dan is niet zeker of hij meetelt.
-- changed: Sinds versie 0.2.0: de weken tellen vanaf het begin van het verblijf thuis en wie
--          misschien niet alle lessen mist telt niet meer als zeker, omdat een volgende melding de
--          klok opnieuw liet beginnen en een melding van 16 uur als langdurig verzuim telde
--          (voorbeeldgegevens: 14 werd 5 tot 14 op 31 oktober 2022).
-- source:  Jaarverslag leerplicht Zuid-Holland Zuid, definitie thuiszitters
-- within:  LRV, THUIS_OCW
-- weeks:   kalenderweken
-- at_home: true

select
    lrv.meldingnummer,
    lrv.vanaf,
    lrv.tot,
    lrv.zeker and melding.vrijstelling is not null as zeker,
from definitions.lrv as lrv
join views.melding as melding on melding.meldingnummer = lrv.meldingnummer
where coalesce(melding.vrijstelling, 'geen') = 'geen'
