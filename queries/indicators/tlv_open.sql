-- title:      Aanvragen van een toelaatbaarheidsverklaring die nog open zijn
-- short:      Open tlv-aanvragen
-- definition: Aanvragen die op de laatste dag van de maand ontvangen waren en waarover toen nog niet was
--             besloten. Uitgesplitst naar hoe lang ze dan al liggen.
-- teller:     open aanvragen
-- kind:       aantal
-- unit:       aanvragen
-- per:        herkomst
-- sector:     vo, po
-- moment:     maandeinde
-- source:     tlv
-- theme:      verwijzingen
-- direction:  lager
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  wachttijd, compleet
-- rang:       wachttijd = tot 4 weken < 4 tot 8 weken < 8 tot 13 weken < langer dan 13 weken
-- caveat:     Een ingetrokken aanvraag zonder datum telt niet mee: wanneer zij ophield is onbekend.
--             Een aanvraag die een volledige lijst niet meer noemt telt daarvoor als mogelijk.
-- changed:    Sinds versie 0.2.0 telt een open aanvraag die een volledige lijst niet meer noemt niet voor
--             altijd mee, omdat zij voorbij is op een onbekende dag.
--             Sinds versie 0.2.0: per gemeente, subregio en wijk telt een tlv waar haar school van herkomst toen stond,
--             omdat de leerlingen van die school daar ook tellen en een verhuizing anders het een van het ander scheidde.

with open_aanvraag as (
    select
        tlv.eenheid,
        maand.periode,
        case
            when date_diff('day', tlv.ontvangen, maand.datum) <= 28 then 'tot 4 weken'
            when date_diff('day', tlv.ontvangen, maand.datum) <= 56 then '4 tot 8 weken'
            when date_diff('day', tlv.ontvangen, maand.datum) <= 91 then '8 tot 13 weken'
            else 'langer dan 13 weken'
        end as wachttijd,
        case when tlv.compleet <= maand.datum then 'ja' else 'nee' end as compleet,
        coalesce(maand.datum <= tlv.zeker_tot, true) as zeker,
    from views.toelaatbaarheid as tlv
    join views.maandeinde as maand
        on maand.bron = 'tlv'
        and maand.sector = tlv.sector
        and maand.swv = tlv.swv
        and tlv.ontvangen <= maand.datum
        and case
            when tlv.besluitdatum is null then tlv.besluit = 'open'
            else tlv.besluitdatum > maand.datum
        end
    where tlv.is_eigen and coalesce(maand.datum < tlv.uiterlijk, true)
),

delen as (
    select eenheid, periode, '' as deel, zeker from open_aanvraag
    union all
    select eenheid, periode, 'wachttijd=' || wachttijd, zeker from open_aanvraag
    union all
    select eenheid, periode, 'compleet=' || compleet, zeker from open_aanvraag
)

select
    eenheid as code,
    periode,
    deel as uitsplitsing,
    cast(count(*) filter (where zeker) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from delen
group by eenheid, periode, deel

union all

select eenheid, periode, '', 0, 0, null, null
from views.nul
where bron = 'tlv' and moment = 'maandeinde'
