-- code:    GEOORL
-- title:   Geoorloofd afwezig
-- short:   Geoorloofd afwezig
-- text:    Een leerling die is ingeschreven en afwezig is met een geldige reden, zoals ziekte. Deze
--          leerlingen staan in geen enkele landelijke telling.
-- source:  Leerplichtwet 1969, artikel 11
-- weeks:   kalenderweken

select meldingnummer, sinds as vanaf, einde as tot, true as zeker
from views.melding
where telt
    and ingeschreven = 'ja'
    and geoorloofd = 'ja'
    and coalesce(vrijstelling, 'geen') in ('geen', '11')
