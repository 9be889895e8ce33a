"""Checks: what cannot be true in the store. No rows = good; what they find, somebody looks at."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from monitor.resources import QUERIES
from monitor.store.query_headers import header_of, wrong_header
from monitor.store.store import Store


class Check(BaseModel):
    """One file in `queries/checks/`: its rows are `code, melding`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    title: str
    advice: str
    """What to do about it."""
    seriousness: Literal["fout", "let op"]
    """Whether figures are wrong because of it, or somebody should have a look."""


class Finding(BaseModel):
    """One thing a check found: about which unit, in a sentence."""

    model_config = ConfigDict(frozen=True)

    code: str
    melding: str


@cache
def checks(folder: Path = QUERIES / "checks") -> dict[str, Check]:
    """All checks by name; QueryHeaderError names the file and key that is wrong."""
    return {file.stem: _read(file) for file in sorted(folder.glob("*.sql"))}


def _read(file: Path) -> Check:
    try:
        return Check(name=file.stem, **header_of(file))  # type: ignore[arg-type]
    except ValidationError as error:
        raise wrong_header(file, error) from None


def findings(store: Store, check: Check) -> list[Finding]:
    """What a check finds in this version of the store, kept as long as the version lives."""
    key = ("check", check.name)
    if key not in store.answers:
        rows: list[dict[str, Any]] = store.dicts(
            f"select code, melding from checks.{check.name} order by code, melding"
        )
        store.answers[key] = [Finding(**row) for row in rows]
    return list(store.answers[key])
