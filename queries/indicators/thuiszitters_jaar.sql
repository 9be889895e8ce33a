-- title:      {titel}: in het schooljaar
-- short:      {kort}, jaar
-- definition: {tekst} Geteld zijn leerlingen die daar ergens in het schooljaar aan voldeden, al was het
--             één dag. Dat zijn er altijd meer dan op één dag.
-- teller:     leerlingen
-- kind:       aantal
-- unit:       leerlingen
-- per:        woonplaats
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     schooljaar
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  lager
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  redengroep
-- caveat:     Dit is geen stand: de Leerplichttelling telt zo, het samenwerkingsverband stuurt op de stand.
--             Een redengroep is de reden van de laatste melding van het jaar, in een van vier groepen naar
--             de woorden die zijn ingevuld: gezondheid en hulp (ziek, angst, overprikkeld, wacht op
--             jeugdhulp), school en onderwijsplek (geen passende plek, geschorst, uitgeschreven, conflict),
--             thuis en verhuizing (thuissituatie, verhuisd, onbekend bij school), en anders of onbekend.
--             {onzeker}
-- changed:    Sinds versie 0.2.0: per gemeente tellen cijfers van voor een herindeling bij de gemeente van
--             nu, omdat zij anders over de oude en de nieuwe verdeeld stonden.
--             Sinds versie 0.2.0: een melding die een volledige lijst niet meer noemt is voorbij op een
--             onbekende dag, en een nummer zonder de nullen vooraan is dezelfde leerling of melding, omdat
--             zulke meldingen anders voor altijd of dubbel telden.

with jaar as (
    select definitie, eenheid, periode, zeker, '' as deel
    from views.thuiszitters_jaar
    union all
    select jaar.definitie, jaar.eenheid, jaar.periode, jaar.zeker, 'redengroep=' || redengroep.groep
    from views.thuiszitters_jaar as jaar
    join views.redengroep as redengroep on redengroep.reden = jaar.reden
)

select
    definitie,
    eenheid as code,
    periode,
    deel as uitsplitsing,
    cast(sum(case when zeker then 1 else 0 end) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from jaar
group by definitie, eenheid, periode, deel

union all

select definitie.code, nul.eenheid, nul.periode, '', 0, 0, null, null
from views.nul as nul
cross join instellingen.definitie as definitie
where nul.bron = 'verzuimmeldingen' and nul.moment = 'schooljaar'
