"""What the missing could change: the ends of every cijfer, against a plain recount of completions."""

import itertools
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.rounds.bounds import Ends, Grenzen, Omslag, Opgave, all_bounds, too_wide, turning
from monitor.rounds.vragenlijst.conditions import Answer, Place
from monitor.rounds.vragenlijst.model import Vragenlijst
from monitor.rounds.vragenlijst.reading import read_toml


LIJST = """
code = "proef"
versie = "1"
titel = "Proef"
voor = "vestiging"
[[deel]]
code = "een"
titel = "Een"
[[deel.vraag]]
code = "rust"
soort = "jadeelsnee"
tekst = "Is er een rustige plek?"
weet_niet = true
nvt = true
[[deel.vraag]]
code = "cijfer-rust"
soort = "schaal"
tekst = "Hoe rustig?"
van = 1
tot = 3
weet_niet = true
[[deel.vraag]]
code = "waarom"
soort = "keuzes"
tekst = "Waarom niet?"
lijst = [{code = "geld", tekst = "geld"}, {code = "ruimte", tekst = "ruimte"}]
alleen_als = [{vraag = "rust", is = "nee"}]
[[deel]]
code = "aanbod"
titel = "Aanbod"
rijen_uit = "arrangementen"
[[deel.vraag]]
code = "plaatsen"
soort = "aantal"
tekst = "Hoeveel plaatsen?"
weet_niet = true
minimum = 0
maximum = 3
[[cijfer]]
code = "rust"
titel = "Rust"
maat = "aandeel"
vraag = "rust"
telt = ["ja"]
[[cijfer]]
code = "rustig"
titel = "Hoe rustig"
maat = "gemiddelde"
vraag = "cijfer-rust"
[[cijfer]]
code = "redenen"
titel = "Waarom niet"
maat = "verdeling"
vraag = "waarom"
[[cijfer]]
code = "plaatsen"
titel = "Plaatsen"
maat = "som"
vraag = "plaatsen"
[[cijfer]]
code = "scholen-met-rust"
titel = "Scholen met rust"
maat = "aantal"
vraag = "rust"
telt = ["ja", "deels"]
"""


def lijst() -> Vragenlijst:
    read = read_toml(LIJST.encode(), "proef.toml")
    assert read.vragenlijst is not None, read.faults
    return read.vragenlijst


RUST, HOE, WAAROM = Place("", "rust"), Place("", "cijfer-rust"), Place("", "waarom")
PLEK = Place("A", "plaatsen")
ROWS = {"aanbod": ["A"]}
WEET_NIET, NVT = Answer(None, "weet-niet"), Answer(None, "nvt")


def found(*opgaven: Opgave) -> dict[str, Grenzen]:
    return {one.code: one for one in all_bounds(lijst(), opgaven)}


def test_each_kind_of_answer_adds_what_it_should() -> None:
    made = found(
        Opgave(True, {RUST: Answer("ja"), HOE: Answer(3), PLEK: Answer(2)}, ROWS),  # counts
        Opgave(True, {RUST: WEET_NIET, HOE: WEET_NIET, PLEK: WEET_NIET}, ROWS),  # an interval
        Opgave(True, {RUST: NVT, HOE: Answer(1)}, ROWS),  # in no noemer; places not answered
        Opgave(False, {RUST: Answer("ja")}, ROWS),  # not handed in: missing, and perhaps n.v.t.
    )

    assert made["rust"].gemeten == Ends(1, 2, 2, 2)
    assert made["rust"].grenzen == Ends(1, 3, 2, 3)
    assert made["rustig"].gemeten == Ends(3 + 1 + 1, 3 + 1 + 3, 3, 3)
    assert made["rustig"].grenzen == Ends(3 + 1 + 1 + 1, 3 + 1 + 3 + 3, 4, 4)
    assert made["plaatsen"].grenzen == Ends(2, 2 + 3 + 3 + 3, None, None)
    assert made["scholen-met-rust"].grenzen == Ends(1, 3, None, None)
    assert made["redenen=geld"].gemeten == Ends(0, 0, 0, 0)
    assert made["redenen=geld"].grenzen == Ends(0, 1, 0, 1), "only who is missing may be asked"


