-- code:    ABS
-- title:   Absoluut verzuim
-- short:   Niet ingeschreven
-- text:    Een leerling die leerplichtig of kwalificatieplichtig is, niet op een school staat
--          ingeschreven en geen vrijstelling heeft.
-- unsure:  Bij een leerling die niet is ingeschreven, is soms niet ingevuld of er een vrijstelling
--          is. Dan is niet zeker of hij meetelt.
-- source:  Leerplichtwet 1969; Kamerstuk 26695, nr. 108 (3 februari 2016)
-- within:  THUIS_OCW
-- weeks:   kalenderweken
-- at_home: true
-- national: absoluut

with mogelijk as (
    select meldingnummer, sinds as vanaf, tot, false as zeker
    from views.afwezigheid
    where ingeschreven = 'nee'
    union all
    select meldingnummer, sinds, tot_zeker, true
    from views.afwezigheid
    where ingeschreven = 'nee' and begin_zeker is not null
)

select meldingnummer, vanaf, tot, bool_or(zeker) as zeker
from mogelijk
group by meldingnummer, vanaf, tot
