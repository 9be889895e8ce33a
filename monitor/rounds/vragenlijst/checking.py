"""What must agree within a vragenlijst: codes, conditions, and what figures are made of."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from monitor.rounds.vragenlijst import becoming, one_question
from monitor.rounds.vragenlijst.faults import Fault, meant, shown, words
from monitor.rounds.vragenlijst.kinds import CHOICES, NUMBERS, SCALES, instead, options
from monitor.rounds.vragenlijst.model import Cijfer, Deel, Voorwaarde, Vraag, Vragenlijst


class Known(NamedTuple):
    """What of the file could be read at all."""

    head: bool = True
    broken: frozenset[str] = frozenset()
    """Codes that are in the file, in parts that could not be read: who names them is not at fault."""


Said = Iterator[tuple[str, str, str]]
"""(where, key, sentence)"""
ROWS_FOR = {
    "arrangementen": ("vestiging",),
    "middelen": ("vestiging", "bestuur"),
    "swv": ("bestuur",),
}


def check(lijst: Vragenlijst, file: str, known: Known) -> list[Fault]:
    """Every fault of parts that are each well shaped."""
    said = [*_codes(lijst, known), *_delen(lijst, known), *_vragen(lijst, known)]
    said += [
        (f"cijfer '{cijfer.code}'", key, text)
        for cijfer in lijst.cijfer
        for key, text in _cijfer(cijfer, lijst, known)
    ]
    return [Fault(file, where, key, text) for where, key, text in said]


def _codes(lijst: Vragenlijst, known: Known) -> Said:
    for what, codes in (
        ("deel", [deel.code for deel in lijst.deel]),
        ("vraag", [vraag.code for _, vraag in lijst.vragen()]),
        ("cijfer", [code for cijfer in lijst.cijfer for code in _makes(cijfer, lijst)]),
    ):
        for code, times in Counter(codes).items():
            if times > 1:
                yield (
                    f"{what} '{code}'",
                    "code",
                    (
                        f"staat er {times} keer in. Geef elk een eigen code; een code blijft bij "
                        "zijn betekenis en wordt niet opnieuw gebruikt."
                    ),
                )
    if known.head and lijst.schooltypen and lijst.voor != "vestiging":
        yield "", "schooltypen", 'hoort bij voor = "vestiging". Haal hem weg.'
    if len(set(lijst.schooltypen)) < len(lijst.schooltypen):
        yield "", "schooltypen", "noemt een schooltype twee keer. Haal de tweede weg."


def _makes(cijfer: Cijfer, lijst: Vragenlijst) -> list[str]:
    """The codes of the figures that a cijfer makes, as far as the file says."""
    if not cijfer.per_vraag:
        return [cijfer.code]
    return [vraag.code for deel, vraag in lijst.vragen() if deel.code == cijfer.deel]


def _delen(lijst: Vragenlijst, known: Known) -> Said:
    if not lijst.deel and not known.broken:
        yield "", "deel", "er is geen deel. Begin er een met [[deel]] op een eigen regel."
    if sum(deel.vragen_uit == "norm" for deel in lijst.deel) > 1:
        yield (
            "",
            "vragen_uit",
            "staat in meer dan één deel. De punten van een norm horen in één deel.",
        )
    for deel in lijst.deel:
        where = f"deel '{deel.code}'"
        if deel.vragen_uit and (deel.vraag or deel.rijen_uit):
            yield (
                where,
                "vragen_uit",
                (
                    "maakt zelf een vraag per punt van de norm. Zet eigen vragen en rijen_uit in een "
                    "ander deel."
                ),
            )
        if not deel.vragen_uit and not deel.vraag and not known.broken:
            yield (
                where,
                "vraag",
                "dit deel heeft geen vraag. Voeg er een toe, of haal het deel weg.",
            )
        if known.head and deel.vragen_uit and lijst.voor != "vestiging":
            yield (
                where,
                "vragen_uit",
                'hoort bij voor = "vestiging": een norm gaat over een school.',
            )
        allowed = ROWS_FOR.get(deel.rijen_uit or "", ())
        if known.head and deel.rijen_uit and lijst.voor not in allowed:
            yield (
                where,
                "rijen_uit",
                (
                    f'"{deel.rijen_uit}" kan alleen bij voor = {words(allowed)}; deze vragenlijst is '
                    f"voor {lijst.voor}."
                ),
            )


def _vragen(lijst: Vragenlijst, known: Known) -> Said:
    earlier: dict[str, tuple[Deel, Vraag]] = {}
    later = {vraag.code for _, vraag in lijst.vragen()}
    for deel, vraag in lijst.vragen():
        where = f"vraag '{vraag.code}'"
        faults = [
            *one_question.check(vraag),
            *becoming.check(lijst if known.head else None, deel, vraag),
        ]
        for number, condition in enumerate(vraag.alleen_als, 1):
            key = f"alleen_als[{number}]"
            if condition.vraag in earlier:
                faults += [
                    (key, text) for text in _condition(condition, deel, *earlier[condition.vraag])
                ]
            elif condition.vraag in later:
                faults.append(
                    (
                        key,
                        (
                            f"noemt vraag '{condition.vraag}', die hier of later staat. Noem een vraag "
                            "die eerder staat, of zet deze vraag erachter."
                        ),
                    )
                )
            elif condition.vraag not in known.broken:
                faults.append(
                    (
                        key,
                        f"noemt vraag '{condition.vraag}', die er niet is.{meant(condition.vraag, earlier)}",
                    )
                )
        earlier.setdefault(vraag.code, (deel, vraag))
        yield from ((where, key, text) for key, text in faults)


_MAY = {
    "is": CHOICES - {"keuzes"} | SCALES,
    "is_niet": CHOICES - {"keuzes"} | SCALES,
    "minstens": NUMBERS | SCALES,
    "hoogstens": NUMBERS | SCALES,
    "bevat": {"keuzes"},
}


def _condition(condition: Voorwaarde, deel: Deel, of_deel: Deel, of: Vraag) -> Iterator[str]:
    """What is wrong with a condition of an earlier question."""
    if of_deel.rijen_uit and of_deel.code != deel.code:
        yield (
            f"noemt vraag '{of.code}', die per rij gesteld wordt. Alleen een vraag in hetzelfde deel "
            "kan haar noemen, en dan van dezelfde rij."
        )
    if len(condition.compares) != 1:
        yield "heeft precies één van is, is_niet, minstens, hoogstens en bevat. Zet een tweede in een eigen { }."
        return
    (name,) = condition.compares
    if of.soort not in _MAY[name]:
        fitting = [one for one, kinds in _MAY.items() if of.soort in kinds]
        instead_ = f"Gebruik {words(fitting)}" if fitting else "Noem een andere vraag"
        yield f"'{name}' kan niet bij vraag '{of.code}', van soort {of.soort}. {instead_}."
        return
    if of.uit is None:
        there = [option.code for option in (*options(of), *instead(of))]
        for word in (*(condition.is_ or ()), *(condition.is_niet or ()), *(condition.bevat or ())):
            if word not in there:
                yield (
                    f"'{shown(word)}' is geen antwoord op vraag '{of.code}'. "
                    f"Kies uit: {words(there)}."
                )


_MEASURES = {
    "aandeel": CHOICES | SCALES,
    "aantal": CHOICES | SCALES,
    "som": NUMBERS,
    "gemiddelde": NUMBERS | SCALES,
    "verdeling": CHOICES | SCALES,
}


def _cijfer(cijfer: Cijfer, lijst: Vragenlijst, known: Known) -> Iterator[tuple[str, str]]:
    if (cijfer.vraag is None) == (cijfer.deel is None):
        yield "vraag", "schrijf óf vraag óf deel: waarover het cijfer gaat."
        return
    if cijfer.per_vraag and cijfer.deel is None:
        yield (
            "per_vraag",
            "hoort bij deel. Schrijf deel in plaats van vraag, of haal per_vraag weg.",
        )
        return
    kind, name = ("vraag", cijfer.vraag) if cijfer.vraag else ("deel", cijfer.deel)
    vragen = {vraag.code: [vraag] for _, vraag in lijst.vragen()}
    delen = {deel.code: [v for v in deel.vraag if v.soort != "uitleg"] for deel in lijst.deel}
    among = vragen if kind == "vraag" else delen
    if name not in among:
        if name not in known.broken:
            yield kind, f"'{name}' is er niet.{meant(str(name), among)}"
        return
    from_norm = any(deel.code == name and deel.vragen_uit for deel in lijst.deel)
    of = among[str(name)]
    if kind == "deel" and from_norm:
        of = [Vraag(code="punt", soort="jadeelsnee", tekst="punt", weet_niet=True)]
    for vraag in of:
        if vraag.soort not in _MEASURES[cijfer.maat]:
            fitting = [maat for maat, kinds in _MEASURES.items() if vraag.soort in kinds]
            advice = f"Kies uit: {words(fitting)}." if fitting else "Noem een andere vraag."
            yield (
                "maat",
                f"{cijfer.maat} kan niet van vraag '{vraag.code}', van soort {vraag.soort}. {advice}",
            )
            continue
        there = [option.code for option in options(vraag)]
        for word in cijfer.telt:
            if vraag.uit is None and word not in there and cijfer.maat in ("aandeel", "aantal"):
                yield (
                    "telt",
                    (
                        f"'{shown(word)}' is geen antwoord op vraag '{vraag.code}'. "
                        f"Kies uit: {words(there)}."
                    ),
                )
    if cijfer.maat in ("aandeel", "aantal") and not cijfer.telt:
        yield "telt", 'ontbreekt. Noem de antwoorden die meetellen, bijvoorbeeld ["ja"].'
    if cijfer.maat not in ("aandeel", "aantal") and cijfer.telt:
        yield "telt", f"hoort niet bij maat {cijfer.maat}. Haal hem weg."
