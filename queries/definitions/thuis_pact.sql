-- code:    THUIS_PACT
-- title:   Thuiszitters van het Thuiszitterspact
-- short:   Thuiszitters (pact)
-- text:    Een leerling die langer dan drie maanden niet is ingeschreven zonder vrijstelling, of
--          langer dan drie maanden achter elkaar afwezig is zonder geldige reden, zonder passend
--          aanbod van onderwijs of zorg. Of er een aanbod is, staat niet in de meldingen: wie al zo
--          lang thuis zit telt hier mee. De maanden tellen per melding.
-- unsure:  Bij een leerling die niet is ingeschreven, is soms niet ingevuld of er een vrijstelling
--          is. Dan is niet zeker of hij meetelt.
-- source:  Thuiszitterspact (13 juni 2016)
-- from:    2016
-- within:  THUIS_OCW
-- weeks:   kalenderweken

select
    ocw.meldingnummer,
    cast(melding.sinds + interval 3 month as date) + 1 as vanaf,
    ocw.tot,
    ocw.zeker,
from definitions.thuis_ocw as ocw
join views.melding as melding on melding.meldingnummer = ocw.meldingnummer
where coalesce(ocw.tot >= cast(melding.sinds + interval 3 month as date) + 1, true)
