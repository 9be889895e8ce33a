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
    -- Zonder regio-indeling van die sector geldt dit voor elke school; dan ontbreekt de levering.
    and (
        (
            vestiging.schooltype in ('vo', 'pro', 'vso', 'so/vso', 'opdc')
            and vestiging.swv_vo is null
            and exists (select 1 from views.pc4 where sector = 'vo')
        )
        or (
            vestiging.schooltype in ('bao', 'sbo', 'so', 'so/vso')
            and vestiging.swv_po is null
            and exists (select 1 from views.pc4 where sector = 'po')
        )
    )
