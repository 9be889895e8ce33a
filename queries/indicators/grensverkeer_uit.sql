-- title:      Uitgaand grensverkeer: onze leerlingen in het vso van een ander samenwerkingsverband
-- short:      Grensverkeer uit
-- definition: Leerlingen die op 1 oktober met een geldige toelaatbaarheidsverklaring van dit
--             samenwerkingsverband op een vso-school buiten dit samenwerkingsverband zitten.
-- teller:     leerlingen op een vso-school elders
-- kind:       aantal
-- unit:       leerlingen
-- per:        herkomst
-- levels:     swv, land
-- sector:     vo
-- moment:     1 oktober
-- source:     tlv
-- theme:      verwijzingen
-- direction:  geen
-- card:       false
-- audience:   directeur, consultant, bestuur, gemeente, beheerder
-- breakdown:  bestemming
-- caveat:     Een school die op geen enkele lijst van dit samenwerkingsverband staat, is hier een school
--             elders. Staat bij een tlv geen bestemming, dan is het niet zeker en staan er een laagste en
--             een hoogste getal.
-- changed:    Sinds versie 0.2.0: een telling hoort bij het adres van haar eigen jaar, omdat het nieuwste
--             adres ook van eerdere jaren bepaalde bij welk samenwerkingsverband en welke gemeente zij
--             hoorde.

with geldig as (
    select
        tlv.swv,
        tlv.leerling,
        dag.periode,
        -- Met twee tlv's tegelijk zit een leerling op één school: die van de nieuwste.
        arg_max(tlv.eenheid, (tlv.geldig_vanaf, tlv.beschikkingsnummer)) as eenheid,
        arg_max(
            coalesce(tlv.bestemming, 'onbekend'), (tlv.geldig_vanaf, tlv.beschikkingsnummer)
        ) as bestemming,
        arg_max(
            coalesce(tlv.bestemming_swv, 'elders'), (tlv.geldig_vanaf, tlv.beschikkingsnummer)
        ) as bestemming_swv,
    from views.toelaatbaarheid as tlv
    join views.tlv_dag as dag
        on dag.moment = '1 oktober'
        and dag.sector = tlv.sector
        and dag.swv = tlv.swv
        and tlv.geldig_vanaf <= dag.datum
        and coalesce(tlv.geldig_tot >= dag.datum, true)
    where tlv.is_eigen and tlv.is_afgegeven and tlv.soort = 'vso'
    group by tlv.swv, tlv.leerling, dag.periode
),

delen as (
    select eenheid, periode, '' as deel, bestemming <> 'onbekend' as zeker
    from geldig
    where bestemming_swv <> swv
    union all
    select eenheid, periode, 'bestemming=' || bestemming, bestemming <> 'onbekend'
    from geldig
    where bestemming_swv <> swv
)

select
    eenheid as code,
    periode,
    deel as uitsplitsing,
    cast(sum(case when zeker then 1 else 0 end) as double) as teller,
    cast(count(*) as double) as teller_max,
    null::double as noemer,
    null::double as noemer_max,
from delen
group by eenheid, periode, deel

union all

select distinct lid.vestiging, dag.periode, '', 0, 0, null::double, null::double
from views.tlv_dag as dag
join views.lidmaatschap_toen as lid
    on lid.sector = dag.sector
    and lid.per = 'swv'
    and lid.swv = dag.swv
    and lid.van <= dag.periode
    and dag.periode < lid.tot
where dag.moment = '1 oktober' and dag.sector = 'vo'
