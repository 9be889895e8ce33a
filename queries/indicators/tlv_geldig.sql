-- title:      Geldige toelaatbaarheidsverklaringen
-- short:      Geldige tlv's
-- definition: Toelaatbaarheidsverklaringen van het samenwerkingsverband die op de laatste dag van de maand
--             geldig zijn.
-- teller:     geldige tlv's
-- kind:       aantal
-- unit:       tlv's
-- per:        herkomst
-- sector:     vo, po
-- moment:     maandeinde
-- source:     tlv
-- theme:      verwijzingen
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  soort, bestemming
-- caveat:     Dit is een stand en geen stroom. Een leerling met twee geldige tlv's telt hier twee keer. De
--             reeks begint als de lijst drie jaar of ouder is: zo oud dat er bijna geen tlv's meer gelden van
--             voor haar begin. Een tlv zonder begindatum telt niet mee.
-- changed:    Sinds versie 0.2.0: per gemeente, subregio en wijk telt een tlv waar haar school van herkomst toen stond,
--             omdat de leerlingen van die school daar ook tellen en een verhuizing anders het een van het ander scheidde.

with geldig as (
    select tlv.eenheid, tlv.soort, tlv.bestemming, dag.periode
    from views.toelaatbaarheid as tlv
    join views.tlv_dag as dag
        on dag.moment = 'maandeinde'
        and dag.sector = tlv.sector
        and dag.swv = tlv.swv
        and tlv.geldig_vanaf <= dag.datum
        and coalesce(tlv.geldig_tot >= dag.datum, true)
    where tlv.is_eigen and tlv.is_afgegeven
),

delen as (
    select eenheid, periode, '' as deel from geldig
    union all
    select eenheid, periode, 'soort=' || soort from geldig
    union all
    select eenheid, periode, 'bestemming=' || coalesce(bestemming, 'onbekend') from geldig
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

union all

select nul.eenheid, nul.periode, '', 0, 0, null, null
from views.nul as nul
join views.tlv_dag as dag
    on dag.moment = 'maandeinde'
    and dag.sector = nul.sector
    and dag.swv = nul.swv
    and dag.periode = nul.periode
where nul.bron = 'tlv' and nul.moment = 'maandeinde'
