"""What must agree within one question: its soort, and the keys that go with it."""

from collections.abc import Iterator
from fractions import Fraction

from monitor.rounds.vragenlijst.faults import shown, words
from monitor.rounds.vragenlijst.kinds import ALWAYS, KINDS
from monitor.rounds.vragenlijst.model import NVT, WEET_NIET, Optie, Vraag


LONGEST_SCALE = 20
LARGEST_COUNT = 2**31 - 1
"""What a geheel getal of a file can be (`values/field_numbers.py`)."""
Said = Iterator[tuple[str, str]]
"""(key, sentence)"""


def check(vraag: Vraag) -> Said:
    """Every fault of a question that is well shaped."""
    kind = KINDS[vraag.soort]
    for key in sorted(vraag.model_fields_set - kind.keys - ALWAYS):
        yield key, f"hoort niet bij soort {vraag.soort}. Haal hem weg, of kies een andere soort."
    for key in kind.needs:
        if key not in vraag.model_fields_set:
            yield key, f"ontbreekt; soort {vraag.soort} kan niet zonder. Voeg hem toe."
    if vraag.verplicht and not vraag.weet_niet and vraag.waarom_verplicht is None:
        yield (
            "verplicht",
            (
                "een verplichte vraag zonder ‘weet niet’ levert verzonnen antwoorden op. Zet "
                "weet_niet = true erbij, of zeg in waarom_verplicht waarom dat niet kan."
            ),
        )
    if vraag.waarom_verplicht and not vraag.verplicht:
        yield "waarom_verplicht", "hoort bij verplicht = true. Zet dat erbij, of haal deze weg."
    if len(set(vraag.volgt_op)) < len(vraag.volgt_op):
        yield "volgt_op", "noemt een vraag twee keer. Haal de tweede weg."
    yield from _of_kind(vraag)


def _of_kind(vraag: Vraag) -> Said:
    soort = vraag.soort
    if soort == "matrix" and vraag.soort_rij is not None:
        soort = vraag.soort_rij
        of_rows = {"lijst", "uit", "van", "tot", "woorden", "minimum", "maximum"}
        for key in sorted(vraag.model_fields_set & of_rows - KINDS[soort].keys):
            yield key, f"hoort niet bij soort_rij {soort}. Haal hem weg."
        for key in KINDS[soort].needs:
            if key not in vraag.model_fields_set:
                yield key, f"ontbreekt; soort_rij {soort} kan niet zonder. Voeg hem toe."
        if "rijen" in vraag.model_fields_set:
            yield from _list("rijen", vraag.rijen, 1)
    if soort in ("keuze", "keuzes"):
        if bool(vraag.lijst) == bool(vraag.uit):
            yield "lijst", "schrijf óf lijst (eigen woorden) óf uit (de woorden van het SWV)."
        elif vraag.lijst:
            yield from _list("lijst", vraag.lijst, 2)
    if soort in ("schaal", "stelling") and vraag.van is not None and vraag.tot is not None:
        yield from _scale(vraag, vraag.van, vraag.tot)
    if soort in ("aantal", "getal", "bedrag"):
        yield from _bounds(vraag, soort)


def _list(key: str, given: tuple[Optie, ...], fewest: int) -> Said:
    codes = [option.code for option in given]
    if len(codes) < fewest:
        yield key, f"heeft er te weinig: minstens {fewest}."
    if double := sorted({code for code in codes if codes.count(code) > 1}):
        yield key, f"noemt {words(double)} twee keer. Geef elk een eigen code."
    if taken := sorted({WEET_NIET, NVT} & set(codes)):
        yield key, f"{words(taken)} komt uit weet_niet = true of nvt = true. Haal hem uit de lijst."


def _scale(vraag: Vraag, low: int, high: int) -> Said:
    if not low < high <= low + LONGEST_SCALE:
        yield "tot", f"moet groter zijn dan van, en hoogstens {LONGEST_SCALE} meer."
        return
    for step, word in vraag.woorden.items():
        if step not in map(str, range(low, high + 1)):
            yield "woorden", f"'{shown(step)}' is geen stap van {low} tot en met {high}."
        elif word == step:
            yield "woorden", f"'{step}' zegt niet meer dan de stap zelf. Haal het weg."


def _bounds(vraag: Vraag, soort: str) -> Said:
    places = 0 if soort == "aantal" else vraag.decimalen
    if soort == "bedrag" and places is None:
        places = 2
    if soort == "bedrag" and places is not None and places > 2:
        yield "decimalen", "een bedrag heeft er hoogstens 2."
    for key in ("minimum", "maximum"):
        bound = getattr(vraag, key)
        if bound is None:
            continue
        if soort == "aantal" and not 0 <= bound <= LARGEST_COUNT:
            yield key, f"moet bij een aantal tussen 0 en {LARGEST_COUNT} liggen."
        if places is not None and Fraction(str(bound)) * 10**places % 1:
            yield key, "heeft meer cijfers achter de komma dan een antwoord mag hebben."
    if vraag.minimum is not None and vraag.maximum is not None and vraag.minimum > vraag.maximum:
        yield "minimum", "is groter dan maximum. Verwissel ze."
