-- title:      Basisondersteuning volgens de scholen die de lijst invulden
-- short:      Basis, ingevulde lijsten
-- definition: Punten van de lijst basisondersteuning waarop scholen ja zeggen, als deel van alle punten op
--             de lijsten die zij invulden. Deels telt niet als ja. Wat de andere scholen bieden zegt dit
--             cijfer niet: zie Basisondersteuning over alle scholen.
-- teller:     punten met ja op de ingevulde lijsten
-- noemer:     punten op de ingevulde lijsten
-- kind:       aandeel
-- teller_is:  deel
-- teller_of:  eigen
-- noemer_of:  eigen
-- unit:       %
-- usual:      10-100
-- per:        vestiging
-- sector:     vo
-- moment:     schooljaar
-- source:     basisondersteuning
-- theme:      aanbod
-- direction:  hoger
-- audience:   directeur, consultant, bestuur, school, beheerder
-- card:       false
-- caveat:     Een opgave van de scholen zelf. Scholen die de lijst niet invulden tellen niet mee. Een andere
--             versie van de lijst heeft andere punten: vergelijk jaren dan met zorg.
-- changed:    Sinds versie 0.2.0: dit cijfer zegt in zijn naam dat het over de ingevulde lijsten gaat, omdat
--             het over alle scholen een ander, ruimer antwoord is; het getal zelf is gelijk gebleven.

select
    lijst.vestiging as code,
    lijst.schooljaar as periode,
    '' as uitsplitsing,
    cast(sum(case when lijst.status = 'ja' then 1 else 0 end) as double) as teller,
    -- Wat onbekend is kan ja zijn.
    cast(sum(case when lijst.status in ('ja', 'onbekend') then 1 else 0 end) as double)
        as teller_max,
    cast(count(*) as double) as noemer,
    cast(count(*) as double) as noemer_max,
from views.basisondersteuning as lijst
join views.vestiging as vestiging
    on vestiging.vestiging = lijst.vestiging
    -- Wie geen soort heeft staat alleen in een lijst van een verband zelf.
    and coalesce(vestiging.schooltype, 'vo') not in ('bao', 'sbo', 'so')
group by lijst.vestiging, lijst.schooljaar
