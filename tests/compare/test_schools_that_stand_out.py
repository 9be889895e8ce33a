"""Schools beside the others of their kind, over four schooljaren, counted again from the files."""

import csv
from collections.abc import Callable
from fractions import Fraction
from math import comb
from pathlib import Path

import pytest
from recount import country as recount
from recount import referrals as plain

from monitor.access import Role, Viewer
from monitor.compare import attention, schools_that_stand_out
from monitor.compare.school_kinds import kind_of
from monitor.compare.schools_that_stand_out import Judged
from monitor.figures.binomial import Verdict
from monitor.figures.catalogue import catalogue
from monitor.figures.door import Figure, figures
from monitor.figures.levels import Region
from monitor.scholen.register import School, school, schools
from monitor.store.store import Store


SAMPLE = Path(__file__).parents[2] / "sample_data"
OWN = frozenset({"VO9901"})
DIRECTEUR, CONSULTANT = Viewer(Role.DIRECTEUR, OWN), Viewer(Role.CONSULTANT, OWN)
WHOLE = Region("vo", "VO9901", "SWV Rivierenstreek", "swv", "VO9901", "SWV Rivierenstreek")
INSTROOM = catalogue()["instroom_vso"]
YEARS = tuple(f"{year}-{year + 1}" for year in range(2021, 2025))
BERKENWEND = "99AH00"


# ---------------------------------------------------------------------- counted from the files


def new_tlvs() -> dict[tuple[str, str], int]:
    """(school, schooljaar) → new tlv's for the vso that we issued."""
    found: dict[tuple[str, str], int] = {}
    for tlv in plain.tlvs(SAMPLE):
        is_new = tlv.soort == "vso" and tlv.overgang == "nieuw" and tlv.besluit == "afgegeven"
        if tlv.swv == plain.OWN and is_new and tlv.besloten is not None:
            key = tlv.herkomst, plain.schooljaar(tlv.besloten)
            found[key] = found.get(key, 0) + 1
    return found


def pupils() -> dict[tuple[str, str], tuple[float, float]]:
    """(school, schooljaar) → pupils in vo and pro on its 1 October, least and most (DUO's `<5`)."""
    found = {}
    for year in range(2021, 2025):
        name = f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{year}.csv"
        for code, groups in recount.vo_per_vestiging(SAMPLE / name).items():
            found[code, f"{year}-{year + 1}"] = recount.plus(groups["vo"], groups["pro"])
    return found


def vmbo_only() -> set[str]:
    with (SAMPLE / "vestigingen.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    return {
        row["VESTIGINGSCODE"]
        for row in rows
        if row["SCHOOLTYPE"] == "vo"
        and all(n.startswith("vmbo") for n in row["NIVEAUS"].split("|"))
    }


def or_more(k: int, n: int, part: Fraction) -> float:
    """The chance of k or more of n, in exact fractions."""
    return float(1 - sum(
        (comb(n, i) * part**i * (1 - part) ** (n - i) for i in range(k)), start=Fraction(0)
    ))  # fmt: skip


def judged(store: Store, viewer: Viewer, code: str) -> Judged:
    every = [one for found in schools_that_stand_out.everywhere(store, viewer, INSTROOM, "VO9901", YEARS[-1])
             for one in found.schools]  # fmt: skip
    return next(one for one in every if one.figure.code == code)


def test_berkenwend_counted_again(sample: Store) -> None:
    """A9: 47 of 1.593 over four years, beside the other vmbo-schools without itself."""
    tlvs, counted, kind = new_tlvs(), pupils(), vmbo_only()
    own = sum(tlvs.get((BERKENWEND, year), 0) for year in YEARS)
    size = [sum(counted[BERKENWEND, year][end] for year in YEARS) for end in (0, 1)]
    others = [key for key in counted if key[0] in kind and key[0] != BERKENWEND]
    cases = sum(tlvs.get(key, 0) for key in others)
    most = Fraction(cases) / Fraction(sum(counted[key][0] for key in others))

    one = judged(sample, DIRECTEUR, BERKENWEND)

    assert (own, *size) == (47, 1593, 1593)
    assert (one.figure.teller, one.figure.noemer) == (47, 1593)
    assert one.others is not None
    assert one.others[1] == pytest.approx(float(most))
    assert or_more(own, round(size[1]), most) < 1e-9
    assert one.verdict is Verdict.ABOVE


