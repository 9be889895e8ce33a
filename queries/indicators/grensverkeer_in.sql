-- title:      Inkomend grensverkeer: leerlingen van een ander samenwerkingsverband in ons vso
-- short:      Grensverkeer in
-- definition: Leerlingen die op 1 oktober met een geldige toelaatbaarheidsverklaring van een ander
--             samenwerkingsverband op een vso-school in dit samenwerkingsverband zitten.
-- teller:     leerlingen van een ander samenwerkingsverband
-- kind:       aantal
-- unit:       leerlingen
-- per:        vestiging
-- sector:     vo
-- moment:     1 oktober
-- source:     tlv
-- theme:      verwijzingen
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- caveat:     Alleen wie op de lijst van dit samenwerkingsverband staat. Een ander verband hoeft zijn tlv's
--             hier niet te melden, dus het kunnen er meer zijn.
-- changed:    Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar, omdat het nieuwste
--             adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en welke gemeente zij
--             hoorde.

-- Met twee tlv's tegelijk zit een leerling op één school: die van de nieuwste. Is die van dit
-- verband zelf, dan is hij niet van een ander.
with geldig as (
    select
        dag.swv,
        dag.periode,
        tlv.leerling,
        arg_max(tlv.swv, (tlv.geldig_vanaf, tlv.beschikkingsnummer)) as besluiter,
        arg_max(
            coalesce(tlv.bestemming, ''), (tlv.geldig_vanaf, tlv.beschikkingsnummer)
        ) as bestemming,
        arg_max(
            coalesce(tlv.bestemming_swv, ''), (tlv.geldig_vanaf, tlv.beschikkingsnummer)
        ) as bestemming_swv,
    from views.toelaatbaarheid as tlv
    join views.tlv_dag as dag
        on dag.moment = '1 oktober'
        and dag.sector = tlv.sector
        and tlv.geldig_vanaf <= dag.datum
        and coalesce(tlv.geldig_tot >= dag.datum, true)
    where tlv.soort = 'vso' and tlv.is_afgegeven
    group by dag.swv, dag.periode, tlv.leerling
),

binnen as (
    select bestemming, periode, count(*) as leerlingen
    from geldig
    where bestemming_swv = swv and besluiter <> swv
    group by bestemming, periode
),

-- Elke vso-school van een verband met een lijst: ook nul is een cijfer.
school as (
    select lid.vestiging, dag.periode
    from views.tlv_dag as dag
    join views.lidmaatschap_toen as lid
        on lid.sector = dag.sector
        and lid.per = 'swv'
        and lid.swv = dag.swv
        and lid.van <= dag.periode
        and dag.periode < lid.tot
    join views.vestiging as vestiging
        on vestiging.vestiging = lid.vestiging and vestiging.schooltype = 'vso'
    where dag.moment = '1 oktober' and dag.sector = 'vo'
    union
    select bestemming, periode from binnen
)

select
    school.vestiging as code,
    school.periode,
    '' as uitsplitsing,
    cast(coalesce(binnen.leerlingen, 0) as double) as teller,
    cast(coalesce(binnen.leerlingen, 0) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from school
left join binnen
    on binnen.bestemming = school.vestiging and binnen.periode = school.periode
