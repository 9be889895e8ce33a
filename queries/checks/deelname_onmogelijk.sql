-- title:       Een vso-deelname die niet kan kloppen
-- advice:      Meer dan een kwart van de leerlingen in het vso komt nergens voor. Kijk of alle
--              scholen van het samenwerkingsverband in de telling staan.
-- seriousness: fout

with per_swv as (
    select
        lid.swv,
        deelname.periode,
        sum(deelname.teller) as teller,
        sum(deelname.noemer_max) as noemer,
    from indicators.deelname_vso_locatie as deelname
    join views.lidmaatschap_toen as lid
        on lid.vestiging = deelname.code
        and lid.per = 'swv'
        and lid.sector = 'vo'
        and lid.van <= deelname.periode
        and deelname.periode < lid.tot
    group by lid.swv, deelname.periode
)

select
    swv as code,
    swv || ' op ' || periode || ': ' || cast(teller as bigint) || ' vso-leerlingen op '
        || cast(noemer as bigint) || ' leerlingen in het regulier vo' as melding,
from per_swv
where noemer > 0
    and 4 * teller > noemer
    and swv <> 'onbekend'
