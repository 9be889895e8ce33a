"""Stores to measure on, made on the spot: one SWV (the sample data) and a whole invented country.

The country: 75 VO- and 75 PO-samenwerkingsverbanden, about 8,000 vestigingen, ten years, delivered
as files in DUO's layouts, the way real ones are.
"""

import random
from contextlib import ExitStack
from functools import cached_property
from pathlib import Path

from monitor.commands import demo
from monitor.intake.deliveries import deliver
from monitor.store.settings import settings_file
from monitor.store.versions import Versions


YEARS = range(2016, 2026)
TYPES = (
    "Brugjaar 1-2", "VMBO BL lj 3-4", "VMBO KL lj 3-4", "VMBO TL lj 3-4", "HAVO lj 4-5",
    "VWO lj 4-6", "Praktijkonderwijs alle vj", "HAVO uitbest. aan VAVO",
)  # fmt: skip


class Stores:
    """Data folders, each made when first asked for."""

    def __init__(self, folder: Path, *, is_tiny: bool = False) -> None:
        self.folder = folder
        self.is_tiny = is_tiny
        """To see that a benchmark runs: every kind of school, and nothing to judge a time by."""
        self.open = ExitStack()
        """What lasts as long as the stores: the server of a tiny run."""
        self.server: tuple[int, int] | None = None

    @cached_property
    def swv(self) -> Versions:
        versions = Versions(self.folder / "swv")
        demo.prepare(versions)
        return versions

    @property
    def served(self) -> Versions:
        """What a server is started on: one SWV, and of a tiny run what opens soonest."""
        return self.country if self.is_tiny else self.swv

    @cached_property
    def country(self) -> Versions:
        versions = Versions(self.folder / "land")
        files = list(_files(self.folder / "bestanden", self.is_tiny))
        outcome = deliver(versions, [(path, path.name) for path in files], who="meting")
        assert not outcome.is_refused, outcome.problems[:3]
        settings_file(versions.folder).write_text(
            'swv = "VO2003"\ndemo = true\ndemo_met_echte_gegevens = true\n',
            encoding="utf-8",  # nobody signs in to a benchmark
        )
        return versions


def _files(folder: Path, is_tiny: bool) -> list[Path]:
    folder.mkdir()
    pick = random.Random(2026)
    numbers = range(0, 8000, 40 if is_tiny else 1)
    years = YEARS[-2:] if is_tiny else YEARS
    vestigingen = [_vestiging(number, pick) for number in numbers]
    return [
        _regeling(folder / "pc4.csv"),
        _lijst(folder / "vestigingen-vo-2025.csv", [v for v in vestigingen if v["soort"] == "vo"]),
        *(
            _leerlingen_vo(folder / f"leerlingen-vo-{year}.csv", vestigingen, pick)
            for year in years
        ),
        *(_afstand(folder / f"afstand-{year}.csv", year, vestigingen, pick) for year in years),
    ]


def _vestiging(number: int, pick: random.Random) -> dict[str, str]:
    letters = chr(65 + number // 10 % 26) + chr(65 + number // 260 % 26)
    soort = "vo" if number < 1500 else "vso" if number < 2100 else "sbo" if number < 2400 else "bo"
    return {
        "brin": f"{10 + number // 6760 % 90}{letters}",
        "nummer": f"{number % 10:02}",
        "soort": soort,
        "postcode": f"{1000 + number * 37 % 4000}AB",
        "gemeente": f"{number % 342 + 1:04}",
        "omvang": str(pick.randint(30, 400)),
    }


def _regeling(path: Path) -> Path:
    """75 + 75 samenwerkingsverbanden over 4,000 postcodes in a row."""
    lines = ["pc4;gemeente;swv_po;swv_vo"]
    for pc4 in range(1000, 5000):
        number = (pc4 - 1000) * 75 // 4000
        code = f"{20 + number // 10}{number % 10 + 1:02}"
        lines.append(f"{pc4};Gemeente {pc4 % 342};PO{code};VO{code}")
    return _write(path, lines)


def _lijst(path: Path, vestigingen: list[dict[str, str]]) -> Path:
    lines = [
        (
            "PROVINCIE;BEVOEGD GEZAG NUMMER;INSTELLINGSCODE;VESTIGINGSCODE;VESTIGINGSNAAM;STRAATNAAM;"
            "HUISNUMMER-TOEVOEGING;POSTCODE;PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;DENOMINATIE;"
            "INTERNETADRES;ONDERWIJSSTRUCTUUR"
        )
    ]
    for i, v in enumerate(vestigingen):
        lines.append(
            f"X;{40000 + i % 300};{v['brin']};{v['brin']}{v['nummer']};School {i};Straat;1;"
            f"{v['postcode']};PLAATS;{v['gemeente']};GEMEENTE;Openbaar; ;HAVO/VWO"
        )
    return _write(path, lines)


def _leerlingen_vo(path: Path, vestigingen: list[dict[str, str]], pick: random.Random) -> Path:
    years = [f"LEER- OF VERBLIJFSJAAR {n} - {s}" for n in range(1, 7) for s in ("MAN", "VROUW")]
    lines = [
        "INSTELLINGSCODE;VESTIGINGSCODE;INSTELLINGSNAAM VESTIGING;PLAATSNAAM VESTIGING;"
        "ONDERWIJSTYPE VO EN LEER- OF VERBLIJFSJAAR;VMBO SECTOR;AFDELING;ERKENDE OPLEIDINGSCODE;"
        "OPLEIDINGSNAAM;" + ";".join(years)
    ]
    for v in vestigingen:
        if v["soort"] != "vo":
            continue
        for kind in TYPES:
            for sector in range(2):
                counts = ";".join(
                    "<5" if n < 5 else str(n) for n in (pick.randint(0, 30) for _ in years)
                )
                lines.append(
                    f"{v['brin']};{v['nummer']};Naam;PLAATS;{kind};Sector {sector};N.v.t.;0024;"
                    f"Opleiding;{counts}"
                )
    return _write(path, lines)


def _afstand(path: Path, year: int, vestigingen: list[dict[str, str]], pick: random.Random) -> Path:
    lines = [
        (
            "PEILDATUM;BRIN_NUMMER;VESTIGINGSNUMMER;INSTELLINGSNAAM_VESTIGING;POSTCODE_VESTIGING;"
            "PLAATSNAAM;GEMEENTENUMMER;GEMEENTENAAM;PROVINCIE;SOORT_PO;DENOMINATIE_VESTIGING;"
            "BEVOEGD_GEZAG_NUMMER;AFSTAND;LEERLINGEN"
        )
    ]
    for v in vestigingen:
        if v["soort"] != "vo":
            lines.append(
                f"{year}1001;{v['brin']};{v['nummer']};Naam;{v['postcode']};PLAATS;"
                f"{v['gemeente']};Gemeente;X;{v['soort'].capitalize()};Openbaar;40001;"
                f"{pick.uniform(500, 20000):.11f};{int(v['omvang']) + pick.randint(-9, 9)}".replace(
                    ".", ","
                )
            )
    return _write(path, lines)


def _write(path: Path, lines: list[str]) -> Path:
    path.write_text("\r\n".join(lines) + "\r\n", encoding="cp1252")
    return path
