"""The files that DUO would publish about this SWV, in DUO's layouts.

The onderwijstypes, sectors, profielen and opleidingscodes are those of the national code list; the
schools and the counts are not from anywhere.
"""

from sample_data.making.dice import Dice, divide
from sample_data.making.files import hide_small, write_duo
from sample_data.making.geography import SWV
from sample_data.making.years import YEARS, peildatum, schooljaar


PROVINCIE = "Verzonnen"

HEADER_ONDERWIJSTYPE = [
    "INSTELLINGSCODE",
    "VESTIGINGSCODE",
    "INSTELLINGSNAAM VESTIGING",
    "PLAATSNAAM VESTIGING",
    "PROVINCIE VESTIGING",
    "SAMENWERKINGSVERBAND PASSEND ONDERWIJS VO",
    "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR",
    "VMBO SECTOR",
    "AFDELING",
    "ERKENDE OPLEIDINGSCODE",
    "OPLEIDINGSNAAM",
    *(f"LEER- OF VERBLIJFSJAAR {n} - {sex}" for n in range(1, 7) for sex in ("MAN", "VROUW")),
]

# What part of a vestiging follows which niveau.
STREAMS = {
    "breed": {"vmbo-b": 0.15, "vmbo-k": 0.19, "vmbo-gt": 0.26, "havo": 0.23, "vwo": 0.17},
    "vmbo": {"vmbo-b": 0.29, "vmbo-k": 0.36, "vmbo-gt": 0.35},
    "mavo": {"vmbo-gt": 1},
    "mhv": {"vmbo-gt": 0.36, "havo": 0.37, "vwo": 0.27},
    "hv": {"havo": 0.52, "vwo": 0.48},
    "gym": {"vwo": 1},
    "pro": {"pro": 1},
}
YEARS_OF_STUDY = {"vmbo-b": 4, "vmbo-k": 4, "vmbo-gt": 4, "havo": 5, "vwo": 6}
VERBLIJFSJAREN_PRO = (1, 1, 0.97, 0.93, 0.7, 0.06)

NVT = "N.v.t."
BRUGJAAR = {
    "breed": (NVT, NVT, "0024", "Ljvb op VWO/HAVO/VMBO-Alle Lw"),
    "vmbo": (NVT, NVT, "0023", "Ljvb op VMBO-Alle Lw"),
    "mavo": (NVT, NVT, "0400", "MAVO/Theor Lw-VMBO"),
    "mhv": (NVT, NVT, "0016", "Ljvb op VWO/HAVO/VMBO-Th/Gm Lw"),
    "hv": (NVT, NVT, "0015", "Ljvb op VWO/HAVO"),
    "gym": (NVT, NVT, "0200", "VWO-GYMNASIUMSTROOM"),
}
DERDE_JAAR = {
    "havo": (NVT, NVT, "0300", "HAVO"),
    "vwo": (NVT, NVT, "0100", "VWO-ATHENEUMSTROOM"),
}
# Sector, afdeling, opleidingscode and -naam, from the most to the least chosen.
OPLEIDINGEN = {
    "vmbo-b": (
        ("Zorg & Welzijn", "Zorg en welzijn", "6611", "VMBO BB Zorg en welzijn"),
        ("Economie", "Economie en ondernemen", "6411", "VMBO BB Economie en ondernemen"),
        (
            "Techniek",
            "Produceren, installeren en energie",
            "6111",
            "VMBO BB Produceren, installeren en energie",
        ),
    ),
    "vmbo-k": (
        ("Zorg & Welzijn", "Zorg en welzijn", "6621", "VMBO KB Zorg en welzijn"),
        ("Economie", "Economie en ondernemen", "6421", "VMBO KB Economie en ondernemen"),
        (
            "Techniek",
            "Produceren, installeren en energie",
            "6121",
            "VMBO KB Produceren, installeren en energie",
        ),
    ),
    "vmbo-gt": (
        ("Economie", NVT, "0472", "MAVO/Theor Lw-Profiel Economie"),
        ("Zorg & Welzijn", NVT, "0471", "MAVO/Theor Lw-Profiel Zorg en Welzijn"),
        ("Techniek", NVT, "0470", "MAVO/Theor Lw-Profiel Techniek"),
    ),
    "havo": (
        (NVT, "Economie en Maatschappij", "0372", "HAVO Prf Ec/Maat"),
        (NVT, "Cultuur en Maatschappij", "0373", "HAVO Prf Cul/Maat"),
        (NVT, "Natuur en Gezondheid", "0371", "HAVO Prf Nat/Gezond"),
        (NVT, "Natuur en Techniek", "0370", "HAVO Prf Nat/Tech"),
    ),
    "vwo": (
        (NVT, "Economie en Maatschappij", "0172", "VWO-ATH Prf Ec/Maat"),
        (NVT, "Natuur en Gezondheid", "0171", "VWO-ATH Prf Nat/Gezond"),
        (NVT, "Natuur en Techniek", "0170", "VWO-ATH Prf Nat/Tech"),
        (NVT, "Cultuur en Maatschappij", "0173", "VWO-ATH Prf Cul/Maat"),
    ),
}
ONDERWIJSTYPE = {
    "vmbo-b": "VMBO BL lj 3-4",
    "vmbo-k": "VMBO KL lj 3-4",
    "vmbo-gt": "VMBO TL lj 3-4",
    "havo": "HAVO lj 4-5",
    "vwo": "VWO lj 4-6",
}
VAVO = {
    "vmbo-gt": ("VMBO uitbest. aan VAVO", "4040", "VMBO-TL naar VAVO"),
    "havo": ("HAVO uitbest. aan VAVO", "4031", "HAVO NW naar VAVO"),
    "vwo": ("VWO uitbest. aan VAVO", "4011", "VWO-ATH NW naar VAVO"),
}


