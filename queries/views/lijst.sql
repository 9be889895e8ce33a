-- Eén rij per vestiging en adreslijst van DUO (vo, basisonderwijs, sbo/so/vso), zoals die lijst
-- haar noemde. Een lijst die een vestiging niet meer noemt, wist haar oude rijen niet.

select
    'vo' as lijst,
    lijstdatum,
    levering,
    vestiging,
    naam,
    bestuursnummer,
    straat,
    huisnummer,
    postcode,
    plaats,
    gemeentecode,
    gemeentenaam,
    telefoon,
    website,
    onderwijsstructuur as aanbod,
    case when onderwijsstructuur = 'PRO' then 'pro' else 'vo' end as schooltype,
from bron.vestigingen_vo

union all

select
    'bo' as lijst,
    lijstdatum,
    levering,
    vestiging,
    naam,
    bestuursnummer,
    straat,
    huisnummer,
    postcode,
    plaats,
    gemeentecode,
    gemeentenaam,
    telefoon,
    website,
    null as aanbod,
    'bao' as schooltype,
from bron.vestigingen_bo

union all

select
    'so' as lijst,
    lijstdatum,
    levering,
    vestiging,
    naam,
    bestuursnummer,
    straat,
    huisnummer,
    postcode,
    plaats,
    gemeentecode,
    gemeentenaam,
    telefoon,
    website,
    onderwijs as aanbod,
    case
        when soort_po not ilike '%(V)SO%' and soort_po ilike '%SB%' then 'sbo'
        -- 'SO ZMLK + VSO ZMLK + RP-SO …': RP is de residentiële plaats, geen eigen schoolsoort.
        when ' ' || onderwijs like '% VSO %' and ' ' || onderwijs like '% SO %' then 'so/vso'
        when ' ' || onderwijs like '% VSO %' then 'vso'
        when ' ' || onderwijs like '% SO %' then 'so'
        else 'so/vso'
    end as schooltype,
from bron.vestigingen_so