def test_against_all_schools_together_it_is_rarer_still() -> None:
    """What the fault was measured against: all schools for vo, whatever their niveaus."""
    tlvs, counted = new_tlvs(), pupils()
    others = [key for key in counted if key[0] != BERKENWEND and not key[0].startswith("99P")]
    part = Fraction(sum(tlvs.get(key, 0) for key in others)) / Fraction(
        sum(counted[key][0] for key in others)
    )

    assert or_more(47, 1593, part) < 1e-11


def test_it_is_the_only_school_that_is_named(sample: Store) -> None:
    above = [one.figure.naam for found in schools_that_stand_out.everywhere(sample, DIRECTEUR, INSTROOM, "VO9901",
             YEARS[-1]) for one in found.schools if one.verdict is Verdict.ABOVE]  # fmt: skip

    assert above == ["Vmbo Berkenwend"]


def test_the_change_in_oost_counted_again() -> None:
    """E5: from 42 to 67 new tlv's; of 3 subregio's the smallest chance is below a third of 5 %."""
    tlvs, counted = new_tlvs(), pupils()
    with (SAMPLE / "regio-indeling.csv").open(encoding="utf-8-sig", newline="") as file:
        subregio = {r["POSTCODE4"]: r["SUBREGIO"] for r in csv.DictReader(file, delimiter=";")
                    if r["SWV"] == "VO9901"}  # fmt: skip
    with (SAMPLE / "vestigingen.csv").open(encoding="utf-8-sig", newline="") as file:
        where = {r["VESTIGINGSCODE"]: subregio.get(r["POSTCODE"][:4], "")
                 for r in csv.DictReader(file, delimiter=";")}  # fmt: skip
    chances = {}
    for name in ("Noord", "Oost", "West"):
        ours = [code for code, one in where.items() if one == name]
        few, many = (sum(tlvs.get((code, year), 0) for code in ours) for year in YEARS[-2:])
        sizes = [[sum(counted.get((code, year), (0.0, 0.0))[end] for code in ours) for end in (0, 1)]
                 for year in YEARS[-2:]]  # fmt: skip
        # The least that it says: fewest pupils before, most of them now.
        part = Fraction(sizes[1][1]) / Fraction(sizes[0][0] + sizes[1][1])
        chances[name] = or_more(many, few + many, part)
        if name == "Oost":
            assert (few, many) == (42, 67)

    assert chances["Oost"] == pytest.approx(0.0100, abs=0.0002)
    assert chances["Oost"] < 0.05 / 3
    assert min(chances["Noord"], chances["West"]) > 0.05 / 2


# ------------------------------------------------------------------------------- Overzicht says


def test_both_stand_among_the_first_three(sample: Store) -> None:
    said = [one.sentence for one in attention.notices(sample, DIRECTEUR, WHOLE, "2025-10-01")][:3]

    assert any(one.startswith("Vmbo Berkenwend verwees") for one in said)
    assert any("in subregio Oost van 0,56–0,57" in one for one in said)


def test_what_changed_names_what_is_beyond_chance_first(sample: Store) -> None:
    series = attention.series_of(sample, DIRECTEUR, WHOLE)

    first, *rest = attention.changes(sample, DIRECTEUR, WHOLE, series, "gemeente")

    assert "subregio Oost" in first.sentence
    assert first.sentence.endswith("dat is meer dan toeval verklaart.")
    assert not any("toeval" in one.sentence for one in rest)


