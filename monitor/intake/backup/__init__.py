"""A copy of the data folder that can be put back (`taking`, `restoring`), and what is in it."""

import datetime as dt
import json
import re
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from monitor import __version__
from monitor.errors import MonitorError
from monitor.store.durable import sha256_of, write_whole


LIST = "reservekopie.json"
JOURNAL = "journaal.sqlite"
SECRETS = ("sleutel", "geheimen.toml")
"""Not in a copy unless asked: whoever has them and the copy knows who the pupils are."""
OWN = {
    "koppelingen": (".toml",), "huisstijl": (".pptx", ".potx"), "vragenlijsten": (".toml", ".xlsx"),
    "normen": (".toml",),
}  # fmt: skip
"""Folders in which people put files of their own, and which of these the monitor reads."""
_NAME = re.compile(
    r"actueel|versie-\d+\.json|bron-\d+\.duckdb|journaal\.sqlite|instellingen\.toml|sleutel"
    rf"|geheimen\.toml|(?:leveringen|{'|'.join(OWN)})/[^/\\\0]+"
)


class Contents(BaseModel):
    """What a copy holds. Written last, so that a copy without it is half a copy."""

    model_config = ConfigDict(frozen=True)

    gemaakt: dt.datetime
    dekkend: str
    versie: int
    journaal: str
    """sqlite, or postgresql: then the journal is not in it."""
    bestanden: dict[str, str]
    """The sha256 of each file, by its path in the copy."""

    @property
    def has_secrets(self) -> bool:
        return any(name in self.bestanden for name in SECRETS)


def own_files(folder: Path) -> list[str]:
    """What people put there themselves, as paths in the data folder."""
    return [
        f"{name}/{path.name}"
        for name, endings in OWN.items()
        for path in sorted((folder / name).glob("*"))
        if path.suffix.lower() in endings and path.is_file() and not path.is_symlink()
    ]


def write_contents(copy: Path, contents: Contents) -> None:
    write_whole(copy / LIST, json.dumps(contents.model_dump(mode="json"), indent=1).encode())
    (copy / LIST).chmod(0o600)


def contents_of(copy: Path) -> Contents:
    """What is in a copy, every file of which was read and is as it was written. MonitorError."""
    try:
        found = Contents.model_validate_json((copy / LIST).read_bytes())
    except FileNotFoundError:
        raise MonitorError(
            f"{copy} is geen (hele) reservekopie: {LIST} ontbreekt. Er is niets veranderd."
        ) from None
    except (ValidationError, NotADirectoryError, IsADirectoryError):
        raise MonitorError(f"{copy / LIST} is beschadigd. Er is niets veranderd.") from None
    _refuse_newer(found.dekkend)
    must = {"actueel", f"versie-{found.versie}.json", f"bron-{found.versie}.duckdb"}
    must |= {JOURNAL} if found.journaal == "sqlite" else set()
    if lacking := sorted(must - set(found.bestanden)):
        raise MonitorError(
            f"{copy / LIST} noemt {', '.join(lacking)} niet, en zonder is het geen hele reservekopie. Er is "
            "niets veranderd. Neem een andere reservekopie."
        )
    for name, sha256 in found.bestanden.items():
        path = copy / name
        if not _NAME.fullmatch(name) or path.is_symlink() or ".." in Path(name).parts:
            raise MonitorError(
                f"{copy / LIST} noemt {name!r}, en dat hoort niet in een reservekopie. Er is niets "
                "veranderd."
            )
        if not path.is_file():
            raise MonitorError(f"In de reservekopie ontbreekt {name}. Er is niets veranderd.")
        if sha256_of(path) != sha256:
            raise MonitorError(
                f"In de reservekopie is {name} veranderd of beschadigd. Er is niets veranderd. "
                "Neem een andere reservekopie."
            )
    return found


def _refuse_newer(made_by: str) -> None:
    """What a newer monitor wrote, an older one may read wrongly without seeing it."""
    if _numbers(made_by) > _numbers(__version__):
        raise MonitorError(
            f"De reservekopie is gemaakt met dekkend {made_by}, en dit is {__version__}. Zet eerst de "
            "nieuwere versie van het programma op deze computer. Er is niets veranderd."
        )


def _numbers(version: str) -> list[int]:
    return [int(part) for part in re.findall(r"\d+", version)[:3]]
