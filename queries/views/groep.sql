-- Eén rij per schooltype en groep waarin het meetelt. Een groep is wat samen volledig geteld moet
-- zijn voor er een cijfer is; wat een bestand niet splitst, telt in beide groepen mee. Leerlingen
-- aan het vavo horen bij geen groep: lang niet elke school heeft ze.

select schooltype, groep
from (
    values
        ('vo', 'vo'),
        ('pro', 'pro'),
        ('vo/pro', 'vo'),
        ('vo/pro', 'pro'),
        ('so', 'so'),
        ('vso', 'vso'),
        ('so/vso', 'so'),
        ('so/vso', 'vso'),
        ('sbo/so/vso', 'sbo'),
        ('sbo/so/vso', 'so'),
        ('sbo/so/vso', 'vso'),
        ('sbo', 'sbo'),
        ('bao', 'bao'),
        ('opdc', 'opdc')
) as lijst (schooltype, groep)
