-- kept: Eén rij per gemeente die er niet meer is (`oud`) en gemeente van nu waar postcodes van haar in
-- liggen. `aantal` is hoeveel dat er zijn: bij één is zij daarin opgegaan, bij meer is zij verdeeld,
-- en dan zegt alleen een postcode waar iemand woont of staat. Een oude gemeente waarvan geen bestand
-- een postcode noemt, staat hier niet.

with indeling as (
    select gemeentecode, postcode4, levering,
        max(levering) over (partition by gemeentecode) as laatste,
    from views.indeling_ooit
    where gemeentecode is not null
),

adres as (
    -- De laatste indeling die haar noemt: een eerdere kan een verschrijving hebben.
    select gemeentecode, postcode4 as postcode from indeling where levering = laatste
    union
    select gemeentecode, postcode
    from views.vermelding
    where gemeentecode is not null and postcode is not null
),

nu as (
    select distinct
        adres.gemeentecode as oud,
        coalesce(
            case when vier.rang = 1 then vier.gemeentecode end, zes.gemeentecode, vier.gemeentecode
        ) as nu,
    from adres
    left join views.postcode_gemeente as zes on zes.postcode = adres.postcode
    left join views.postcode_gemeente as vier on vier.postcode = left(adres.postcode, 4)
    where exists (select 1 from views.gemeente)
        and adres.gemeentecode not in (select gemeentecode from views.gemeente)
)

select oud, nu, count(*) over (partition by oud) as aantal
from nu
where nu is not null
