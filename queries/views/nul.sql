-- kept: Eén rij per bestand van leerlingen, periode (een schooljaar, een maand of de laatste dag
-- ervan) en plek waar niemand hoeft te zijn: elke postcode en elke school met leerlingen van het
-- samenwerkingsverband. Zo is een gemeente zonder thuiszitters nul en niet onbekend.

with periode as (
    select bron, sector, swv, periode, 'schooljaar' as moment, eind as datum from views.schooljaar
    union all
    select bron, sector, swv, periode, 'maandeinde', datum from views.maandeinde
    union all
    select bron, sector, swv, maand, 'maand', datum from views.maandeinde
),

plek as (
    select 'verzuimmeldingen' as bron, sector, swv, 'postcode/' || sector || '/' || postcode4 as eenheid
    from views.pc4
    union all
    -- Zonder indeling in postcodes: waar ooit iemand gemeld was.
    select 'verzuimmeldingen', sector, swv, eenheid
    from views.plek
    where soort = 'melding' and swv not in (select swv from views.pc4)
),

-- De scholen van de laatste telling die er toen was, zoals in de noemer.
school as (
    select distinct sector, swv, periode, vestiging from views.noemer
)

select periode.bron, periode.sector, periode.swv, periode.moment, periode.periode, plek.eenheid
from periode
join plek
    on plek.bron = periode.bron and plek.sector = periode.sector and plek.swv = periode.swv
union all
select periode.bron, periode.sector, periode.swv, periode.moment, periode.periode, school.vestiging
from periode
join school
    on school.sector = periode.sector
    and school.swv = periode.swv
    and school.periode = case periode.moment
        when 'maand' then strftime(periode.datum, '%Y-%m-%d')
        else periode.periode
    end
union all
-- Zonder telling van de leerlingen is nog wel te zeggen dat er in het hele verband niemand is.
select
    periode.bron, periode.sector, periode.swv, periode.moment, periode.periode,
    'tlv/' || periode.sector || '/' || periode.swv || '/',
from periode
where periode.bron = 'tlv'
    and not exists (
        select 1
        from school
        where school.sector = periode.sector
            and school.swv = periode.swv
            and school.periode = case periode.moment
                when 'maand' then strftime(periode.datum, '%Y-%m-%d')
                else periode.periode
            end
    )
