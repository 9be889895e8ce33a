-- title:      Terugplaatsing van het vso naar het regulier onderwijs
-- short:      Terugplaatsing
-- definition: Leerlingen van wie in het schooljaar de laatste toelaatbaarheidsverklaring voor het vso afliep
--             en die daarna op een reguliere school terug te zien zijn, als deel van alle leerlingen van
--             wie zij afliep.
-- teller:     leerlingen die terug zijn op een reguliere school
-- noemer:     leerlingen van wie de laatste tlv afliep
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  eigen
-- unit:       %
-- usual:      0,2-50
-- per:        herkomst
-- levels:     swv, land
-- sector:     vo
-- moment:     schooljaar
-- flow:       true
-- source:     tlv, aanvragen, verzuimmeldingen
-- theme:      verwijzingen
-- direction:  hoger
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- decimals:   0
-- caveat:     Terug is wie daarna een aanvraag, een melding of een nieuwe verwijzing heeft vanaf een reguliere
--             school: dat zijn er minstens zoveel. Van wie nog geen achttien is en nergens te zien is, is
--             het niet bekend: zo komt het hoogste getal. Een tlv loopt af als er binnen drie maanden
--             geen nieuwe op volgt. De reeks begint als de lijst drie jaar of ouder is: in een jongere lopen
--             alleen korte tlv's af.

with eerste as (
    select sector, swv, min(datum) as datum
    from views.tlv_dag
    where moment = 'maandeinde'
    group by sector, swv
),

regulier as (
    select vestiging from views.vestiging where schooltype in ('vo', 'pro')
),

spoor as (
    select leerling, coalesce(begin, ontvangen) as dag
    from bron.aanvragen
    where vestiging in (select vestiging from regulier)
    union all
    select leerling, verzuim_sinds
    from bron.verzuimmeldingen
    where ingeschreven = 'ja' and vestiging in (select vestiging from regulier)
    union all
    select leerling, ontvangen
    from views.toelaatbaarheid
    where herkomst in (select vestiging from regulier)
),

afgelopen as (
    select
        verblijf.swv,
        verblijf.leerling,
        verblijf.eenheid,
        verblijf.tot,
        verblijf.leeftijd,
        jaar.periode,
        row_number() over (
            partition by verblijf.swv, verblijf.leerling, jaar.periode
            order by verblijf.tot desc, verblijf.nummer desc
        ) as volgorde,
    from views.tlv_verblijf as verblijf
    join views.schooljaar as jaar
        on jaar.bron = 'tlv'
        and jaar.sector = verblijf.sector
        and jaar.swv = verblijf.swv
        and verblijf.tot between jaar.begin and jaar.eind
    join views.tot_en_met as bereik
        on bereik.bron = 'tlv'
        and bereik.sector = verblijf.sector
        and bereik.swv = verblijf.swv
        and bereik.tot_en_met >= jaar.eind + 92
    -- In een jonge lijst lopen alleen korte tlv's af.
    join eerste
        on eerste.sector = verblijf.sector
        and eerste.swv = verblijf.swv
        and jaar.eind > eerste.datum
    where verblijf.soort = 'vso'
        and not exists (
            select 1
            from views.tlv_verblijf as volgende
            where volgende.sector = verblijf.sector
                and volgende.swv = verblijf.swv
                and volgende.soort = verblijf.soort
                and volgende.leerling = verblijf.leerling
                and volgende.van > verblijf.tot
                and volgende.van <= verblijf.tot + 92
        )
),

terug as (
    select
        afgelopen.*,
        exists (
            select 1
            from spoor
            where spoor.leerling = afgelopen.leerling and spoor.dag > afgelopen.tot
        ) as is_terug,
    from afgelopen
    where afgelopen.volgorde = 1
)

select
    eenheid as code,
    periode,
    '' as uitsplitsing,
    cast(sum(case when is_terug then 1 else 0 end) as double) as teller,
    cast(sum(case when is_terug or coalesce(leeftijd < 18, true) then 1 else 0 end) as double)
        as teller_max,
    cast(count(*) as double) as noemer,
    cast(count(*) as double) as noemer_max,
from terug
group by eenheid, periode
