-- kept: Eén rij per bestand van leerlingen, sector en samenwerkingsverband: over welke dagen het
-- volledig kan zijn. Het begint met het eerste schooljaar dat minstens een derde van de rijen van het
-- drukste heeft, en ook in de herfst al rijen: wat er van eerdere jaren is, zijn de lange gevallen,
-- en dan is te zien als stijging wat alleen het begin van het bestand is. Het loopt tot en met de
-- laatste dag die erin voorkomt, of tot de dag van levering als die er hooguit een maand na ligt.

with dagen as (
    select
        'tlv' as bron, sector, swv, levering, ontvangen as eerste,
        greatest(ontvangen, coalesce(compleet, ontvangen), coalesce(besluitdatum, ontvangen))
            as laatste,
    from views.toelaatbaarheid
    where is_eigen
    union all
    select
        'verzuimmeldingen', sector, swv, levering, sinds,
        greatest(sinds, coalesce(einde, sinds)),
    from views.melding
),

-- Een dag na de levering is een afspraak en geen waarneming.
gezien as (
    select
        dagen.bron,
        dagen.sector,
        dagen.swv,
        dagen.eerste,
        case
            when dagen.laatste <= cast(levering.geleverd as date) then dagen.laatste
            when dagen.eerste <= cast(levering.geleverd as date) then dagen.eerste
        end as laatste,
        cast(levering.geleverd as date) as geleverd,
    from dagen
    join bron.levering as levering on levering.nummer = dagen.levering
),

per_schooljaar as (
    select
        bron,
        sector,
        swv,
        jaar,
        count(*) as rijen,
        sum(case when maand in (8, 9, 10) then 1 else 0 end) as in_de_herfst,
    from (
        select
            *,
            month(eerste) as maand,
            case when month(eerste) >= 8 then year(eerste) else year(eerste) - 1 end as jaar,
        from gezien
    ) as rijen
    group by bron, sector, swv, jaar
),

vergeleken as (
    select *, max(rijen) over (partition by bron, sector, swv) as drukste from per_schooljaar
),

eerste_schooljaar as (
    select
        bron,
        sector,
        swv,
        min(case when in_de_herfst > 0 and 3 * rijen >= drukste then jaar end) as jaar,
        -- Is er geen enkel jaar zo, dan kan alleen het jaar na het eerste heel zijn.
        min(jaar) + 1 as volgende,
    from vergeleken
    group by bron, sector, swv
),

uitersten as (
    select bron, sector, swv, max(laatste) as laatste, max(geleverd) as geleverd
    from gezien
    group by bron, sector, swv
),

nu as (
    select
        uitersten.bron,
        uitersten.sector,
        uitersten.swv,
        make_date(coalesce(eerste_schooljaar.jaar, eerste_schooljaar.volgende), 8, 1) as vanaf,
        case
            when uitersten.geleverd - uitersten.laatste <= 31 then uitersten.geleverd
            else uitersten.laatste
        end as tot_en_met,
    from uitersten
    join eerste_schooljaar
        on eerste_schooljaar.bron = uitersten.bron
        and eerste_schooljaar.sector = uitersten.sector
        and eerste_schooljaar.swv = uitersten.swv
    where uitersten.laatste is not null
)

-- Zijn er rijen opgeruimd, dan begint het nog steeds waar het begon.
select
    coalesce(vast.bron, nu.bron) as bron,
    coalesce(vast.sector, nu.sector) as sector,
    coalesce(vast.swv, nu.swv) as swv,
    coalesce(vast.vanaf, nu.vanaf) as vanaf,
    greatest(coalesce(nu.tot_en_met, vast.tot_en_met), coalesce(vast.tot_en_met, nu.tot_en_met))
        as tot_en_met,
from nu
full outer join bron.bewaard_bereik as vast
    on vast.bron = nu.bron and vast.sector = nu.sector and vast.swv = nu.swv
