-- title:      {titel}: eraf in de maand
-- short:      {kort}: eraf
-- definition: {tekst} Geteld is hoe vaak in de maand een leerling daaraan ophield te voldoen.
-- teller:     keer dat een leerling eraf ging
-- kind:       aantal
-- unit:       keer
-- per:        woonplaats
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     maand
-- flow:       true
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- caveat:     Dat het verzuim ophield, is niet altijd terug naar school: de leerling kan ook verhuisd zijn,
--             een vrijstelling hebben of te oud zijn voor de leerplicht. {onzeker}
-- changed:    Sinds versie 0.2.0: per gemeente tellen cijfers van voor een herindeling bij de gemeente van
--             nu, omdat zij anders over de oude en de nieuwe verdeeld stonden.
--             Sinds versie 0.2.0: een melding die een volledige lijst niet meer noemt is voorbij op een
--             onbekende dag, en een nummer zonder de nullen vooraan is dezelfde leerling of melding, omdat
--             zulke meldingen anders voor altijd of dubbel telden.

select
    verblijf.definitie,
    verblijf.eenheid as code,
    maand.maand as periode,
    '' as uitsplitsing,
    cast(sum(case when verblijf.eindigt and verblijf.zeker then 1 else 0 end) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.verblijf as verblijf
join views.maandeinde as maand
    on maand.bron = 'verzuimmeldingen'
    and maand.sector = verblijf.sector
    and maand.swv = verblijf.swv
    and verblijf.tot between maand.begin and maand.datum
where verblijf.eindigt or (verblijf.zeker and not verblijf.blijft_zeker)
group by verblijf.definitie, verblijf.eenheid, maand.maand

union all

select definitie.code, nul.eenheid, nul.periode, '', 0, 0, null, null
from views.nul as nul
cross join instellingen.definitie as definitie
where nul.bron = 'verzuimmeldingen' and nul.moment = 'maand'
