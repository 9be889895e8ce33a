-- kept: Eén rij per verzuimmelding: van welk samenwerkingsverband, waar de leerling woont, bij
-- welke school hij staat ingeschreven, en of de melding telt. Een ingetrokken melding telt niet.
-- Een afgesloten melding telt tot haar einde: zij was er toen wel. Afgesloten zonder einde, of een
-- einde vóór het begin, is onbruikbaar; een controle noemt die.

select
    plek.levering,
    plek.meldingnummer,
    plek.leerling,
    plek.sector,
    van.swv,
    plek.verzuim_sinds as sinds,
    plek.einde_verzuim as einde,
    plek.ingeschreven,
    plek.geoorloofd,
    plek.vrijstelling,
    plek.soort_verzuim as soort,
    plek.status,
    coalesce(plek.reden, 'onbekend') as reden,
    coalesce(plek.ondersteuningsvraag, 'onbekend') as ondersteuningsvraag,
    plek.uren,
    case
        when plek.plan is null or plek.plan in ('onbekend', '?') then 'onbekend'
        when plek.plan in ('nee', 'geen', 'n', '-', 'geen plan') then 'nee'
        else 'ja'
    end as plan,
    coalesce(plek.jeugdhulp, 'onbekend') as jeugdhulp,
    plek.leeftijd,
    case when plek.ingeschreven = 'ja' then plek.vestiging end as vestiging,
    plek.woon_gemeente as gemeentecode,
    case when plek.regio_swv = van.swv then plek.woon_subregio end as subregio,
    case when plek.regio_swv = van.swv then plek.woon_wijk end as wijk,
    'thuis/' || plek.sector || '/' || van.swv || '/' || coalesce(plek.woon_gemeente, '')
    || '/' || coalesce(case when plek.regio_swv = van.swv then plek.woon_subregio end, '')
    || '/' || coalesce(case when plek.regio_swv = van.swv then plek.woon_wijk end, '')
    || '/' || coalesce(case when plek.ingeschreven = 'ja' then plek.vestiging end, '') as eenheid,
    dossier.meldingnummer is not null as telt,
from views.melding_plek as plek
join views.levering_swv as van on van.levering = plek.levering and van.sector = plek.sector
left join views.reeks as dossier
    on dossier.meldingnummer = plek.meldingnummer and dossier.keten = 'dossier'
