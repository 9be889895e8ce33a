"""The settings of one installation: `instellingen.toml` in the data folder.

swv = "VO9901"                    # of which samenwerkingsverband the monitor is
demo = true                       # invented data: said on every page, with a role switch
adressen = ["monitor.swv.nl"]     # names under which browsers may open it; read when it starts
thuiszitter = "THUIS_OCW"         # the working definition: a file in queries/definitions
behoefte = "geleverd"              # or opgebouwd: from aanvragen and thuiszitters; else what is there
norm_km = 15.0                    # how far a fitting place may be where normen say nothing
ondersteuningsvragen = ["angst"]   # the words that the SWV knows; empty: whatever is delivered
niveaus = ["havo", "vwo"]          # the same, of niveaus
vakantieregio = "midden"          # noord, midden or zuid: which weeks are school weeks
[swv_naam]
VO9901 = "SWV Rivierenstreek"     # names; DUO's files know codes only
[norm_weken]
doorlooptijd_besluit = 8          # how long an indicator of kind duur may take, in weeks
"""

import tomllib
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, PositiveFloat, ValidationError

from monitor.errors import MonitorError
from monitor.fields import SWVCODE


class Settings(BaseModel):
    """What an installation chooses; every field has a default, so the file may be missing."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    swv: Annotated[str, SWVCODE] | None = None
    demo: bool = False
    adressen: tuple[str, ...] = ()
    thuiszitter: str = "THUIS_OCW"
    behoefte: Literal["geleverd", "opgebouwd"] | None = None
    norm_km: PositiveFloat = 15.0
    ondersteuningsvragen: tuple[str, ...] = ()
    niveaus: tuple[str, ...] = ()
    vakantieregio: Literal["noord", "midden", "zuid"] | None = None
    swv_naam: dict[str, str] = {}
    norm_weken: dict[str, PositiveFloat] = {}


def settings_file(folder: Path) -> Path:
    return folder / "instellingen.toml"


def read_settings(folder: Path) -> Settings:
    """The settings in a data folder; MonitorError says what is wrong with the file."""
    path = settings_file(folder)
    try:
        return Settings(**tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return Settings()
    except (tomllib.TOMLDecodeError, ValidationError, UnicodeDecodeError) as error:
        if isinstance(error, ValidationError):
            faults = "; ".join(".".join(map(str, fault["loc"])) for fault in error.errors())
            what = f"deze instelling is niet goed: {faults}"
        else:
            what = str(error)
        raise MonitorError(
            f"{path} is niet te lezen ({what}). Verbeter het bestand, of verwijder het om met de "
            "standaard verder te gaan."
        ) from None
