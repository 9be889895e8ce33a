-- code:    REL16
-- title:   Relatief verzuim dat de school moet melden
-- short:   16 uur in 4 weken
-- text:    Een leerling die is ingeschreven en in vier schoolweken achter elkaar zestien uur of
--          meer afwezig is zonder geldige reden. Sloot de gemeente de melding omdat hij langdurig
--          ziek of legitiem afwezig was, dan was het geen verzuim en telt zij niet.
-- unsure:  Bij een melding zijn soms geen uren ingevuld, of zegt zij 16 uur en noemt zij er minder.
--          Dan is niet zeker of de leerling meetelt.
-- changed: Sinds versie 0.2.0: een melding met SOORT VERZUIM 16 uur telt zeker mee, ook zonder
--          uren, en een melding met REDEN EINDE langdurig ziek of legitiem afwezig telt niet, omdat
--          die kolommen het al zeggen.
-- source:  Leerplichtwet 1969, artikel 21 en 21a
-- weeks:   schoolweken

select
    melding.meldingnummer,
    melding.sinds as vanaf,
    melding.einde as tot,
    -- Een melding van 16 uur zegt het zelf; met minder uren spreekt zij zichzelf tegen.
    case
        when melding.uren < 16 then false
        when melding.soort = '16 uur' then true
        else melding.uren is not null
    end as zeker,
from views.melding as melding
-- Wie zonder geldige reden weg is, staat op één plek.
join views.afwezigheid as afwezigheid on afwezigheid.meldingnummer = melding.meldingnummer
where melding.ingeschreven = 'ja'
    and (coalesce(melding.uren, 16) >= 16 or melding.soort = '16 uur')
