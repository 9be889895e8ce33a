-- code:    THUIS_OCW
-- title:   Thuiszitters zoals OCW telt
-- short:   Thuiszitters (OCW)
-- text:    Een leerling die niet is ingeschreven en geen vrijstelling heeft, of die is ingeschreven
--          en langer dan vier weken achter elkaar afwezig is zonder geldige reden (ABS en LRV samen).
--          De weken tellen per melding.
-- unsure:  Bij een leerling die niet is ingeschreven, is soms niet ingevuld of er een vrijstelling
--          is. Dan is niet zeker of hij meetelt.
-- source:  Kamerstuk 26695, nr. 108 (3 februari 2016); de Leerplichttelling
-- from:    2016
-- parts:   ABS, LRV
-- weeks:   kalenderweken
-- national: absoluut, langdurig_relatief

select meldingnummer, vanaf, tot, zeker from definitions.abs
union all
select meldingnummer, vanaf, tot, zeker from definitions.lrv
