-- code:    ABS
-- title:   Absoluut verzuim
-- short:   Niet ingeschreven
-- text:    Een leerling die leerplichtig of kwalificatieplichtig is, niet op een school staat
--          ingeschreven en geen vrijstelling heeft.
-- unsure:  Bij een leerling die niet is ingeschreven, is soms niet ingevuld of er een vrijstelling
--          is. Dan is niet zeker of hij meetelt.
-- source:  Leerplichtwet 1969; Kamerstuk 26695, nr. 108 (3 februari 2016)
-- within:  THUIS_OCW
-- weeks:   kalenderweken
-- national: absoluut

select meldingnummer, sinds as vanaf, einde as tot, vrijstelling is not null as zeker
from views.melding
where telt and ingeschreven = 'nee' and coalesce(vrijstelling, 'geen') = 'geen'
