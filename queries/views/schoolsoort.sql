-- kept: Eén rij per vestiging en jaar waarvan het historisch overzicht so/vso zegt terwijl een ander
-- bestand haar soort ook noemt: wat zij volgens dat bestand was. DUO noemt in het overzicht ook
-- scholen voor sbo zo. Het bestand dat in maanden het dichtst bij de telling ligt gaat voor; de eigen
-- opgave van het samenwerkingsverband altijd, en een bestand zonder datum alleen als er niets anders
-- is. Zeggen twee bestanden op gelijke afstand iets anders (of noemt één bestand beide), dan blijft
-- het open: 'sbo/so/vso'. Of een school so of vso geeft kan van jaar tot jaar anders zijn; dat komt
-- dus nooit uit een bestand over een ander jaar. `bron`, `datum` en `levering` zeggen uit welk bestand.

with genoemd as (
    select
        vestiging, 1 as rang, null::date as datum, 'vestigingen' as bron, levering,
        schooltype = 'sbo' as is_sbo,
    from bron.vestigingen
    where schooltype in ('sbo', 'so', 'vso')

    union all

    select vestiging, 2, peildatum, 'afstand', levering, soort = 'sbo'
    from bron.afstand
    where soort in ('sbo', 'so', 'vso')

    union all

    select vestiging, 2, peildatum, 'leerlingtelling', levering, schooltype = 'sbo'
    from bron.leerlingtelling
    where schooltype in ('sbo', 'so', 'vso')

    union all

    select vestiging, 2, lijstdatum, 'vestigingen_so', levering, schooltype = 'sbo'
    from views.lijst
    where lijst = 'so'

    union all

    select
        vestiging,
        case when lijstdatum is null then 3 else 2 end,
        lijstdatum,
        'schoollocaties',
        levering,
        upper(type) in ('SBAO', 'SBO'),
    from bron.schoollocaties
    where upper(type) in ('SBAO', 'SBO', '(V)SO', 'SO', 'VSO')
),

jaartelling as (
    select vestiging, jaar, make_date(jaar, 10, 1) as peildatum
    from bron.leerlingen_historie
    where soort = 'so/vso'
),

met_afstand as (
    select
        jaartelling.vestiging,
        jaartelling.jaar,
        jaartelling.peildatum,
        genoemd.bron,
        genoemd.datum,
        genoemd.levering,
        genoemd.is_sbo,
        -- In maanden: een schrikkeldag maakt het ene jaar niet verder weg dan het andere.
        rank() over (
            partition by jaartelling.vestiging, jaartelling.jaar
            order by
                genoemd.rang,
                abs(date_diff('month', genoemd.datum, jaartelling.peildatum)) nulls last
        ) as plaats,
    from jaartelling
    join genoemd on genoemd.vestiging = jaartelling.vestiging
),

dichtstbij as (
    select
        *,
        row_number() over (
            partition by vestiging, jaar order by bron, datum nulls last, levering desc
        ) as nummer,
    from met_afstand
    where plaats = 1
)

select
    vestiging,
    jaar,
    peildatum,
    strftime(peildatum, '%Y-%m-%d') as periode,
    case
        when bool_and(is_sbo) then 'sbo'
        when bool_or(is_sbo) then 'sbo/so/vso'
        else 'so/vso'
    end as schooltype,
    -- Van bestanden die even dichtbij liggen staat er één, met zijn eigen datum.
    max(case when nummer = 1 then bron end) as bron,
    max(case when nummer = 1 then datum end) as datum,
    max(case when nummer = 1 then levering end) as levering,
from dichtstbij
group by vestiging, jaar, peildatum
