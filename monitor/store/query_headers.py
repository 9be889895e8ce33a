"""The comment on top of a query: its words, as `-- key: value` lines."""

import re
from pathlib import Path

from pydantic import ValidationError

from monitor.errors import QueryHeaderError


def header_of(file: Path) -> dict[str, str]:
    """The `-- key: value` lines on top of a query; an indented line continues the one above."""
    found: dict[str, str] = {}
    key = ""
    for line in file.read_text(encoding="utf-8").splitlines():
        if not line.startswith("--"):
            break
        match = re.match(r"--\s?([a-z_]+(?:\.[a-z0-9_]+)?):\s*(.*)", line)
        if match:
            key = match[1]
            if key in found:
                raise QueryHeaderError(f"{file}: {key}: staat er twee keer")
            found[key] = match[2].strip()
        elif key:
            found[key] = f"{found[key]} {line[2:].strip()}".strip()
    return found


def headers_of(file: Path) -> dict[str, dict[str, str]]:
    """Measure → header, of a file of `queries/indicators/`: one, that of the file, unless it says
    `variants: dekking = praktijk, dekking_plan = plan`.

    Then `{variant}` in its words (and its SQL) is the value of each, and `title.plan` is the title of
    that one alone. QueryHeaderError when such a key is of no variant, or a variant has no value.
    """
    header = header_of(file)
    said = header.pop("variants", "")
    variants = variants_in(said) or {file.stem: ""}
    own = {key: key.partition(".")[2] for key in header if "." in key}
    strange = sorted(key for key, value in own.items() if value not in variants.values())
    if strange or (said and not all(variants.values())):
        raise QueryHeaderError(f"{file}: variants: {', '.join(strange) or said}: of no variant")
    return {
        measure: {
            key: words.replace("{variant}", value)
            for key, words in (
                {key: words for key, words in header.items() if key not in own}
                | {
                    key.partition(".")[0]: header[key]
                    for key, whose in own.items()
                    if whose == value
                }
            ).items()
        }
        for measure, value in variants.items()
    }


def variants_in(said: str) -> dict[str, str]:
    """dekking = praktijk, dekking_plan = plan → measure: value"""
    pairs = (one.partition("=") for one in said.split(",") if one.strip())
    return {measure.strip(): value.strip() for measure, _, value in pairs}


def wrong_header(file: Path, error: ValidationError) -> QueryHeaderError:
    """Names the file and each key that is wrong."""
    faults = "; ".join(
        f"{'.'.join(map(str, fault['loc']))}: {fault['msg']}" for fault in error.errors()
    )
    return QueryHeaderError(f"{file}: {faults}")
