-- kept: Eén rij per vestiging, peildatum, schooltype en onderwijstype: het aantal leerlingen, uit
-- het beste bestand dat er over is. `groep` is wat samen geteld wordt: vo (met pro en vavo),
-- so_vso, sbo, bao, opdc. `maximum` is leeg als de bron niets over het aantal zegt.

with gegroepeerd as (
    select
        *,
        case
            when schooltype in ('vo', 'pro', 'vo/pro', 'vavo') then 'vo'
            when schooltype in ('so', 'vso', 'so/vso') then 'so_vso'
            else schooltype
        end as groep,
    from views.telling
),

-- Per vestiging en groep: is wat dit bestand zegt een heel getal, of verbergt het iets?
per_bestand as (
    select
        groep,
        peildatum,
        vestiging,
        bron,
        rang,
        bool_and(coalesce(minimum = maximum, false) and schooltype not in ('so/vso', 'vo/pro'))
            as is_heel,
    from gegroepeerd
    group by groep, peildatum, vestiging, bron, rang
),

-- Het afstandsbestand kent elke vestiging van die datum. Dekt het (bijna) het land, dan telt het
-- historisch overzicht, dat so en vso niet splitst, die datum niet mee: ook niet voor vestigingen
-- die alleen daar staan, want dat zijn dezelfde leerlingen onder een andere code.
aantallen as (
    select groep, peildatum, bron, count(distinct vestiging) as vestigingen
    from per_bestand
    group by groep, peildatum, bron
),

vervangen as (
    select historie.groep, historie.peildatum
    from aantallen as historie
    join aantallen as afstand
        on afstand.groep = historie.groep
        and afstand.peildatum = historie.peildatum
        and afstand.bron = 'afstand'
        and 2 * afstand.vestigingen >= historie.vestigingen
    where historie.bron = 'leerlingen_historie'
),

gekozen as (
    select
        groep,
        peildatum,
        vestiging,
        bron,
        row_number() over (
            partition by groep, peildatum, vestiging
            order by is_heel desc, rang
        ) as nummer,
    from per_bestand
    where not (
        bron = 'leerlingen_historie'
        and exists (
            select 1
            from vervangen
            where vervangen.groep = per_bestand.groep
                and vervangen.peildatum = per_bestand.peildatum
        )
    )
)

select
    gegroepeerd.vestiging,
    gegroepeerd.peildatum,
    strftime(gegroepeerd.peildatum, '%Y-%m-%d') as periode,
    gegroepeerd.groep,
    gegroepeerd.schooltype,
    gegroepeerd.onderwijstype,
    gegroepeerd.bron,
    coalesce(sum(gegroepeerd.minimum), 0) as minimum,
    case
        when count(gegroepeerd.maximum) = count(*) then sum(gegroepeerd.maximum)
    end as maximum,
from gegroepeerd
join gekozen
    on gekozen.groep = gegroepeerd.groep
    and gekozen.peildatum = gegroepeerd.peildatum
    and gekozen.vestiging = gegroepeerd.vestiging
    and gekozen.bron = gegroepeerd.bron
    and gekozen.nummer = 1
group by all
