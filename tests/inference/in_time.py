"""What time says, beside `relations`: twelve months are counted every month again, who is at home for
three months was so a month ago, and what is long at home by one definition is another one."""

from collections.abc import Iterator, Sequence

from inference.bounds import Relation
from inference.relations import TELLERS, UNLIMITED, Relations
from inference.seen import Cell, Key


LADDERS = {
    "thuiszitters_thuis_ocw": (
        "duur",
        ("tot 4 weken", "4 weken tot 3 maanden", "3 tot 6 maanden", "6 tot 12 maanden",
         "langer dan 12 maanden"),
        # (from which step, months ago, from which step then)
        ((2, 1, 0), (2, 2, 0), (3, 1, 2), (3, 3, 2), (4, 1, 3), (4, 6, 3)),
    ),
    "tlv_open": (
        "wachttijd",
        ("tot 4 weken", "4 tot 8 weken", "8 tot 13 weken", "langer dan 13 weken"),
        ((2, 1, 0), (3, 1, 2), (3, 2, 0)),
    ),
}  # fmt: skip
"""Of what is counted by how long: the steps, and which were which steps how many months ago. A month
is at most 31 days: over 56 days is over 25 a month ago, over 91 is over 60."""
LONG = ("3 tot 6 maanden", "6 tot 12 maanden", "langer dan 12 maanden")


def in_time(relations: Relations) -> list[Relation]:
    """All of it, of the figures of one samenwerkingsverband."""
    before = len(relations.out)
    for end in TELLERS:
        _windows(relations, end)
        _pact(relations, end)
        for measure, (what, steps, pairs) in LADDERS.items():
            _ladder(relations, relations.name(measure), what, steps, pairs, end)
    _new_or_longer(relations)
    return relations.out[before:]


def _windows(relations: Relations, end: str) -> None:
    """Twelve months up to a month, each of which is in twelve of them, and in a schooljaar."""
    rolling, yearly = relations.name("instroom_vso_12m"), relations.name("instroom_vso")
    for per, code, periode in relations.places(rolling):
        last = int(periode[:4]) * 12 + int(periode[5:7]) - 1
        _months(relations, Cell(rolling, per, code, periode, "", end), last)
    for per, code, jaar in relations.places(yearly):
        if per == "swv":
            _months(relations, Cell(yearly, per, code, jaar, "", end), int(jaar[5:]) * 12 + 6)


def _months(relations: Relations, whole: Cell, last: int) -> None:
    if relations.has(whole) and relations.true.is_known(whole):
        months = [(-1.0, ("nieuw in", whole.end, month)) for month in range(last - 11, last + 1)]
        relations.out.append(Relation("twaalf maanden samen", ((1.0, whole), *months)))


def _pact(relations: Relations, end: str) -> None:
    """The Thuiszitterspact is of who is at home for more than three months."""
    own, pact = (
        relations.name("thuiszitters", "THUIS_OCW"),
        relations.name("thuiszitters", "THUIS_PACT"),
    )
    for place in relations.places(pact):
        parts = relations.parts.get((Key(own, *place, ""), "duur"), [])
        long = [Cell(*key, end) for key in parts if key.deel.partition("=")[2] in LONG]
        if parts:
            relations.same("pact is langer dan drie maanden", Cell(pact, *place, "", end), *long,
                           nearly=True)  # fmt: skip


def _ladder(
    relations: Relations, name: str, what: str, steps: Sequence[str],
    pairs: Sequence[tuple[int, int, int]], end: str,
) -> None:  # fmt: skip
    """Who is in the last steps now, was in these steps some months ago."""
    places = {(per, code, day[:7]): day for per, code, day in relations.places(name)}
    for (per, code, month), day in sorted(places.items()):
        whole = Key(name, per, code, day, "")
        if (whole, what) not in relations.parts:
            continue
        for step, ago, then in pairs:
            before = places.get((per, code, _earlier(month, ago)))
            if before is not None:
                now = _from(relations, whole, what, steps[step:], end)
                were = _from(relations, whole._replace(periode=before), what, steps[then:], end)
                relations.add("wie lang wacht of thuis zit, deed dat toen al",
                              *((1.0, cell) for cell in were), *((-1.0, cell) for cell in now),
                              high=UNLIMITED, nearly=True)  # fmt: skip


def _from(
    relations: Relations, whole: Key, what: str, steps: Sequence[str], end: str
) -> Iterator[Cell]:
    for key in relations.parts.get((whole, what), []):
        if key.deel.partition("=")[2] in steps:
            yield Cell(*key, end)


def _earlier(month: str, ago: int) -> str:
    at = int(month[:4]) * 12 + int(month[5:7]) - 1 - ago
    return f"{at // 12}-{at % 12 + 1:02}"


def _new_or_longer(relations: Relations) -> None:
    """What is given is new, longer or something else."""
    given, new, longer = (
        relations.name(name) for name in ("tlv_afgegeven", "instroom_vso", "tlv_verlenging_aandeel")
    )
    for place in relations.places(given):
        whole = Cell(given, *place, "", "teller")
        for one, other in (
            ("teller", "teller"),
            ("teller", "teller_max"),
            ("teller_max", "teller"),
        ):
            relations.add("nieuw en verlengd zijn afgegeven", (1, whole),
                          (-1, Cell(new, *place, "", one)), (-1, Cell(longer, *place, "", other)),
                          high=UNLIMITED, nearly=True)  # fmt: skip
        relations.at_most("nieuw voor het vso", Cell(new, *place, "", "teller_max"),
                          whole._replace(deel="soort=vso"), nearly=True)  # fmt: skip
