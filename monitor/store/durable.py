"""Writing so that a crash leaves the old or the new, never half a file."""

import hashlib
import os
import shutil
from collections.abc import Callable
from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that after a crash it is there entirely or as it was."""
    temporary = path.with_name(path.name + ".nieuw")
    with temporary.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.replace(temporary, path)
    _flush_folder(path.parent)


def flush(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())
    _flush_folder(path.parent)


def _flush_folder(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def sha256_of(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def copy_whole(
    source: Path, target: Path, judge: Callable[[Path], None] = lambda copy: None
) -> None:
    """Copy a file so that `target` is there entirely or as it was. `judge` may refuse the copy."""
    temporary = target.with_name(target.name + ".nieuw")
    try:
        shutil.copyfile(source, temporary)
        judge(temporary)
        flush(temporary)
    except Exception:
        temporary.unlink(missing_ok=True)
        raise
    os.replace(temporary, target)
    _flush_folder(target.parent)
