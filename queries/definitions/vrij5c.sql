-- code:    VRIJ5C
-- title:   Vrijgesteld: school in het buitenland
-- short:   Vrijgesteld (5c)
-- text:    Een leerling met een vrijstelling omdat hij in het buitenland naar school gaat
--          (artikel 5 onder c van de Leerplichtwet). Dit is geen verzuim.
-- unsure:  Bij een leerling die niet is ingeschreven, is soms niet ingevuld of er een vrijstelling
--          is. Dan is niet zeker of hij meetelt.
-- source:  Leerplichtwet 1969, artikel 5 onder c
-- weeks:   kalenderweken

select meldingnummer, sinds as vanaf, einde as tot, vrijstelling is not null as zeker
from views.melding
where telt
    and (vrijstelling = '5c' or (vrijstelling is null and ingeschreven = 'nee'))
