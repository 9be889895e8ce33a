-- code:    THUIS_REG
-- title:   Thuiszitters zoals een regio telt
-- short:   Thuiszitters (regio)
-- text:    Een leerling die is ingeschreven, langer dan vier weken achter elkaar afwezig is zonder
--          geldige reden en geen enkele vrijstelling heeft. Wie niet is ingeschreven telt niet mee.
--          De weken tellen per melding.
-- unsure:  Soms is niet ingevuld of er een vrijstelling is. Dan is niet zeker of de leerling meetelt.
-- source:  Jaarverslag leerplicht Zuid-Holland Zuid, definitie thuiszitters
-- within:  LRV, THUIS_OCW
-- weeks:   kalenderweken

select lrv.meldingnummer, lrv.vanaf, lrv.tot, melding.vrijstelling is not null as zeker
from definitions.lrv as lrv
join views.melding as melding on melding.meldingnummer = lrv.meldingnummer
where coalesce(melding.vrijstelling, 'geen') = 'geen'
