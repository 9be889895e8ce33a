-- title:      {titel}: stand per 1.000 leerlingen
-- short:      {kort} per 1.000
-- definition: {tekst} Geteld op de laatste dag van de maand, per 1.000 leerlingen die op de laatste
--             telling van 1 oktober in het samenwerkingsverband stonden ingeschreven.
-- teller:     leerlingen
-- noemer:     ingeschreven leerlingen, met het speciaal onderwijs
-- kind:       per_duizend
-- teller_of:  thuiszitters
-- unit:       per 1.000
-- usual:      0,2-50
-- per:        woonplaats
-- levels:     bestuur, swv, land
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     maandeinde
-- source:     verzuimmeldingen, afstand, leerlingen_historie, leerlingen_vo_onderwijstype,
--             leerlingen_vo_vavo, leerlingtelling
-- counts:     vo, vso, bao, sbo, so
-- theme:      thuiszitters
-- direction:  lager
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- decimals:   1
-- caveat:     De teller zijn alleen wie aan deze definitie voldoet, niet alle meldingen. Per gemeente is
--             dit er niet, want de leerlingen zijn geteld waar de school staat en niet waar zij wonen.
--             {onzeker}
-- changed:    Sinds versie 0.2.0: per gemeente tellen cijfers van voor een herindeling bij de gemeente van
--             nu, omdat zij anders over de oude en de nieuwe verdeeld stonden.
--             Sinds versie 0.2.0: een melding die een volledige lijst niet meer noemt is voorbij op een
--             onbekende dag, en een nummer zonder de nullen vooraan is dezelfde leerling of melding, omdat
--             zulke meldingen anders voor altijd of dubbel telden.

select
    definitie,
    eenheid as code,
    periode,
    '' as uitsplitsing,
    cast(sum(case when zeker then 1 else 0 end) as double) as teller,
    cast(count(*) as double) as teller_max,
    0::double as noemer,
    0::double as noemer_max,
from views.thuiszitters_stand
group by definitie, eenheid, periode

union all

select
    definitie.code,
    noemer.vestiging,
    noemer.periode,
    '',
    0,
    0,
    cast(sum(noemer.minimum) as double),
    cast(case when count(noemer.maximum) = count(*) then sum(noemer.maximum) end as double),
from views.noemer_per_maand as noemer
cross join instellingen.definitie as definitie
where noemer.bron = 'verzuimmeldingen' and noemer.groep in ('vo', 'vso', 'bao', 'sbo', 'so')
group by definitie.code, noemer.vestiging, noemer.periode
