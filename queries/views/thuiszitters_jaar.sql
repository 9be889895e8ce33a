-- Eén rij per definitie, schooljaar en leerling die in dat jaar ergens aan de definitie voldeed
-- (begonnen op of voor de laatste dag, en niet geëindigd voor de eerste), waar hij het laatst was en
-- met de reden van toen. `vooraf` en `nog`: of hij er op de laatste dag van het vorige jaar, en van
-- dit jaar, aan voldeed (zoals in `views/thuiszitters_stand.sql`); elk mogelijk en zeker.

select
    verblijf.definitie,
    verblijf.sector,
    verblijf.swv,
    verblijf.leerling,
    jaar.periode,
    jaar.begin,
    bool_or(verblijf.zeker) as zeker,
    bool_or(verblijf.van < jaar.begin) as vooraf,
    bool_or(verblijf.van < jaar.begin and verblijf.zeker) as vooraf_zeker,
    bool_or(coalesce(verblijf.tot > jaar.eind, true)) as nog,
    bool_or(coalesce(verblijf.tot > jaar.eind, true) and verblijf.zeker) as nog_zeker,
    arg_max(verblijf.eenheid, verblijf.van) as eenheid,
    arg_max(verblijf.reden, verblijf.van) as reden,
from views.verblijf as verblijf
join views.schooljaar as jaar
    on jaar.bron = 'verzuimmeldingen'
    and jaar.sector = verblijf.sector
    and jaar.swv = verblijf.swv
    and verblijf.van <= jaar.eind
    and (verblijf.tot is null or verblijf.tot >= jaar.begin)
group by
    verblijf.definitie, verblijf.sector, verblijf.swv, verblijf.leerling, jaar.periode, jaar.begin
