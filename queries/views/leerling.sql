-- kept: Eén rij per vestiging, peildatum, schooltype en onderwijstype: het aantal leerlingen op
-- 1 oktober, uit het beste bestand dat er over is. `groep` is wat samen hoort: vo (met pro en
-- vavo), so_vso, sbo, bao, opdc. `minimum` of `maximum` is leeg waar de bron niets zegt.

with oktober as (
    select
        *,
        -- Binnen een familie komt alles van een vestiging uit één bestand, zodat niemand dubbel telt.
        case
            when schooltype in ('vo', 'pro', 'vo/pro') then 'vo'
            when schooltype in ('so', 'vso', 'so/vso', 'sbo/so/vso') then 'so_vso'
            else schooltype
        end as familie,
        schooltype in ('so/vso', 'sbo/so/vso', 'vo/pro') as is_ongesplitst,
    from views.telling
    -- De telling van 1 februari is een ander moment en mag niet in dezelfde reeks.
    where month(peildatum) = 10 and day(peildatum) = 1
),

-- Per vestiging en familie: wat zegt dit bestand, en verbergt het iets? Een bestand van DUO telt
-- alles wat op een vestiging is; een leerlingtelling van het SWV kan over een deel gaan.
per_bestand as (
    select
        familie,
        peildatum,
        vestiging,
        bron,
        rang,
        bool_and(coalesce(minimum = maximum, false) and not is_ongesplitst) as is_heel,
        bool_or(is_ongesplitst) as is_ongesplitst,
        bool_or(
            schooltype in ('vo', 'so', 'vo/pro', 'so/vso', 'sbo/so/vso')
            and (bron = 'leerlingtelling' or coalesce(maximum, 1) > 0)
        ) as noemt_eerste,
        bool_or(
            schooltype in ('pro', 'vso', 'vo/pro', 'so/vso', 'sbo/so/vso')
            and (bron = 'leerlingtelling' or coalesce(maximum, 1) > 0)
        ) as noemt_tweede,
    from oktober
    group by familie, peildatum, vestiging, bron, rang
),

beoordeeld as (
    select
        *,
        bron = 'leerlingtelling'
        and (
            (not noemt_eerste and bool_or(noemt_eerste) over samen)
            or (not noemt_tweede and bool_or(noemt_tweede) over samen)
        ) as is_deel,
    from per_bestand
    window samen as (partition by familie, peildatum, vestiging)
),

-- Het afstandsbestand kent elke vestiging van die datum. Dekt het (bijna) het land, dan telt het
-- historisch overzicht, dat so en vso niet splitst, die datum niet mee: ook niet voor vestigingen
-- die alleen daar staan, want dat zijn dezelfde leerlingen onder een andere code.
aantallen as (
    select familie, peildatum, bron, count(distinct vestiging) as vestigingen
    from per_bestand
    group by familie, peildatum, bron
),

vervangen as (
    select historie.familie, historie.peildatum
    from aantallen as historie
    join aantallen as afstand
        on afstand.familie = historie.familie
        and afstand.peildatum = historie.peildatum
        and afstand.bron = 'afstand'
        and 2 * afstand.vestigingen >= historie.vestigingen
    where historie.bron = 'leerlingen_historie'
),

gekozen as (
    select
        familie,
        peildatum,
        vestiging,
        bron,
        row_number() over (
            partition by familie, peildatum, vestiging
            order by is_deel, is_heel desc, is_ongesplitst, rang, bron
        ) as nummer,
    from beoordeeld
    where not (
        bron = 'leerlingen_historie'
        and exists (
            select 1
            from vervangen
            where vervangen.familie = beoordeeld.familie
                and vervangen.peildatum = beoordeeld.peildatum
        )
    )
),

opgeteld as (
    select
        oktober.familie,
        oktober.vestiging,
        oktober.peildatum,
        oktober.schooltype,
        oktober.onderwijstype,
        oktober.bron,
        oktober.is_ongesplitst,
        sum(oktober.minimum) as minimum,
        case when count(oktober.maximum) = count(*) then sum(oktober.maximum) end as maximum,
    from oktober
    join gekozen
        on gekozen.familie = oktober.familie
        and gekozen.peildatum = oktober.peildatum
        and gekozen.vestiging = oktober.vestiging
        and gekozen.bron = oktober.bron
        and gekozen.nummer = 1
    group by all
),

-- Splitst het gekozen bestand niet, en zegt een leerlingtelling wat het ene deel is, dan is de
-- rest het andere deel.
bekend_deel as (
    select
        oktober.familie,
        oktober.peildatum,
        oktober.vestiging,
        oktober.schooltype,
        oktober.bron,
        sum(oktober.minimum) as minimum,
        sum(oktober.maximum) as maximum,
    from oktober
    join beoordeeld
        on beoordeeld.familie = oktober.familie
        and beoordeeld.peildatum = oktober.peildatum
        and beoordeeld.vestiging = oktober.vestiging
        and beoordeeld.bron = oktober.bron
        and beoordeeld.is_deel
    where exists (
        select 1
        from opgeteld
        where opgeteld.familie = oktober.familie
            and opgeteld.peildatum = oktober.peildatum
            and opgeteld.vestiging = oktober.vestiging
            and opgeteld.is_ongesplitst
            -- Is ook sbo mogelijk, dan is de rest niet vanzelf het andere deel.
            and opgeteld.schooltype <> 'sbo/so/vso'
    )
    group by all
    -- Een onbekend aantal zegt niets over de rest.
    having count(oktober.maximum) = count(*)
),

gesplitst as (
    select
        opgeteld.familie,
        opgeteld.vestiging,
        opgeteld.peildatum,
        case bekend_deel.schooltype
            when 'so' then 'vso'
            when 'vso' then 'so'
            when 'vo' then 'pro'
            when 'pro' then 'vo'
            else opgeteld.schooltype
        end as schooltype,
        case when bekend_deel.schooltype = 'vo' then 'pro' else opgeteld.onderwijstype end
            as onderwijstype,
        opgeteld.bron,
        case
            when bekend_deel.schooltype is null or opgeteld.minimum is null then opgeteld.minimum
            else greatest(opgeteld.minimum - bekend_deel.maximum, 0)
        end as minimum,
        case
            when bekend_deel.schooltype is null or opgeteld.maximum is null then opgeteld.maximum
            else greatest(opgeteld.maximum - bekend_deel.minimum, 0)
        end as maximum,
    from opgeteld
    left join bekend_deel
        on opgeteld.is_ongesplitst
        and opgeteld.schooltype <> 'sbo/so/vso'
        and bekend_deel.familie = opgeteld.familie
        and bekend_deel.peildatum = opgeteld.peildatum
        and bekend_deel.vestiging = opgeteld.vestiging

    union all

    select
        familie,
        vestiging,
        peildatum,
        schooltype,
        case schooltype when 'pro' then 'pro' when 'vo' then 'onbekend' else '' end,
        bron,
        minimum,
        maximum,
    from bekend_deel
)

select
    vestiging,
    peildatum,
    strftime(peildatum, '%Y-%m-%d') as periode,
    case when familie = 'vavo' then 'vo' else familie end as groep,
    schooltype,
    onderwijstype,
    bron,
    minimum,
    maximum,
from gesplitst
