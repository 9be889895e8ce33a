-- kept: Eén rij per maandag tot en met vrijdag zonder school: een vakantie die geleverd is van de
-- vakantieregio van het samenwerkingsverband. Een weekend is ook vrij, maar staat hier niet in.

with cijfer as (
    select n from (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) as lijst (n)
),

vakantiedag as (
    select distinct vakantie.eerste_dag + (10 * tien.n + een.n) as dag
    from bron.schoolvakanties as vakantie
    cross join cijfer as tien
    cross join cijfer as een
    where vakantie.regio = (select regio from instellingen.vakantieregio)
        and vakantie.eerste_dag + (10 * tien.n + een.n) <= vakantie.laatste_dag
)

-- De dag van de week is overal dezelfde rekensom: 1 januari 1900 was een maandag.
select dag
from vakantiedag
where date_diff('day', date '1900-01-01', dag) % 7 < 5
