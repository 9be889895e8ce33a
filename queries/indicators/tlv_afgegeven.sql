-- title:      Afgegeven toelaatbaarheidsverklaringen
-- short:      Afgegeven tlv's
-- definition: Toelaatbaarheidsverklaringen die het samenwerkingsverband in het schooljaar afgaf, op de datum
--             van het besluit. Geteld bij de school waar de leerling vandaan komt.
-- teller:     afgegeven tlv's
-- kind:       aantal
-- unit:       tlv's
-- per:        herkomst
-- sector:     vo, po
-- moment:     schooljaar
-- flow:       true
-- source:     tlv
-- theme:      verwijzingen
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  soort, categorie, overgang, leeftijd, ondersteuningsvraag, bestemming
-- rang:       categorie = laag < midden < hoog; overgang = nieuw < verlenging < verhuizing
-- caveat:     Een leerling met twee tlv's telt hier twee keer. Bij een verlenging is de school van herkomst
--             vaak de school waar de leerling al zit.
-- changed:    Sinds versie 0.2.0: per gemeente, subregio en wijk telt een tlv waar haar school van herkomst toen stond,
--             omdat de leerlingen van die school daar ook tellen en een verhuizing anders het een van het ander scheidde.

with afgegeven as (
    select tlv.*, jaar.periode
    from views.toelaatbaarheid as tlv
    join views.schooljaar as jaar
        on jaar.bron = 'tlv'
        and jaar.sector = tlv.sector
        and jaar.swv = tlv.swv
        and tlv.besluitdatum between jaar.begin and jaar.eind
    where tlv.is_eigen and tlv.besluit = 'afgegeven'
),

delen as (
    select eenheid, periode, '' as deel from afgegeven
    union all
    select eenheid, periode, 'soort=' || soort from afgegeven
    union all
    select eenheid, periode, 'categorie=' || coalesce(categorie, 'onbekend') from afgegeven
    union all
    select eenheid, periode, 'overgang=' || coalesce(overgang, 'onbekend') from afgegeven
    union all
    select eenheid, periode, 'leeftijd=' || coalesce(cast(leeftijd as varchar), 'onbekend')
    from afgegeven
    union all
    select
        eenheid, periode,
        'ondersteuningsvraag=' || coalesce(ondersteuningsvraag, 'onbekend'),
    from afgegeven
    union all
    select eenheid, periode, 'bestemming=' || coalesce(bestemming, 'onbekend') from afgegeven
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

select eenheid, periode, '', 0, 0, null, null
from views.nul
where bron = 'tlv' and moment = 'schooljaar'
