"""`dekkend terugzetten`: a copy put back, made fit to be served before anything is replaced.

It is checked, laid out in a work folder inside the data folder, its sessions are ended and what is
past its date is removed there. Then what was there moves to a folder of its own, and the copy takes
its place: `actueel` last, so that a crash leaves a folder that says that it is not whole
(`pointer`).
"""

import datetime as dt
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from monitor.access import accounts, audit, sessions
from monitor.access.audit import Event
from monitor.errors import MonitorError, reason
from monitor.intake import deliveries, kept_files
from monitor.intake.backup import LIST, OWN, SECRETS, Contents, contents_of
from monitor.intake.pseudonyms import key_of
from monitor.intake.retention import purging
from monitor.store import bron, pointer, waiting_files
from monitor.store.delivered import Register
from monitor.store.durable import copy_whole
from monitor.store.journal import FILE, URL, Journal, journal
from monitor.store.secret import secret
from monitor.store.served import is_served
from monitor.store.versions import Versions
from monitor.store.workfolders import work_folder


OURS = ("actueel", "versie-*.json", "bron-*", "leveringen", *OWN, "instellingen.toml",
        f"{FILE}*")  # fmt: skip
"""What is replaced. The secrets stay, unless the copy has them."""
REPLACED = "vervangen-"


@dataclass
class Restored:
    """What was put back, and what came back with it."""

    contents: Contents
    version: int
    accounts: list[str]
    """Who can sign in (with their password of then)."""
    accounts_back: list[str]
    """Of those: who could not, as it was."""
    deliveries: int
    deliveries_back: list[str]
    """Deliveries (or files of them) that had been taken back, or were not there."""
    deliveries_gone: list[str]
    """Deliveries that were there, and are not in the copy."""
    purged_back: dict[str, int]
    """Rows that had been removed after the copy was made, per kind of file."""
    purged_again: dict[str, int] = field(default_factory=dict)
    """Rows removed now, because they may not be kept any longer."""
    not_purged: str = ""
    """Why the rules of retention could not be followed."""
    sessions: int = 0
    aside: Path | None = None
    """Where what was replaced is."""
    key_trouble: str = ""
    """Why files about pupils cannot be delivered yet: the key is gone, or another one."""


def restore(
    versions: Versions, copy: Path, *, who: str, wait: float, replaces: int | None = None
) -> Restored:
    """Put a copy back. `replaces` is the version that it may replace; without it only an empty
    folder is filled. MonitorError, and nothing changed, when it cannot be done."""
    folder = versions.folder
    with _told_when_it_does_not_fit(folder), versions.holding(who, wait):
        if is_served(folder):
            raise MonitorError(
                f"Er draait een monitor op {folder}. Stop die eerst; er is niets veranderd."
            )
        contents = contents_of(copy)
        there = _there(folder)
        if there:
            _refuse_replacing(versions, replaces)
        elsewhere = bool(secret(URL))
        if contents.journaal != "sqlite" and not elsewhere:
            raise MonitorError(
                "Van deze reservekopie staat het journaal in PostgreSQL. Zet eerst die database terug "
                f"(pg_restore), en noem haar in {URL}. Er is niets veranderd."
            )
        with work_folder(folder) as work:
            new = Versions(work / "nieuw")
            _lay_out(copy, contents, new.folder)
            with _of_the_copy():
                _refuse_other_version(new, contents)
                bron.read_whole(new.bron(contents.versie))
                book = journal(new.folder)
                book.refuse_damaged()
            result = _compared(versions, new, contents, book)
            result.sessions = sessions.end_all(book, f"opdracht ({who})")
            _purge(new, who, result)
            result.version = new.current()
            _note(book, who, contents, result)
            if not elsewhere:
                with book.reading() as connection:
                    connection.exec_driver_sql("pragma wal_checkpoint(truncate)")
                book.close()
            waiting_files.remove_all(versions)  # made of what is replaced
            if there:
                result.aside = _set_aside(folder, there, new.folder)
            _take_place(new.folder, folder)
        result.key_trouble = _key_trouble(versions)
        return result


