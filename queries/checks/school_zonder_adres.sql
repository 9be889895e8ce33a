-- title:       Scholen met leerlingen die op geen adreslijst staan
-- advice:      Lever een adreslijst van het jaar van de telling, of geef de vestiging zelf op in het
--              bestand vestigingen. Tot dan tellen haar leerlingen mee bij 'Onbekend'.
-- seriousness: fout

select
    leerling.vestiging as code,
    min(vestiging.naam) || ': '
        || cast(sum(leerling.minimum) as bigint) || ' leerlingen op '
        || strftime(max(leerling.peildatum), '%d-%m-%Y') as melding,
from views.leerling as leerling
join views.vestiging as vestiging on vestiging.vestiging = leerling.vestiging
where vestiging.postcode is null
    and not vestiging.heeft_adres
    -- Van het historisch overzicht gaan de meeste vestigingen over jaren van voor elke adreslijst.
    and leerling.bron <> 'leerlingen_historie'
group by leerling.vestiging