def test_what_is_known_otherwise_makes_the_ends_narrower() -> None:
    made = found(
        Opgave(False, {}, ROWS, last={RUST: Answer("ja"), HOE: WEET_NIET}),
        Opgave(False, {}, ROWS, last={RUST: NVT}, most={PLEK: 1}),  # the plan has 1
        Opgave(False, {}, ROWS, last={RUST: Answer("weg")}, register={PLEK: 2}),  # no option now
    )

    assert made["rust"].als_vorig_jaar == Ends(1, 2, 1, 2)
    assert made["rustig"].als_vorig_jaar == made["rustig"].grenzen, "weet niet says nothing"
    assert made["plaatsen"].grenzen == Ends(2, 3 + 1 + 2, None, None)


def test_without_a_maximum_nothing_is_known_of_the_top() -> None:
    text = LIJST.replace("maximum = 3\n", "").replace("minimum = 0\n", "")
    read = read_toml(text.encode(), "proef.toml").vragenlijst
    assert read is not None

    (one,) = [one for one in all_bounds(read, [Opgave(False, {}, ROWS)]) if one.code == "plaatsen"]

    assert one.grenzen == Ends(0, None, None, None), "a number of things is at least 0"


def test_sums_are_of_what_was_typed() -> None:
    text = LIJST.replace('soort = "aantal"', 'soort = "bedrag"')
    read = read_toml(text.encode(), "proef.toml").vragenlijst
    assert read is not None
    given_ = [Opgave(True, {PLEK: Answer(0.1)}, ROWS), Opgave(True, {PLEK: Answer(0.2)}, ROWS)]

    (one,) = [one for one in all_bounds(read, given_) if one.code == "plaatsen"]

    assert one.grenzen == Ends(0.3, 0.3, None, None)


# --------------------------------------------------------------- every completion of a little world

SAYS: dict[Place, list[Answer]] = {
    RUST: [Answer("ja"), Answer("deels"), Answer("nee"), NVT],
    HOE: [Answer(1), Answer(3)],
    PLEK: [Answer(0), Answer(3)],
}
REASONS = [Answer(["geld"]), Answer(["ruimte"]), Answer(["geld", "ruimte"])]


def completions(answers: dict[Place, Answer], handed_in: bool) -> list[dict[Place, Answer]]:
    """All that a list can still become: what is unknown gets each answer. What was handed in keeps
    what it asks; of a silent school all is unknown, what she would be asked included."""
    open_ = [
        place
        for place in SAYS
        if not handed_in or place not in answers or answers[place] == WEET_NIET
    ]
    made = []
    for chosen in itertools.product(*[SAYS[place] for place in open_]):
        one = ({} if not handed_in else dict(answers)) | dict(zip(open_, chosen, strict=True))
        asks_why = (
            one[RUST] == Answer("nee") if not handed_in else answers.get(RUST) == Answer("nee")
        )
        if not asks_why:
            made.append({place: said for place, said in one.items() if place != WAAROM})
        elif handed_in and WAAROM in answers:
            made.append(one)
        else:
            made += [one | {WAAROM: reason} for reason in REASONS]
    return made


def recount(lists: tuple[dict[Place, Answer], ...]) -> dict[str, tuple[float, int | None]]:
    """In plain loops, of lists in which nothing is unknown: teller and noemer."""
    said = {
        place: [one[place].value for one in lists if place in one and not one[place].instead]
        for place in (*SAYS, WAAROM)
    }

    def counted(place: Place, *words: str) -> int:
        return sum(1 for value in said[place] if value in words)

    def among(word: str) -> int:
        return sum(1 for value in said[WAAROM] if isinstance(value, list) and word in value)

    def total(place: Place) -> int:
        return sum(value for value in said[place] if isinstance(value, int))

    return {
        "rust": (counted(RUST, "ja"), len(said[RUST])),
        "rustig": (total(HOE), len(said[HOE])),
        "redenen=geld": (among("geld"), len(said[WAAROM])),
        "redenen=ruimte": (among("ruimte"), len(said[WAAROM])),
        "plaatsen": (total(PLEK), None),
        "scholen-met-rust": (counted(RUST, "ja", "deels"), None),
    }


