-- title:      {titel}: erbij in het schooljaar
-- short:      {kort}: erbij, jaar
-- definition: {tekst} Geteld zijn leerlingen die daar op 31 juli voor het schooljaar nog niet
--             aan voldeden en in het schooljaar wel, al was het één dag.
-- teller:     leerlingen die erbij kwamen
-- kind:       aantal
-- unit:       leerlingen
-- per:        woonplaats
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     schooljaar
-- flow:       true
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  lager
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- caveat:     Wie op 31 juli al meetelde, eraf ging en in het jaar terugkwam, is hier niet bij gekomen: de stand op
--             31 juli en wie erbij kwam zijn samen alle leerlingen van het schooljaar. {onzeker}

select
    jaar.definitie,
    jaar.eenheid as code,
    jaar.periode,
    '' as uitsplitsing,
    cast(sum(case when jaar.zeker and not jaar.vooraf then 1 else 0 end) as double) as teller,
    cast(sum(case when not jaar.vooraf_zeker then 1 else 0 end) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.thuiszitters_jaar as jaar
-- Van het eerste jaar van de lijst is de stand ervoor niet bekend.
join views.maandeinde as vorige
    on vorige.bron = 'verzuimmeldingen'
    and vorige.sector = jaar.sector
    and vorige.swv = jaar.swv
    and vorige.datum = jaar.begin - 1
group by jaar.definitie, jaar.eenheid, jaar.periode

union all

select definitie.code, nul.eenheid, nul.periode, '', 0, 0, null, null
from views.nul as nul
join views.schooljaar as jaar
    on jaar.bron = nul.bron
    and jaar.sector = nul.sector
    and jaar.swv = nul.swv
    and jaar.periode = nul.periode
join views.maandeinde as vorige
    on vorige.bron = 'verzuimmeldingen'
    and vorige.sector = jaar.sector
    and vorige.swv = jaar.swv
    and vorige.datum = jaar.begin - 1
cross join instellingen.definitie as definitie
where nul.bron = 'verzuimmeldingen' and nul.moment = 'schooljaar'
