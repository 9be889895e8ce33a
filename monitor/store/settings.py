"""The settings of one installation: `instellingen.toml` in the data folder.

swv = "VO9901"                    # of which samenwerkingsverband the monitor is
demo = true                       # invented data: said on every page, with a role switch
demo_met_echte_gegevens = true    # asked twice: anybody may see what was really delivered
adressen = ["monitor.swv.nl"]     # names under which browsers may open it; read when it starts
pad = "monitor"                   # behind a proxy at swv.nl/monitor/; read when it starts
proxys = ["127.0.0.1"]            # reverse proxies whose X-Forwarded-For and -Proto are believed
thuiszitter = "THUIS_OCW"         # the working definition: a file in queries/definitions
behoefte = "geleverd"              # or opgebouwd: from aanvragen and thuiszitters; else what is there
drempel = 5                        # fewer pupils than this are hidden; classes are as wide
langdurig_uren = 80                # hours in four weeks from which a melding surely is of all lessons
norm_km = 15.0                    # how far a fitting place may be where normen say nothing
ondersteuningsvragen = ["angst"]   # the words that the SWV knows; empty: whatever is delivered
niveaus = ["havo", "vwo"]          # the same, of niveaus
vakantieregio = "midden"          # noord, midden or zuid: which weeks are school weeks
[swv_naam]
VO9901 = "SWV Rivierenstreek"     # names; DUO's files know codes only
[bewaarjaren]
verzuimmeldingen = 3              # how many years a file of pupils may be kept after the decision
[norm_weken]
doorlooptijd_besluit = 8          # how long an indicator of kind duur may take, in weeks
"""

import ipaddress
import re
import tomllib
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PositiveFloat, ValidationError

from monitor.errors import MonitorError
from monitor.sources import pupil_sources
from monitor.sources.keeping import YEARS
from monitor.values.field_codes import SWVCODE


SECRET = re.compile(
    r"wachtwoord|password|passwd|geheim|secret|token|sleutel|api_?key|credential|client_?id|"
    r"cookie|pepper|journaal|database_?url|://[^/@\\s]+:[^/@\\s]+@",
    re.IGNORECASE,
)
"""What the name of a secret looks like, or an address with a password in it."""


def _address(text: str) -> str:
    """An address or a network of addresses, as a proxy has it; not a name, and not 'any'."""
    network = ipaddress.ip_network(text, strict=False)
    if network.prefixlen == 0:
        raise ValueError("any")
    return str(network) if "/" in text else str(network.network_address)


def _host(text: str) -> str:
    """The name of a host, also when the whole address was copied from a browser."""
    return re.sub(r"^https?://", "", text.strip(), flags=re.IGNORECASE).removesuffix("/")


def _path(text: str) -> str:
    """The path without the slashes that people write around it."""
    path = text.strip().removeprefix("/").removesuffix("/")
    if not re.fullmatch(r"([A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*)?", path):
        raise ValueError("no path")
    return path


def _of_pupils(years: dict[str, int]) -> dict[str, int]:
    """A name that is not known would keep, without a word, what had to go."""
    unknown = set(years) - set(pupil_sources())
    if unknown:
        raise ValueError(f"no kind of file of pupils: {', '.join(sorted(unknown))}")
    return years


Years = Annotated[int, Field(ge=1, le=20)]


class Settings(BaseModel):
    """What an installation chooses; every field has a default, so the file may be missing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    swv: Annotated[str, SWVCODE] | None = None
    demo: bool = False
    demo_met_echte_gegevens: bool = False
    adressen: tuple[Annotated[str, AfterValidator(_host)], ...] = ()
    pad: Annotated[str, AfterValidator(_path)] = ""
    """The path under which a reverse proxy shows the monitor, without slashes around it."""
    proxys: tuple[Annotated[str, AfterValidator(_address)], ...] = ()
    thuiszitter: str = "THUIS_OCW"
    behoefte: Literal["geleverd", "opgebouwd"] | None = None
    drempel: Annotated[int, Field(ge=5, le=20)] = 5
    langdurig_uren: Annotated[float, Field(ge=16, le=200)] = 80.0
    norm_km: Annotated[float, Field(ge=0.1, le=200)] = 15.0
    ondersteuningsvragen: tuple[str, ...] = ()
    niveaus: tuple[str, ...] = ()
    vakantieregio: Literal["noord", "midden", "zuid"] | None = None
    swv_naam: dict[str, str] = {}
    norm_weken: dict[str, PositiveFloat] = {}
    bewaarjaren: Annotated[dict[str, Years], AfterValidator(_of_pupils)] = {}

    def years_kept(self, source: str) -> int:
        """How many years after the decision a row of a kind of file of pupils may be kept."""
        return self.bewaarjaren.get(source, YEARS)


def settings_file(folder: Path) -> Path:
    return folder / "instellingen.toml"


def read_settings(folder: Path) -> Settings:
    """The settings in a data folder; MonitorError says what is wrong with the file."""
    path = settings_file(folder)
    try:
        given = tomllib.loads(path.read_text(encoding="utf-8"))
        _refuse_secrets(given, path)
        return Settings(**given)
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, ValidationError, UnicodeDecodeError) as error:
        if isinstance(error, ValidationError):
            faults = "; ".join(".".join(map(str, fault["loc"])) for fault in error.errors())
            what = f"deze instelling is niet goed: {faults}"
        elif isinstance(error, UnicodeDecodeError):
            what = "het is geen UTF-8"
        else:  # "Invalid value (at line 3, column 7)": only where it is, is Dutch
            where = re.search(r"line (\d+), column (\d+)", str(error))
            place = f" op regel {where[1]}, teken {where[2]}" if where else " aan het eind"
            what = f"het is geen TOML{place}"
        raise MonitorError(
            f"{path} is niet te lezen ({what}). Verbeter het bestand, of verwijder het om met de "
            "standaard verder te gaan."
        ) from None


def _refuse_secrets(given: dict[str, Any], path: Path) -> None:
    """This file is copied, mailed and shown: what is secret stands elsewhere (monitor.store.secret)."""
    for name, value in given.items():
        if SECRET.search(name) or any(SECRET.search(text) for text in _texts(value)):
            raise MonitorError(
                f"In {path} staat bij '{name}' iets geheims. Haal het daar weg, zet het in de "
                "omgeving of in een bestand dat alleen u mag lezen (docs/beveiliging.md), en neem "
                "een nieuwe waarde: deze kan gelezen zijn."
            )


def _texts(value: Any) -> list[str]:
    """The texts in a setting in which an address with a password could stand."""
    if isinstance(value, dict):
        return [*value, *(text for one in value.values() for text in _texts(one))]
    if isinstance(value, list):
        return [text for one in value for text in _texts(one)]
    return [value] if isinstance(value, str) and "://" in value else []
