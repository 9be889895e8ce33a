-- title:       Adreslijsten die veel korter zijn dan de vorige
-- advice:      Kijk of de hele lijst geleverd is. Vestigingen die er niet meer op staan, gelden vanaf
--              die lijst als gesloten. Is het een deel van de lijst, trek de levering dan in.
-- seriousness: fout

with aantallen as (
    select lijst, lijstdatum, count(distinct vestiging) as vestigingen
    from views.lijst
    group by lijst, lijstdatum
),

met_vorige as (
    select
        *,
        lag(vestigingen) over (partition by lijst order by lijstdatum) as vorige,
    from aantallen
)

select
    lijst as code,
    'Lijst ' || lijst || ' van ' || strftime(lijstdatum, '%d-%m-%Y') || ': ' || vestigingen
        || ' vestigingen, de vorige had er ' || vorige as melding,
from met_vorige
where 2 * vestigingen < vorige
