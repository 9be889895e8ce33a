-- code:    VRIJ5A
-- title:   Vrijgesteld: niet geschikt voor onderwijs
-- short:   Vrijgesteld (5a)
-- text:    Een leerling met een vrijstelling omdat hij lichamelijk of psychisch niet naar een school kan
--          (artikel 5 onder a van de Leerplichtwet). Dit is geen verzuim.
-- unsure:  Bij een leerling die niet is ingeschreven, is soms niet ingevuld of er een vrijstelling
--          is. Dan is niet zeker of hij meetelt.
-- source:  Leerplichtwet 1969, artikel 5 onder a
-- weeks:   kalenderweken
-- national: vrijstelling_5a

select meldingnummer, sinds as vanaf, einde as tot, vrijstelling is not null as zeker
from views.melding
where telt
    and (vrijstelling = '5a' or (vrijstelling is null and ingeschreven = 'nee'))