@contextmanager
def _told_when_it_does_not_fit(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        is_half = any(folder.glob(f"{pointer.REPLACING}*"))
        what_now = (
            "Zet haar daarna opnieuw terug, met --vervang 0."
            if is_half
            else "Er is niets veranderd."
        )
        raise MonitorError(
            f"De reservekopie terugzetten in {folder} is niet gelukt: {reason(error)}. Maak ruimte of "
            f"zorg dat u er mag schrijven. {what_now}"
        ) from error


@contextmanager
def _of_the_copy() -> Iterator[None]:
    """What is wrong is so of the copy: the way back of a data folder is none for it."""
    try:
        yield
    except MonitorError as error:
        raise MonitorError(
            "De reservekopie is niet terug te zetten; er is niets veranderd. Neem een andere. Wat er mis "
            f"mee is: {error}"
        ) from error


def _refuse_other_version(new: Versions, contents: Contents) -> None:
    if new.current() != contents.versie:
        raise MonitorError(f"actueel noemt versie {new.current()}, de lijst {contents.versie}.")
    register = new.register()
    kept_files.refuse_damaged(new, register)


def _purge(new: Versions, who: str, result: Restored) -> None:
    """As `dekkend purge`. Where that refuses, nothing can be removed without changing a figure:
    then the copy comes back as it was, which is better than not at all, and it is told."""
    try:
        if not bron.is_of_this_program(new.bron(new.current())):
            deliveries.rebuild(new, who=who)
        result.purged_again = purging.purge(new, who=who).rows(new.register())
    except MonitorError as error:
        result.not_purged = str(error)


def _key_trouble(versions: Versions) -> str:
    """What must be done before pupils can be delivered again, "" when nothing."""
    known = versions.register().known_key
    try:
        if known:
            key_of(versions.folder, known)
    except MonitorError as error:
        return str(error)
    return ""


def _there(folder: Path) -> list[Path]:
    return [path for name in OURS for path in sorted(folder.glob(name))]


def _refuse_replacing(versions: Versions, replaces: int | None) -> None:
    try:
        version = versions.current()
        register = versions.register(version)
        last = f", de laatste levering van {register.made:%d-%m-%Y}" if register.made else ""
        what = f"versie {version} met {len(register.deliveries)} leveringen{last}"
    except MonitorError:
        version, what = 0, "gegevens die niet meer heel zijn"
    if replaces == version:
        return
    raise MonitorError(
        f"In {versions.folder} staat {what}, met het journaal dat erbij hoort. Wilt u dat vervangen "
        f"door de reservekopie, zeg dat dan erbij: --vervang {version}. Er is niets veranderd."
    )


def _lay_out(copy: Path, contents: Contents, target: Path) -> None:
    target.mkdir(mode=0o700)
    elsewhere = bool(secret(URL))
    for name in contents.bestanden:
        if name == FILE and elsewhere:
            continue
        place = target / name
        if not place.parent.exists():
            place.parent.mkdir(mode=0o700)
        copy_whole(copy / name, place)
        place.chmod(0o600)
    # What was judged is what was laid out, also when somebody changed the copy meanwhile.
    (target / LIST).write_bytes((copy / LIST).read_bytes())
    if not elsewhere:
        contents_of(target)
    (target / LIST).unlink()


def _compared(old: Versions, new: Versions, contents: Contents, book: Journal) -> Restored:
    """What comes back and what goes, as far as what is there now can still say it."""
    after, before = new.register(), Register()
    active = {one.email for one in accounts.accounts(book) if one.actief}
    was: set[str] | None = None
    with suppress(MonitorError, FileNotFoundError, ValueError):
        if old.current():
            before = old.register()
            if not secret(URL):
                there = journal(old.folder)
                was = {one.email for one in accounts.accounts(there) if one.actief}
                there.close()  # its file is moved
    then, today = _in_force(after), _in_force(before)
    seen = {purge.when for purge in after.purges}
    back: dict[str, int] = {}
    for purge in before.purges:
        if purge.when not in seen:
            for kind, rows in purge.rows.items():
                back[kind] = back.get(kind, 0) + rows
    return Restored(
        contents=contents,
        version=contents.versie,
        accounts=sorted(active),
        accounts_back=sorted(active - was) if was is not None else [],
        deliveries=len(after.deliveries),
        deliveries_back=[then[key] for key in then if key not in today] if today else [],
        deliveries_gone=[today[key] for key in today if key not in then],
        purged_back=back,
    )


def _in_force(register: Register) -> dict[tuple[int, str], str]:
    return {
        (delivery.id, file.sha256): f"{delivery.id} ({file.name})"
        for delivery in register.deliveries
        for file in delivery.files
        if file.withdrawn is None
    }


def _note(book: Journal, who: str, contents: Contents, result: Restored) -> None:
    about = (
        f"reservekopie van {contents.gemaakt:%d-%m-%Y %H:%M} UTC, versie {contents.versie}; "
        f"sessies beëindigd: {result.sessions}; rijen opgeruimd: {sum(result.purged_again.values())}"
    )
    audit.record(book, f"opdracht ({who})", Event.TERUGGEZET, about)


def _set_aside(folder: Path, there: list[Path], new: Path) -> Path:
    now = f"{dt.datetime.now():%Y%m%d-%H%M%S}"
    # As long as it has this name, whoever reads or delivers hears that it is not finished.
    aside = folder / f"{pointer.REPLACING}{now}"
    aside.mkdir(mode=0o700)
    for path in there:
        with suppress(FileNotFoundError):  # what SQLite puts beside the journal goes by itself
            os.replace(path, aside / path.name)
    for name in SECRETS:
        if (folder / name).exists() and (new / name).exists():
            copy_whole(folder / name, aside / name)
            (aside / name).chmod(0o600)
    return folder / f"{REPLACED}{now}"


def _take_place(new: Path, folder: Path) -> None:
    folder.chmod(0o700)
    last = new / pointer.NAME
    for path in sorted(new.iterdir()):
        if path == last or path.name.startswith("slot"):
            continue
        if path.name in SECRETS or not (folder / path.name).exists():
            os.replace(path, folder / path.name)
    # Without `actueel` the folder still says that it is not whole, and what to do.
    for aside in folder.glob(f"{pointer.REPLACING}*"):
        os.replace(aside, folder / aside.name.replace(pointer.REPLACING, REPLACED, 1))
    os.replace(last, folder / pointer.NAME)
