-- title:       Scholen met leerlingen die op geen adreslijst staan
-- advice:      Lever een adreslijst van het jaar van de telling, of geef de vestiging zelf op in het
--              bestand vestigingen. Tot dan is van haar leerlingen niet te zeggen waar de school staat: zij
--              tellen mee bij 'Onbekend', of in het samenwerkingsverband dat een ander bestand noemt.
-- seriousness: fout

with per_datum as (
    select
        leerling.vestiging,
        leerling.peildatum,
        max(leerling.peildatum) over (partition by leerling.vestiging) as laatste,
        leerling.minimum,
        case
            when leerling.groep = 'so_vso' and leerling.schooltype <> 'vso' then 'po'
            when leerling.groep in ('bao', 'sbo') then 'po'
            else 'vo'
        end as sector,
        leerling.schooltype,
    from views.leerling as leerling
    -- Van het historisch overzicht gaan de meeste vestigingen over jaren van voor elke adreslijst.
    where leerling.bron <> 'leerlingen_historie'
),

-- Wat niet gesplitst is, hoort bij het verband van beide sectoren.
verband as (
    select
        per_datum.vestiging,
        string_agg(distinct lid.swv, ' en ' order by lid.swv) as swv,
    from per_datum
    join views.lidmaatschap as lid
        on lid.vestiging = per_datum.vestiging
        and lid.per = 'swv'
        and lid.swv <> 'onbekend'
        and (
            lid.sector = per_datum.sector
            or per_datum.schooltype in ('so/vso', 'sbo/so/vso')
        )
    where per_datum.peildatum = per_datum.laatste
    group by per_datum.vestiging
)

select
    per_datum.vestiging as code,
    min(vestiging.naam) || ': '
        || cast(coalesce(sum(per_datum.minimum), 0) as bigint) || ' leerlingen op '
        || strftime(per_datum.peildatum, '%d-%m-%Y') || ', meegeteld '
        || coalesce('in ' || min(verband.swv) || ' (volgens een ander bestand)', 'bij ''Onbekend''')
        as melding,
from per_datum
left join verband on verband.vestiging = per_datum.vestiging
join views.vestiging as vestiging on vestiging.vestiging = per_datum.vestiging
where vestiging.postcode is null
    and not vestiging.heeft_adres
    and per_datum.peildatum = per_datum.laatste
group by per_datum.vestiging, per_datum.peildatum