def test_who_sees_classes_reads_only_what_holds_for_all_they_may_be(sample: Store) -> None:
    """For a consultant from what he was given: every number is an end of a sum of classes."""
    given = [f for f in figures(sample, CONSULTANT, INSTROOM, "vestiging", within=("swv", "VO9901"))
             if f.code == BERKENWEND and f.periode in YEARS]  # fmt: skip
    one = judged(sample, CONSULTANT, BERKENWEND)

    assert one.figure.teller == sum(f.teller or 0 for f in given) < 47
    assert one.figure.teller_max == sum(f.teller_max or 0 for f in given) > 47
    said = attention.notices(sample, CONSULTANT, WHOLE, "2025-10-01")
    sentence = next(n.sentence for n in said if n.rule == "school")
    assert "minstens" in sentence
    assert "47" not in sentence
    # 35–44 to 60–69 new tlv's in Oost: within the classes chance may explain it.
    assert not any(n.rule == "regio" for n in said)


def test_a_consultant_is_told_nothing_that_a_directeur_is_not(sample: Store) -> None:
    for found in schools_that_stand_out.everywhere(
        sample, CONSULTANT, INSTROOM, "VO9901", YEARS[-1]
    ):
        for one in found.schools:
            if one.verdict in (Verdict.ABOVE, Verdict.BELOW):
                assert judged(sample, DIRECTEUR, one.figure.code).verdict is one.verdict


@pytest.mark.parametrize(("year", "many"), [("2021-2022", 1), ("2022-2023", 2), ("2023-2024", 3)])
def test_of_fewer_than_three_years_nothing_is_said(sample: Store, year: str, many: int) -> None:
    found = schools_that_stand_out.alike(sample, DIRECTEUR, INSTROOM, "VO9901", "vmbo", year)

    assert found is not None
    assert len(found.years) == many
    assert found.is_enough is (many == 3)
    if many < 3:
        assert {one.verdict for one in found.schools} == {Verdict.OPEN}
        assert schools_that_stand_out.everywhere(sample, DIRECTEUR, INSTROOM, "VO9901", year) == []


def test_a_school_of_two_years_is_not_judged(sample: Store) -> None:
    """Rivierkracht Vmbo stopped in 2023; its pupils still count beside the others."""
    assert judged(sample, DIRECTEUR, "99CB00").verdict is Verdict.OPEN


@pytest.mark.parametrize(
    ("there", "year", "exp"),
    [
        ({"2020-2021", *YEARS}, "2024-2025", YEARS),  # at most four
        (set(YEARS) - {"2022-2023"}, "2024-2025", YEARS[2:]),  # none over a gap
        (set(YEARS), "2025-2026", ()),  # the year itself is not there
        (set(YEARS), "", ()),
    ],
)
def test_the_years_are_the_last_without_a_gap(
    there: set[str], year: str, exp: tuple[str, ...]
) -> None:
    assert schools_that_stand_out._window(there, year) == exp


# -------------------------------------------------------------------------- which are alike


@pytest.mark.parametrize(
    ("schooltype", "aanbod", "exp"),
    [
        ("vo", "vmbo-b, vmbo-k, vmbo-gt", "vmbo"),
        ("vo", "vmbo-gt", "vmbo"),
        ("vo", "VBO/MAVO", "vmbo"),  # as DUO says it
        ("vo", "VBO/PRO", "vmbo"),
        ("vo", "havo, vwo", "lyceum"),
        ("vo", "VWO", "lyceum"),
        ("vo", "vmbo-gt, havo, vwo", "mavo"),
        ("vo", "MAVO/HAVO/VWO", "mavo"),
        ("vo", "VBO/MAVO/HAVO/VWO", "breed"),
        ("vo", "vmbo-b, vmbo-k, vmbo-gt, havo, vwo", "breed"),
        ("vo", "BRUGJAAR", ""),  # no niveau yet: beside nobody
        ("vo", "", ""),
        ("pro", "pro", "pro"),
        ("", "havo", ""),
    ],
)
def test_a_vmbo_is_beside_vmbo_and_a_lyceum_beside_lyceum(
    sample: Store, schooltype: str, aanbod: str, exp: str
) -> None:
    one = schools(sample)[0].__dict__ | {"schooltype": schooltype, "aanbod": aanbod}
    one.pop("sought", None)

    assert kind_of(School(**one)) == exp


# ------------------------------------------------------------------------- its own page


Beside = Callable[..., schools_that_stand_out.Beside | None]


