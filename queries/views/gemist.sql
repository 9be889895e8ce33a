-- kept: Eén rij per sector, groep, peildatum, samenwerkingsverband en vestiging die in een telling
-- ontbreekt. Dat is wie ervoor en erna wel geteld is, en bij de laatste telling wie de vorige keer
-- geteld is en niet weg: dicht volgens een adreslijst, of opgegaan in een school van dezelfde gemeente
-- die er ongeveer zoveel leerlingen bij kreeg, in nieuwe scholen die dat samen kregen, of in een nieuwe op
-- haar adres. Wie na een datum nooit meer geteld is, was toen al weg.

with geteld as (
    select
        lid.sector,
        groep.groep,
        lid.swv,
        gemeente.code as gemeente,
        plaats.postcode,
        leerling.vestiging,
        leerling.peildatum,
        leerling.periode,
        sum(case when leerling.schooltype = groep.groep then coalesce(leerling.minimum, 0) else 0 end)
            as leerlingen,
    from views.leerling as leerling
    join views.groep as groep on groep.schooltype = leerling.schooltype
    join views.lidmaatschap_toen as lid
        on lid.vestiging = leerling.vestiging
        and lid.per = 'swv'
        and lid.van <= leerling.periode
        and leerling.periode < lid.tot
    join views.lidmaatschap_toen as gemeente
        on gemeente.vestiging = lid.vestiging
        and gemeente.sector = lid.sector
        and gemeente.van = lid.van
        and gemeente.per = 'gemeente'
        and gemeente.zeker
    join views.standplaats as plaats
        on plaats.vestiging = lid.vestiging and plaats.van = lid.van and not plaats.is_nu
    group by all
),

telling as (
    select
        sector,
        groep,
        swv,
        peildatum,
        periode,
        lag(peildatum) over reeks as vorige,
        lead(peildatum) over reeks is null as is_laatste,
    from (select distinct sector, groep, swv, peildatum, periode from geteld) as datums
    window reeks as (partition by sector, groep, swv order by peildatum)
),

-- Vanaf de eerste tot en met de laatste keer dat zij hier geteld is, en de telling erna.
school as (
    select
        sector, groep, swv, vestiging,
        min(peildatum) as eerste,
        max(peildatum) as laatste,
    from geteld
    where leerlingen > 0
    group by sector, groep, swv, vestiging
),

afwezig as (
    select telling.*, school.vestiging, telling.peildatum > school.laatste as is_einde
    from telling
    join school
        on school.sector = telling.sector
        and school.groep = telling.groep
        and school.swv = telling.swv
        and school.eerste < telling.peildatum
        and (
            school.laatste > telling.peildatum
            or (telling.is_laatste and school.laatste = telling.vorige)
        )
    -- Wie verhuisde is ergens anders geteld.
    left join (
        select distinct sector, groep, vestiging, peildatum from geteld
    ) as er
        on er.sector = telling.sector
        and er.groep = telling.groep
        and er.vestiging = school.vestiging
        and er.peildatum = telling.peildatum
    where er.vestiging is null
),

-- Wie bij de laatste telling ophoudt, met de leerlingen van de vorige keer.
weg as (
    select
        afwezig.sector, afwezig.groep, afwezig.swv, afwezig.peildatum, afwezig.vestiging,
        geteld.gemeente, geteld.postcode, geteld.leerlingen,
        sum(geteld.leerlingen) over (
            partition by afwezig.sector, afwezig.groep, afwezig.swv, geteld.gemeente
        ) as samen,
    from afwezig
    join geteld
        on geteld.sector = afwezig.sector
        and geteld.groep = afwezig.groep
        and geteld.swv = afwezig.swv
        and geteld.vestiging = afwezig.vestiging
        and geteld.peildatum = afwezig.vorige
    where afwezig.is_einde
),

-- Wat een school er sinds de vorige telling bij kreeg; een nieuwe alles.
groei as (
    select
        nu.sector, nu.groep, nu.swv, nu.gemeente, nu.postcode, nu.peildatum,
        nu.leerlingen - coalesce(toen.leerlingen, 0) as erbij,
        coalesce(toen.leerlingen, 0) as had,
        sum(case when toen.leerlingen is null then nu.leerlingen else 0 end) over (
            partition by nu.sector, nu.groep, nu.swv, nu.gemeente
        ) as nieuw_samen,
    from telling
    join geteld as nu
        on nu.sector = telling.sector
        and nu.groep = telling.groep
        and nu.swv = telling.swv
        and nu.peildatum = telling.peildatum
    left join geteld as toen
        on toen.sector = telling.sector
        and toen.groep = telling.groep
        and toen.swv = telling.swv
        and toen.vestiging = nu.vestiging
        and toen.peildatum = telling.vorige
    where telling.is_laatste
)

select
    afwezig.sector, afwezig.groep, afwezig.swv, afwezig.peildatum, afwezig.periode,
    afwezig.vestiging,
from afwezig
left join weg
    on weg.sector = afwezig.sector
    and weg.groep = afwezig.groep
    and weg.swv = afwezig.swv
    and weg.peildatum = afwezig.peildatum
    and weg.vestiging = afwezig.vestiging
left join views.vestiging as vestiging on vestiging.vestiging = afwezig.vestiging
where not (afwezig.is_einde and vestiging.gesloten_vanaf is not null)
    and not exists (
        select 1
        from groei
        where groei.sector = weg.sector
            and groei.groep = weg.groep
            and groei.swv = weg.swv
            and groei.gemeente = weg.gemeente
            -- Een gewone groei is geen fusie.
            and 5 * groei.erbij >= groei.had
            and (
                groei.erbij between 0.75 * weg.samen and 1.25 * weg.samen
                or groei.erbij between 0.75 * weg.leerlingen and 1.25 * weg.leerlingen
                or (
                    groei.had = 0
                    and (
                        groei.nieuw_samen between 0.75 * weg.samen and 1.25 * weg.samen
                        or groei.nieuw_samen between 0.75 * weg.leerlingen and 1.25 * weg.leerlingen
                    )
                )
                or (groei.had = 0 and length(weg.postcode) = 6 and groei.postcode = weg.postcode)
            )
    )
