-- code:    LRV
-- title:   Langdurig relatief verzuim
-- short:   Langer dan 4 weken
-- text:    Een leerling die is ingeschreven en langer dan vier weken achter elkaar afwezig is zonder
--          geldige reden. Tot 2016 heette alleen dit thuiszitter. De weken tellen
--          per melding.
-- source:  Kamerstuk 26695, nr. 108 (3 februari 2016)
-- within:  THUIS_OCW
-- weeks:   kalenderweken
-- national: langdurig_relatief

select meldingnummer, sinds + 29 as vanaf, einde as tot, true as zeker
from views.melding
where telt
    and ingeschreven = 'ja'
    and geoorloofd = 'nee'
    -- Vier weken en een dag is langer dan vier weken, ook als het op die dag ophoudt.
    and coalesce(einde >= sinds + 29, true)
