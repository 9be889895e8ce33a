-- kept: Eén rij per toelaatbaarheidsverklaring (beschikkingsnummer met leerling): welk
-- samenwerkingsverband besloot, waar de leerling vandaan komt en waar hij heen gaat. `eenheid` is
-- waar zij geteld wordt (views.eenheid). `is_eigen` is onwaar bij wat een ander verband afgaf: van
-- dat verband staat hier maar een deel, dus daarover komt geen cijfer. Een open aanvraag die een volledige
-- lijst niet meer noemt was zeker open tot `zeker_tot` en zeker niet meer vanaf `uiterlijk`.

select
    tlv.levering,
    tlv.beschikkingsnummer,
    tlv.leerling,
    tlv.sector,
    tlv.soort,
    tlv.categorie,
    tlv.overgang,
    tlv.besluit,
    tlv.ontvangen,
    tlv.compleet,
    tlv.besluitdatum,
    tlv.geldig_vanaf,
    tlv.geldig_tot,
    tlv.leeftijd,
    weg.zeker_tot,
    weg.uiterlijk,
    tlv.ondersteuningsvraag,
    tlv.herkomst_vestiging as herkomst,
    tlv.bestemming_vestiging as bestemming,
    bestemming.swv as bestemming_swv,
    van.swv as eigenaar,
    coalesce(tlv.besluiter, van.swv) as swv,
    coalesce(tlv.besluiter, van.swv) = van.swv as is_eigen,
    'tlv/' || tlv.sector
    || '/' || coalesce(tlv.besluiter, van.swv)
    || '/' || coalesce(tlv.herkomst_vestiging, '') as eenheid,
    tlv.besluit = 'afgegeven'
    and tlv.geldig_vanaf is not null
    and coalesce(tlv.geldig_tot >= tlv.geldig_vanaf, true) as is_afgegeven,
from views.tlv_besluiter as tlv
join views.levering_swv as van on van.levering = tlv.levering and van.sector = tlv.sector
left join views.tlv_niet_genoemd as weg
    on weg.beschikkingsnummer = tlv.beschikkingsnummer
    and weg.leerling = tlv.leerling
left join views.lidmaatschap as bestemming
    on bestemming.vestiging = tlv.bestemming_vestiging
    and bestemming.sector = tlv.sector
    and bestemming.per = 'swv'
    and bestemming.swv <> 'onbekend'