@st.composite
def lists(draw: Any) -> tuple[bool, dict[Place, Answer]]:
    answers = {
        place: draw(st.sampled_from([*options, *([WEET_NIET])]))
        for place, options in SAYS.items()
        if draw(st.booleans())
    }
    if answers.get(RUST) == Answer("nee") and draw(st.booleans()):
        answers[WAAROM] = draw(st.sampled_from(REASONS))
    return draw(st.booleans()), answers


@given(st.lists(lists(), min_size=1, max_size=2))
def test_every_completion_lies_within_and_both_ends_are_reached(
    given_: list[tuple[bool, dict[Place, Answer]]],
) -> None:
    made = found(*(Opgave(handed_in, answers, ROWS) for handed_in, answers in given_))
    every = [
        recount(combination)
        for combination in itertools.product(
            *(completions(answers, handed_in) for handed_in, answers in given_)
        )
    ]

    for code, one in made.items():
        ends = one.grenzen
        tellers = [world[code][0] for world in every]
        assert (min(tellers), max(tellers)) == (ends.teller, ends.teller_max), code
        noemers = [world[code][1] for world in every]
        if ends.noemer_max is None:
            assert set(noemers) == {None}, code
            continue
        # An unknown of a list that was handed in stays in the noemer, although it may yet be n.v.t.
        counted = [number for number in noemers if number is not None]
        assert max(counted) == ends.noemer_max, code
        assert min(counted) >= 0
        shares = [Fraction(str(t)) / n for t, n in zip(tellers, counted, strict=True) if n]
        if shares and one.maat != "gemiddelde" and ends.shares:
            assert ends.shares[0] <= min(shares), code
            assert max(shares) <= ends.shares[1], code


@given(st.lists(st.tuples(lists(), lists()), min_size=1, max_size=3))
def test_as_a_year_before_lies_within_the_bounds(
    given_: list[tuple[tuple[bool, dict[Place, Answer]], tuple[bool, dict[Place, Answer]]]],
) -> None:
    made = found(*(Opgave(now[0], now[1], ROWS, last=last[1]) for now, last in given_))

    for one in made.values():
        low, high = one.grenzen, one.als_vorig_jaar
        assert None not in (low.teller, low.teller_max, high.teller, high.teller_max), one.code
        assert low.teller <= high.teller <= high.teller_max <= low.teller_max, one.code  # type: ignore[operator]
        if low.noemer is not None and high.noemer is not None:
            assert low.noemer <= high.noemer, one.code
            assert high.noemer_max <= low.noemer_max, one.code  # type: ignore[operator]


# --------------------------------------------------------------------------------- conclusions


@pytest.mark.parametrize(
    ("ends", "direction", "expected"),
    [
        (Ends(333, 401, 473, 473), "hoger", Omslag(None, 23)),  # 378,4 needed: 401 - 22 is 379
        (Ends(380, 401, 473, 473), "hoger", Omslag(True)),
        (Ends(300, 378, 473, 473), "hoger", Omslag(False)),
        (Ends(8, 10, 10, 10), "hoger", Omslag(True)),  # 80 % is met
        (Ends(1, 3, 10, 10), "lager", Omslag(True)),
        (Ends(7, 10, 10, 10), "lager", Omslag(None, 2)),  # 7 and 1 is 80 %, 7 and 2 is more
        (Ends(9, 10, 10, 10), "lager", Omslag(False)),
        (Ends(9, 10, None, None), "hoger", None),
    ],
)
def test_when_a_conclusion_turns(ends: Ends, direction: str, expected: Omslag | None) -> None:
    """Target: 80 %."""
    assert turning(ends, Fraction(8, 10), direction) == expected


def test_too_wide_is_more_than_25_points() -> None:
    assert not too_wide(Ends(50, 75, 100, 100))
    assert too_wide(Ends(50, 76, 100, 100))
    assert not too_wide(Ends(1, 100, None, None)), "no share"
