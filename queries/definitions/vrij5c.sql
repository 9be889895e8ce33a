-- code:    VRIJ5C
-- title:   Vrijgesteld: school in het buitenland
-- short:   Vrijgesteld (5c)
-- text:    Een leerling met een vrijstelling omdat hij in het buitenland naar school gaat
--          (artikel 5 onder c van de Leerplichtwet). Dit is geen verzuim.
-- unsure:  Is iemand niet ingeschreven en staat er geen vrijstelling ingevuld, dan is het niet zeker.
-- source:  Leerplichtwet 1969, artikel 5 onder c
-- weeks:   kalenderweken

select meldingnummer, sinds as vanaf, einde as tot, vrijstelling is not null as zeker
from views.melding
where telt
    and (vrijstelling = '5c' or (vrijstelling is null and ingeschreven = 'nee'))
