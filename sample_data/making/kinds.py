"""What the register tells of a melding since schooljaar 2023-2024: soort verzuim, whether all lessons
are missed, and why it ended. Before, it told nothing of the kind."""

from collections import Counter
from dataclasses import replace

from sample_data.making.dice import Dice
from sample_data.making.years import start


SINCE = 2023
"""The first schooljaar of which meldingen tell it."""
LEFT_OPEN = 9
"""Meldingen of 16 hours that nobody closed: a story of the sample."""
SHORT = {"16 uur": 74, "luxe": 8, "signaal": 8, "overig": 10}
LONG = {"langdurig": 88, "overig": 6, "": 6}
ALL_LESSONS = {"Ja": 86, "Onbekend": 6, "": 8}
REASONS = {
    "terug naar school": 70,
    "andere opleiding": 8,
    "verhuisd": 6,
    "langdurig ziek": 3,
    "legitiem afwezig": 3,
    "overig": 10,
}
REASONS_NOT_ENROLLED = {
    "andere opleiding": 62,
    "werk": 6,
    "vrijgesteld": 8,
    "verhuisd": 12,
    "overig": 12,
}


def with_kinds(meldingen, leave_alone):
    """The same meldingen with what the register tells of them; a few short ones stay open.

    `leave_alone` is the gemeente of which the numbers tell a story of their own.
    """
    dice = Dice("verzuim soorten")
    often = Counter(m.leerling.code for m in meldingen)
    open_ = _left_open(meldingen, often, leave_alone, dice)
    told = []
    for melding in meldingen:
        if melding.sinds < start(SINCE):
            told.append(melding)
        elif id(melding) in open_:
            told.append(
                replace(melding, einde=None, status="aangemeld", soort="16 uur", alle_lessen="Nee")
            )
        else:
            told.append(_told(melding, dice))
    return _with_a_contradiction(told)


def _left_open(meldingen, often, leave_alone, dice):
    """16 hours were reached, the school told it, and nobody wrote down that it was over."""
    found = [
        m
        for m in dice.shuffled(meldingen)
        if m.kind == "kort"
        and m.status == "afgesloten"
        and start(SINCE) <= m.sinds < start(SINCE + 2)
        and often[m.leerling.code] == 1
        and m.leerling.home.gemeente.naam != leave_alone
        and not m.left_out
    ]
    return {id(m) for m in found[:LEFT_OPEN]}


def _told(melding, dice):
    ended = melding.status == "afgesloten"
    if melding.ingeschreven == "Nee" or melding.geoorloofd == "Ja":
        absent = melding.ingeschreven == "Nee" and melding.geoorloofd == "Nee"
        reason = dice.weighted(REASONS_NOT_ENROLLED) if ended and absent else None
        return replace(melding, reden_einde=reason)
    is_short = melding.kind == "kort"
    soort = dice.weighted(SHORT if is_short else LONG) or None
    all_ = dice.weighted({"Nee": 80, "": 20} if is_short else ALL_LESSONS) or None
    reason = dice.weighted(REASONS) if ended else None
    return replace(melding, soort=soort, alle_lessen=all_, reden_einde=reason)


def _with_a_contradiction(meldingen):
    """One melding is called long, and says that some lessons are not missed: a fault to be found."""
    place = next(
        n for n, m in enumerate(meldingen)
        if m.soort == "langdurig" and m.status == "afgesloten" and m.reden_einde == "overig"
    )  # fmt: skip
    return [replace(m, alle_lessen="Nee") if n == place else m for n, m in enumerate(meldingen)]
