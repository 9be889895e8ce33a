"""Versions of the store on disk: bron only ever changes by publication, in one atomic step.

    bron-<n>.duckdb     what was delivered, checkpointed; never changed once published
    versie-<n>.json     the register of deliveries that belongs to it
    actueel             the number n: replacing this small file is the publication
    slot, slot.json     who is changing the store
    werk-<process>-…/   files in hand, as long as somebody works on them
    leveringen/         every accepted file as it came, by its sha256; those about pupils as they
                        were loaded (`pupil_files`), and the figures that `purge` has fixed
    rapporten/          files that were made and wait for a week to be fetched (`waiting_files`)
    sleutel             what pupils' pseudonyms are made with (`pseudonyms`)

Whatever is there beside what `actueel` names was left by a crash, or is an older version
(`tidying`). Without `actueel` nothing is taken for granted (`pointer`).
"""

import datetime as dt
import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from filelock import FileLock, Timeout

from monitor.errors import Busy, MonitorError, reason
from monitor.store import pointer
from monitor.store.data_folder import DataFolder
from monitor.store.delivered import Register
from monitor.store.durable import flush, write_whole
from monitor.store.tidying import clean_up, remove


KEEP = 3
"""How many versions stay on disk: the current one and the ones before it."""


class Versions(DataFolder):
    """Changing it: one at a time, and whole or not at all."""

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
