"""How many pupils each vestiging has on 1 October, and the SWV's own count of vso and opdc."""

from sample_data.making.dice import Dice, divide
from sample_data.making.files import hide_small, write_own
from sample_data.making.schools import INTO, MERGED
from sample_data.making.years import NEWEST, YEARS, peildatum


REGULAR = {2021: 22090, 2022: 21970, 2023: 21840, 2024: 21700, 2025: 21560}
SHARE_PRO = {2021: 0.0318, 2022: 0.0322, 2023: 0.0327, 2024: 0.0330, 2025: 0.0334}
SHARE_VSO = {2021: 0.0340, 2022: 0.0352, 2023: 0.0365, 2024: 0.0378, 2025: 0.0390}
OPDC = {2021: 38, 2022: 41, 2023: 44, 2024: 47, 2025: 46}

SIZE = {"breed": 900, "vmbo": 430, "mavo": 270, "mhv": 640, "hv": 760, "gym": 480, "pro": 120}
# Oost has the most vso places: its pupils go there more often.
SIZE_VSO = {
    "99VA00": 150,
    "99VA01": 62,
    "99VB00": 168,
    "99VB01": 74,
    "99VC00": 131,
    "99VE00": 139,
    "99VF00": 72,
}
SMALL_VSO = ("99VD00", {2021: 3, 2022: 4, 2023: 7, 2024: 9, 2025: 11})

# Schools with an own diploma stream: parts of the count per niveau.
DIPLOMA_STREAM = {
    "99VB00": {"vmbo-gt": 0.22, "havo": 0.09, "vwo": 0.018},
    "99VE00": {"vmbo-k": 0.12, "vmbo-gt": 0.16, "havo": 0.026},
}


def make_counts(vestigingen):
    """{(vestigingscode, year): pupils}; a closed vestiging is not in it."""
    dice = Dice("pupils")
    counts = {}
    own_size = {v.code: SIZE[v.kind] * dice.number(0.8, 1.25) for v in _regular(vestigingen)}
    for code in MERGED:
        own_size[code] = SIZE["vmbo"] * 0.9
    own_size[INTO] = SIZE["vmbo"] * 1.75
    drift = {code: dice.number(-0.018, 0.018) for code in own_size}
    for year in YEARS:
        pro = round(REGULAR[year] * SHARE_PRO[year])
        for kind_is_pro, total in ((True, pro), (False, REGULAR[year] - pro)):
            there = [
                v
                for v in _regular(vestigingen)
                if v.is_open(year) and (v.kind == "pro") == kind_is_pro
            ]
            weights = [
                own_size[v.code]
                * (1 + drift[v.code] * (year - YEARS[0]))
                * dice.number(0.985, 1.015)
                for v in there
            ]
            for v, count in zip(there, divide(total, weights), strict=True):
                counts[v.code, year] = count
        small, small_counts = SMALL_VSO
        counts[small, year] = small_counts[year]
        rest = round(REGULAR[year] * SHARE_VSO[year]) - small_counts[year]
        weights = [size * dice.number(0.97, 1.03) for size in SIZE_VSO.values()]
        for code, count in zip(SIZE_VSO, divide(rest, weights), strict=True):
            counts[code, year] = count
        counts["99OP00", year] = OPDC[year]
    return counts


def _regular(vestigingen):
    return [v for v in vestigingen.values() if v.is_regular]


def write(folder, vestigingen, counts):
    rows = []
    for year in YEARS:
        for v in vestigingen.values():
            if v.is_regular:
                continue
            for niveau, count in _by_niveau(v, counts[v.code, year]):
                rows.append(
                    {
                        "VESTIGINGSCODE": v.code,
                        "PEILDATUM": peildatum(year),
                        "SCHOOLTYPE": v.schooltype,
                        "AANTAL": hide_small(count),
                        "NIVEAU": niveau,
                        "STATUS": "voorlopig" if year == NEWEST else "definitief",
                    }
                )
    write_own(folder, "leerlingtelling.csv", rows)


def _by_niveau(vestiging, count):
    """Either one row for the whole vestiging, or one for each niveau: never both."""
    if vestiging.code not in DIPLOMA_STREAM:
        return [(None, count)]
    parts = {n: round(count * part) for n, part in DIPLOMA_STREAM[vestiging.code].items()}
    return [("vso", count - sum(parts.values())), *parts.items()]
