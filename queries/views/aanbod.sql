-- kept: Eén rij per arrangement en schooljaar: waar het is (views.aanbod_plek), van welk
-- samenwerkingsverband, en hoeveel plaatsen er zijn volgens plan en in de praktijk.

select
    plek.schooljaar,
    plek.sector,
    van.swv,
    plek.arrangementscode,
    plek.titel,
    plek.vestiging,
    plek.aanbieder,
    plek.postcode4,
    plek.plek_gemeente as gemeentecode,
    case when plek.plek_swv = van.swv then plek.plek_subregio end as subregio,
    case when plek.plek_swv = van.swv then plek.plek_wijk end as wijk,
    plek.plek_latitude as latitude,
    plek.plek_longitude as longitude,
    plek.ondersteuningsvragen,
    plek.niveaus,
    plek.vorm,
    plek.zwaarte,
    plek.bereik,
    plek.plaatsen_plan,
    plek.plaatsen_praktijk,
    plek.bezet,
    plek.wachtend,
    plek.status,
    plek.tarief,
    plek.evaluatiedatum,
    plek.aftekening,
    'aanbod/' || plek.sector || '/' || van.swv || '/' || coalesce(plek.postcode4, '')
    || '/' || coalesce(plek.vestiging, '') as eenheid,
from views.aanbod_plek as plek
join views.levering_swv as van on van.levering = plek.levering and van.sector = plek.sector
