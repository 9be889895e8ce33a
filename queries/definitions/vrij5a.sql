-- code:    VRIJ5A
-- title:   Vrijgesteld: niet geschikt voor onderwijs
-- short:   Vrijgesteld (5a)
-- text:    Een leerling met een vrijstelling omdat hij lichamelijk of psychisch niet naar een school kan
--          (artikel 5 onder a van de Leerplichtwet). Dit is geen verzuim.
-- unsure:  Is iemand niet ingeschreven en staat er geen vrijstelling ingevuld, dan is het niet zeker.
-- source:  Leerplichtwet 1969, artikel 5 onder a
-- weeks:   kalenderweken
-- national: vrijstelling_5a

select meldingnummer, sinds as vanaf, einde as tot, vrijstelling is not null as zeker
from views.melding
where telt
    and (vrijstelling = '5a' or (vrijstelling is null and ingeschreven = 'nee'))
