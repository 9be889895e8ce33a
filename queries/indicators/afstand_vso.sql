-- title:      Afstand van huis naar de vso-school
-- short:      Afstand naar vso
-- definition: Gemiddelde afstand tussen het woonadres van een leerling en de vestiging voor
--             voortgezet speciaal onderwijs, hemelsbreed of over de weg zoals DUO die geeft.
-- teller:     kilometers samen
-- noemer:     leerlingen in het vso
-- kind:       gemiddelde
-- teller_is:  gewogen
-- unit:       km
-- usual:      1-60
-- per:        vestiging
-- sector:     vo
-- moment:     1 oktober
-- source:     afstand
-- counts:     vso
-- theme:      nabijheid
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   1
-- changed:    Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar (2019: VO2710 8,70 werd
--             10,19 km), omdat het nieuwste adres ook van eerdere jaren bepaalde bij welk
--             samenwerkingsverband en welke gemeente zij hoorde.

select
    vestiging as code,
    strftime(peildatum, '%Y-%m-%d') as periode,
    '' as uitsplitsing,
    -- DUO geeft meters. Een som van decimalen is in elke volgorde tot het laatste cijfer gelijk.
    cast(sum(cast(afstand / 1000 * leerlingen as decimal(38, 9))) as double) as teller,
    cast(sum(cast(afstand / 1000 * leerlingen_max as decimal(38, 9))) as double) as teller_max,
    cast(sum(leerlingen) as double) as noemer,
    cast(sum(leerlingen_max) as double) as noemer_max,
from bron.afstand
where soort = 'vso' and afstand is not null and leerlingen is not null
group by vestiging, peildatum
