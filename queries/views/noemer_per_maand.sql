-- Eén rij per soort bestand, sector, samenwerkingsverband, groep, vestiging en laatste dag van een maand die
-- het bestand helemaal beslaat: de leerlingen die er op de laatste teldatum stonden ingeschreven.

select
    maand.bron,
    noemer.sector,
    noemer.swv,
    noemer.groep,
    noemer.vestiging,
    noemer.periode,
    noemer.minimum,
    noemer.maximum,
from views.noemer as noemer
join views.maandeinde as maand
    on maand.sector = noemer.sector and maand.swv = noemer.swv and maand.periode = noemer.periode
