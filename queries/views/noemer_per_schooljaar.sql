-- Eén rij per soort bestand, sector, samenwerkingsverband, groep, vestiging en schooljaar dat het bestand
-- helemaal beslaat: de leerlingen die er op de teldatum van dat jaar stonden ingeschreven.

select
    jaar.bron,
    noemer.sector,
    noemer.swv,
    noemer.groep,
    noemer.vestiging,
    noemer.periode,
    noemer.minimum,
    noemer.maximum,
from views.noemer as noemer
join views.schooljaar as jaar
    on jaar.sector = noemer.sector and jaar.swv = noemer.swv and jaar.periode = noemer.periode
