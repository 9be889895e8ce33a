-- Eén rij per definitie en verblijf dat in een schooljaar begon aan de definitie te voldoen: hoeveel
-- dagen het duurde, of tot nu toe duurt (`loopt`). Wie nog thuis zit hoort erbij: zonder hen lijkt het
-- of iedereen snel terug is. Het jaar dat nog loopt doet ook mee.

select
    verblijf.definitie,
    verblijf.sector,
    verblijf.swv,
    verblijf.leerling,
    verblijf.eenheid,
    case
        when month(verblijf.begin) >= 8
            then year(verblijf.begin) || '-' || (year(verblijf.begin) + 1)
        else (year(verblijf.begin) - 1) || '-' || year(verblijf.begin)
    end as periode,
    verblijf.einde > bereik.tot_en_met as loopt,
    date_diff('day', verblijf.begin, least(verblijf.einde, bereik.tot_en_met)) as dagen,
from views.verblijf as verblijf
join views.tot_en_met as bereik
    on bereik.bron = 'verzuimmeldingen'
    and bereik.sector = verblijf.sector
    and bereik.swv = verblijf.swv
    and verblijf.begin between bereik.vanaf and bereik.tot_en_met
where verblijf.begint and verblijf.zeker
