-- title:       Scholen waarvan het samenwerkingsverband onbekend is
-- advice:      Hun postcode staat niet in de regio-indeling. Vul de regio-indeling aan, of geef het
--              samenwerkingsverband op in het bestand vestigingen.
-- seriousness: fout

select
    vestiging.vestiging as code,
    vestiging.naam || ' (' || vestiging.postcode || ')' as melding,
from views.vestiging as vestiging
where vestiging.postcode is not null
    and vestiging.gesloten_vanaf is null
    and (
        (vestiging.schooltype in ('vo', 'pro', 'vso', 'so/vso', 'opdc') and vestiging.swv_vo is null)
        or (vestiging.schooltype in ('bao', 'sbo', 'so') and vestiging.swv_po is null)
    )
    -- Zonder enige regio-indeling geldt dit voor elke school; dan is dat de ontbrekende levering.
    and exists (select 1 from views.pc4)
