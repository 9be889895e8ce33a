-- Eén rij per definitie, schooljaar en leerling die in dat jaar ergens aan de definitie voldeed
-- (begonnen op of voor de laatste dag, en niet geëindigd voor de eerste), waar hij het laatst was.

select
    verblijf.definitie,
    verblijf.sector,
    verblijf.swv,
    verblijf.leerling,
    jaar.periode,
    bool_or(verblijf.zeker) as zeker,
    arg_max(verblijf.eenheid, verblijf.van) as eenheid,
from views.verblijf as verblijf
join views.schooljaar as jaar
    on jaar.bron = 'verzuimmeldingen'
    and jaar.sector = verblijf.sector
    and jaar.swv = verblijf.swv
    and verblijf.van <= jaar.eind
    and (verblijf.tot is null or verblijf.tot >= jaar.begin)
group by
    verblijf.definitie, verblijf.sector, verblijf.swv, verblijf.leerling, jaar.periode
