-- title:       Afstandsbestand en historisch overzicht zeggen van een school iets anders
-- advice:      De monitor telt op die datum wat het afstandsbestand zegt, want dat splitst so en vso. Noemt
--              het een school sbo die het overzicht so/vso noemt, dan telt zij ook in de andere jaren als
--              sbo; klopt dat niet, geef haar soort dan op in het bestand vestigingen. Is het verschil in
--              leerlingen groot, kijk dan of een van de twee bestanden onvolledig is.
-- seriousness: let op

with afstand as (
    select
        vestiging,
        peildatum,
        string_agg(distinct soort, ' en ' order by soort) as soort,
        bool_and(soort = 'sbo') as is_sbo,
        bool_or(soort = 'sbo') as heeft_sbo,
        sum(leerlingen) as minimum,
        sum(leerlingen_max) as maximum,
    from bron.afstand
    where soort in ('sbo', 'so', 'vso')
    group by vestiging, peildatum
),

historie as (
    select
        vestiging,
        make_date(jaar, 10, 1) as peildatum,
        soort,
        leerlingen as minimum,
        leerlingen_max as maximum,
    from bron.leerlingen_historie
    where soort in ('sbo', 'so', 'vso', 'so/vso')
),

-- Waar het afstandsbestand er een groot deel van kent: van een los bestand is niet te zeggen dat een
-- school eraan ontbreekt.
beide as (
    select historie.peildatum
    from historie
    left join afstand
        on afstand.vestiging = historie.vestiging and afstand.peildatum = historie.peildatum
    group by historie.peildatum
    having 2 * count(afstand.vestiging) >= count(*)
),

naast as (
    select
        coalesce(afstand.vestiging, historie.vestiging) as vestiging,
        coalesce(afstand.peildatum, historie.peildatum) as peildatum,
        afstand.soort as soort_afstand,
        historie.soort as soort_historie,
        case
            when afstand.minimum = afstand.maximum then cast(cast(afstand.minimum as bigint) as varchar)
            else coalesce(
                cast(afstand.minimum as bigint) || ' tot ' || cast(afstand.maximum as bigint),
                'een onbekend aantal'
            )
        end as aantal_afstand,
        case
            when historie.minimum = historie.maximum
                then cast(cast(historie.minimum as bigint) as varchar)
            else coalesce(
                cast(historie.minimum as bigint) || ' tot ' || cast(historie.maximum as bigint),
                'een onbekend aantal'
            )
        end as aantal_historie,
        -- Een school met so die het overzicht so/vso noemt is geen verschil.
        case
            when historie.soort = 'sbo' then not afstand.is_sbo
            else afstand.heeft_sbo
        end as andere_soort,
        -- Twee procent is gewoon, en vijf leerlingen ook.
        afstand.minimum - historie.maximum > greatest(4, 0.02 * historie.maximum)
        or historie.minimum - afstand.maximum > greatest(4, 0.02 * historie.minimum)
            as ander_aantal,
    from afstand
    full join historie
        on historie.vestiging = afstand.vestiging and historie.peildatum = afstand.peildatum
    where afstand.vestiging is not null and historie.vestiging is not null
        or coalesce(afstand.peildatum, historie.peildatum) in (select peildatum from beide)
)

select
    naast.vestiging as code,
    coalesce(vestiging.naam, naast.vestiging) || ' op ' || strftime(naast.peildatum, '%d-%m-%Y')
        || ': volgens het afstandsbestand '
        || coalesce(naast.soort_afstand || ' met ' || naast.aantal_afstand, 'geen') || ' leerlingen, '
        || 'volgens het historisch overzicht '
        || coalesce(naast.soort_historie || ' met ' || naast.aantal_historie, 'geen') || ' leerlingen'
        as melding,
from naast
left join views.vestiging as vestiging on vestiging.vestiging = naast.vestiging
where naast.soort_afstand is null
    or naast.soort_historie is null
    or coalesce(naast.andere_soort, false)
    or coalesce(naast.ander_aantal, false)
