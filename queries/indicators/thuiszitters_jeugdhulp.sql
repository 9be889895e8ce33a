-- title:      {titel}: met jeugdhulp
-- short:      {kort}: jeugdhulp
-- definition: {tekst} Van die leerlingen op de laatste dag van de maand: bij welk deel jeugdhulp betrokken is.
-- teller:     leerlingen met jeugdhulp
-- noemer:     leerlingen die aan de definitie voldoen
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  thuiszitters
-- unit:       %
-- usual:      1-100
-- per:        woonplaats
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     maandeinde
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- caveat:     Waar het veld leeg of onbekend is, kan het allebei: dan staan hier een laagste en een
--             hoogste percentage. {onzeker}
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
    cast(sum(case when zeker and jeugdhulp = 'ja' then 1 else 0 end) as double) as teller,
    cast(sum(case when jeugdhulp in ('ja', 'onbekend') then 1 else 0 end) as double) as teller_max,
    cast(sum(case when zeker then 1 else 0 end) as double) as noemer,
    cast(count(*) as double) as noemer_max,
from views.thuiszitters_stand
group by definitie, eenheid, periode
