-- code:    REL16
-- title:   Relatief verzuim dat de school moet melden
-- short:   16 uur in 4 weken
-- text:    Een leerling die is ingeschreven en in vier schoolweken achter elkaar zestien uur of
--          meer afwezig is zonder geldige reden.
-- unsure:  Bij een melding zijn soms geen uren ingevuld, of zegt zij 16 uur en noemt zij er minder.
--          Dan is niet zeker of de leerling meetelt.
-- changed: Sinds versie 0.2.0: een melding met SOORT VERZUIM 16 uur telt zeker mee, ook zonder
--          uren, omdat die soort het al zegt.
-- source:  Leerplichtwet 1969, artikel 21 en 21a
-- weeks:   schoolweken

select
    meldingnummer,
    sinds as vanaf,
    einde as tot,
    -- Een melding van 16 uur zegt het zelf; met minder uren spreekt zij zichzelf tegen.
    case when uren < 16 then false when soort = '16 uur' then true else uren is not null end as zeker,
from views.melding
where telt
    and ingeschreven = 'ja'
    and geoorloofd = 'nee'
    and (coalesce(uren, 16) >= 16 or soort = '16 uur')
