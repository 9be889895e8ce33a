-- variants:   thuiszitters_terug_3 = 91, thuiszitters_terug_6 = 182
-- title.91:   {titel}: binnen 3 maanden voorbij
-- title.182:  {titel}: binnen 6 maanden voorbij
-- short.91:   {kort}: < 3 maanden
-- short.182:  {kort}: < 6 maanden
-- definition: {tekst} Van de leerlingen die daar in het schooljaar aan begonnen te voldoen: bij welk deel
--             het binnen {variant} dagen ophield. Wie nog thuis zit telt mee zolang hij gevolgd is (schatting van
--             Kaplan en Meier).
-- teller:     keer dat een leerling erbij kwam
-- kind:       duur
-- statistic:  binnen
-- within_days: {variant}
-- teller_of.91: eigen
-- teller_of.182: thuiszitters_terug_3
-- unit:       %
-- per:        woonplaats
-- levels:     gemeente, subregio, swv, land
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     schooljaar
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  hoger
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- caveat:     Dat het verzuim ophield, is niet altijd terug naar school: de leerling kan ook verhuisd zijn,
--             een vrijstelling hebben of te oud zijn voor de leerplicht. {onzeker}
-- changed:    Sinds versie 0.2.0: per gemeente tellen cijfers van voor een herindeling bij de gemeente van
--             nu, omdat zij anders over de oude en de nieuwe verdeeld stonden.
--             Sinds versie 0.2.0: een melding die een volledige lijst niet meer noemt is voorbij op een
--             onbekende dag, en een nummer zonder de nullen vooraan is dezelfde leerling of melding, omdat
--             zulke meldingen anders voor altijd of dubbel telden.
--             Sinds versie 0.2.0: wie geen exacte aantallen ziet leest het deel in klassen, omdat een op
--             vijf afgerond percentage van twaalf leerlingen er één aanwees.

select
    definitie,
    eenheid as code,
    periode,
    'dagen=' || dagen || case when loopt then '+' else '' end as uitsplitsing,
    cast(count(*) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from views.thuiszitters_cohort
group by definitie, eenheid, periode, dagen, loopt
