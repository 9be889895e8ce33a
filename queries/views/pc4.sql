-- kept: Eén rij per postcode4 en sector (po, vo): bij welk samenwerkingsverband, welke gemeente van
-- nu, subregio en wijk die postcode hoort.

select
    indeling.postcode4,
    indeling.sector,
    indeling.swv,
    coalesce(plek.gemeentecode, herindeling.nu, indeling.gemeentecode) as gemeentecode,
    coalesce(gemeentenaam.naam, indeling.gemeentenaam) as gemeentenaam,
    indeling.subregio,
    indeling.wijk,
    indeling.latitude,
    indeling.longitude,
from views.indeling as indeling
left join views.postcode_gemeente as plek
    on plek.postcode = indeling.postcode4 and indeling.gemeentecode is not null
left join views.herindeling as herindeling
    on herindeling.oud = indeling.gemeentecode and herindeling.aantal = 1
left join views.gemeentenaam as gemeentenaam
    on gemeentenaam.gemeentecode
        = coalesce(plek.gemeentecode, herindeling.nu, indeling.gemeentecode)
