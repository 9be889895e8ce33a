-- title:       Afstandsbestand en historisch overzicht tellen verschillend
-- advice:      De monitor gebruikt het afstandsbestand, want dat splitst so en vso. Is het verschil
--              groot, kijk dan of een van de twee bestanden onvolledig is.
-- seriousness: let op

with per_bron as (
    select
        peildatum,
        bron,
        sum(maximum) as leerlingen,
    from views.telling
    where schooltype in ('so', 'vso', 'so/vso')
        and bron in ('afstand', 'leerlingen_historie')
    group by peildatum, bron
)

select
    strftime(afstand.peildatum, '%d-%m-%Y') as code,
    'So en vso op ' || strftime(afstand.peildatum, '%d-%m-%Y') || ': '
        || cast(afstand.leerlingen as bigint) || ' volgens het afstandsbestand, '
        || cast(historie.leerlingen as bigint) || ' volgens het historisch overzicht' as melding,
from per_bron as afstand
join per_bron as historie
    on historie.peildatum = afstand.peildatum and historie.bron = 'leerlingen_historie'
where afstand.bron = 'afstand'
    and abs(afstand.leerlingen - historie.leerlingen) > 0.02 * historie.leerlingen
