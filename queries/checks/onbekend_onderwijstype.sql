-- title:       Onderwijstypen die de monitor niet kent
-- advice:      De leerlingen tellen mee als 'overig'. Meld de naam, dan krijgt het type een plaats.
-- seriousness: let op

select
    onderwijstype as code,
    onderwijstype || ' (' || count(distinct vestiging) || ' vestigingen)' as melding,
from bron.leerlingen_vo_onderwijstype
where not regexp_matches(
    lower(onderwijstype),
    'vavo|^praktijkonderwijs|^brugjaar|^havo|^vwo|^vmbo|^engelse stroom|^int\. bac|^european'
)
group by onderwijstype
