-- Eén rij per reden zoals zij is ingevuld: in welke van vier groepen. Redenen zijn vrije woorden; een
-- stukje van een woord zegt waar zij bij hoort. Noemt een reden stukjes uit twee groepen, geen enkele,
-- of is zij niet ingevuld, dan staat zij bij anders of onbekend: er wordt niets geraden.

with stukje as (
    select deel, groep
    from (
        values
            ('ziek', 'gezondheid en hulp'),
            ('medisch', 'gezondheid en hulp'),
            ('operatie', 'gezondheid en hulp'),
            ('angst', 'gezondheid en hulp'),
            ('depress', 'gezondheid en hulp'),
            ('psych', 'gezondheid en hulp'),
            ('trauma', 'gezondheid en hulp'),
            ('prikkel', 'gezondheid en hulp'),
            ('burn-out', 'gezondheid en hulp'),
            ('burnout', 'gezondheid en hulp'),
            ('verslav', 'gezondheid en hulp'),
            ('durft niet', 'gezondheid en hulp'),
            ('weiger', 'gezondheid en hulp'),
            ('fobie', 'gezondheid en hulp'),
            ('jeugdhulp', 'gezondheid en hulp'),
            ('behandeling', 'gezondheid en hulp'),
            ('ggz', 'gezondheid en hulp'),
            ('passende plek', 'school en onderwijsplek'),
            ('passend onderwijs', 'school en onderwijsplek'),
            ('passend aanbod', 'school en onderwijsplek'),
            ('plaatsing', 'school en onderwijsplek'),
            ('geschorst', 'school en onderwijsplek'),
            ('schorsing', 'school en onderwijsplek'),
            ('verwijder', 'school en onderwijsplek'),
            ('uitgeschreven', 'school en onderwijsplek'),
            ('conflict', 'school en onderwijsplek'),
            ('gepest', 'school en onderwijsplek'),
            ('pesten', 'school en onderwijsplek'),
            ('thuissituatie', 'thuis en verhuizing'),
            ('gezin', 'thuis en verhuizing'),
            ('scheiding', 'thuis en verhuizing'),
            ('mantelzorg', 'thuis en verhuizing'),
            ('verhui', 'thuis en verhuizing'),
            ('onbekend bij school', 'thuis en verhuizing'),
            ('vertrokken', 'thuis en verhuizing'),
            ('buitenland', 'thuis en verhuizing'),
            ('asiel', 'thuis en verhuizing')
    ) as lijst (deel, groep)
),

ingevuld as (
    select distinct reden from views.melding
),

gevonden as (
    select ingevuld.reden, min(stukje.groep) as eerste, max(stukje.groep) as laatste
    from ingevuld
    left join stukje on instr(lower(ingevuld.reden), stukje.deel) > 0
    group by ingevuld.reden
)

select
    reden,
    case when eerste = laatste then eerste else 'anders of onbekend' end as groep,
from gevonden
