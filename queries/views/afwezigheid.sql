-- kept: Eén rij per melding van een leerling die zonder geldige reden weg is, of dat kan zijn: niet
-- ingeschreven zonder vrijstelling, of ingeschreven zonder geldige reden. `begin` is de eerste dag van
-- zijn verblijf thuis: vanaf die dag tellen de weken en maanden, over meldingen, scholen en gemeenten
-- heen (`views/reeks.sql`). Zit er een melding in die niet zeker is, dan is `begin` de vroegste dag
-- waarop het begonnen kan zijn en `begin_zeker` de laatste. Is de melding zelf niet zeker, dan is
-- `begin_zeker` leeg. `alle_lessen` zegt of de leerling alle lessen mist: ja, nee of misschien.

select
    mogelijk.meldingnummer,
    mogelijk.ingeschreven,
    mogelijk.vrijstelling,
    mogelijk.alle_lessen,
    mogelijk.sinds,
    mogelijk.begin,
    mogelijk.tot,
    zeker.begin as begin_zeker,
    zeker.tot as tot_zeker,
from views.reeks as mogelijk
left join views.reeks as zeker
    on zeker.keten = 'zeker' and zeker.meldingnummer = mogelijk.meldingnummer
where mogelijk.keten = 'mogelijk'
