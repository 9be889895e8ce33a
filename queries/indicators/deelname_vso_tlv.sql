-- title:      Deelname aan het voortgezet speciaal onderwijs, naar wie betaalt
-- short:      Vso-deelname (tlv)
-- definition: Leerlingen met een toelaatbaarheidsverklaring van dit samenwerkingsverband die op 1 oktober
--             geldig is, als deel van de leerlingen in het regulier voortgezet onderwijs (met
--             praktijkonderwijs; leerlingen aan het vavo tellen voor de helft).
-- teller:     leerlingen met een geldige tlv voor het vso
-- noemer:     leerlingen in het regulier vo, vavo voor de helft
-- kind:       aandeel
-- unit:       %
-- usual:      1-10
-- per:        herkomst
-- levels:     swv, land
-- sector:     vo
-- moment:     1 oktober
-- source:     tlv, leerlingen_vo_onderwijstype, leerlingen_vo_vavo, leerlingtelling
-- counts:     vo
-- theme:      deelname
-- direction:  lager
-- audience:   directeur, consultant, bestuur, school, gemeente, beheerder
-- decimals:   1
-- caveat:     Wie een tlv heeft, zit meestal maar niet altijd in het vso. Wie zonder tlv in het vso zit, zoals
--             in een gesloten instelling, telt niet mee. De reeks begint als de lijst drie jaar of ouder
--             is: zo oud dat er bijna geen tlv's meer gelden van voor haar begin.
-- changed:    Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar, omdat het nieuwste
--             adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en welke gemeente zij
--             hoorde.

with geldig as (
    select
        tlv.swv,
        tlv.leerling,
        dag.periode,
        arg_max(tlv.eenheid, (tlv.geldig_vanaf, tlv.beschikkingsnummer)) as eenheid,
    from views.toelaatbaarheid as tlv
    join views.tlv_dag as dag
        on dag.moment = '1 oktober'
        and dag.sector = tlv.sector
        and dag.swv = tlv.swv
        and tlv.geldig_vanaf <= dag.datum
        and coalesce(tlv.geldig_tot >= dag.datum, true)
    where tlv.is_eigen and tlv.is_afgegeven and tlv.soort = 'vso'
    group by tlv.swv, tlv.leerling, dag.periode
)

select
    eenheid as code,
    periode,
    '' as uitsplitsing,
    cast(count(*) as double) as teller,
    cast(count(*) as double) as teller_max,
    0::double as noemer,
    0::double as noemer_max,
from geldig
group by eenheid, periode

union all

select
    leerling.vestiging,
    leerling.periode,
    '',
    0,
    0,
    cast(sum(leerling.minimum * case leerling.schooltype when 'vavo' then 0.5 else 1 end) as double),
    cast(
        case
            when count(leerling.maximum) = count(*)
                then sum(leerling.maximum * case leerling.schooltype when 'vavo' then 0.5 else 1 end)
        end as double
    ),
from views.leerling as leerling
join views.lidmaatschap_toen as lid
    on lid.vestiging = leerling.vestiging
    and lid.sector = 'vo'
    and lid.per = 'swv'
    and lid.van <= leerling.periode
    and leerling.periode < lid.tot
join views.tlv_dag as dag
    on dag.moment = '1 oktober'
    and dag.sector = 'vo'
    and dag.swv = lid.swv
    and dag.periode = leerling.periode
where leerling.groep = 'vo'
group by leerling.vestiging, leerling.periode
