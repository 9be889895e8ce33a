-- Eén rij per stukje van een woord waaraan te zien is bij welke groep een reden hoort. Een reden die
-- stukjes uit twee groepen noemt, of geen enkel, is anders of onbekend (`views/redengroep.sql`).

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
