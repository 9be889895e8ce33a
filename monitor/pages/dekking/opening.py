"""How the page begins: the total in sentences, what the need is made of, and what is missing."""

from dataclasses import replace

import streamlit as st

from monitor.dekking import from_store, worst_region
from monitor.dekking.from_store import NeedPart
from monitor.dekking.matching.model import Message, Run
from monitor.figures import wording
from monitor.figures.levels import Region
from monitor.pages.dekking.subject import RUN_WORDS, Subject, indicator_of
from monitor.pages.pieces import figure_parts
from monitor.values import dutch
from monitor.values.safe_text import plain


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


def nothing_yet() -> None:
    figure_parts.empty_state(
        "Er zijn nog geen gegevens.",
        "Hier komt hoeveel leerlingen met een ondersteuningsvraag tegelijk een passende plek "
        "vinden, en waarom de rest niet. Lever de regio-indeling, de arrangementen, en de behoefte "
        "(of de aanvragen).",
    )


def lacking(has_need: bool, has_offer: bool, whole: Region) -> None:
    """Need or offer is missing, or they are of different schooljaren."""
    if has_need and has_offer:
        figure_parts.empty_state(
            f"Van {whole.naam} zijn er vragen en arrangementen, maar niet van hetzelfde "
            "schooljaar.",
            "Lever beide van hetzelfde schooljaar; dan is de dekking te berekenen.",
        )
    elif has_need:
        figure_parts.empty_state(
            f"Van {whole.naam} zijn er ondersteuningsvragen, maar geen arrangementen.",
            "Lever de arrangementen: welk aanbod er is, voor welke vraag en welk niveau, waar, en "
            "met hoeveel plaatsen in het plan en in de praktijk.",
        )
    elif has_offer:
        figure_parts.empty_state(
            f"Van {whole.naam} zijn er arrangementen, maar geen ondersteuningsvragen.",
            "Lever de behoefte (aantallen per postcode, vraag en niveau), of de aanvragen van "
            "arrangementen (één rij per aanvraag, zonder namen of BSN).",
        )
    else:
        figure_parts.empty_state(
            f"Van {whole.naam} is er nog geen dekking te berekenen.",
            "Daarvoor zijn twee dingen nodig: de arrangementen (het aanbod) en de behoefte of de "
            "aanvragen (de vraag). Lever ook de regio-indeling, die zegt waar elke postcode ligt.",
        )


def no_need(subject: Subject) -> None:
    figure_parts.empty_state(
        f"In schooljaar {subject.periode} heeft niemand een ondersteuningsvraag.",
        "Er zijn wel rijen geleverd, maar alle aantallen zijn 0. Kies een ander schooljaar, of "
        "lever de behoefte opnieuw.",
    )


def basis_words(subject: Subject) -> str:
    vso = ", vso meegeteld" if subject.basis.with_vso else ""
    return f"{RUN_WORDS[subject.basis.run]}{vso}"


# ------------------------------------------------------------------------------------ the answer


def show(subject: Subject) -> None:
    """For who sees exact figures; for others `in_classes`."""
    st.markdown(f"**{answer(subject)}** {_other_run(subject)}")
    for sentence in (_largest(subject), made_of(subject)):
        if sentence:
            st.markdown(sentence)
    indicator = indicator_of(subject)
    now = subject.now(indicator.name)
    figure_parts.trust_line(
        subject.store, indicator, subject.periode, subject.whole, _not_standard(subject)
    )
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        figure_parts.about(
            subject.store, subject.viewer, indicator, subject.periode, subject.whole, now
        )
        _messages(subject)


def answer(subject: Subject) -> str:
    """Van 840 ondersteuningsvragen vinden er 638 tegelijk een passende plek; 201 niet, …"""
    found = subject.outcome.totals
    unknown = f", van {_number(found.onbekend)} is het onbekend" if found.onbekend else ""
    short = f"{_number(found.tekort)} niet" if found.tekort else "niemand blijft zonder plek"
    if not found.tekort and unknown:
        short = "niemand blijft zeker zonder plek"
    return (
        f"Van {_number(found.behoefte)} ondersteuningsvragen vinden er {_number(found.gedekt)} "
        f"tegelijk een passende plek; {short}{unknown}."
    )


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
    where = plain(f"{worst.vraag} in {subject.named(worst.level, worst.region)}")
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
    said = f"De vraag bestaat uit {dutch.joined(words)}" if words else "De vraag is leeg"
    missing = [PART_WORDS.get(p.name, p.name) for p in counted if not p.is_known]
    if missing:
        said += f"; niet geleverd is het aantal {dutch.joined(missing, 'en')}"
    said += f". Dit komt uit {SOURCE_WORDS[source]}."
    vso = next((p for p in found if p.name == "vso"), None)
    if vso is None or not vso.is_known:
        return f"{said} Hoeveel vso-leerlingen op een gewone school hadden kunnen blijven, is niet bekend."
    verb = "tellen hier mee" if subject.basis.with_vso else "tellen hier niet mee"
    if not subject.exact:
        return (
            f"{said} Leerlingen in het vso die op een gewone school hadden kunnen blijven, {verb}."
        )
    return (
        f"{said} {_part_number(vso)} leerlingen in het vso die op een gewone school hadden "
        f"kunnen blijven, {verb}."
    )


def _part_number(part: NeedPart) -> str:
    high = part.pupils_max
    return wording.interval(float(part.pupils), None if high is None else float(high))


def _not_standard(subject: Subject) -> str:
    if not subject.basis.with_vso:
        return ""
    return "met vso erbij: dit totaal is hoger dan in de andere cijfers van de monitor"


def _number(amount: int) -> str:
    return dutch.number(amount)


# ---------------------------------------------------------------------------------- what is missing


def _messages(subject: Subject) -> None:
    """What does not take part in the matching, and what now."""
    found = [_said(subject, one) for one in subject.outcome.messages]
    if not subject.rules.normen:
        found.append(
            "Er zijn geen afstandsnormen geleverd: overal geldt "
            f"{dutch.number(subject.rules.default_km)} km."
        )
    if not found:
        return
    label = f"Wat niet meedoet ({len(found)})"
    with st.popover(label, icon=":material/report:", type="tertiary"):
        for words in dict.fromkeys(found):
            st.markdown(f"- {plain(words)}")


def _said(subject: Subject, message: Message) -> str:
    about = subject.titles.get(message.about)
    return f"{about}, {message.about}: {message.text}" if about else message.text
