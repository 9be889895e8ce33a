-- title:      Instroom in het vso: nieuwe verwijzingen in een schooljaar
-- short:      Nieuw naar vso
-- definition: Nieuwe toelaatbaarheidsverklaringen voor het vso waarover in het schooljaar is besloten, als
--             deel van de leerlingen die op 1 oktober van dat schooljaar (of bij de laatste telling
--             daarvoor) in het regulier voortgezet onderwijs zaten, met praktijkonderwijs en zonder vavo.
--             Geteld bij de school waar de leerling vandaan komt.
-- teller:     nieuwe tlv's voor het vso
-- noemer:     leerlingen in het regulier vo
-- kind:       aandeel
-- unit:       %
-- usual:      0,1-5
-- per:        herkomst
-- sector:     vo
-- moment:     schooljaar
-- flow:       true
-- source:     tlv, leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- counts:     vo
-- theme:      verwijzingen
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   2
-- caveat:     Dit is een stroom en geen stand: wie al in het vso zit telt niet mee. Een leerling met twee
--             nieuwe tlv's telt twee keer. Is niet ingevuld of een tlv nieuw is, dan staan er een
--             laagste en een hoogste getal.
-- changed:    Sinds versie 0.2.0: per gemeente, subregio en wijk telt een tlv waar haar school van herkomst toen stond,
--             omdat de leerlingen van die school daar ook tellen en een verhuizing anders het een van het ander scheidde.

select
    tlv.eenheid as code,
    jaar.periode,
    '' as uitsplitsing,
    cast(sum(case when tlv.overgang = 'nieuw' then 1 else 0 end) as double) as teller,
    cast(count(*) as double) as teller_max,
    0::double as noemer,
    0::double as noemer_max,
from views.toelaatbaarheid as tlv
join views.schooljaar as jaar
    on jaar.bron = 'tlv'
    and jaar.sector = tlv.sector
    and jaar.swv = tlv.swv
    and tlv.besluitdatum between jaar.begin and jaar.eind
-- Zonder telling van de leerlingen is er ook geen teller.
join views.teldatum as teldatum
    on teldatum.sector = tlv.sector
    and teldatum.swv = tlv.swv
    and teldatum.groep = 'vo'
    and teldatum.periode = jaar.periode
where tlv.is_eigen
    and tlv.soort = 'vso'
    and tlv.besluit = 'afgegeven'
    and coalesce(tlv.overgang, 'nieuw') = 'nieuw'
group by tlv.eenheid, jaar.periode

union all

select
    noemer.vestiging,
    noemer.periode,
    '',
    0,
    0,
    cast(noemer.minimum as double),
    cast(noemer.maximum as double),
from views.noemer_per_schooljaar as noemer
where noemer.bron = 'tlv' and noemer.groep = 'vo' and noemer.sector = 'vo'
