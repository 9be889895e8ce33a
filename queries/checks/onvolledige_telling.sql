-- title:       Tellingen waarvan te veel ontbreekt voor een cijfer
-- advice:      Er is te weinig geteld van de leerlingen of scholen die te verwachten zijn. Lever het
--              hele bestand. Tot dan staan de cijfers van die datum er alleen per school.
-- seriousness: fout

select
    volledigheid.swv as code,
    case volledigheid.groep
        when 'vo' then 'Voortgezet onderwijs'
        when 'pro' then 'Praktijkonderwijs'
        when 'so' then 'So'
        when 'vso' then 'Vso'
        when 'sbo' then 'Sbo'
        when 'bao' then 'Basisonderwijs'
        else volledigheid.groep
    end || ' op ' || strftime(volledigheid.peildatum, '%d-%m-%Y') || ': '
        || volledigheid.geteld || ' van ' || volledigheid.verwacht || ' vestigingen, '
        || cast(volledigheid.leerlingen as bigint) || ' van ongeveer '
        || cast(volledigheid.leerlingen_verwacht as bigint) || ' leerlingen' as melding,
from views.volledigheid as volledigheid
where not exists (
        select 1
        from views.telbaar as telbaar
        where telbaar.sector = volledigheid.sector
            and telbaar.groep = volledigheid.groep
            and telbaar.periode = volledigheid.periode
            and telbaar.swv = volledigheid.swv
    )
    and (volledigheid.sector = 'vo') = (volledigheid.groep in ('vo', 'pro', 'vso', 'opdc'))
