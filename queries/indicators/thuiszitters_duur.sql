-- title:      {titel}: hoe lang al
-- short:      {kort}: duur
-- definition: {tekst} Hoeveel weken een leerling op de laatste dag van de maand al thuis zit, gerekend
--             vanaf de eerste dag van het verzuim: de helft zit langer thuis dan dit getal.
-- teller:     leerlingen
-- kind:       duur
-- teller_of:  thuiszitters
-- statistic:  mediaan
-- unit:       weken
-- usual:      1-200
-- per:        woonplaats
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     maandeinde
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  lager
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- decimals:   1
-- caveat:     Dit gaat over wie er nu is: wie weer naar school ging telt niet meer mee. {weken} {onzeker}
-- changed:    Sinds versie 0.2.0: per gemeente tellen cijfers van voor een herindeling bij de gemeente van
--             nu, omdat zij anders over de oude en de nieuwe verdeeld stonden.
--             Sinds versie 0.2.0: een melding die een volledige lijst niet meer noemt is voorbij op een
--             onbekende dag, en een nummer zonder de nullen vooraan is dezelfde leerling of melding, omdat
--             zulke meldingen anders voor altijd of dubbel telden.

select
    definitie,
    eenheid as code,
    periode,
    'dagen=' || dagen as uitsplitsing,
    cast(count(*) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.thuiszitters_stand
where zeker
group by definitie, eenheid, periode, dagen
