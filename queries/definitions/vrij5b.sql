-- code:    VRIJ5B
-- title:   Vrijgesteld: bezwaar tegen de richting
-- short:   Vrijgesteld (5b)
-- text:    Een leerling met een vrijstelling omdat de ouders bezwaar hebben tegen de richting van alle scholen in de buurt
--          (artikel 5 onder b van de Leerplichtwet). Dit is geen verzuim.
-- unsure:  Bij een leerling die niet is ingeschreven, is soms niet ingevuld of er een vrijstelling
--          is. Dan is niet zeker of hij meetelt.
-- source:  Leerplichtwet 1969, artikel 5 onder b
-- weeks:   kalenderweken

select meldingnummer, sinds as vanaf, einde as tot, vrijstelling is not null as zeker
from views.melding
where telt
    and (vrijstelling = '5b' or (vrijstelling is null and ingeschreven = 'nee'))
