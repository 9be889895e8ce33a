-- kept: Eén rij per bestand van leerlingen, sector, samenwerkingsverband en maand die er helemaal in
-- zit: de eerste en de laatste dag.

with cijfer as (
    select n from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as lijst (n)
),

maand as (
    select make_date(1980 + 10 * tien.n + een.n, 1 + m.n, 1) as begin
    from cijfer as tien
    cross join cijfer as een
    cross join (select n from cijfer union all select 10 union all select 11) as m
)

select
    bereik.bron,
    bereik.sector,
    bereik.swv,
    strftime(last_day(maand.begin), '%Y-%m-%d') as periode,
    strftime(maand.begin, '%Y-%m') as maand,
    maand.begin,
    last_day(maand.begin) as datum,
from views.tot_en_met as bereik
join maand
    on maand.begin >= bereik.vanaf and last_day(maand.begin) <= bereik.tot_en_met
