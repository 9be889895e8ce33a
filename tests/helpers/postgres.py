"""Find PostgreSQL, install it when that is possible, else say what to install; and a cluster of
the tests' own, that listens in its own folder only and is gone afterwards.

Run before the tests: exit 1 (which fails the run) only in CI; elsewhere the tests on PostgreSQL
then skip with the same sentence.
"""

import atexit
import getpass
import itertools
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from monitor.store.journal import FILE, Journal


ADVICE = (
    "PostgreSQL ontbreekt: de tests daarop kunnen niet draaien. "
    "Installeer het, bijv. met: apt-get install postgresql"
)
SETTINGS = {
    "listen_addresses": "",  # no port: a socket in its own folder
    # As unlike ours as can be: whoever forgets the time zone is found out.
    "timezone": "America/St_Johns",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "16MB",
    "max_connections": "60",
}


# For a few rows `delete` is many times faster than `truncate`, which makes every table anew.
EMPTY = """
    do $$
    declare name text;
    begin
        for name in select tablename from pg_tables where schemaname = 'public' loop
            execute 'delete from ' || quote_ident(name);
        end loop;
        perform setval(quote_ident(sequencename)::regclass, start_value, false)
        from pg_sequences where schemaname = 'public';
    end $$
"""


def find(program: str) -> Path | None:
    """A program of the newest PostgreSQL here. Debian keeps them out of the way."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    for folder in reversed(folders):
        if (folder / program).is_file():
            return folder / program
    found = shutil.which(program)
    return Path(found).resolve() if found else None


class Cluster:
    """A running PostgreSQL in a folder of its own. It refuses to be root's, so then it is run as
    somebody else."""

    def __init__(self) -> None:
        initdb, server = find("initdb"), find("postgres")
        assert initdb is not None
        assert server is not None
        self.folder = Path(tempfile.mkdtemp(prefix="pg-"))
        self._as: dict[str, Any] = {"cwd": "/", "stdout": subprocess.DEVNULL}
        if os.geteuid() == 0:
            who = _somebody()
            os.chown(self.folder, who.pw_uid, who.pw_gid)
            self._as |= {"user": who.pw_uid, "group": who.pw_gid, "extra_groups": []}
        data = self.folder / "data"
        subprocess.run(
            [initdb, "-D", data, "-U", "toets", "-A", "trust", "-E", "UTF8", "--locale=C", "-N"],
            check=True, timeout=120, **self._as,
        )  # fmt: skip
        options = [f"--{name.replace('_', '-')}={value}" for name, value in SETTINGS.items()]
        options.append(f"--unix-socket-directories={self.folder}")
        with (self.folder / "log").open("wb") as log:
            self._server = subprocess.Popen([server, "-D", data, *options], stderr=log, **self._as)
        atexit.register(self.stop)
        self._admin = sa.create_engine(self.url("postgres"), isolation_level="AUTOCOMMIT")
        self._numbers = itertools.count(1)
        self._wait()

    def url(self, database: str) -> str:
        return f"postgresql+psycopg://toets@/{database}?host={self.folder}"

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL of an empty database."""
        name = f"t{next(self._numbers)}"
        with self._admin.connect() as connection:
            connection.exec_driver_sql(f"create database {name} template template0")
        try:
            yield self.url(name)
        finally:
            with self._admin.connect() as connection:
                connection.exec_driver_sql(f"drop database {name} with (force)")

    @cached_property
    def _shared(self) -> sa.Engine:
        with self._admin.connect() as connection:
            connection.exec_driver_sql("create database gedeeld template template0")
        return sa.create_engine(self.url("gedeeld"))

    def emptied(self) -> str:
        """The URL of the one database for all tests that need no fresh one: as tables of the
        journal are made once only, it is ready at once."""
        with self._shared.begin() as connection:
            # The log refuses to be emptied; as a replica a server fires no triggers.
            connection.exec_driver_sql("set local session_replication_role = replica")
            connection.exec_driver_sql(EMPTY)
        return self.url("gedeeld")

    @cached_property
    def journal(self) -> Journal:
        """On the database of `emptied`, for all tests: connecting takes longer than most of them."""
        return Journal(self.url("gedeeld"))

    def stop(self) -> None:
        self._admin.dispose()
        if "journal" in vars(self):
            self.journal.close()
        if "_shared" in vars(self):
            self._shared.dispose()
        if self._server.poll() is None:
            self._server.send_signal(signal.SIGINT)  # not when everybody has left, but now
            try:
                self._server.wait(10)
            except subprocess.TimeoutExpired:
                self._server.kill()
                self._server.wait()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _wait(self) -> None:
        until = time.monotonic() + 60
        while True:
            try:
                with self._admin.connect():
                    return
            except sa.exc.OperationalError:
                if self._server.poll() is not None or time.monotonic() > until:
                    raise AssertionError((self.folder / "log").read_text()) from None
                time.sleep(0.05)


def _somebody() -> pwd.struct_passwd:
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise AssertionError(f"{getpass.getuser()} is root, and there is nobody else to run as")


@pytest.fixture(scope="session")
def postgres() -> Iterator[Cluster]:
    if find("initdb") is None or find("postgres") is None:
        if os.environ.get("CI"):
            pytest.fail(ADVICE)
        pytest.skip(ADVICE)
    cluster = Cluster()
    yield cluster
    cluster.stop()


@pytest.fixture(params=["sqlite", "postgresql"])
def journal_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database for a journal with nothing in it: first on SQLite, then on PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / FILE}"
    cluster: Cluster = request.getfixturevalue("postgres")
    return cluster.emptied()


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """As `journal_url`, and without a single table."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / FILE}"
        return
    cluster: Cluster = request.getfixturevalue("postgres")
    with cluster.database() as url:
        yield url


@pytest.fixture
def book(journal_url: str, request: pytest.FixtureRequest) -> Iterator[Journal]:
    """An empty journal, on both databases."""
    if not journal_url.startswith("sqlite"):
        yield request.getfixturevalue("postgres").journal
        return
    journal = Journal(journal_url)
    yield journal
    journal.close()


def run_elsewhere(program: str, *words: str) -> subprocess.Popen[str]:
    """A Python program in another process; no `multiprocessing`, which would run `__main__` again,
    and page tests leave theirs there."""
    return subprocess.Popen(
        [sys.executable, "-c", program, *words],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONPATH": "."},
    )


@contextmanager
def busy(url: str) -> Iterator[sa.Connection]:
    """Somebody is writing to the journal, and has not finished."""
    engine = sa.create_engine(url)
    with engine.connect() as connection:
        connection.exec_driver_sql("update stand set nummer = nummer")
        yield connection
        connection.commit()
    engine.dispose()


def main() -> int:
    if find("initdb"):
        return 0
    if shutil.which("apt-get") and hasattr(os, "geteuid") and os.geteuid() == 0:
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "postgresql"]):
            subprocess.run(["apt-get", *command], env=environment, check=False, timeout=900)
    if find("initdb"):
        return 0
    print(ADVICE, file=sys.stderr)
    return 1 if os.environ.get("CI") else 0


if __name__ == "__main__":
    sys.exit(main())
