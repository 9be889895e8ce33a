"""Errors that are shown as their message, without a traceback: somebody else than us can act."""

import errno
from typing import NamedTuple


class Problem(NamedTuple):
    """One thing that the sender of a file must repair: where, what, what now.

    `line` counts as the file's own program does (1 = the first line), 0 = the file as a whole.
    """

    file: str
    line: int
    column: str
    text: str

    def __str__(self) -> str:
        where = self.file
        if self.line:
            where += f", regel {self.line}"
        if self.column:
            where += f", kolom '{self.column}'"
        return f"{where}: {self.text}"


class MonitorError(Exception):
    """Shown as its message. Everything else is a bug."""


class DeliveryRefused(MonitorError):
    """Nothing of the delivery was loaded; the store is unchanged."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class Busy(MonitorError):
    """Somebody else is changing the store."""


class NotFound(MonitorError):
    """What was asked for by name does not exist."""


class Overtaken(MonitorError):
    """Somebody else kept a newer version in the meantime."""


def reason(error: OSError) -> str:
    """Why reading or writing failed, in words for who can do something about it."""
    known = {
        errno.ENOSPC: "de schijf is vol",
        errno.EDQUOT: "de schijf is vol",
        errno.EFBIG: "het bestand wordt te groot",
        errno.EACCES: "u hebt er geen rechten voor",
        errno.EPERM: "u hebt er geen rechten voor",
        errno.EROFS: "er mag alleen gelezen worden",
        errno.ENOTDIR: "een deel van het pad is geen map",
        errno.EISDIR: "het is een map en geen bestand",
        errno.EEXIST: "er staat een bestand waar een map moet komen",
        errno.ENOENT: "het bestaat niet",
        errno.ENAMETOOLONG: "de naam is te lang",
    }
    return known.get(error.errno or 0) or error.strerror or str(error)


class QueryHeaderError(MonitorError):
    """The comment above a query does not say what it must."""
