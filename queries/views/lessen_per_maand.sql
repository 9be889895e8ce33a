-- kept: Eén rij per sector, samenwerkingsverband en maand waarin meldingen begonnen van wie ongeoorloofd
-- afwezig is: hoeveel het er zijn, van hoeveel bekend is of de leerling alle lessen mist, en waaruit dat
-- blijkt. Van maanden waarvan rijen zijn opgeruimd, zoals het toen was.

with nu as (
    select
        telt.sector,
        telt.swv,
        cast(date_trunc('month', telt.sinds) as date) as maand,
        count(*) as alle,
        count(*) filter (where rij.bekend) as bekend,
        min(telt.levering) filter (where rij.bekend) as levering,
        bool_or(rij.heeft_soort) as heeft_soort,
        bool_or(rij.heeft_lessen) as heeft_lessen,
    from views.melding as telt
    join (
        select
            meldingnummer,
            soort_verzuim is not null as heeft_soort,
            coalesce(alle_lessen_gemist in ('ja', 'nee'), false) as heeft_lessen,
            soort_verzuim is not null or coalesce(alle_lessen_gemist in ('ja', 'nee'), false)
                as bekend,
        from bron.verzuimmeldingen
    ) as rij on rij.meldingnummer = telt.meldingnummer
    where telt.telt and telt.ingeschreven = 'ja' and telt.geoorloofd = 'nee'
    group by all
)

select sector, swv, maand, alle, bekend, levering, heeft_soort, heeft_lessen
from bron.bewaard_lessen
union all
select sector, swv, maand, alle, bekend, levering, heeft_soort, heeft_lessen
from nu
where not exists (
    select 1
    from bron.bewaard_lessen as vast
    where vast.sector = nu.sector and vast.swv = nu.swv and vast.maand = nu.maand
)
