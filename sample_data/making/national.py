"""The one file with real figures: the country's series of the Leerplichttelling (OCW).

A national figure cannot be invented: people would take it for the real one. No school, child or
samenwerkingsverband is in it.
"""

from sample_data.making.files import write_tabbed


HEADER = (
    "schooljaar",
    "Vrijstelling leerplicht (Art. 5 onder a)",
    "Niet ingeschreven op school en geen vrijstelling leerplicht (absoluut verzuim)",
    "Langdurig relatief verzuim (ingeschreven maar langdurig afwezig, relatief verzuim)",
)
# Of the years before 2009 only the exemptions were published. Of 2021/2022 one source gives 10.240
# as absoluut verzuim and two others the same number as the total: contradicted, so not filled in.
SERIES = """
2004/2005 1978 -    -
2005/2006 1916 -    -
2006/2007 1747 -    -
2007/2008 2098 -    -
2008/2009 2533 -    -
2009/2010 2964 6878 5182
2010/2011 3107 8098 5436
2011/2012 3317 6430 4143
2012/2013 3840 6762 3789
2013/2014 4444 6714 3966
2014/2015 5077 5956 4016
2015/2016 5537 5101 4287
2016/2017 5736 4565 4116
2017/2018 5576 4515 4174
2018/2019 6022 4958 3917
2019/2020 6361 5570 3385
2020/2021 7083 5491 3328
2021/2022 7389 -    3246
"""


def write(folder):
    rows = [
        ["" if cell == "-" else cell for cell in line.split()]
        for line in SERIES.strip().splitlines()
    ]
    write_tabbed(folder, "thuiszitters-landelijk-2004-2022.tsv", HEADER, rows)
