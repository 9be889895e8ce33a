-- title:       Scholen die in een jaar meer dan de helft van hun leerlingen verloren
-- advice:      Kijk of de school is gefuseerd, verhuisd of gesplitst, of dat er een telfout is.
-- seriousness: let op

with per_school as (
    select
        vestiging,
        peildatum,
        groep,
        sum(maximum) as leerlingen,
    from views.leerling
    where groep in ('vo', 'so_vso')
        and bron <> 'leerlingen_historie'
    group by vestiging, peildatum, groep
),

met_vorige as (
    select
        *,
        lag(leerlingen) over (partition by vestiging, groep order by peildatum) as vorige,
        lag(peildatum) over (partition by vestiging, groep order by peildatum) as vorige_datum,
    from per_school
)

select
    met_vorige.vestiging as code,
    vestiging.naam || ': van ' || cast(vorige as bigint) || ' naar '
        || cast(leerlingen as bigint) || ' leerlingen op '
        || strftime(peildatum, '%d-%m-%Y') as melding,
from met_vorige
join views.vestiging as vestiging on vestiging.vestiging = met_vorige.vestiging
where vorige >= 50
    and 2 * leerlingen < vorige
    and date_diff('day', vorige_datum, peildatum) <= 400
