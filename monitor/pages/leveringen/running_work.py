"""Work that goes on when its page runs again: a click elsewhere must not cut it off half-way."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

import streamlit as st

from monitor.errors import MonitorError, reason
from monitor.intake.rebuilding import Progress
from monitor.pages.leveringen import words


Result = TypeVar("Result")


class Stopped(Exception):
    """Nobody waits for this work any more."""


class Job(Generic[Result]):
    """One piece of work on a thread of its own."""

    def __init__(self, work: Callable[[Progress], Result]) -> None:
        self.what, self.part = "", 0.0
        self.result: Result | None = None
        self.error: Exception | None = None
        self._work = work
        self._stopped = False
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self.result = self._work(self._progress)
        except Exception as error:  # noqa: BLE001  told in the page that waits for it
            self.error = error

    def _progress(self, what: str, part: float) -> None:
        if self._stopped:
            raise Stopped
        self.what, self.part = what, part

    def stop(self) -> None:
        """Ask it to stop at its next step: only for work that changes nothing."""
        self._stopped = True

    def wait(self, seconds: float) -> bool:
        """Whether it is done, after at most so many seconds."""
        self._thread.join(seconds)
        return not self._thread.is_alive()


@dataclass
class News:
    """What became of a delivery or withdrawal, told on top of the page."""

    title: str
    lines: list[str] = field(default_factory=list)
    is_good: bool = True
    delivery: int = 0
    """The delivery that can be taken back right here."""
    pages: list[str] = field(default_factory=list)
    """Where there is something new to see."""


@dataclass
class StoreChange:
    """A job that changes the store, and how to tell what it did."""

    job: Job[object]
    tell: Callable[[object], News]


CHANGE, NEWS = "leveringen_werk", "leveringen_nieuws"


def start(work: Callable[[Progress], object], tell: Callable[[object], News]) -> None:
    """Begin changing the store; the page follows it from its next run on."""
    st.session_state[CHANGE] = StoreChange(Job(work), tell)
    st.session_state.pop(NEWS, None)
    st.rerun()


def follow_change() -> None:
    """Show the progress of the change that is going on, if any, then run the page anew."""
    change: StoreChange | None = st.session_state.get(CHANGE)
    if change is None:
        return
    follow(change.job, "De gegevens worden bijgewerkt")
    del st.session_state[CHANGE]
    st.session_state[NEWS] = _news(change)
    st.rerun()


def _news(change: StoreChange) -> News:
    error = change.job.error
    if error is None:
        return change.tell(change.job.result)
    return News(
        "Dat is niet gelukt; er is niets veranderd.",
        [words.for_page(sentence(error))],
        is_good=False,
    )


def follow(job: Job[Result], label: str) -> None:
    """A progress bar until the job is done."""
    bar = None
    while not job.wait(0.15):
        text = job.what or label
        if bar is None:
            bar = st.progress(min(job.part, 1.0), text=text)
        else:
            bar.progress(min(job.part, 1.0), text=text)
    if bar is not None:
        bar.empty()


def sentence(error: Exception) -> str:
    """An error that somebody can do something about, in words; any other is a bug and is raised."""
    if isinstance(error, MonitorError):
        return str(error)
    if isinstance(error, OSError):
        return f"Het lukt niet om te schrijven of te lezen: {reason(error)}."
    raise error
