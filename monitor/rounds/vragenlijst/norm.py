"""The items of a norm as questions: a deel with `vragen_uit = "norm"` is filled in when a ronde is
made, and left out where the SWV has no norm and delivered no list."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from monitor.errors import MonitorError
from monitor.rounds.vragenlijst.model import MOST_VRAGEN, Cijfer, Deel, Vraag, Vragenlijst, Wordt


class Punt(NamedTuple):
    """An item of a norm, or of the last list that was delivered (`basisondersteuning`)."""

    item: str
    titel: str
    volgt_op: tuple[str, ...] = ()
    """Items of an older norm that it replaces."""


class Filled(NamedTuple):
    vragenlijst: Vragenlijst
    left_out: str
    """What to say of the deel that was left out; '' when none was."""


LEFT_OUT = (
    "Het deel ‘{titel}’ is weggelaten, want er is geen norm en geen lijst. Lever een bestand "
    "basisondersteuning, of zet een norm in de map normen; daarna staat het erin."
)


def code_of(item: str) -> str:
    """The code of the question about an item: BO-12 is asked as bo-12."""
    return re.sub(r"[^a-z0-9]+", "-", item.lower()).strip("-")[:40].ljust(2, "-")


def with_norm(lijst: Vragenlijst, norm: str, punten: Sequence[Punt]) -> Filled:
    """The vragenlijst with one jadeelsnee question per item of `norm`, each with its cijfers.

    Without items the deel is left out, and what is counted of it. MonitorError when an item cannot be
    a question beside the ones that the file has.
    """
    at = next((deel for deel in lijst.deel if deel.vragen_uit == "norm"), None)
    if at is None:
        return Filled(_each(lijst), "")
    if not punten:
        return Filled(_each(_without(lijst, at)), LEFT_OUT.format(titel=at.titel))
    there = {vraag.code for _, vraag in lijst.vragen()}
    figures = {cijfer.code for cijfer in lijst.cijfer if not cijfer.per_vraag}
    if len(there) + len(punten) > MOST_VRAGEN:
        raise MonitorError(
            f"De norm heeft {len(punten)} punten; met de {len(there)} andere vragen is dat meer dan "
            f"{MOST_VRAGEN}. Maak een vragenlijst voor de norm alleen."
        )
    vragen: list[Vraag] = []
    for punt in punten:
        code = code_of(punt.item)
        if code in there | figures:
            raise MonitorError(
                f"Punt '{punt.item}' van de norm wordt vraag '{code}', en die code is al in "
                "gebruik. Geef de vraag of het cijfer in de vragenlijst een andere code."
            )
        there.add(code)
        vragen.append(
            Vraag(
                code=code,
                soort="jadeelsnee",
                tekst=_shortened(punt.titel),
                verplicht=True,
                weet_niet=True,
                bewijs="datum",
                volgt_op=tuple(dict.fromkeys(code_of(one) for one in punt.volgt_op)),
                voorstel="basisondersteuning.status",
                wordt=Wordt(norm=norm, item=punt.item),
            )
        )
    filled = at.model_copy(update={"vragen_uit": None, "vraag": tuple(vragen)})
    delen = tuple(filled if deel is at else deel for deel in lijst.deel)
    return Filled(_each(lijst.model_copy(update={"deel": delen, "norm": norm})), "")


def _shortened(titel: str) -> str:
    return titel if len(titel) <= 600 else f"{titel[:599]}…"


def _without(lijst: Vragenlijst, gone: Deel) -> Vragenlijst:
    return lijst.model_copy(
        update={
            "deel": tuple(deel for deel in lijst.deel if deel is not gone),
            "cijfer": tuple(cijfer for cijfer in lijst.cijfer if cijfer.deel != gone.code),
        }
    )


def _each(lijst: Vragenlijst) -> Vragenlijst:
    """One cijfer per question where a cijfer says `per_vraag`."""
    delen = {deel.code: deel for deel in lijst.deel}
    figures: list[Cijfer] = []
    for cijfer in lijst.cijfer:
        if not cijfer.per_vraag:
            figures.append(cijfer)
            continue
        figures += [
            cijfer.model_copy(
                update={
                    "code": vraag.code,
                    "titel": vraag.tekst[:200],
                    "vraag": vraag.code,
                    "deel": None,
                    "per_vraag": False,
                }
            )
            for vraag in delen[str(cijfer.deel)].vraag
            if vraag.soort != "uitleg"
        ]
    return lijst.model_copy(update={"cijfer": tuple(figures)})
