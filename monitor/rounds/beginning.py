"""A ronde made and opened at once: what can go wrong is looked at before anything is kept."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from monitor.access import Viewer
from monitor.errors import MonitorError
from monitor.rounds import rondes
from monitor.rounds.beforehand import Unit, Vooraf
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.store.journal import Journal


class Kop(NamedTuple):
    """What it is called, and of which schooljaar."""

    code: str
    schooljaar: str
    titel: str


def begin(
    journal: Journal, by: Viewer, swv: str, kop: Kop, tot: dt.date, lijst: Vragenlijst,
    units: Sequence[str], known: Mapping[Unit, Vooraf],
) -> int:  # fmt: skip
    """The number of the ronde, which is open until the end of `tot` for these units."""
    if not re.fullmatch(r"[a-z0-9-]{2,40}", kop.code, re.ASCII):
        raise MonitorError(
            "De code is 2 tot en met 40 kleine letters, cijfers en streepjes, bijvoorbeeld "
            "dekkend-aanbod-2026."
        )
    if not units:
        raise MonitorError("Er is niemand om te vragen. Kies een soort school die open is.")
    rondes.must_close_on(tot)
    number = rondes.make(journal, by, swv, *kop)
    kept = rondes.keep_vragenlijst(journal, by, lijst)
    asked = [(lijst.voor, unit, kept) for unit in units]
    rondes.open_(journal, by, number, tot, asked, known)
    return number
