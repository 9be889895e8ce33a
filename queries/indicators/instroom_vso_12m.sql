-- title:      Instroom in het vso: nieuwe verwijzingen in twaalf maanden
-- short:      Nieuw naar vso, 12 mnd
-- definition: Nieuwe toelaatbaarheidsverklaringen voor het vso waarover in de twaalf maanden tot en met
--             deze dag is besloten, als deel van de leerlingen die op de laatste telling van 1 oktober
--             in het regulier voortgezet onderwijs zaten (met praktijkonderwijs, zonder vavo).
-- teller:     nieuwe tlv's voor het vso
-- noemer:     leerlingen in het regulier vo
-- kind:       aandeel
-- unit:       %
-- usual:      0,1-5
-- per:        herkomst
-- sector:     vo
-- moment:     maandeinde
-- flow:       true
-- source:     tlv, leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- counts:     vo
-- theme:      verwijzingen
-- direction:  lager
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- decimals:   2
-- caveat:     Twaalf maanden die elke maand opschuiven: zo is te zien hoe het nu gaat, zonder dat de drukte
--             van mei tot en met juli iets zegt. Twee maanden naast elkaar overlappen voor elf twaalfde.
-- changed:    Sinds versie 0.2.0: per gemeente, subregio en wijk telt een tlv waar haar school van herkomst toen stond,
--             omdat de leerlingen van die school daar ook tellen en een verhuizing anders het een van het ander scheidde.

-- Maanden waarvoor er een telling van de leerlingen is.
with maand as (
    select maand.*
    from views.maandeinde as maand
    join views.teldatum as teldatum
        on teldatum.sector = maand.sector
        and teldatum.swv = maand.swv
        and teldatum.groep = 'vo'
        and teldatum.periode = maand.periode
    join views.tot_en_met as bereik
        on bereik.bron = 'tlv'
        and bereik.sector = maand.sector
        and bereik.swv = maand.swv
        and maand.datum >= bereik.vanaf + 364
    where maand.bron = 'tlv'
)

select
    tlv.eenheid as code,
    maand.periode,
    '' as uitsplitsing,
    cast(sum(case when tlv.overgang = 'nieuw' then 1 else 0 end) as double) as teller,
    cast(count(*) as double) as teller_max,
    0::double as noemer,
    0::double as noemer_max,
from views.toelaatbaarheid as tlv
join maand
    on maand.sector = tlv.sector
    and maand.swv = tlv.swv
    and tlv.besluitdatum <= maand.datum
    and tlv.besluitdatum > last_day(cast(maand.begin - interval 12 month as date))
where tlv.is_eigen
    and tlv.soort = 'vso'
    and tlv.besluit = 'afgegeven'
    and coalesce(tlv.overgang, 'nieuw') = 'nieuw'
group by tlv.eenheid, maand.periode

union all

select
    noemer.vestiging,
    noemer.periode,
    '',
    0,
    0,
    cast(noemer.minimum as double),
    cast(noemer.maximum as double),
from views.noemer as noemer
join maand
    on maand.sector = noemer.sector
    and maand.swv = noemer.swv
    and maand.periode = noemer.periode
where noemer.groep = 'vo' and noemer.sector = 'vo'
