-- kept: Eén rij per schooljaar, samenwerkingsverband en school van inschrijving: hoeveel leerlingen
-- volgens de aanvragen een plaats in een arrangement hadden. Een leerling telt per schooljaar één keer,
-- bij de school van de nieuwste aanvraag. Alleen schooljaren die voorbij zijn: er staat iets van na het
-- einde ervan in de lijst.

with aanvraag as (
    select
        schooljaar,
        leerling,
        vestiging,
        row_number() over (
            partition by schooljaar, leerling order by ontvangen desc, aanvraagnummer desc
        ) as volgorde,
    from bron.aanvragen
    where status in ('geplaatst', 'afgerond')
),

-- De lijst is van wie de monitor is: van een ander verband staat er maar een deel in.
eigen as (
    select lid.vestiging, lid.swv
    from views.lidmaatschap as lid
    left join instellingen.eigen as eigen on eigen.sector = lid.sector
    where lid.sector = 'vo' and lid.per = 'swv' and coalesce(eigen.swv, lid.swv) = lid.swv
)

select
    aanvraag.schooljaar,
    eigen.swv,
    aanvraag.vestiging,
    count(*) as leerlingen,
from aanvraag
join eigen on eigen.vestiging = aanvraag.vestiging
where aanvraag.volgorde = 1
    and (select max(ontvangen) from bron.aanvragen)
        >= make_date(cast(right(aanvraag.schooljaar, 4) as integer), 8, 1)
group by aanvraag.schooljaar, eigen.swv, aanvraag.vestiging
