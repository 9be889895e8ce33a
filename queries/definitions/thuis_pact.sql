-- code:    THUIS_PACT
-- title:   Thuiszitters van het Thuiszitterspact
-- short:   Thuiszitters (pact)
-- text:    Een leerling die langer dan drie maanden niet is ingeschreven zonder vrijstelling, of
--          langer dan drie maanden achter elkaar alle lessen mist zonder geldige reden, zonder
--          passend aanbod van onderwijs of zorg. Of er een aanbod is, staat niet in de meldingen:
--          wie al zo lang thuis zit telt hier mee. Alle lessen missen is zeker als SOORT VERZUIM
--          langdurig is of ALLE LESSEN GEMIST ja. Zeggen die niets, dan is het zeker vanaf de grens
--          die het samenwerkingsverband koos (instelling langdurig_uren; 80 uur in vier weken als
--          het niets koos). Een melding van 16 uur, luxe of signaal, of met niet alle lessen
--          gemist, telt niet. De maanden tellen vanaf het begin van het verblijf thuis: meldingen
--          van één leerling zonder geldige reden, van welke school of gemeente ook, waar geen
--          schooldag en geen geoorloofde afwezigheid tussen ligt.
-- unsure:  Bij een leerling die niet is ingeschreven, is soms niet ingevuld of er een vrijstelling
--          is. Bij een melding staat soms niet of de leerling alle lessen mist, of in zijn verblijf
--          zit een melding waarvan dat niet zeker is. Dan is niet zeker of hij meetelt.
-- changed: Sinds versie 0.2.0: de maanden tellen vanaf het begin van het verblijf thuis en wie
--          misschien niet alle lessen mist telt niet meer als zeker, omdat een volgende melding de
--          klok opnieuw liet beginnen en een melding van 16 uur als langdurig verzuim telde
--          (voorbeeldgegevens: 17 of 18 werd 19 of 20 op 30 juni 2024, 11 werd 7 tot 11 op 31
--          oktober 2022).
-- source:  Thuiszitterspact (13 juni 2016)
-- from:    2016
-- within:  THUIS_OCW
-- weeks:   kalenderweken
-- at_home: true

with mogelijk as (
    select
        meldingnummer,
        greatest(sinds, cast(begin + interval 3 month as date) + 1) as vanaf,
        tot,
        false as zeker,
    from views.afwezigheid
    where ingeschreven = 'nee' or alle_lessen <> 'nee'
    union all
    select
        meldingnummer,
        greatest(sinds, cast(begin_zeker + interval 3 month as date) + 1),
        tot_zeker,
        true,
    from views.afwezigheid
    where begin_zeker is not null
)

select meldingnummer, vanaf, tot, bool_or(zeker) as zeker
from mogelijk
where coalesce(tot >= vanaf, true)
group by meldingnummer, vanaf, tot
