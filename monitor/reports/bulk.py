"""A pack for every school (or bestuur, or gemeente): stopped and gone on with, and one zip at the end.

A folder beside the zip holds what is done, with a register; it goes when the zip is there. A pack is of
one version of the data: a new one in between ends the run with a question.
"""

import csv
import io
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from monitor.errors import MonitorError
from monitor.reports import audiences, huisstijl, rendering
from monitor.reports.audiences import Publiek
from monitor.reports.making import Order, make
from monitor.reports.recipes import recipe
from monitor.reports.report import Report
from monitor.sections import units
from monitor.store.store import Store
from monitor.values.safe_text import harmless


WHEN = (1980, 1, 1, 0, 0, 0)
REGISTER = "register.json"
CONTENTS = "inhoud.csv"
AHEAD = 2 * rendering.WORKERS
"""Reports that are made before a worker has time for them."""
Told = Callable[[int, int], None]
Put = Callable[[Path, bytes], None]
Noted = Callable[[Order, Report], None]


@dataclass(slots=True)
class Run:
    """One time that a pack is made for all."""

    order: Order
    forms: tuple[str, ...]
    folder: Path
    """Where the zip comes."""
    put: Put
    """Writes a file whole or not at all."""
    noted: Noted
    """Is told what will leave, before it does. MonitorError where it may not."""
    told: Told
    """How many are done, of how many. What it raises stops the run, to go on with later."""
    whom: tuple[str, ...] = ()
    """For these only; none: for everybody of the kind."""
    done: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def zip(self) -> Path:
        return self.folder / f"{self.order.recept}.zip"

    @property
    def work(self) -> Path:
        return self.folder / f".{self.order.recept}-bezig"


def codes(store: Store, order: Order) -> list[str]:
    """Every reader of the kind that is asked for. MonitorError for a kind of which there is one."""
    whole = audiences.whole_of(store, order.swv)
    match Publiek(order.publiek):
        case Publiek.SCHOOL:
            return audiences.schools(store, whole)
        case Publiek.BESTUUR | Publiek.GEMEENTE as kind:
            return sorted(units.units(store, whole, str(kind)))
    raise MonitorError("--alle kan bij --voor school, bestuur of gemeente.")


def wanted(store: Store, order: Order, whom: Sequence[str]) -> list[str]:
    """Those of them that it is for; `whom` as in `Run`."""
    return [code for code in codes(store, order) if not whom or code in whom]


def make_all(store: Store, run: Run, *, again: bool) -> dict[str, str]:
    """Leaves the zip; code → why there is no file of it. `again`: goes on with what was stopped.
    MonitorError where that is of other data, or nothing could be made."""
    every = wanted(store, run.order, run.whom)
    if "pptx" in run.forms:
        huisstijl.of_folder(store.folder)  # said now, and not by each worker
    _begin(store, run, every, again=again)
    failed: dict[str, str] = {}
    busy: dict[Future[dict[str, bytes]], tuple[str, Order, Report]] = {}
    with rendering.workers() as pool:
        for code in every:
            order = replace(run.order, code=code)
            try:
                one = make(store, order)
            except MonitorError as error:
                failed[code] = str(error)
                continue
            if not _is_done(run, code, one):
                sent = pool.submit(one, run.forms)
                busy[sent] = (code, order, one)
            while len(busy) >= AHEAD:
                _take(store, run, busy, failed, len(every))
        while busy:
            _take(store, run, busy, failed, len(every))
    if not run.done:
        raise MonitorError(
            f"Er is niets gemaakt. {next(iter(failed.values()), 'Er is niemand om het voor te maken.')}"
        )
    run.put(run.zip, _zipped(run))
    shutil.rmtree(run.work)
    return failed


