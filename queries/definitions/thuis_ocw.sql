-- code:    THUIS_OCW
-- title:   Thuiszitters zoals OCW telt
-- short:   Thuiszitters (OCW)
-- text:    Een leerling die niet is ingeschreven en geen vrijstelling heeft, of die is ingeschreven
--          en langer dan vier weken achter elkaar alle lessen mist zonder geldige reden (ABS en LRV
--          samen). Alle lessen missen is zeker als SOORT VERZUIM langdurig is of ALLE LESSEN GEMIST
--          ja. Zeggen die niets, dan is het zeker vanaf de grens die het samenwerkingsverband koos
--          (instelling langdurig_uren; 80 uur in vier weken als het niets koos). Een melding van 16
--          uur, luxe of signaal, of met niet alle lessen gemist, telt niet. De weken tellen vanaf
--          het begin van het verblijf thuis: meldingen van één leerling zonder geldige reden, van
--          welke school of gemeente ook, waar geen schooldag en geen geoorloofde afwezigheid tussen
--          ligt.
-- unsure:  Bij een leerling die niet is ingeschreven, is soms niet ingevuld of er een vrijstelling
--          is. Bij een melding staat soms niet of de leerling alle lessen mist, of in zijn verblijf
--          zit een melding waarvan dat niet zeker is. Dan is niet zeker of hij meetelt.
-- changed: Sinds versie 0.2.0: de weken tellen vanaf het begin van het verblijf thuis en wie
--          misschien niet alle lessen mist telt niet meer als zeker, omdat een volgende melding de
--          klok opnieuw liet beginnen en een melding van 16 uur als langdurig verzuim telde
--          (voorbeeldgegevens: 25 of 26 werd 16 tot 26 op 31 oktober 2022).
-- source:  Kamerstuk 26695, nr. 108 (3 februari 2016); de Leerplichttelling
-- from:    2016
-- parts:   ABS, LRV
-- weeks:   kalenderweken
-- at_home: true
-- national: absoluut, langdurig_relatief

select meldingnummer, vanaf, tot, zeker from definitions.abs
union all
select meldingnummer, vanaf, tot, zeker from definitions.lrv
