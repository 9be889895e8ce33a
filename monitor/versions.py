"""Versions of the store on disk: bron only ever changes by publication, in one atomic step.

    bron-<n>.duckdb     what was delivered, checkpointed; never changed once published
    versie-<n>.json     the register of deliveries that belongs to it
    actueel             the number n: replacing this small file is the publication
    slot, slot.json     who is changing the store
    werk-<process>-…/   files in hand, as long as somebody works on them
    leveringen/         every accepted file as it came, by its sha256; those about pupils as they
                        were loaded (`pupil_files`), and the figures that `purge` has fixed
    sleutel             what pupils' pseudonyms are made with (`pseudonyms`)

Whatever is there beside what `actueel` names was left by a crash, or is an older version
(`tidying`). Without `actueel` nothing is taken for granted (`pointer`).
"""

import datetime as dt
import json
import os
import re
import socket
from collections.abc import Iterator
from collections.abc import Mapping as Mapping_
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from pydantic import BaseModel, ConfigDict

from monitor import pointer
from monitor.durable import flush, write_whole
from monitor.errors import Busy, MonitorError, reason
from monitor.mappings import Mapping
from monitor.tidying import clean_up, remove


KEEP = 3
"""How many versions stay on disk: the current one and the ones before it."""


class File(BaseModel):
    """One accepted file of a delivery."""

    model_config = ConfigDict(frozen=True)

    number: int
    name: str
    sha256: str
    size: int
    source: str
    mapping: Mapping | None = None
    """The mapping as it was then: a later change of it must not change what was delivered."""
    moment: dt.date | None = None
    is_whole: bool = False
    """Whether it named everything that ran on then (`sources.source.Running`)."""
    rows: int
    loaded: int
    unknown_headings: list[str] = []
    remarks: list[str] = []
    withdrawn: dt.datetime | None = None
    kept: str = ""
    """Of what is about pupils the sha256 of what is kept of it; else it is kept as it came."""
    purged: int = 0
    """How many of its rows were removed because they may not be kept any longer."""
    purged_at: dt.datetime | None = None


class Purge(BaseModel):
    """One time that rows past their date were removed: when, by whom, how many of which kind."""

    model_config = ConfigDict(frozen=True)

    when: dt.datetime
    who: str
    rows: dict[str, int]
    program: str = ""
    """The version of the monitor that fixed the figures; empty before 0.2.0."""


class Delivery(BaseModel):
    """The files of one call: one publication, all or nothing."""

    model_config = ConfigDict(frozen=True)

    id: int
    when: dt.datetime
    who: str
    files: list[File]


class Register(BaseModel):
    """Everything that was ever delivered, and in which version of the store it ended."""

    model_config = ConfigDict(frozen=True)

    version: int = 0
    made: dt.datetime | None = None
    deliveries: list[Delivery] = []
    since: int = 0
    """Versions before this one may not stay: they hold what had to go."""
    key: str = ""
    """Which key the pupils were replaced with (`pseudonyms.Key.fingerprint`)."""
    purged: dict[str, dt.date] = {}
    """Per kind of file: rows that might be kept until a day before this one were removed."""
    frozen: str = ""
    """The sha256 of the figures that the removed rows had given."""
    purges: list[Purge] = []

    def files(self) -> list[File]:
        """Files that are in force, in order of delivery."""
        return [f for d in self.deliveries for f in d.files if f.withdrawn is None]

    @property
    def known_key(self) -> str:
        """The fingerprint of the key, when there are pupils that were replaced with it."""
        return self.key if any(f.kept and f.loaded for f in self.files()) else ""

    def with_files(self, changes: Mapping_[int, dict[str, Any]]) -> "Register":
        """The same register with other words of some files, by their number."""
        deliveries = [
            d.model_copy(
                update={"files": [f.model_copy(update=changes.get(f.number, {})) for f in d.files]}
            )
            for d in self.deliveries
        ]
        return self.model_copy(update={"deliveries": deliveries})

    @property
    def next_number(self) -> int:
        return 1 + max((f.number for d in self.deliveries for f in d.files), default=0)

    @property
    def next_id(self) -> int:
        return 1 + max((d.id for d in self.deliveries), default=0)


class Versions:
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

    @contextmanager
    def changing(self, who: str, wait: float) -> Iterator[None]:
        """Hold the store for a change, or raise Busy after `wait` seconds, naming who has it."""
        try:
            with self._slot(who, wait):
                yield
        except OSError as error:
            what_now = (
                "Maak de gegevens opnieuw uit de bewaarde leveringen met: dekkend rebuild"
                if isinstance(error, FileNotFoundError)
                else "Zorg dat er ruimte is en dat u er mag schrijven, en probeer het opnieuw."
            )
            missing = f" ({error.filename})" if isinstance(error, FileNotFoundError) else ""
            raise MonitorError(
                f"De gegevens in {self.folder} zijn niet te wijzigen: {reason(error)}{missing}. "
                f"{what_now}"
            ) from error

    @contextmanager
    def _slot(self, who: str, wait: float) -> Iterator[None]:
        with self.holding(who, wait):
            pointer.begin(self.folder)
            try:
                self.clean_up()
                yield
            except Exception:
                with suppress(MonitorError, OSError):
                    self.clean_up()
                raise
            finally:
                self._end()

    @contextmanager
    def holding(self, who: str, wait: float) -> Iterator[None]:
        """Nobody changes the store meanwhile, and nothing is changed by this. Busy."""
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        note = self.folder / "slot.json"
        lock = FileLock(self.folder / "slot")
        try:
            lock.acquire(timeout=wait)
        except Timeout:
            holder = "iemand anders"
            with suppress(OSError, ValueError, KeyError):
                told = json.loads(note.read_text(encoding="utf-8"))
                holder = f"{told['wie']} (sinds {told['sinds']}, proces {told['proces']})"
            raise Busy(
                f"De gegevens worden nu gewijzigd door {holder}. Wacht tot dat klaar is en "
                "probeer het opnieuw."
            ) from None
        try:
            now = dt.datetime.now().strftime("%H:%M:%S")
            told = {"wie": who, "sinds": now, "proces": f"{os.getpid()} op {socket.gethostname()}"}
            with suppress(OSError):  # on a full disk there is no room for it
                note.write_text(json.dumps(told), encoding="utf-8")
            yield
        finally:
            try:
                remove(note)
            finally:
                lock.release()

    def _end(self) -> None:
        """A folder in which nothing came about is left as it was."""
        with suppress(MonitorError, OSError):
            if self.current() == 0 and pointer.is_untouched(self.folder):
                remove(self.folder / pointer.NAME)

    def publish(self, register: Register) -> None:
        """Make `register.version`, whose bron is complete on disk, the current one."""
        self.bron(register.version).chmod(0o600)
        flush(self.bron(register.version))
        note = self.folder / f"versie-{register.version}.json"
        # From here on it is complete: after a crash `tidying` finishes it.
        write_whole(note, register.model_dump_json(indent=1).encode())
        try:
            pointer.write(self.folder, register.version)
        except Exception:
            if self.current() != register.version:
                remove(note)  # it is told as not done
            raise
        self.clean_up()

    def clean_up(self) -> None:
        """Remove what a crash left, versions past the last few and files that no version needs."""
        clean_up(self, KEEP)
