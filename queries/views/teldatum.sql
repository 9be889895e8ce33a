-- kept: Eén rij per sector, groep, samenwerkingsverband en periode (een schooljaar of de laatste dag
-- van een maand): welke telling van 1 oktober er de leerlingen van geeft. Dat is de laatste die er
-- toen was, hooguit twee jaar oud.

with periode as (
    select sector, swv, periode, make_date(year(begin), 10, 1) as grens from views.schooljaar
    union
    select sector, swv, periode, datum from views.maandeinde
)

select
    telbaar.sector,
    telbaar.groep,
    telbaar.swv,
    periode.periode,
    max(telbaar.periode) as teldatum,
from periode
join views.telbaar as telbaar
    on telbaar.sector = periode.sector
    and telbaar.swv = periode.swv
    and cast(telbaar.periode as date) <= periode.grens
    and date_diff('day', cast(telbaar.periode as date), periode.grens) <= 800
group by telbaar.sector, telbaar.groep, telbaar.swv, periode.periode
