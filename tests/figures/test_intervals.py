"""Whatever a source hides or does not split: the truth lies within the figures' bounds.

Hypothesis makes up schools with true counts, and files about them that hide, lump together or
leave out as DUO's and an SWV's do. The figures may be wide, never wrong; and what nobody hid is
exact.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from helpers.depth import by_day
from helpers.drawings import Given
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from monitor.figures.door import Figure, indicator_named


SWVS = ("VO0101", "VO0102")
counts = st.one_of(st.integers(0, 6), st.integers(0, 400))


@dataclass(frozen=True)
class School:
    """What is true of a vestiging on 1 October 2019."""

    vo: int
    pro: int
    vavo: int
    so: int
    vso: int
    swv: int
    subregio: str


@dataclass(frozen=True)
class Files:
    """Which files there are, and what they keep to themselves."""

    types: bool
    """File 01 (else 03): splits pro."""
    both_vo: bool
    splits_so: bool
    """The distances (else the historical overview): splits so and vso."""
    both_so: bool
    hides: bool
    structure: bool
    own: tuple[str, ...]
    """Which schooltypes the SWV counts itself."""
    own_hides: bool


schools = st.lists(
    st.builds(
        School,
        *(counts,) * 5,
        swv=st.integers(0, 1),
        subregio=st.sampled_from(["Noord", "Zuid"]),
    ),
    min_size=1,
    max_size=4,
)
files = st.builds(
    Files,
    *(st.booleans(),) * 6,
    own=st.sets(st.sampled_from(["vo", "pro", "so", "vso"])).map(lambda s: tuple(sorted(s))),
    own_hides=st.booleans(),
)


def code(number: int) -> str:
    return f"01AA0{number}"


def written(count: int, hides: bool) -> str:
    return "<5" if hides and 0 < count < 5 else str(count)


def deliver(drawn: Given, true: list[School], chosen: Files) -> None:
    """Files that say the truth, as far as they say it."""
    drawn.add(
        "regio_indeling",
        [
            {"postcode4": f"10{s}{r}", "swv": swv, "subregio": subregio}
            for s, swv in enumerate(SWVS)
            for r, subregio in enumerate(["Noord", "Zuid"])
        ],
    )
    drawn.add(
        "vestigingen_vo",
        [
            {
                "vestiging": code(n),
                "postcode": f"10{school.swv}{['Noord', 'Zuid'].index(school.subregio)}",
                "onderwijsstructuur": _structure(school) if chosen.structure else "",
            }
            for n, school in enumerate(true)
        ],
    )
    hide = chosen.hides
    if chosen.types or chosen.both_vo:
        kinds = {
            "vo": "HAVO lj 4-5",
            "pro": "Praktijkonderwijs alle vj",
            "vavo": "HAVO uitbest. aan VAVO",
        }
        drawn.add(
            "leerlingen_vo_onderwijstype",
            [
                {
                    "vestiging": code(n),
                    "onderwijstype": kind,
                    "jaar1_man": written(getattr(school, part) // 2, hide),
                    "jaar1_vrouw": written(
                        getattr(school, part) - getattr(school, part) // 2, hide
                    ),
                }
                for n, school in enumerate(true)
                for part, kind in kinds.items()
            ],
        )
    if not chosen.types or chosen.both_vo:
        drawn.add(
            "leerlingen_vo_vavo",
            [
                {
                    "vestiging": code(n),
                    "leerlingen": written(school.vo + school.pro, hide),
                    "vavo": written(school.vavo, hide),
                }
                for n, school in enumerate(true)
            ],
        )
    if chosen.splits_so or chosen.both_so:
        drawn.add(
            "afstand",
            [
                {"vestiging": code(n), "soort": part, "leerlingen": written(pupils, hide)}
                for n, school in enumerate(true)
                for part, pupils in (("so", school.so), ("vso", school.vso))
            ],
        )
    if not chosen.splits_so or chosen.both_so:
        drawn.add(
            "leerlingen_historie",
            [
                {
                    "vestiging": code(n),
                    "soort": "so/vso",
                    "leerlingen": written(school.so + school.vso, hide),
                }
                for n, school in enumerate(true)
            ],
        )
    own = [
        {
            "vestiging": code(n),
            "schooltype": part,
            "aantal": written(getattr(school, part), chosen.own_hides),
        }
        for n, school in enumerate(true)
        for part in chosen.own
    ]
    if own:
        drawn.add("leerlingtelling", own)


def _structure(school: School) -> str:
    if school.pro and not school.vo:
        return "PRO"
    return "VBO/PRO" if school.pro else "HAVO/VWO"


TRUTH = {
    "leerlingen_vo": lambda s: (s.vo + s.pro, None),
    "leerlingen_pro": lambda s: (s.pro, None),
    "leerlingen_vavo": lambda s: (s.vavo, None),
    "leerlingen_so": lambda s: (s.so, None),
    "leerlingen_vso": lambda s: (s.vso, None),
    "deelname_pro": lambda s: (s.pro, s.vo + s.pro + s.vavo / 2),
    "deelname_vso_locatie": lambda s: (s.vso, s.vo + s.pro + s.vavo / 2),
}
SPLITTING = {"leerlingen_pro", "leerlingen_so", "leerlingen_vso", "deelname_pro"}


def true_of(name: str, members: list[School]) -> tuple[float, float | None]:
    pairs = [TRUTH[name](school) for school in members]
    noemers = [noemer for _, noemer in pairs if noemer is not None]
    return sum(teller for teller, _ in pairs), sum(noemers) if noemers else None


def holds(low: float | None, value: float, high: float | None) -> bool:
    return (low is None or low <= value + 1e-9) and (high is None or value <= high + 1e-9)


def check(figure: Figure, name: str, members: list[School], is_open: bool) -> None:
    teller, noemer = true_of(name, members)
    assert holds(figure.teller, teller, figure.teller_max), (name, figure, teller)
    if noemer is not None:
        assert holds(figure.noemer, noemer, figure.noemer_max), (name, figure, noemer)
        if noemer:
            value = 100 * teller / noemer
            assert holds(figure.waarde, value, figure.waarde_max), (name, figure, value)
    if is_open:
        assert figure.teller == figure.teller_max == teller, (name, figure, teller)
        assert noemer is None or figure.noemer == figure.noemer_max == noemer


@settings(max_examples=by_day(15), suppress_health_check=[HealthCheck.too_slow])
@given(true=schools, chosen=files)
def test_the_truth_lies_within_the_bounds_at_every_level(true: list[School], chosen: Files) -> None:
    with tempfile.TemporaryDirectory() as folder:
        drawn = Given(Path(folder))
        deliver(drawn, true, chosen)
        is_open = not chosen.hides and not (chosen.own and chosen.own_hides)
        is_split = (chosen.types or chosen.both_vo) and (chosen.splits_so or chosen.both_so)
        for name in TRUTH:
            exact = is_open and (is_split or name not in SPLITTING | {"deelname_vso_locatie"})
            _check_indicator(drawn, name, true, exact)
        drawn.close()


def _check_indicator(drawn: Given, name: str, true: list[School], is_open: bool) -> None:
    by_level: dict[str, list[Figure]] = {}
    for per in ("vestiging", "subregio", "swv", "gemeente"):
        # So belongs to the SWV po, of which there is none here.
        if per not in indicator_named(name).levels or (
            name == "leerlingen_so" and per != "vestiging"
        ):
            continue
        by_level[per] = drawn.figures(name, per)
        for figure in by_level[per]:
            members = [
                school
                for n, school in enumerate(true)
                if figure.code
                in (code(n), SWVS[school.swv], f"{SWVS[school.swv]}:{school.subregio}", "onbekend")
            ]
            check(figure, name, members, is_open)
    # What every level adds up to is the same, whichever level. (A gemeente with a school in an SWV
    # that was not counted has no figure.)
    regions = [found for per, found in by_level.items() if per != "vestiging" and found]
    for i in range(4, 8):
        sums = {sum(figure[i] or 0 for figure in found) for found in regions}
        assert len(sums) <= 1, (name, i, sums)


@settings(max_examples=by_day(8), suppress_health_check=[HealthCheck.too_slow])
@given(
    hidden=st.lists(st.booleans(), min_size=1, max_size=5),
    distances=st.lists(st.integers(1, 60), min_size=5, max_size=5),
    pupils=st.lists(st.integers(1, 8), min_size=5, max_size=5),
)
def test_a_mean_distance_lies_within_its_bounds(
    hidden: list[bool], distances: list[int], pupils: list[int]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        drawn = Given(Path(folder))
        drawn.in_swv("VO0101", *(code(n) for n in range(len(hidden))))
        rows = [
            {
                "vestiging": code(n),
                "soort": "vso",
                "afstand": f"{distances[n]}000",
                "leerlingen": written(pupils[n], is_hidden),
            }
            for n, is_hidden in enumerate(hidden)
        ]
        drawn.add("afstand", rows)
        (figure,) = drawn.figures("afstand_vso", "swv")
        drawn.close()

    there = list(zip(distances, pupils, hidden, strict=False))
    true = sum(d * p for d, p, _ in there) / sum(p for _, p, _ in there)
    assert holds(figure.waarde, true, figure.waarde_max)
    assert figure.waarde is not None
    assert figure.waarde >= min(d for d, *_ in there) - 1e-9
    if not any(h and p < 5 for _, p, h in there):
        assert figure.waarde == figure.waarde_max