@pytest.fixture
def beside(sample: Store, monkeypatch: pytest.MonkeyPatch) -> Beside:
    """What a school of praktijkonderwijs reads, when it and others are published with so many in
    all: (least, most), or as many as the one."""

    def ask(*counts: int | tuple[int, int]) -> schools_that_stand_out.Beside | None:
        one = school(sample, "99PA00")
        ends = [(n, n) if isinstance(n, int) else n for n in counts]
        rows = [
            Figure(code, code, YEARS[-1], "", low, high, 400, 400, low / 4, high / 4)
            for code, (low, high) in zip(("99PA00", *"bcdef"), ends, strict=False)
        ]
        found = [Judged(row, (0.01, 0.01), Verdict.USUAL) for row in rows]
        monkeypatch.setattr(
            schools_that_stand_out,
            "alike",
            lambda *_: schools_that_stand_out.Alike("pro", YEARS, found, 0.01),
        )
        viewer = Viewer(Role.SCHOOL, OWN, frozenset({"99PA00"}))
        return schools_that_stand_out.beside(sample, viewer, INSTROOM, one, YEARS[-1])

    return ask


@pytest.mark.parametrize(
    ("counts", "is_shown"),
    [
        ((6, 7, 0, 0, 9, 0), True),
        ((6, 7, 0, 0, 9), False),  # four others: too few to be together
        ((0, 3, 0, 0, 0, 0), False),  # three of the others
        ((6, 3, 0, 0, 0, 0), False),  # the same: six are its own
        ((0, 0, 0, 0, 0, 0), True),
        # Three of the others, or nobody: who sees which of the two would know.
        (((0, 4), (0, 4), (0, 4), (0, 4), (0, 4), (0, 4)), False),
        ((0, (5, 9), (0, 4), (0, 4), (0, 4), (0, 4)), True),
    ],
)
def test_a_school_sees_no_share_of_a_few_pupils(
    beside: Beside, counts: tuple[int | tuple[int, int], ...], is_shown: bool
) -> None:
    assert (beside(*counts) is not None) is is_shown


@pytest.mark.parametrize(
    ("share", "pupils", "shown"),
    [
        (0.0123, 20_000, 0.012),  # 0,1 % is twenty pupils
        (0.0123, 900, 0.02),  # 1 % would be nine: in steps of 2 %
        (0.0001, 20_000, 0.0),
    ],
)
def test_a_share_together_is_rounded_to_ten_pupils(
    share: float, pupils: float, shown: float
) -> None:
    assert schools_that_stand_out._rounded((share, share), pupils) == pytest.approx((shown, shown))


def test_a_share_between_two_ends_stays_between_them() -> None:
    # In steps of 2 %: the least is rounded down and the most up, never the middle.
    assert schools_that_stand_out._rounded((0.0123, 0.0301), 900) == pytest.approx((0.0, 0.04))


def test_what_a_school_reads_of_others_is_what_is_published_of_them(sample: Store) -> None:
    """The others were added up exactly, past the classes: with the total and the own class that
    narrowed how many the school has itself."""
    one = school(sample, BERKENWEND)
    who = Viewer(Role.SCHOOL, OWN, frozenset({BERKENWEND}))
    consultant = Viewer(Role.CONSULTANT, OWN)

    seen = schools_that_stand_out.beside(sample, who, INSTROOM, one, YEARS[-1])
    open_ = schools_that_stand_out.beside(sample, consultant, INSTROOM, one, YEARS[-1])

    assert seen is not None
    assert open_ is not None
    assert (seen.share, seen.others) == (open_.share, open_.others)
    assert seen.share[0] < seen.share[1], "the classes leave it open"
    exact = schools_that_stand_out.beside(sample, DIRECTEUR, INSTROOM, one, YEARS[-1])
    assert exact is not None
    assert seen.share[0] <= exact.share[0] <= seen.share[1]


def test_of_a_stand_nothing_is_said_beside_other_schools(sample: Store) -> None:
    """Who has a place in an arrangement has it for years: four of them are no four draws."""
    one = school(sample, BERKENWEND)

    assert (
        schools_that_stand_out.beside(sample, DIRECTEUR, catalogue()["ondersteund"], one, YEARS[-1])
        is None
    )
