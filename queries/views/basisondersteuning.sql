-- Eén rij per schooljaar, vestiging en punt van de lijst die zij invulde: ja, deels, nee of onbekend.
-- Een punt dat de school wegliet maar dat bij andere scholen wel op dezelfde versie staat, is
-- onbekend. Een school zonder rijen leverde de lijst niet.

with ingevuld as (
    select schooljaar, vestiging, versie, max(peildatum) as peildatum, max(levering) as levering
    from bron.basisondersteuning
    group by schooljaar, vestiging, versie
),

-- De woorden van een punt: die van de nieuwste levering.
punt as (
    select schooljaar, versie, item, titel, domein
    from (
        select
            schooljaar, versie, item, titel, domein,
            row_number() over (
                partition by schooljaar, versie, item order by levering desc, titel, domein
            ) as nummer,
        from bron.basisondersteuning
    ) as genoemd
    where nummer = 1
)

select
    ingevuld.schooljaar,
    ingevuld.vestiging,
    ingevuld.versie,
    punt.item,
    punt.titel,
    punt.domein,
    coalesce(gezegd.status, 'onbekend') as status,
    gezegd.toelichting,
    coalesce(gezegd.peildatum, ingevuld.peildatum) as peildatum,
    coalesce(gezegd.levering, ingevuld.levering) as levering,
from ingevuld
join punt on punt.schooljaar = ingevuld.schooljaar and punt.versie = ingevuld.versie
left join bron.basisondersteuning as gezegd
    on gezegd.schooljaar = ingevuld.schooljaar
    and gezegd.vestiging = ingevuld.vestiging
    and gezegd.versie = ingevuld.versie
    and gezegd.item = punt.item
