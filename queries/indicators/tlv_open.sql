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
-- caveat:     Een ingetrokken aanvraag zonder datum telt niet mee: wanneer zij ophield is onbekend.

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
    where tlv.is_eigen
),

delen as (
    select eenheid, periode, '' as deel from open_aanvraag
    union all
    select eenheid, periode, 'wachttijd=' || wachttijd from open_aanvraag
    union all
    select eenheid, periode, 'compleet=' || compleet from open_aanvraag
)

select
    eenheid as code,
    periode,
    deel as uitsplitsing,
    cast(count(*) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from delen
group by eenheid, periode, deel

union all

select eenheid, periode, '', 0, 0, null, null
from views.nul
where bron = 'tlv' and moment = 'maandeinde'
