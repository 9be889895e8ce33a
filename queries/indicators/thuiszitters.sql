-- title:      {titel}: stand
-- short:      {kort}
-- definition: {tekst} Geteld zijn leerlingen op de laatste dag van de maand; een leerling met twee
--             meldingen telt één keer, waar de nieuwste melding zegt dat hij woont.
-- teller:     leerlingen
-- kind:       aantal
-- unit:       leerlingen
-- per:        woonplaats
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     maandeinde
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- breakdown:  duur, groep, reden, plan, jeugdhulp, ondersteuningsvraag, ingeschreven
-- rang:       duur = tot 4 weken < 4 weken tot 3 maanden < 3 tot 6 maanden < 6 tot 12 maanden < langer dan
--              12 maanden; groep = ingeschreven, tot en met 4 weken < ingeschreven, 4 weken tot en met 3
--              maanden < ingeschreven, langer dan 3 maanden < niet ingeschreven, tot en met 3 maanden <
--              niet ingeschreven, langer dan 3 maanden < geoorloofd afwezig
-- caveat:     Alleen wat gemeld is telt mee. Een melding telt van haar begin tot haar einde, ook als zij
--             nu is afgesloten; een ingetrokken melding telt niet. {onzeker}
-- changed:    Sinds versie 0.2.0: per gemeente tellen cijfers van voor een herindeling bij de gemeente van
--             nu, omdat zij anders over de oude en de nieuwe verdeeld stonden.
--             Sinds versie 0.2.0: een melding die een volledige lijst niet meer noemt is voorbij op een
--             onbekende dag, en een nummer zonder de nullen vooraan is dezelfde leerling of melding, omdat
--             zulke meldingen anders voor altijd of dubbel telden.

with stand as (
    select definitie, eenheid, periode, case when zeker then 1 else 0 end as zeker, '' as deel
    from views.thuiszitters_stand
    union all
    select definitie, eenheid, periode, case when zeker then 1 else 0 end, 'duur=' || duur
    from views.thuiszitters_stand
    union all
    select definitie, eenheid, periode, case when zeker then 1 else 0 end, 'groep=' || groep
    from views.thuiszitters_stand
    union all
    select definitie, eenheid, periode, case when zeker then 1 else 0 end, 'reden=' || reden
    from views.thuiszitters_stand
    union all
    select definitie, eenheid, periode, case when zeker then 1 else 0 end, 'plan=' || plan
    from views.thuiszitters_stand
    union all
    select definitie, eenheid, periode, case when zeker then 1 else 0 end, 'jeugdhulp=' || jeugdhulp
    from views.thuiszitters_stand
    union all
    select
        definitie, eenheid, periode, case when zeker then 1 else 0 end,
        'ondersteuningsvraag=' || ondersteuningsvraag,
    from views.thuiszitters_stand
    union all
    select
        definitie, eenheid, periode, case when zeker then 1 else 0 end,
        'ingeschreven=' || ingeschreven,
    from views.thuiszitters_stand
)

select
    definitie,
    eenheid as code,
    periode,
    deel as uitsplitsing,
    cast(sum(zeker) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from stand
group by definitie, eenheid, periode, deel

union all

select definitie.code, nul.eenheid, nul.periode, '', 0, 0, null, null
from views.nul as nul
cross join instellingen.definitie as definitie
where nul.bron = 'verzuimmeldingen' and nul.moment = 'maandeinde'
