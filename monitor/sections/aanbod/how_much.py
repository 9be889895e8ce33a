"""The answer: how much offer there is, whether there is a place, and what is not known of it."""

from monitor.figures import wording
from monitor.scholen.aanbod import Offer
from monitor.scholen.aanbod_tally import tally
from monitor.sections.aanbod.subject import Asked
from monitor.sections.section import Said, Section, said
from monitor.values import dutch, moments
from monitor.views.words import aanbod


QUESTION = "Hoeveel aanbod is er, en is er plek?"


def make(asked: Asked) -> Section:
    """Two to four sentences, the most important first."""
    found = tally(asked.offers)
    beside = (
        said(
            aanbod.free_sentence(found),
            _places(asked),
            stale_sentence(asked) if asked.is_staff else "",
        )
        if found.arrangementen
        else ()
    )
    return Section(
        key="aanbod_hoeveel",
        question=QUESTION,
        title="",
        says=Said(aanbod.count_sentence(asked.offers, asked.schooljaar)),
        selection=f"{asked.whole.sentence}, schooljaar {asked.schooljaar}",
        beside=beside,
        notes=(asked.source,) if found.arrangementen else (),
    )


def _places(asked: Asked) -> str:
    """Van de 1.084 afgesproken plaatsen zijn er ten minste 1.001 in de praktijk."""
    indicator = asked.indicator("plaatsen")
    plan, now = asked.figure("plaatsen", "aanbod=plan"), asked.figure("plaatsen")
    if indicator is None or plan is None or now is None or not wording.is_known(now):
        return ""
    sentence = (
        f"Van de {wording.value(plan, indicator)} afgesproken plaatsen zijn er "
        f"{wording.value(now, indicator)} in de praktijk"
    )
    found = tally(asked.offers)
    if asked.is_staff and found.plan_op_papier:
        stands = "staat" if found.plan_op_papier == 1 else "staan"
        sentence += f"; {found.plan_op_papier} {stands} alleen op papier"
    silent = sum(one.is_running and one.praktijk == (None, None) for one in asked.offers)
    if silent:
        sentence += (f"; van {silent} {dutch.noun(silent, 'arrangementen')} is niet opgegeven "
                     "hoeveel er zijn")  # fmt: skip
    return f"{sentence}."


def stale(asked: Asked) -> list[Offer]:
    return [one for one in asked.offers if one.is_stale(asked.today)]


def stale_sentence(asked: Asked) -> str:
    """31 lopende arrangementen zijn verouderd: 20 langer dan twee jaar niet geëvalueerd, 11 nooit."""
    found = stale(asked)
    never = sum(one.evaluatiedatum is None for one in found)
    if not found:
        return "Elk lopend arrangement is in de laatste twee jaar geëvalueerd."
    before = len(found) - never
    parts = [
        f"{before} {'is' if before == 1 else 'zijn'} langer dan twee jaar niet geëvalueerd"
        if before else "",
        f"{never} {'is' if never == 1 else 'zijn'} nooit geëvalueerd" if never else "",
    ]  # fmt: skip
    number = f"{len(found)} {'lopend' if len(found) == 1 else 'lopende'}"
    are = "is" if len(found) == 1 else "zijn"
    return (f"{number} {dutch.noun(len(found), 'arrangementen')} {are} verouderd op "
            f"{moments.date(found[0].last_day(asked.today))}: "
            f"{dutch.joined([words for words in parts if words])}.")  # fmt: skip
