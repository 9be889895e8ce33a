"""The total: how many find a place at the same time, where it is worst, what the need is made of.

With the numbers of the matching for who sees exact figures; for others `in_classes`.
"""

from dataclasses import replace

from monitor.dekking import from_store, worst_region
from monitor.dekking.from_store import NeedPart
from monitor.dekking.matching.model import Message, Run
from monitor.figures import wording
from monitor.sections.dekking.subject import Subject, indicator_of, trust_now
from monitor.sections.section import Said, Section, said
from monitor.values import dutch


NAMED = 3
"""Groups of pupils of whom it is unknown that are named one by one."""
QUESTION = "Hoeveel leerlingen vinden tegelijk een passende plek?"
PART_WORDS = {
    "geplaatst": "leerlingen die in een arrangement zitten",
    "wachtend": "leerlingen die wachten",
    "toegekend": "leerlingen die ondersteuning kregen toegekend, maar nog niet zijn begonnen",
    "thuiszitter": "thuiszitters met een ondersteuningsvraag",
    "onbekend": "leerlingen van wie niet is opgegeven of ze geplaatst zijn of wachten",
}
SOURCE_WORDS = {
    "geleverd": "de tellingen van de behoefte die het samenwerkingsverband leverde",
    "opgebouwd": "de aanvragen en de thuiszitters, waarin elke leerling één keer telt",
}
NOT_STANDARD = "Met vso erbij: dit totaal is hoger dan in de andere cijfers van de monitor."


def make(subject: Subject) -> Section | None:
    """None for who sees no exact figures."""
    if not subject.exact:
        return None
    return Section(
        key="dekking_antwoord",
        question=QUESTION,
        title="",
        says=Said(answer(subject)),
        selection=subject.sentence,
        beside=said(_other_run(subject), _largest(subject), _unknown(subject), made_of(subject)),
        trust=(trust_now(subject, indicator_of(subject)),),
        notes=(NOT_STANDARD,) if subject.basis.with_vso else (),
    )


def answer(subject: Subject) -> str:
    """Van 840 leerlingen met een ondersteuningsvraag vinden er 638 tegelijk een passende plek; 201 niet
    (van 1 onbekend)."""
    found = subject.outcome.totals
    short = f"{_number(found.tekort)} niet" if found.tekort else "niemand blijft zonder plek"
    if not found.tekort and found.onbekend:
        short = "niemand blijft zeker zonder plek"
    return (
        f"Van {_number(found.behoefte)} leerlingen met een ondersteuningsvraag vinden er "
        f"{_number(found.gedekt)} tegelijk een passende plek; "
        f"{wording.beside_unknown(short, found.onbekend)}."
    )


def _unknown(subject: Subject) -> str:
    """Who they are of whom it is not known, where they are few; and why."""
    found = [cell for cell in subject.outcome.cellen if cell.onbekend]
    if not found:
        return ""
    if len(found) > NAMED:
        return "Van wie het onbekend is, staat bij Waarom: kies daar de reden onbekend."
    who = dutch.joined([
        f"{subject.pupils(cell.onbekend)} met {cell.need.ondersteuningsvraag}, {cell.need.niveau}, "
        f"postcode {cell.need.postcode4 or dutch.UNKNOWN}"
        for cell in found
    ])  # fmt: skip
    why = list(dict.fromkeys(cell.reason.removesuffix(".") for cell in found if cell.reason))
    because = f" ({'; '.join(one[:1].lower() + one[1:] for one in why)})" if why else ""
    return f"Onbekend is het van {who}{because}."


def _other_run(subject: Subject) -> str:
    is_plan = subject.basis.run is Run.PLAN
    other = subject.of(Run.PRAKTIJK if is_plan else Run.PLAN).totals
    if is_plan:
        return f"In de praktijk vinden er {_number(other.gedekt)} een plek."
    return f"Op papier zouden er {_number(other.gedekt)} een plek vinden."


def _largest(subject: Subject) -> str:
    """Where it is worst, by what is certain: of the largest regions, whatever the page is shown per,
    so that everybody reads the same."""
    worst = worst_region.worst(subject.store, subject.basis, subject.rules)
    if worst is None:
        return ""
    where = f"{worst.vraag} in {subject.named(worst.level, worst.region)}"
    return (
        f"Het grootste zekere tekort: {where}, {_number(worst.certain)} van de "
        f"{_number(worst.behoefte)} leerlingen."
    )


def made_of(subject: Subject) -> str:
    """What the need is made of, known and unknown; vso is said apart. Without numbers for who sees
    no exact figures: they are no part of what is published."""
    found = from_store.parts(subject.store, replace(subject.basis, with_vso=False))
    source = from_store.need_source(subject.store, subject.basis)
    counted = [p for p in found if p.name != "vso"]
    words = [
        f"{_part_number(p)} {PART_WORDS.get(p.name, p.name)}"
        if subject.exact
        else PART_WORDS.get(p.name, p.name)
        for p in counted
        if p.is_known
    ]
    told = f"De vraag bestaat uit {dutch.joined(words)}" if words else "De vraag is leeg"
    missing = [PART_WORDS.get(p.name, p.name) for p in counted if not p.is_known]
    if missing:
        told += f"; niet geleverd is het aantal {dutch.joined(missing, 'en')}"
    told += f". Dit komt uit {SOURCE_WORDS[source]}."
    vso = next((p for p in found if p.name == "vso"), None)
    if vso is None or not vso.is_known:
        return f"{told} Hoeveel vso-leerlingen op een gewone school hadden kunnen blijven, is niet bekend."
    verb = "tellen hier mee" if subject.basis.with_vso else "tellen hier niet mee"
    if not subject.exact:
        return (
            f"{told} Leerlingen in het vso die op een gewone school hadden kunnen blijven, {verb}."
        )
    return (
        f"{told} {_part_number(vso)} leerlingen in het vso die op een gewone school hadden "
        f"kunnen blijven, {verb}."
    )


def _part_number(part: NeedPart) -> str:
    high = part.pupils_max
    return wording.interval(float(part.pupils), None if high is None else float(high))


def _number(amount: int) -> str:
    return dutch.number(amount)


# ---------------------------------------------------------------------------------- what is missing


def left_out(subject: Subject) -> list[str]:
    """What does not take part in the matching, and what now."""
    found = [_said(subject, one) for one in subject.outcome.messages]
    if not subject.rules.normen:
        found.append(
            "Er zijn geen afstandsnormen geleverd: overal geldt "
            f"{dutch.number(subject.rules.default_km)} km."
        )
    return list(dict.fromkeys(found))


def _said(subject: Subject, message: Message) -> str:
    about = subject.titles.get(message.about)
    return f"{about}, {message.about}: {message.text}" if about else message.text
