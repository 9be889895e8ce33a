-- title:      {titel}: erbij in de maand
-- short:      {kort}: erbij
-- definition: {tekst} Geteld is hoe vaak in de maand een leerling daaraan begon te voldoen, ook als hij
--             voor het eind van de maand alweer terug was.
-- teller:     keer dat een leerling erbij kwam
-- kind:       aantal
-- unit:       keer
-- per:        woonplaats
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     maand
-- flow:       true
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  lager
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- caveat:     Wie binnen het samenwerkingsverband verhuist, is er niet bij gekomen. {onzeker}
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
    cast(sum(case when verblijf.begint and verblijf.zeker then 1 else 0 end) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.verblijf as verblijf
join views.maandeinde as maand
    on maand.bron = 'verzuimmeldingen'
    and maand.sector = verblijf.sector
    and maand.swv = verblijf.swv
    and verblijf.van between maand.begin and maand.datum
-- Waar een onzeker verblijf zeker wordt, kan het daar ook pas begonnen zijn.
where verblijf.begint or (verblijf.zeker and not verblijf.was_zeker)
group by verblijf.definitie, verblijf.eenheid, maand.maand

union all

select definitie.code, nul.eenheid, nul.periode, '', 0, 0, null, null
from views.nul as nul
cross join instellingen.definitie as definitie
where nul.bron = 'verzuimmeldingen' and nul.moment = 'maand'
