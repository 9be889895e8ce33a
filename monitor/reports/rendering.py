"""Reports become files in processes of their own: they get sections and give bytes, and touch no store."""

import hashlib
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from typing import IO

from monitor.reports import deck, huisstijl, onefile, paper, workbook
from monitor.reports.report import Report
from monitor.sections.section import Section


FORMS: dict[str, Callable[[Report], bytes]] = {
    "pdf": paper.to_pdf,
    "html": lambda one: onefile.to_html(one).encode(),
    "xlsx": workbook.report_to_xlsx,
    "pptx": lambda one: deck.to_pptx(one, huisstijl.of_folder(one.home)),
}
"""Ending of a file → how it is made of a report."""
WORKERS = 2
Rows = Sequence[Mapping[str, str]]


def render(one: Report, forms: Sequence[str]) -> dict[str, bytes]:
    """Form → its bytes, the same as `FORMS` gives."""
    return {form: FORMS[form](one) for form in forms}


def sendable(one: Report) -> Report:
    """With the rows that are asked for when a file is made: who would ask them holds on to the store."""
    return replace(one, sections=tuple(map(_plain, one.sections)))


def _plain(section: Section) -> Section:
    if section.table is None or section.table.filed is None:
        return section
    rows = partial(_given, tuple(section.table.filed()))
    return replace(section, table=replace(section.table, filed=rows))


def _given(rows: Rows) -> Rows:
    return rows


class Workers:
    """Two processes that begin with nothing of this one, and end when it does: each reads until there is
    nobody to write to it."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(WORKERS)
        self._own = threading.local()
        self._every: list[subprocess.Popen[bytes]] = []

    def submit(self, one: Report, forms: Sequence[str]) -> Future[dict[str, bytes]]:
        """What `render` gives; ValueError for a report of which no file can be made."""
        return self._threads.submit(self._ask, pickle.dumps((sendable(one), tuple(forms))))

    def _ask(self, question: bytes) -> dict[str, bytes]:
        if not hasattr(self._own, "process"):
            self._own.process = subprocess.Popen(
                [sys.executable, "-m", "monitor.reports.worker"],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            )  # fmt: skip
            self._every.append(self._own.process)
        write(self._own.process.stdin, question)
        answer = read(self._own.process.stdout)
        if answer is None:
            raise RuntimeError("a worker stopped")
        found: dict[str, bytes] | str = pickle.loads(answer)
        if isinstance(found, str):
            raise ValueError(found)  # noqa: TRY004
        return found

    def close(self) -> None:
        self._threads.shutdown(wait=True, cancel_futures=True)
        for one in self._every:
            one.communicate()


@contextmanager
def workers() -> Iterator[Workers]:
    """What was not begun stays undone at the end."""
    pool = Workers()
    try:
        yield pool
    finally:
        pool.close()


def write(pipe: IO[bytes], content: bytes) -> None:
    """With its length before it."""
    pipe.write(len(content).to_bytes(8, "big") + content)
    pipe.flush()


def read(pipe: IO[bytes]) -> bytes | None:
    """What `write` wrote; None where nobody writes any more."""
    size = pipe.read(8)
    if len(size) < 8:
        return None
    content = pipe.read(int.from_bytes(size, "big"))
    return content if len(content) == int.from_bytes(size, "big") else None


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
