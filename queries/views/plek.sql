-- kept: Eén rij per plek waar ooit iemand geteld is uit een bestand van leerlingen: van een tlv (wie
-- besloot en de school van herkomst, in `vestiging`) of van een verzuimmelding. Wat is opgeruimd
-- telt mee: de cijfers daarvan zijn er nog.

with alle as (
    select
        'tlv' as soort, eenheid, sector, swv, null as gemeentecode, null as subregio, null as wijk,
        herkomst as vestiging,
    from views.toelaatbaarheid
    union
    -- Wie tlv's afgeeft heeft ook een plek voor 'herkomst onbekend', al is daar niemand.
    select 'tlv', 'tlv/' || sector || '/' || swv || '/', sector, swv, null, null, null, null
    from views.toelaatbaarheid
    where is_eigen
    union
    select 'melding', eenheid, sector, swv, gemeentecode, subregio, wijk, vestiging
    from views.melding
)

select soort, eenheid, sector, swv, gemeentecode, subregio, wijk, vestiging from alle
union all
select soort, eenheid, sector, swv, gemeentecode, subregio, wijk, vestiging
from bron.bewaard_plek as vast
where not exists (
    select 1 from alle where alle.soort = vast.soort and alle.eenheid = vast.eenheid
)
