-- title:      Kosten van arrangementen in een kalenderjaar
-- short:      Kosten arrangementen
-- definition: Tarief maal de afgesproken plaatsen van arrangementen die actief zijn: zeven twaalfde van het schooljaar dat
--             in het kalenderjaar eindigt en vijf twaalfde van het schooljaar dat erin begint.
-- teller:     euro voor arrangementen
-- kind:       aantal
-- unit:       euro
-- per:        aanbod
-- sector:     vo, po
-- moment:     jaar
-- source:     arrangementen
-- theme:      aanbod
-- direction:  geen
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- card:       false
-- caveat:     Alleen jaren waarvan beide schooljaren geleverd zijn. Van arrangementen zonder tarief zijn de kosten
--             onbekend: dan is het ten minste zo veel.

with jaarbedrag as (
    select
        sector,
        swv,
        eenheid,
        schooljaar,
        -- Een som van decimalen is in elke volgorde tot het laatste cijfer gelijk.
        cast(sum(cast(coalesce(tarief * plaatsen_plan, 0) as decimal(38, 9))) as double) as bedrag,
        case
            when count(tarief) = count(*)
                then cast(sum(cast(tarief * plaatsen_plan as decimal(38, 9))) as double)
        end as bedrag_max,
    from views.aanbod
    where status = 'actief' and plaatsen_plan > 0
    group by sector, swv, eenheid, schooljaar
),

schooljaar as (
    select distinct sector, swv, schooljaar from views.aanbod
),

-- Een kalenderjaar is heel als het verband van beide schooljaren een opgave heeft.
kalenderjaar as (
    select eerste.sector, eerste.swv, right(eerste.schooljaar, 4) as jaar
    from schooljaar as eerste
    join schooljaar as tweede
        on tweede.sector = eerste.sector
        and tweede.swv = eerste.swv
        and left(tweede.schooljaar, 4) = right(eerste.schooljaar, 4)
),

deel as (
    select sector, swv, eenheid, right(schooljaar, 4) as jaar, 7 as twaalfde, bedrag, bedrag_max
    from jaarbedrag
    union all
    select sector, swv, eenheid, left(schooljaar, 4), 5, bedrag, bedrag_max
    from jaarbedrag
)

select
    deel.eenheid as code,
    deel.jaar as periode,
    '' as uitsplitsing,
    cast(sum(deel.bedrag * deel.twaalfde) / 12 as double) as teller,
    cast(
        case
            when count(deel.bedrag_max) = count(*) then sum(deel.bedrag_max * deel.twaalfde) / 12
        end as double
    ) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from deel
join kalenderjaar
    on kalenderjaar.sector = deel.sector
    and kalenderjaar.swv = deel.swv
    and kalenderjaar.jaar = deel.jaar
group by deel.eenheid, deel.jaar
