"""Where what is kept lies in the data folder, and what its versions say."""

import re
from pathlib import Path

from monitor.errors import MonitorError
from monitor.store import pointer
from monitor.store.delivered import File, Register


class DataFolder:
    """The folder in which everything lives (`--data`, DEKKEND_DATA)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def kept(self) -> Path:
        return self.folder / "leveringen"

    @property
    def mappings(self) -> Path:
        return self.folder / "koppelingen"

    def current(self) -> int:
        """The number of the published version, 0 when nothing was ever published. MonitorError
        when the folder does not say it any more, and something was."""
        return pointer.read(self.folder)

    def bron(self, version: int) -> Path:
        return self.folder / f"bron-{version}.duckdb"

    def register(self, version: int | None = None) -> Register:
        """The register of a version (the current one), an empty one when there is none."""
        version = self.current() if version is None else version
        if version == 0:
            return Register()
        path = self.folder / f"versie-{version}.json"
        try:
            found = Register.model_validate_json(path.read_text(encoding="utf-8"))
            if found.version != version:
                raise ValueError  # of another version, under this name
            return found
        except (FileNotFoundError, ValueError):
            if self.current() != version:
                raise  # replaced and removed in the meantime
            there = ", ".join(str(number) for number in pointer.numbered(self.folder))
            raise MonitorError(
                f"{path} ontbreekt of is beschadigd: daarin staat wat er geleverd is. Zet alles terug "
                "uit een reservekopie."
                + (f" Wel in de map: versie-n.json met n = {there}." if there else "")
            ) from None

    def kept_file(self, file: File) -> Path:
        if file.kept:
            return self.kept / f"{file.kept}.parquet"
        ending = Path(file.name).suffix.lower()
        return self.kept / (file.sha256 + (ending if re.fullmatch(r"\.\w{1,8}", ending) else ""))

    def frozen_file(self, register: Register) -> Path:
        return self.kept / f"{register.frozen}.cijfers"
