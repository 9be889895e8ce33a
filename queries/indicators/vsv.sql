-- title:      Voortijdig schoolverlaters
-- short:      Vsv
-- definition: Leerlingen uit het voortgezet onderwijs die zonder startkwalificatie van school gaan,
--             als deel van alle leerlingen van die scholen, in het jaar dat DUO's bestand noemt.
-- teller:     voortijdig schoolverlaters
-- noemer:     leerlingen
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  eigen
-- unit:       %
-- usual:      0,2-10
-- per:        vestiging
-- levels:     subregio, swv, land
-- sector:     vo
-- moment:     jaar
-- flow:       true
-- source:     vsv
-- theme:      vsv
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   2
-- caveat:     DUO's bestand noemt het jaar alleen in zijn naam, en geeft kleine aantallen per school;
--             daarom staat dit cijfer hier pas vanaf de subregio.
-- changed:    Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar, omdat het nieuwste
--             adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en welke gemeente zij
--             hoorde.

select
    vestiging as code,
    strftime(peildatum, '%Y') as periode,
    '' as uitsplitsing,
    cast(sum(vsv) as double) as teller,
    cast(case when count(vsv_max) = count(*) then sum(vsv_max) end as double) as teller_max,
    cast(sum(leerlingen) as double) as noemer,
    cast(case when count(leerlingen_max) = count(*) then sum(leerlingen_max) end as double)
        as noemer_max,
from bron.vsv
group by vestiging, peildatum
