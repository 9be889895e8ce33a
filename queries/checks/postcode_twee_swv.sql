-- title:       Postcodes die bij twee samenwerkingsverbanden van dezelfde sector staan
-- advice:      Een postcode hoort bij één samenwerkingsverband voor vo en één voor po. Kijk welk van de twee
--              het is en lever de regio-indeling zonder de andere rij.
-- seriousness: let op

select
    postcode4 as code,
    'Postcode ' || postcode4 || ' staat bij ' || string_agg(swv, ' en ' order by swv) as melding,
from (select distinct postcode4, swv from bron.regio_indeling) as rij
group by postcode4, left(swv, 2)
having count(*) > 1
