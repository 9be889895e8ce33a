-- code:    REL16
-- title:   Relatief verzuim dat de school moet melden
-- short:   16 uur in 4 weken
-- text:    Een leerling die is ingeschreven en in vier schoolweken achter elkaar zestien uur of meer
--          afwezig is zonder geldige reden.
-- unsure:  Bij een melding zijn soms geen uren ingevuld. Dan is niet zeker of de leerling meetelt.
-- source:  Leerplichtwet 1969, artikel 21 en 21a
-- weeks:   schoolweken

select meldingnummer, sinds as vanaf, einde as tot, uren is not null as zeker
from views.melding
where telt and ingeschreven = 'ja' and geoorloofd = 'nee' and coalesce(uren, 16) >= 16
