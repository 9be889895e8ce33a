-- title:      {titel}: eraf in het schooljaar
-- short:      {kort}: eraf, jaar
-- definition: {tekst} Geteld zijn leerlingen die daar ergens in het schooljaar aan voldeden en op
--             de laatste dag, 31 juli, niet meer.
-- teller:     leerlingen die eraf gingen
-- kind:       aantal
-- unit:       leerlingen
-- per:        woonplaats
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     schooljaar
-- flow:       true
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- caveat:     Dat het verzuim ophield, is niet altijd terug naar school: de leerling kan ook verhuisd zijn, een
--             vrijstelling hebben of te oud zijn voor de leerplicht. Wie eraf ging en wie er op 31 juli nog
--             was, zijn samen alle leerlingen van het schooljaar. {onzeker}

select
    jaar.definitie,
    jaar.eenheid as code,
    jaar.periode,
    '' as uitsplitsing,
    cast(sum(case when jaar.zeker and not jaar.nog then 1 else 0 end) as double) as teller,
    cast(sum(case when not jaar.nog_zeker then 1 else 0 end) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.thuiszitters_jaar as jaar
group by jaar.definitie, jaar.eenheid, jaar.periode

union all

select definitie.code, nul.eenheid, nul.periode, '', 0, 0, null, null
from views.nul as nul
cross join instellingen.definitie as definitie
where nul.bron = 'verzuimmeldingen' and nul.moment = 'schooljaar'
