"""What everybody knows of the schooljaren of thuiszitters: who was there before or came, who left or
is still there, and that a reason on a day is a reason in its year."""

import datetime as dt
from typing import TYPE_CHECKING

from inference.seen import Cell, Key


if TYPE_CHECKING:
    from inference.relations import Relations


UNLIMITED = 1e18
GROUPS = {
    "gezondheid en hulp": {"ziekte", "langdurig ziek", "angst", "angst of depressie", "overprikkeld",
                           "durft niet naar school", "schoolweigering", "wacht op jeugdhulp"},
    "school en onderwijsplek": {"geen passende plek", "geschorst", "conflict met school",
                                "uitgeschreven door school"},
    "thuis en verhuizing": {"thuissituatie", "verhuisd", "onbekend bij school"},
    "anders of onbekend": {"onbekend", "gedrag"},
}  # fmt: skip
"""As somebody reads them who knows what the groups are called."""


def add(relations: "Relations", definition: str) -> None:
    """Add what is known of one definition."""
    name = relations.name
    stock, year = name("thuiszitters", definition), name("thuiszitters_jaar", definition)
    for measure, after in (("thuiszitters_jaar_erbij", 0), ("thuiszitters_jaar_eraf", 1)):
        for per, code, jaar in relations.places(name(measure, definition)):
            day = f"{int(jaar[:4]) + after}-07-31"
            moved, whole, there = (
                Cell(one, per, code, when, "", "teller")
                for one, when in ((name(measure, definition), jaar), (year, jaar), (stock, day))
            )
            if not relations.has(whole) or not relations.has(there):
                continue
            for ends in (("teller", "teller"), ("teller_max", "teller_max"),
                         ("teller", "teller_max")):  # fmt: skip
                # Where somebody is unsure only the last is always so.
                relations.add(
                    "in het jaar = op de dag + erbij of eraf", (1, whole._replace(end=ends[1])),
                    (-1, there._replace(end=ends[0])), (-1, moved._replace(end=ends[1])),
                    nearly=ends[0] == ends[1],
                )  # fmt: skip
            relations.add("wie zeker in het jaar was, was er misschien al of kwam erbij",
                          (1, there._replace(end="teller_max")), (1, moved), (-1, whole),
                          high=UNLIMITED)  # fmt: skip
            relations.at_most("erbij of eraf is deel van het jaar", moved, whole)
            if not after:
                relations.at_most(
                    "wie erbij kwam, begon", moved,
                    moved._replace(name=name("thuiszitters_terug_3", definition)), nearly=True,
                )  # fmt: skip
    _reasons(relations, stock, year)


def _reasons(relations: "Relations", stock: str, year: str) -> None:
    for (total, what), groups in relations.parts.items():
        if total.name != year or what != "redengroep":
            continue
        for (day, breakdown), reasons in relations.parts.items():
            if breakdown != "reden" or not _is_in(day, total, stock):
                continue
            for group in groups:
                words = GROUPS[group.deel.partition("=")[2]]
                found = [key for key in reasons if key.deel.partition("=")[2] in words]
                for end in ("teller", "teller_max"):
                    relations.add(
                        "redenen op een dag zijn redenen van het jaar", (1, Cell(*group, end)),
                        *((-1, Cell(*key, end)) for key in found), high=UNLIMITED, nearly=True,
                    )  # fmt: skip


def _is_in(day: Key, year: Key, stock: str) -> bool:
    if (day.name, day.per, day.code) != (stock, year.per, year.code):
        return False
    first = int(year.periode[:4])
    return dt.date(first, 8, 1) <= dt.date.fromisoformat(day.periode) < dt.date(first + 1, 8, 1)
