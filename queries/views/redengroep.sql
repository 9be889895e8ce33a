-- Eén rij per reden zoals zij is ingevuld: in welke van vier groepen. Redenen zijn vrije woorden; een
-- stukje van een woord zegt waar zij bij hoort. Noemt een reden stukjes uit twee groepen, geen enkele,
-- of is zij niet ingevuld, dan staat zij bij anders of onbekend: er wordt niets geraden.

with ingevuld as (
    select distinct reden from views.melding
),

gevonden as (
    select ingevuld.reden, min(stukje.groep) as eerste, max(stukje.groep) as laatste
    from ingevuld
    left join views.redenstukje as stukje on instr(lower(ingevuld.reden), stukje.deel) > 0
    group by ingevuld.reden
)

select
    reden,
    case when eerste = laatste then eerste else 'anders of onbekend' end as groep,
from gevonden
