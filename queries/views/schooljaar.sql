-- kept: Eén rij per bestand van leerlingen, sector, samenwerkingsverband en schooljaar (1 augustus
-- tot en met 31 juli) dat er helemaal in zit. Een lopend jaar staat er niet bij: dat zou als daling
-- te zien zijn.

select
    bron,
    sector,
    swv,
    strftime(begin, '%Y') || '-' || strftime(datum_na, '%Y') as periode,
    begin,
    datum_na - 1 as eind,
from (
    select
        maand.bron,
        maand.sector,
        maand.swv,
        maand.begin,
        make_date(year(maand.begin) + 1, 8, 1) as datum_na,
        bereik.tot_en_met,
    from views.maandeinde as maand
    join views.tot_en_met as bereik
        on bereik.bron = maand.bron
        and bereik.sector = maand.sector
        and bereik.swv = maand.swv
    where month(maand.begin) = 8
) as jaren
where datum_na - 1 <= tot_en_met
