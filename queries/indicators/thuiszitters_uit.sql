-- title:      {titel}: eraf in de maand
-- short:      {kort}: eraf
-- definition: {tekst} Geteld is hoe vaak in de maand een leerling daaraan ophield te voldoen.
-- teller:     keer dat een leerling eraf ging
-- kind:       aantal
-- unit:       keer
-- per:        woonplaats
-- definitions: thuiszitter
-- sector:     vo, po
-- moment:     maand
-- flow:       true
-- source:     verzuimmeldingen
-- theme:      thuiszitters
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- caveat:     Dat het verzuim ophield, is niet altijd terug naar school: de leerling kan ook verhuisd zijn,
--             een vrijstelling hebben of te oud zijn voor de leerplicht. {onzeker}
-- changed:    Sinds versie 0.2.0: per gemeente tellen cijfers van voor een herindeling bij de gemeente van
--             nu, omdat zij anders over de oude en de nieuwe verdeeld stonden.
--             Sinds versie 0.2.0: een melding die een volledige lijst niet meer noemt is voorbij op een
--             onbekende dag, en een nummer zonder de nullen vooraan is dezelfde leerling of melding, omdat
--             zulke meldingen anders voor altijd of dubbel telden.

with gebeurd as (
    select
        verblijf.definitie, verblijf.sector, verblijf.swv, verblijf.leerling, verblijf.eenheid,
        maand.maand,
        verblijf.eindigt and verblijf.zeker as zeker,
    from views.verblijf as verblijf
    join views.maandeinde as maand
        on maand.bron = 'verzuimmeldingen'
        and maand.sector = verblijf.sector
        and maand.swv = verblijf.swv
        and verblijf.tot between maand.begin and maand.datum
    where verblijf.eindigt or (verblijf.zeker and not verblijf.blijft_zeker)
),

-- Wie een volledige lijst niet meer noemt kan er op elke dag af gegaan zijn waarvan niet bekend is of hij
-- nog meetelde.
misschien as (
    select distinct
        verblijf.definitie, verblijf.sector, verblijf.swv, verblijf.leerling, verblijf.eenheid,
        maand.maand,
    from views.verblijf as verblijf
    join views.niet_genoemd as weg
        on weg.meldingnummer = verblijf.meldingnummer and weg.zeker_tot <= verblijf.van
    join views.maandeinde as maand
        on maand.bron = 'verzuimmeldingen'
        and maand.sector = verblijf.sector
        and maand.swv = verblijf.swv
        and verblijf.van <= maand.datum
        and verblijf.tot >= maand.begin
    where not verblijf.zeker
),

alle as (
    select definitie, eenheid, maand, zeker from gebeurd
    union all
    select misschien.definitie, misschien.eenheid, misschien.maand, false
    from misschien
    where not exists (
        select 1
        from gebeurd
        where gebeurd.definitie = misschien.definitie
            and gebeurd.sector = misschien.sector
            and gebeurd.swv = misschien.swv
            and gebeurd.leerling = misschien.leerling
            and gebeurd.maand = misschien.maand
    )
)

select
    definitie,
    eenheid as code,
    maand as periode,
    '' as uitsplitsing,
    cast(sum(case when zeker then 1 else 0 end) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from alle
group by definitie, eenheid, maand

union all

select definitie.code, nul.eenheid, nul.periode, '', 0, 0, null, null
from views.nul as nul
cross join instellingen.definitie as definitie
where nul.bron = 'verzuimmeldingen' and nul.moment = 'maand'
