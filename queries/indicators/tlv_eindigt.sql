-- title:      Toelaatbaarheidsverklaringen die in het schooljaar aflopen
-- short:      Tlv's die aflopen
-- definition: Leerlingen van wie de toelaatbaarheidsverklaring van dit samenwerkingsverband in het schooljaar
--             voor het laatst geldig is en er binnen drie maanden geen nieuwe op volgt, per school waar de
--             leerling zit.
-- teller:     leerlingen van wie de tlv afloopt
-- kind:       aantal
-- unit:       leerlingen
-- per:        herkomst
-- levels:     swv
-- sector:     vo, po
-- moment:     schooljaar
-- source:     tlv
-- theme:      verwijzingen
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  bestemming
-- caveat:     Ook schooljaren die nog komen: zo is te zien over hoeveel leerlingen straks een besluit nodig is.
--             Wie voor die tijd een verlenging krijgt, gaat eraf. Een leerling met twee tlv's telt hier één keer.
--             De reeks begint als de lijst drie jaar of ouder is: zo oud dat er bijna geen tlv's meer gelden
--             van voor haar begin.

with eerste as (
    select sector, swv, make_date(year(min(datum)), month(min(datum)), 1) as begin
    from views.tlv_dag
    where moment = 'maandeinde'
    group by sector, swv
),

afloop as (
    select
        verblijf.eenheid,
        verblijf.bestemming,
        case
            when month(verblijf.tot) >= 8 then year(verblijf.tot) || '-' || (year(verblijf.tot) + 1)
            else (year(verblijf.tot) - 1) || '-' || year(verblijf.tot)
        end as periode,
    from views.tlv_verblijf as verblijf
    join eerste
        on eerste.sector = verblijf.sector
        and eerste.swv = verblijf.swv
        and verblijf.tot >= eerste.begin
    where not exists (
        select 1
        from views.tlv_verblijf as volgende
        where volgende.sector = verblijf.sector
            and volgende.swv = verblijf.swv
            and volgende.leerling = verblijf.leerling
            and volgende.van <= verblijf.tot + 92
            and coalesce(volgende.tot > verblijf.tot, true)
    )
),

delen as (
    select eenheid, periode, '' as deel from afloop
    union all
    select eenheid, periode, 'bestemming=' || bestemming from afloop
)

select
    eenheid as code,
    periode,
    deel as uitsplitsing,
    cast(count(*) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from delen
group by eenheid, periode, deel
