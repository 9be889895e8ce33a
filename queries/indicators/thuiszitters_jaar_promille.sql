-- title:      {titel}: in het schooljaar, per 1.000 leerlingen
-- short:      {kort}, jaar, per 1.000
-- definition: {tekst} Geteld zijn leerlingen die daar ergens in het schooljaar aan voldeden, per 1.000
--             leerlingen die op 1 oktober van dat schooljaar in het samenwerkingsverband stonden
--             ingeschreven.
-- teller:     leerlingen
-- noemer:     ingeschreven leerlingen, met het speciaal onderwijs
-- kind:       per_duizend
-- teller_of:  thuiszitters_jaar
-- unit:       per 1.000
-- usual:      0,2-50
-- per:        woonplaats
-- levels:     bestuur, swv, land
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     schooljaar
-- source:     verzuimmeldingen, afstand, leerlingen_historie, leerlingen_vo_onderwijstype,
--             leerlingen_vo_vavo, leerlingtelling
-- counts:     vo, vso, bao, sbo, so
-- theme:      thuiszitters
-- direction:  lager
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- decimals:   1
-- caveat:     Dit is geen stand: de Leerplichttelling telt zo, het samenwerkingsverband stuurt op de stand.
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
from views.thuiszitters_jaar
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
from views.noemer_per_schooljaar as noemer
cross join instellingen.definitie as definitie
where noemer.bron = 'verzuimmeldingen' and noemer.groep in ('vo', 'vso', 'bao', 'sbo', 'so')
group by definitie.code, noemer.vestiging, noemer.periode
