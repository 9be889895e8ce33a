"""A norm as a file: `normen/<code>.toml` in the data folder, a list of items with a version.

No norm comes with the program: what an item says is for who set the norm.
"""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import Field, ValidationError

from monitor.errors import MonitorError, reason
from monitor.rounds.vragenlijst.faults import Fault, of_shape, shown
from monitor.rounds.vragenlijst.model import MOST_VRAGEN, Code, Naam, Part, Tekst, Titel
from monitor.rounds.vragenlijst.norm import Punt, code_of
from monitor.rounds.vragenlijst.reading import LARGEST


class NormPunt(Part):
    item: Naam
    tekst: Tekst
    domein: Naam | None = None
    volgt_op: Annotated[tuple[Naam, ...], Field(max_length=10, strict=False)] = ()


class Norm(Part):
    code: Code
    titel: Titel
    status: Literal["concept", "geldend"]
    """A concept may be asked; a figure of it says that it is one."""
    punt: Annotated[tuple[NormPunt, ...], Field(min_length=1, max_length=MOST_VRAGEN, strict=False)]

    def punten(self) -> list[Punt]:
        return [Punt(one.item, one.tekst, one.volgt_op) for one in self.punt]


class ReadNorm(NamedTuple):
    norm: Norm | None
    faults: list[Fault]


def norm_file(folder: Path, code: str) -> Path:
    """Where the norm of that code is in a data folder; `code` is a `Code`, so it is no path."""
    return folder / "normen" / f"{code}.toml"


def read_norm_file(path: Path) -> ReadNorm:
    """The norm in a file, or all its faults; MonitorError when it cannot be opened."""
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise MonitorError(f"{path} is niet te lezen: {reason(error)}.") from None
    return read_norm(content, path.name)


def read_norm(content: bytes, file: str) -> ReadNorm:
    if len(content) > LARGEST:
        return ReadNorm(None, [Fault(file, "", "", f"is groter dan {LARGEST // 1024} kB.")])
    try:
        norm = Norm.model_validate(tomllib.loads(content.decode("utf-8-sig")))
    except ValidationError as error:
        return ReadNorm(
            None,
            [_fault(file, one["loc"], of_shape(one, ())) for one in error.errors()[:MOST_VRAGEN]],
        )
    except (ValueError, RecursionError):  # no UTF-8, no TOML
        return ReadNorm(None, [Fault(file, "", "", "is geen TOML in UTF-8. Kijk naar haakjes en aanhalingstekens.")])  # fmt: skip
    faults = [
        Fault(file, f"punt '{shown(code)}'", "item", f"staat er {times} keer in, als vraag {code}.")
        for code, times in Counter(code_of(one.item) for one in norm.punt).items()
        if times > 1
    ]
    return ReadNorm(None if faults else norm, faults)


def _fault(file: str, location: tuple[int | str, ...], text: str) -> Fault:
    if len(location) > 1 and location[0] == "punt":
        rest = ".".join(str(step) for step in location[2:])
        return Fault(file, f"punt {int(location[1]) + 1}", shown(rest), text)
    return Fault(file, "", shown(".".join(map(str, location))), text)
