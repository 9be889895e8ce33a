-- kept: Eén rij per sector, groep, vestiging en periode (een schooljaar of de laatste dag van een
-- maand): de leerlingen die er op de teldatum van die periode stonden ingeschreven.

select
    teldatum.sector,
    teldatum.groep,
    teldatum.swv,
    leerling.vestiging,
    teldatum.periode,
    -- Wat ook iets anders kan zijn, is van deze groep niet zeker.
    sum(
        case
            when leerling.schooltype in ('so/vso', 'sbo/so/vso') then 0
            else leerling.minimum
        end
    ) as minimum,
    case when count(leerling.maximum) = count(*) then sum(leerling.maximum) end as maximum,
from views.teldatum as teldatum
join views.lidmaatschap_toen as lid
    on lid.sector = teldatum.sector
    and lid.per = 'swv'
    and lid.swv = teldatum.swv
    -- Zoals een cijfer van die periode wordt opgeteld.
    and lid.van <= teldatum.periode
    and teldatum.periode < lid.tot
join views.leerling as leerling
    on leerling.vestiging = lid.vestiging and leerling.periode = teldatum.teldatum
-- Wie in het praktijkonderwijs zit hoort ook bij het regulier vo (net als in views.leerling).
join views.groep as groep
    on groep.schooltype = leerling.schooltype
    and (groep.groep = teldatum.groep or (teldatum.groep = 'vo' and leerling.schooltype = 'pro'))
group by
    teldatum.sector, teldatum.groep, teldatum.swv, leerling.vestiging, teldatum.periode
