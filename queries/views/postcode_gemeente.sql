-- kept: Eén rij per postcode (vier of zes tekens): in welke gemeente van nu zij ligt. Dat zegt de
-- regio-indeling, anders het nieuwste bestand met een school op die postcode, anders wat alle
-- bestanden over die vier cijfers samen zeggen. Zeggen zij niet allemaal hetzelfde, dan staat de
-- postcode hier niet: er wordt niet naar de meerderheid gekeken. `rang` zegt welk van de drie.

-- Zonder lijst van gemeenten telt elke code.
with van_nu as (
    select gemeentecode from views.gemeente
),

genoemd as (
    select vestiging, postcode, gemeentecode, datum, volgorde
    from views.vermelding
    where gemeentecode is not null
        and (
            gemeentecode in (select gemeentecode from van_nu)
            or not exists (select 1 from van_nu)
        )
),

-- Een bestand zonder postcodes noemt wel de gemeente van een school waarvan een ander de postcode
-- weet.
school as (
    select vestiging, arg_min(postcode, volgorde) as postcode
    from views.vermelding
    where postcode is not null
    group by vestiging
),

bewijs as (
    select postcode, gemeentecode, datum, 1 as rang from genoemd where postcode is not null
    union all
    select school.postcode, genoemd.gemeentecode, genoemd.datum, 2
    from genoemd
    join school on school.vestiging = genoemd.vestiging
    where genoemd.postcode is null
),

nieuwste as (
    select
        postcode,
        gemeentecode,
        rank() over (partition by postcode order by rang, datum desc nulls last) as plaats,
    from bewijs
),

per_postcode as (
    select postcode, left(postcode, 4) as postcode4, gemeentecode
    from nieuwste
    where plaats = 1
),

indeling as (
    select postcode4, arg_max(gemeentecode, sector) as gemeentecode
    from views.indeling
    where gemeentecode is not null
        and (
            gemeentecode in (select gemeentecode from van_nu)
            or not exists (select 1 from van_nu)
        )
    group by postcode4
),

alle as (
    select postcode4 as postcode, gemeentecode, 1 as rang from indeling
    union all
    select postcode, min(gemeentecode), 2
    from per_postcode
    group by postcode
    having count(distinct gemeentecode) = 1
    union all
    select postcode4, min(gemeentecode), 3
    from per_postcode
    group by postcode4
    having count(distinct gemeentecode) = 1
)

select postcode, arg_min(gemeentecode, rang) as gemeentecode, min(rang) as rang
from alle
group by postcode
