-- title:       Tellingen die niet volledig zijn
-- advice:      Er is minder dan de helft van de te verwachten leerlingen geteld. Lever het hele
--              bestand. Tot dan staan de cijfers van die datum er alleen per school.
-- seriousness: fout

select
    swv as code,
    case groep
        when 'vo' then 'Voortgezet onderwijs'
        when 'so_vso' then 'So en vso'
        when 'sbo' then 'Sbo'
        when 'bao' then 'Basisonderwijs'
        else groep
    end || ' op ' || strftime(peildatum, '%d-%m-%Y') || ': ' || geteld || ' van ' || verwacht
        || ' vestigingen, ' || cast(leerlingen as bigint) || ' van ongeveer '
        || cast(leerlingen_verwacht as bigint) || ' leerlingen' as melding,
from views.volledigheid
where 2 * leerlingen < leerlingen_verwacht
    and swv <> 'onbekend'
    and (sector = 'vo') = (groep in ('vo', 'so_vso', 'opdc'))
    -- Oude jaren van het historisch overzicht: scholen die er toen echt niet waren.
    and peildatum >= date '2015-01-01'
