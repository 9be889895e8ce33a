-- title:       Scholen met leerlingen die op geen adreslijst staan
-- advice:      Lever een adreslijst van het jaar van de telling, of geef de vestiging zelf op in het
--              bestand vestigingen. Tot dan tellen haar leerlingen mee bij 'Onbekend'.
-- seriousness: fout

with per_datum as (
    select
        leerling.vestiging,
        leerling.peildatum,
        max(leerling.peildatum) over (partition by leerling.vestiging) as laatste,
        leerling.minimum,
    from views.leerling as leerling
    -- Van het historisch overzicht gaan de meeste vestigingen over jaren van voor elke adreslijst.
    where leerling.bron <> 'leerlingen_historie'
)

select
    per_datum.vestiging as code,
    min(vestiging.naam) || ': '
        || cast(coalesce(sum(per_datum.minimum), 0) as bigint) || ' leerlingen op '
        || strftime(per_datum.peildatum, '%d-%m-%Y') as melding,
from per_datum
join views.vestiging as vestiging on vestiging.vestiging = per_datum.vestiging
where vestiging.postcode is null
    and not vestiging.heeft_adres
    and per_datum.peildatum = per_datum.laatste
group by per_datum.vestiging, per_datum.peildatum
