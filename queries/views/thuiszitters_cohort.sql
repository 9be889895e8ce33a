-- Eén rij per definitie en verblijf dat in een schooljaar begon aan de definitie te voldoen: hoeveel
-- dagen het duurde, of tot nu toe duurt (`loopt`). Wie nog thuis zit hoort erbij: zonder hen lijkt het
-- of iedereen snel terug is. Het jaar dat nog loopt doet ook mee. Wie een volledige lijst niet meer noemt
-- is gevolgd tot de laatste dag waarop hij er zeker op stond: dat hij daarna ophield is bekend, wanneer
-- niet.

with gevolgd as (
    select
        verblijf.definitie, verblijf.sector, verblijf.swv, verblijf.leerling, verblijf.nummer,
        min(verblijf.van) as tot,
    from views.verblijf as verblijf
    join views.niet_genoemd as weg
        on weg.meldingnummer = verblijf.meldingnummer and weg.zeker_tot <= verblijf.van
    -- Het laatste stuk: wat daarna zeker doorging, hield niet op.
    where not verblijf.zeker and verblijf.tot = verblijf.einde
    group by
        verblijf.definitie, verblijf.sector, verblijf.swv, verblijf.leerling, verblijf.nummer
)

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
    gevolgd.tot is not null or verblijf.einde > bereik.tot_en_met as loopt,
    date_diff(
        'day', verblijf.begin, least(coalesce(gevolgd.tot, verblijf.einde), bereik.tot_en_met)
    ) as dagen,
from views.verblijf as verblijf
join views.tot_en_met as bereik
    on bereik.bron = 'verzuimmeldingen'
    and bereik.sector = verblijf.sector
    and bereik.swv = verblijf.swv
    and verblijf.begin between bereik.vanaf and bereik.tot_en_met
left join gevolgd
    on gevolgd.definitie = verblijf.definitie
    and gevolgd.sector = verblijf.sector
    and gevolgd.swv = verblijf.swv
    and gevolgd.leerling = verblijf.leerling
    and gevolgd.nummer = verblijf.nummer
where verblijf.begint and verblijf.zeker