def kept(folder: Path, recept: str) -> tuple[int, Order, tuple[str, ...]] | None:
    """How many a run that was stopped has done, of what, in which forms; None where there is none."""
    try:
        found = json.loads((folder / f".{recept}-bezig" / REGISTER).read_text("utf-8"))
        over = found["over"]
        return len(found["klaar"]), Order(**over["order"]), tuple(map(str, over["vormen"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def put(place: Path, content: bytes) -> None:
    """Beside it first: who stops halfway leaves no half file. For who made it only."""
    handle, name = tempfile.mkstemp(prefix=".dekkend-", dir=place.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).replace(place)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _begin(store: Store, run: Run, every: Sequence[str], *, again: bool) -> None:
    run.work.mkdir(parents=True, exist_ok=True)
    about = {
        "order": dict(_order(run.order)), "recept": str(recipe(run.order.recept)),
        "vormen": list(run.forms), "versie": store.version,
    }  # fmt: skip
    register = run.work / REGISTER
    if again and register.is_file():
        try:
            found = json.loads(register.read_text("utf-8"))
            before, run.done = (
                found["over"],
                {c: one for c, one in found["klaar"].items() if c in every},
            )
        except (ValueError, KeyError, TypeError, AttributeError):
            raise MonitorError(
                f"{register} is niet te lezen. Begin opnieuw, zonder --hervat."
            ) from None
        if before != about:
            was = before.get("versie") if isinstance(before, dict) else "?"
            raise MonitorError(
                f"{len(run.done)} van de {len(every)} zijn van versie {was}, of van een andere keuze; nu is het "
                f"versie {store.version}. Een pakket is van één versie. Opnieuw beginnen? Geef de opdracht "
                "dan zonder --hervat."
            )
        return
    shutil.rmtree(run.work)
    run.work.mkdir(mode=0o700)
    _keep(run, about)


def _order(order: Order) -> list[tuple[str, str]]:
    return sorted((name, getattr(order, name)) for name in Order.__slots__)


def _keep(run: Run, about: dict[str, Any]) -> None:
    words = json.dumps({"over": about, "klaar": run.done}, sort_keys=True)
    run.put(run.work / REGISTER, words.encode())


def _is_done(run: Run, code: str, one: Report) -> bool:
    """Whether its files are there, and of the same sections."""
    there = run.done.get(code)
    if there is None or there.get("kenmerk") != one.stamp.kenmerk(one.sections):
        run.done.pop(code, None)
        return False
    for name, digest in there["bestanden"].items():
        file = run.work / name
        if not file.is_file() or rendering.sha256(file.read_bytes()) != digest:
            del run.done[code]
            return False
    return True


def _take(
    store: Store,
    run: Run,
    busy: dict[Future[dict[str, bytes]], tuple[str, Order, Report]],
    failed: dict[str, str],
    many: int,
) -> None:
    """What is ready is kept."""
    ready, _ = wait(busy, return_when=FIRST_COMPLETED)
    for future in ready:
        code, order, one = busy.pop(future)
        try:
            content = future.result()
        except (ValueError, RuntimeError) as error:
            failed[code] = f"Het bestand is niet te maken ({type(error).__name__})."
            continue
        run.noted(order, one)
        names = {}
        for form, data in content.items():
            name = f"{order.name}.{form}"
            run.put(run.work / name, data)
            names[name] = rendering.sha256(data)
        run.done[code] = {"kenmerk": one.stamp.kenmerk(one.sections), "naam": one.stamp.audience,
                          "bestanden": names}  # fmt: skip
        found = json.loads((run.work / REGISTER).read_text("utf-8"))
        _keep(run, found["over"])
    run.told(len(run.done) + len(failed), many)


def _zipped(run: Run) -> bytes:
    """Sorted, as they are (each is small already), with what is in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as whole:
        files = {
            name: (run.work / name).read_bytes()
            for one in run.done.values()
            for name in one["bestanden"]
        }
        files[CONTENTS] = _contents(run)
        for name in sorted(files):
            info = zipfile.ZipInfo(name, WHEN)
            info.external_attr, info.create_system = 0o600 << 16, 3
            whole.writestr(info, files[name])
    return out.getvalue()


def _contents(run: Run) -> bytes:
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(["code", "voor", "bestand", "kenmerk"])
    for code, one in sorted(run.done.items()):
        for name in sorted(one["bestanden"]):
            rows.writerow([code, harmless(one["naam"]), name, one["kenmerk"]])
    return text.getvalue().encode("utf-8-sig")