def write(folder, vestigingen, counts):
    for year in YEARS:
        _write_onderwijstype(folder, vestigingen, counts, year)
        _write_afstand(folder, vestigingen, counts, year)
        if year < YEARS[-1]:
            _write_vsv(folder, vestigingen, counts, year)


def _write_onderwijstype(folder, vestigingen, counts, year):
    dice = Dice(f"onderwijstype {year}")
    rows = []
    for v in vestigingen.values():
        if not v.is_regular or not v.is_open(year):
            continue
        school = [v.code[:4], v.code[4:], v.naam, v.place.gemeente.naam.upper(), PROVINCIE, SWV]
        for kind, cells in _onderwijstypes(v.kind, counts[v.code, year], dice):
            rows.append([*school, *kind, *map(hide_small, cells)])
    name = f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{year}.csv"
    write_duo(folder, name, HEADER_ONDERWIJSTYPE, rows)


def _onderwijstypes(kind, total, dice):
    """(onderwijstype, sector, afdeling, code, name) and twelve counts, row by row."""
    if kind == "pro":
        opleiding = ("Praktijkonderwijs alle vj", NVT, NVT, "0090", "Praktijkonderwijs")
        yield opleiding, _cells(dict(enumerate(divide(total, VERBLIJFSJAREN_PRO), 1)), dice)
        return
    streams = dict(zip(STREAMS[kind], divide(total, STREAMS[kind].values()), strict=True))
    per_year = {
        niveau: dict(enumerate(divide(count, [1] * YEARS_OF_STUDY[niveau]), 1))
        for niveau, count in streams.items()
    }
    brugjaar = {n: sum(years[n] for years in per_year.values()) for n in (1, 2)}
    yield ("Brugjaar 1-2", *BRUGJAAR[kind]), _cells(brugjaar, dice)
    for niveau, years in per_year.items():
        if niveau in DERDE_JAAR:
            yield ("HAVO/VWO lj 3", *DERDE_JAAR[niveau]), _cells({3: years[3]}, dice)
            years = {n: count for n, count in years.items() if n > 3}
        else:
            years = {n: count for n, count in years.items() if n > 2}
        opleidingen = OPLEIDINGEN[niveau][: max(1, min(years.values()) // 19)]
        weights = [dice.number(0.7, 1.1) for _ in opleidingen]
        parts = {n: divide(count, weights) for n, count in years.items()}
        for i, opleiding in enumerate(opleidingen):
            cells = _cells({n: parts[n][i] for n in years}, dice)
            yield (ONDERWIJSTYPE[niveau], *opleiding), cells
        if niveau in VAVO and streams[niveau] > 230:
            onderwijstype, code, naam = VAVO[niveau]
            vavo = {YEARS_OF_STUDY[niveau]: dice.whole(3, 14)}
            yield (onderwijstype, NVT, NVT, code, naam), _cells(vavo, dice)


def _cells(by_year, dice):
    """Counts by leerjaar, each split in men and women."""
    cells = []
    for n in range(1, 7):
        count = by_year.get(n, 0)
        men = min(count, int(count * dice.number(0.44, 0.56) + 0.5))
        cells += [men, count - men]
    return cells


HEADER_AFSTAND = [
    "PEILDATUM",
    "BRIN_NUMMER",
    "VESTIGINGSNUMMER",
    "INSTELLINGSNAAM_VESTIGING",
    "POSTCODE_VESTIGING",
    "PLAATSNAAM",
    "GEMEENTENUMMER",
    "GEMEENTENAAM",
    "PROVINCIE",
    "SOORT_PO",
    "DENOMINATIE_VESTIGING",
    "BEVOEGD_GEZAG_NUMMER",
    "AFSTAND",
    "LEERLINGEN",
]


def _write_afstand(folder, vestigingen, counts, year):
    rows = []
    for v in vestigingen.values():
        if v.schooltype != "vso":
            continue
        usual = Dice(f"afstand {v.code}").number(7800, 13200)
        metres = (
            usual * (1 + 0.02 * (year - YEARS[0])) * Dice(f"{v.code} {year}").number(0.97, 1.03)
        )
        gemeente = v.place.gemeente
        rows.append(
            [
                peildatum(year).strftime("%Y%m%d"),
                v.code[:4],
                v.code[4:],
                v.naam,
                v.postcode.replace(" ", ""),
                gemeente.naam.upper(),
                gemeente.code.removeprefix("GM"),
                gemeente.naam,
                PROVINCIE,
                "Vso",
                v.denominatie,
                v.bestuursnummer,
                round(metres, 8),
                counts[v.code, year],
            ]
        )
    name = f"gemiddelde-afstand-tussen-woonadres-leerling-en-schoolvestiging-{schooljaar(year)}.csv"
    write_duo(folder, name, HEADER_AFSTAND, rows)


HEADER_VSV = [
    "SAMENWERKINGSVERBAND_NUMMER",
    "brin_nummer",
    "vestigings_nummer",
    "aantal_leerlingen",
    "vsv_totaal",
    "vsv_vmbo",
    "vsv_mbo",
    "vsv_overig",
]
VSV = {
    "pro": 0.03,
    "vmbo": 0.018,
    "mavo": 0.009,
    "breed": 0.010,
    "mhv": 0.007,
    "hv": 0.005,
    "gym": 0.003,
}
VSV_TREND = {2021: 0.85, 2022: 1.0, 2023: 1.12, 2024: 1.05}


def _write_vsv(folder, vestigingen, counts, year):
    dice = Dice(f"vsv {year}")
    rows = []
    for v in vestigingen.values():
        if not v.is_regular or not v.is_open(year):
            continue
        pupils = counts[v.code, year]
        vsv = int(pupils * VSV[v.kind] * VSV_TREND[year] * dice.number(0.7, 1.3) + 0.5)
        vmbo, mbo, other = divide(
            vsv, (0.5, 0.2, 0.3) if "vmbo-k" in v.niveaus else (0.1, 0.2, 0.7)
        )
        rows.append([SWV, v.code[:4], v.code[4:], pupils, vsv, vmbo, mbo, other])
    write_duo(folder, f"vsv-per-swv-{year}.csv", HEADER_VSV, rows)
