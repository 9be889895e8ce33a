"""The desk: files are dropped, judged at once as a rehearsal, and delivered with one button."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from monitor.access import Viewer
from monitor.intake import deliveries, logged
from monitor.intake.mapping_proposals import Peek, peek
from monitor.intake.rebuilding import Progress
from monitor.intake.report import DeliveryOutcome, SaidOfFile
from monitor.pages.leveringen import changes, reports, running_work, uploading, words
from monitor.pages.leveringen.running_work import Job, News
from monitor.store.mappings import all_mappings
from monitor.store.store import Store
from monitor.store.versions import Versions
from monitor.store.workfolders import work_folder
from monitor.values import dutch


LISTED = 1000
"""Problems per column in the download."""
WAIT = 5.0
"""Seconds; who delivers in a browser is better told who is busy than kept waiting."""
JUDGING = "leveringen_keuring"


@dataclass(frozen=True)
class Rehearsal:
    """The outcome of judging, and a look into the files whose kind was not recognised."""

    outcome: DeliveryOutcome
    peeks: tuple[Peek | None, ...]


def show(store: Store, viewer: Viewer, versions: Versions, who: str) -> None:
    """Drop files, see what they are and what is wrong with them, deliver them."""
    uploads = uploading.uploads()
    if not uploads:
        _stop_judging()
        return
    rehearsal = _judged(store, versions, uploads)
    if rehearsal is None:
        return
    uploading.judged(uploads)
    with uploading.when_all_arrived(uploading.VERDICT):
        st.markdown(f"**{_verdict(rehearsal.outcome)}**")
    _download_problems(rehearsal.outcome)
    for number, upload in enumerate(uploads):
        reports.show(
            rehearsal.outcome.reports[number], rehearsal.peeks[number], upload.file_id, versions
        )
    with uploading.when_all_arrived(uploading.BUTTON):
        _deliver_button(store, viewer, versions, uploads, rehearsal.outcome, who)


def _judged(store: Store, versions: Versions, uploads: Sequence[Any]) -> Rehearsal | None:
    """The judgement of these files as they are read now; None when judging is not possible."""
    given = [reports.given(upload.file_id) for upload in uploads]
    question = (
        tuple(upload.file_id for upload in uploads),
        tuple(given),
        repr(all_mappings(versions.mappings)),
        store.version,
    )
    asked, job = st.session_state.get(JUDGING, (None, None))
    if job is None or asked != question:
        _stop_judging()
        job = Job(lambda progress: _judge(versions, uploads, given, progress))
        st.session_state[JUDGING] = (question, job)
    running_work.follow(job, "Keuren")
    if job.error is not None:
        del st.session_state[JUDGING]
        st.error(words.for_page(running_work.sentence(job.error)))
        return None
    result: Rehearsal = job.result
    return result


def _stop_judging() -> None:
    _, job = st.session_state.pop(JUDGING, (None, None))
    if job is not None:
        job.stop()


def _judge(
    versions: Versions, uploads: Sequence[Any], given: Sequence[SaidOfFile], progress: Progress
) -> Rehearsal:
    """A rehearsal: the files lie in a folder of their own for as long as it takes."""
    with work_folder(versions.folder) as folder:
        paths = _write(uploads, folder)
        outcome = deliveries.deliver(
            versions, paths, who="", given=given, dry_run=True, listed=LISTED, progress=progress
        )
        peeks = tuple(
            peek(*path) if report.problems else None
            for path, report in zip(paths, outcome.reports, strict=True)
        )
        return Rehearsal(outcome, peeks)


def _write(uploads: Sequence[Any], folder: Path) -> list[tuple[Path, str]]:
    """(path, name as delivered); the path is ours, whatever the name is."""
    paths = []
    for number, upload in enumerate(uploads):
        path = folder / f"bestand-{number}"
        path.write_bytes(upload.getbuffer())
        paths.append((path, upload.name))
    return paths


def _verdict(outcome: DeliveryOutcome) -> str:
    """The answer of the judgement, in a sentence."""
    faulty = [r for r in outcome.reports if r.problems]
    new = [r for r in outcome.reports if not r.problems and not r.unchanged]
    total = len(outcome.reports)
    if faulty and total == 1:
        return "Dit bestand kan zo niet geleverd worden; er is nog niets veranderd."
    if faulty:
        return (
            f"{_which(len(faulty), total)} niet goed. Er wordt niets geleverd totdat alle bestanden "
            "goed zijn, of u haalt ze weg uit de lijst."
        )
    if not new:
        return "Er valt niets te leveren: dit staat al in de monitor."
    undated = [r for r in new if r.is_moment_guessed]
    if undated:
        which = (
            "dit bestand" if total == 1 else dutch.joined([words.escape(r.file) for r in undated])
        )
        return f"Kies eerst van welke datum {which} is; er is nog niets veranderd."
    loaded = words.rows(sum(report.loaded for report in new))
    what = "Het bestand is goed" if total == 1 else "De bestanden zijn goed"
    return " ".join([f"{what}: {loaded}.", *_already(outcome), "Er is nog niets veranderd."])


def _which(faulty: int, total: int) -> str:
    """1 van de 3 bestanden is | Beide bestanden zijn | Alle 3 bestanden zijn"""
    if faulty == total:
        return "Beide bestanden zijn" if total == 2 else f"Alle {words.files(total)} zijn"
    return f"{faulty} van de {words.files(total)} {'is' if faulty == 1 else 'zijn'}"


def _download_problems(outcome: DeliveryOutcome) -> None:
    """Everything that is wrong, to send to who made the files."""
    found = outcome.problems
    if any(problem.line for problem in found):
        st.download_button(
            f"Download {words.amount(len(found), 'fout', 'fouten')} (CSV voor Excel)",
            lambda: reports.problems_csv(found),
            file_name="fouten.csv",
            mime="text/csv",
            icon=":material/download:",
            key="leveringen_fouten",
            on_click="ignore",
        )


def _deliver_button(
    store: Store,
    viewer: Viewer,
    versions: Versions,
    uploads: Sequence[Any],
    outcome: DeliveryOutcome,
    who: str,
) -> None:
    """The one button that publishes; only there when everything is good.

    Nor while nobody said of when a list is: an old one that counts as today's closes schools.
    """
    new = [r for r in outcome.reports if not r.unchanged]
    if outcome.is_refused or not new or any(r.is_moment_guessed for r in new):
        return
    given = [reports.given(upload.file_id) for upload in uploads]
    # A click on the button of other files than these is a click on a button that is not there.
    if not st.button(
        f"Lever {words.files(len(new))}",
        type="primary",
        icon=":material/publish:",
        key=f"leveringen_lever_{uploading.set_of(uploads, given, store.version)}",
    ):
        return
    before = changes.snapshot(store, viewer, {report.source for report in new})

    def publish(progress: Progress) -> object:
        with work_folder(versions.folder) as folder:
            paths = _write(uploads, folder)
            return logged.deliver(
                versions, paths, who=who, given=given, progress=progress, wait=WAIT
            )

    def tell(result: object) -> News:
        assert isinstance(result, DeliveryOutcome)
        if result.is_refused:
            lines = [words.escape(words.for_page(str(problem))) for problem in result.problems]
            return News("Er is niets geleverd.", lines, is_good=False)
        uploading.empty()
        return _news(result, versions, viewer, before)

    running_work.start(publish, tell)


def _news(
    outcome: DeliveryOutcome, versions: Versions, viewer: Viewer, before: changes.Snapshot
) -> News:
    if not outcome.id:
        return News("Er is niets veranderd: deze bestanden staan al in de monitor.")
    new = [report for report in outcome.reports if not report.unchanged]
    loaded = words.rows(sum(report.loaded for report in new))
    names = dutch.joined([words.escape(report.file) for report in new[:5]])
    if len(new) > 5:
        names += f" en nog {words.files(len(new) - 5)}"
    with st.spinner("De cijfers worden opnieuw uitgerekend"):
        found = changes.what_changed(versions, viewer, before, {report.source for report in new})
    title = f"Levering {outcome.id} staat in de monitor: {words.files(len(new))}, {loaded}."
    lines = [names, *_already(outcome), *found.lines]
    return News(title, lines, delivery=outcome.id, pages=found.pages)


def _already(outcome: DeliveryOutcome) -> list[str]:
    """Which of the files are not delivered because what is in them is there."""
    there = [words.escape(report.file) for report in outcome.reports if report.unchanged]
    if not there:
        return []
    verb = "staat" if len(there) == 1 else "staan"
    return [f"Al in de monitor {verb} {dutch.joined(there)}; daarvan wordt niets nog eens geladen."]
