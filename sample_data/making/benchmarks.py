"""What the SWV lays its figures beside: invented figures of the country, per indicator."""

from sample_data.making.files import write_own
from sample_data.making.years import YEARS, schooljaar


BRON = "verzonnen landelijk cijfer, alleen voor de demonstratie"
OTHER_BRON = "verzonnen ander landelijk cijfer, alleen voor de demonstratie"
IN_THE_YEAR = "per 1.000 leerlingen vo, pro en vso, ergens in het schooljaar"

# Indicator: what it is the figure of, definition, unit, and the figure of 2021 .. 2025 (None: not
# published yet).
BENCHMARKS = {
    "deelname_vso_locatie": (
        "jaar",
        "vso-leerlingen naar locatie van de vestiging / leerlingen vo zonder vso, 1 oktober",
        "%",
        (3.7, 3.8, 3.9, 4.0, 4.0),
    ),
    "deelname_vso_tlv": (
        "jaar",
        "leerlingen met een geldige tlv voor vso / leerlingen vo zonder vso, 1 oktober",
        "%",
        (3.6, 3.7, 3.8, 3.9, 3.9),
    ),
    "deelname_pro": (
        "jaar",
        "leerlingen pro / leerlingen vo zonder vso, 1 oktober",
        "%",
        (3.0, 3.0, 3.1, 3.1, 3.2),
    ),
    "afstand_vso": (
        "jaar",
        "gemiddelde afstand van huis tot vso-vestiging, gewogen naar leerlingen",
        "km",
        (10.8, 10.9, 11.0, 11.0, 11.1),
    ),
    "vsv": (
        "jaar",
        "voortijdig schoolverlaters / leerlingen vo in het schooljaar",
        "%",
        (1.0, 1.2, 1.3, 1.2, None),
    ),
    "instroom_vso": (
        "schooljaar",
        "nieuwe tlv's vso in het schooljaar / leerlingen vo zonder vso",
        "%",
        (1.0, 1.0, 1.1, 1.1, None),
    ),
    "tlv_verlenging_aandeel": (
        "schooljaar",
        "verlengingen / alle afgegeven tlv's voor vso in het schooljaar",
        "%",
        (17.5, 17.0, 16.5, 16.0, None),
    ),
    "thuiszitters_jaar_promille_abs": (
        "schooljaar",
        f"absoluut verzuim, {IN_THE_YEAR}",
        "per 1.000 leerlingen",
        (1.1, 1.3, 1.5, 1.6, None),
    ),
    "thuiszitters_jaar_promille_lrv": (
        "schooljaar",
        f"langdurig relatief verzuim, langer dan 4 weken, {IN_THE_YEAR}",
        "per 1.000 leerlingen",
        (2.2, 2.6, 2.9, 3.0, None),
    ),
    "thuiszitters_jaar_promille_thuis_ocw": (
        "schooljaar",
        f"absoluut verzuim plus langdurig relatief verzuim, {IN_THE_YEAR}",
        "per 1.000 leerlingen",
        (3.3, 3.9, 4.4, 4.6, None),
    ),
    "thuiszitters_jaar_promille_thuis_reg": (
        "schooljaar",
        f"alleen langdurig relatief verzuim, zonder vrijstelling, {IN_THE_YEAR}",
        "per 1.000 leerlingen",
        (2.2, 2.6, 2.9, 3.0, None),
    ),
    "thuiszitters_jaar_promille_thuis_pact": (
        "schooljaar",
        f"absoluut of langdurig relatief verzuim, langer dan 3 maanden, {IN_THE_YEAR}",
        "per 1.000 leerlingen",
        (1.5, 1.7, 2.0, 2.1, None),
    ),
}
CONTRADICTED = {
    ("thuiszitters_jaar_promille_abs", 2022): 2.6,
    ("thuiszitters_jaar_promille_thuis_ocw", 2022): 5.2,
}
"""Two sources, two figures: what the one calls the total, the other calls absoluut verzuim."""


def write(folder):
    write_own(folder, "benchmarks.csv", list(_benchmarks()))


def _benchmarks():
    for indicator, (moment, definition, unit, figures) in BENCHMARKS.items():
        for year, figure in zip(YEARS, figures, strict=True):
            if figure is None:
                continue
            other = CONTRADICTED.get((indicator, year))
            for value, bron in ((figure, BRON), (other, OTHER_BRON)):
                if value is None:
                    continue
                yield {
                    "INDICATOR": indicator,
                    "JAAR": year if moment == "jaar" else schooljaar(year),
                    "DEFINITIE": definition,
                    "WAARDE MIN": value,
                    "WAARDE MAX": value,
                    "EENHEID": unit,
                    "BRON": bron,
                    "STATUS": "tegenstrijdig" if other else "secundair",
                }
