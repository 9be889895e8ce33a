"""Reports become files in processes of their own: they get sections and give bytes, and touch no store."""

import hashlib
import multiprocessing
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial

from monitor.reports import deck, onefile, paper, workbook
from monitor.reports.report import Report
from monitor.sections.section import Section


FORMS: dict[str, Callable[[Report], bytes]] = {
    "pdf": paper.to_pdf,
    "html": lambda one: onefile.to_html(one).encode(),
    "xlsx": workbook.report_to_xlsx,
    "pptx": deck.to_pptx,
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


@contextmanager
def workers() -> Iterator[ProcessPoolExecutor]:
    """Two processes that begin with nothing of this one; what was not begun stays undone at the end."""
    pool = ProcessPoolExecutor(WORKERS, mp_context=multiprocessing.get_context("spawn"))
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
