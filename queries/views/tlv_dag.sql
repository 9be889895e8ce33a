-- kept: Eén rij per sector, samenwerkingsverband en dag waarop te zeggen is welke tlv's geldig zijn:
-- de laatste dag van elke maand en elke 1 oktober. Pas als de lijst oud genoeg is: een tlv die voor
-- het begin van de lijst is afgegeven staat er niet op, en dat zou als stijging te zien zijn.

with duur as (
    select sector, swv, geldig_tot - geldig_vanaf + 1 as dagen
    from views.toelaatbaarheid
    where is_eigen and is_afgegeven and geldig_tot is not null
),

-- Een tlv van vier jaar ontbreekt bij een lijst van drie jaar een kwart van haar tijd. Genoeg is
-- minstens drie jaar, en zoveel dat er hooguit een twintigste van de stand ontbreekt.
genoeg as (
    select sector, swv, min(jaren) as jaren
    from (
        select duur.sector, duur.swv, lijst.jaren
        from duur
        cross join (values (3), (4), (5), (6), (7), (8), (9), (10)) as lijst (jaren)
        group by duur.sector, duur.swv, lijst.jaren
        -- Vier jaren zijn 1461 dagen; met hele getallen is de som in elke volgorde dezelfde.
        having 20 * sum(greatest(4 * duur.dagen - 1461 * lijst.jaren, 0)) <= 4 * sum(duur.dagen)
    ) as mogelijk
    group by sector, swv
),

bereik as (
    select
        bereik.sector,
        bereik.swv,
        -- Zijn er tlv's opgeruimd, dan is aan wat er over is niet meer te zien hoe lang ze duren.
        coalesce(
            vast.stand_vanaf,
            make_date(year(bereik.vanaf) + coalesce(genoeg.jaren, 3), month(bereik.vanaf), 1)
        ) as vanaf,
        bereik.tot_en_met,
    from views.tot_en_met as bereik
    left join genoeg on genoeg.sector = bereik.sector and genoeg.swv = bereik.swv
    left join bron.bewaard_bereik as vast
        on vast.bron = bereik.bron
        and vast.sector = bereik.sector
        and vast.swv = bereik.swv
    where bereik.bron = 'tlv'
)

select bereik.sector, bereik.swv, 'maandeinde' as moment, maand.periode, maand.datum
from bereik
join views.maandeinde as maand
    on maand.bron = 'tlv'
    and maand.sector = bereik.sector
    and maand.swv = bereik.swv
    and maand.datum >= bereik.vanaf
union all
select
    bereik.sector,
    bereik.swv,
    '1 oktober',
    strftime(maand.datum + 1, '%Y-%m-%d'),
    maand.datum + 1,
from bereik
join views.maandeinde as maand
    on maand.bron = 'tlv'
    and maand.sector = bereik.sector
    and maand.swv = bereik.swv
    and month(maand.datum) = 9
    and maand.datum >= bereik.vanaf
    and maand.datum < bereik.tot_en_met
