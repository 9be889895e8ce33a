"""The monitor's thuiszitters in the sample data against those of `recount/absence.py`, for every
definition and every period; and what must hold between them."""

import datetime as dt
import statistics
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from recount import absence as recount
from recount.absence import Absent, Melding, Pair

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import Figure, figures, indicator_named, spreads
from monitor.intake.pseudonyms import key_of, pseudonym
from monitor.store.definitions import definitions
from monitor.store.store import Store, open_store
from monitor.store.versions import Versions


BEHEERDER = Viewer(Role.BEHEERDER, EVERY)
SAMPLE = Path(__file__).parents[2] / "sample_data"
CODES = [
    "ABS", "REL16", "LRV", "THUIS_OCW", "THUIS_REG", "THUIS_PACT",
    "VRIJ5A", "VRIJ5B", "VRIJ5C", "GEOORL",
]  # fmt: skip
LEVELS = ("vestiging", "bestuur", "wijk", "gemeente", "subregio", "swv")
BREAKDOWNS = indicator_named("thuiszitters_abs").breakdown
every_definition = pytest.mark.parametrize("code", CODES)


class Sample(NamedTuple):
    """A store of the sample data, and the same meldingen read by `recount_absence`."""

    store: Store
    meldingen: list[Melding]
    first: dt.date
    last: dt.date

    def ask(self, measure: str, code: str, per: str = "swv", **question: str) -> list[Figure]:
        indicator = indicator_named(f"{measure}_{code.lower()}")
        return figures(self.store, BEHEERDER, indicator, per, **question)  # type: ignore[arg-type]

    def series(self, measure: str, code: str) -> dict[str, Pair]:
        """{periode: (teller, teller_max)} of the samenwerkingsverband."""
        return {f.periode: pair(f) for f in self.ask(measure, code)}


def pair(figure: Figure) -> Pair:
    assert figure.teller is not None
    assert figure.teller_max is not None
    return int(figure.teller), int(figure.teller_max)


@pytest.fixture(scope="module")
def sample(sample_folder: Path) -> Iterator[Sample]:
    store = open_store(Versions(sample_folder), whole=False)
    meldingen = recount.read(SAMPLE / "verzuimmeldingen.csv")
    yield Sample(store, meldingen, *recount.whole(meldingen, dt.date.today()))
    store.close()
    absent.cache_clear()


@cache
def absent(sample: int, code: str, meldingen: tuple[Melding, ...], last: dt.date) -> Absent:
    free = recount.days_off(SAMPLE / "schoolvakanties.csv", "midden")
    return Absent(recount.meeting(code, list(meldingen), free), dt.date.min, last)


def counted(sample: Sample, code: str) -> Absent:
    return absent(id(sample.store), code, tuple(sample.meldingen), sample.last)


# --------------------------------------------------------------------------------- recounted


def test_the_sample_has_what_these_tests_are_about(sample: Sample) -> None:
    rows = [melding.row for melding in sample.meldingen]
    pupils = {melding.leerling for melding in sample.meldingen}

    assert len(pupils) < len(rows)
    assert any(row["STATUS"] == "ingetrokken" for row in rows)
    assert any(row["STATUS"] == "afgesloten" and not row["EINDE VERZUIM"] for row in rows)
    assert any(row["VRIJSTELLING"] == "" for row in rows)
    assert {"5a", "5b", "5c", "11", "15"} <= {row["VRIJSTELLING"] for row in rows}
    assert len(list(recount.schooljaren(sample.first, sample.last))) >= 3
    assert sorted(CODES) == sorted(definitions())


@every_definition
def test_stock_on_every_last_day_of_a_month(sample: Sample, code: str) -> None:
    own = counted(sample, code)
    exp = {str(end): own.stock(end) for _, end in recount.months(sample.first, sample.last)}

    assert sample.series("thuiszitters", code) == exp
    assert any(high for _, high in exp.values())


@every_definition
def test_in_and_out_in_every_month(sample: Sample, code: str) -> None:
    own = counted(sample, code)
    months = list(recount.months(sample.first, sample.last))

    assert sample.series("thuiszitters_in", code) == {
        f"{begin:%Y-%m}": own.came(begin, end) for begin, end in months
    }
    assert sample.series("thuiszitters_uit", code) == {
        f"{begin:%Y-%m}": own.went(begin, end) for begin, end in months
    }


@every_definition
def test_pupils_in_every_schooljaar(sample: Sample, code: str) -> None:
    own = counted(sample, code)

    assert sample.series("thuiszitters_jaar", code) == {
        name: own.in_period(begin, end)
        for name, begin, end in recount.schooljaren(sample.first, sample.last)
    }


@every_definition
def test_stock_per_gemeente_in_the_newest_month(sample: Sample, code: str) -> None:
    *_, (_, end) = recount.months(sample.first, sample.last)
    homes = recount.gemeenten(SAMPLE / "regio-indeling.csv")
    exp = counted(sample, code).per_gemeente(end, homes)
    obs = {f.code: pair(f) for f in sample.ask("thuiszitters", code, "gemeente", period=str(end))}

    assert set(homes.values()) <= obs.keys(), "zero is a figure too"
    assert {gemeente: n for gemeente, n in obs.items() if n != (0, 0)} == exp


@every_definition
def test_median_and_mean_duration_in_every_month(sample: Sample, code: str) -> None:
    own = counted(sample, code)
    in_school_weeks = definitions()[code].weeks == "schoolweken"
    regio = sample.store.settings.vakantieregio if in_school_weeks else None
    free = recount.days_off(SAMPLE / "schoolvakanties.csv", regio)
    found = spreads(
        sample.store, BEHEERDER, indicator_named(f"thuiszitters_duur_{code.lower()}"), "swv"
    )
    obs = {periode: (spread.median, spread.mean) for (_, periode), spread in found.items()}

    exp = {}
    for _, end in recount.months(sample.first, sample.last):
        if days := own.durations(end, free):
            exp[str(end)] = (statistics.median(days), statistics.fmean(days))
    assert obs.keys() == exp.keys()
    for periode, values in exp.items():
        assert obs[periode] == pytest.approx(values), periode


@every_definition
def test_without_a_plan_in_every_month(sample: Sample, code: str) -> None:
    own = counted(sample, code)
    found = {f.periode: f for f in sample.ask("thuiszitters_zonder_plan", code)}

    for _, end in recount.months(sample.first, sample.last):
        without, pupils = own.without_plan(end)
        if pupils == (0, 0):
            assert str(end) not in found
            continue
        figure = found[str(end)]
        assert pair(figure) == without
        assert (figure.noemer, figure.noemer_max) == pupils


@every_definition
@pytest.mark.parametrize("within", [91, 182])
def test_kaplan_meier_of_every_schooljaar(sample: Sample, code: str, within: int) -> None:
    own = counted(sample, code)
    measure = {91: "thuiszitters_terug_3", 182: "thuiszitters_terug_6"}[within]
    found = {f.periode: f for f in sample.ask(measure, code)}

    exp = {}
    for year in range(sample.first.year, sample.last.year + 1):
        begin, end = dt.date(year, 8, 1), min(dt.date(year + 1, 7, 31), sample.last)
        if cases := own.cases(begin, end):
            exp[f"{year}-{year + 1}"] = cases
    assert {periode: figure.teller for periode, figure in found.items()} == {
        periode: len(cases) for periode, cases in exp.items()
    }
    for periode, cases in exp.items():
        part = recount.kaplan_meier(cases, within)
        value = found[periode].waarde
        assert (value is None) == (part is None), periode
        assert value == pytest.approx(None if part is None else 100 * part, abs=1e-6), periode


# -------------------------------------------------------------------------------- what must hold


@every_definition
def test_stock_is_last_stock_plus_in_minus_out(sample: Sample, code: str) -> None:
    stock = sample.series("thuiszitters", code)
    came, went = (sample.series(f"thuiszitters_{way}", code) for way in ("in", "uit"))
    days = sorted(stock)

    assert len(days) > 24
    for before, now in pairwise(days):
        (low, high), (was_low, was_high) = stock[now], stock[before]
        plus, minus = came[now[:7]], went[now[:7]]
        if all(a == b for a, b in (stock[now], stock[before], plus, minus)):
            assert low == was_low + plus[0] - minus[0], now
        for value, was in ((low, was_low), (high, was_high)):
            assert was + plus[0] - minus[1] <= value <= was + plus[1] - minus[0], now


@every_definition
@pytest.mark.parametrize("breakdown", BREAKDOWNS)
def test_parts_sum_to_the_total(sample: Sample, code: str, breakdown: str) -> None:
    """Of duration classes, reasons and so on: each pupil is in one of them."""
    for per in ("swv", "gemeente"):
        total = {(f.code, f.periode): pair(f) for f in sample.ask("thuiszitters", code, per)}
        sums: dict[tuple[str, str], Pair] = dict.fromkeys(total, (0, 0))
        for part in sample.ask("thuiszitters", code, per, breakdown=breakdown):
            low, high = sums[part.code, part.periode]
            sums[part.code, part.periode] = (low + pair(part)[0], high + pair(part)[1])
        assert sums == total


@every_definition
@pytest.mark.parametrize("measure", ["", "_in", "_uit", "_jaar"])
def test_levels_add_up(sample: Sample, code: str, measure: str) -> None:
    exp = sample.series(f"thuiszitters{measure}", code)
    for per in LEVELS:
        sums: dict[str, Pair] = dict.fromkeys(exp, (0, 0))
        for figure in sample.ask(f"thuiszitters{measure}", code, per):
            low, high = sums[figure.periode]
            sums[figure.periode] = (low + pair(figure)[0], high + pair(figure)[1])
        assert sums == exp, per


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("THUIS_PACT", "THUIS_OCW"),
        ("ABS", "THUIS_OCW"),
        ("LRV", "THUIS_OCW"),
        ("THUIS_REG", "LRV"),
        ("THUIS_REG", "THUIS_OCW"),
    ],
)
def test_subsets_are_subsets(sample: Sample, part: str, whole: str) -> None:
    """Per pupil and month; who certainly is in the part, certainly is in the whole."""
    pupils = {
        code: {
            (leerling, periode): certain
            for leerling, periode, certain in sample.store.rows(
                "select leerling, periode, zeker from views.thuiszitters_stand "
                "where definitie = $code",
                {"code": code},
            )
        }
        for code in (part, whole)
    }

    assert pupils[part]
    assert pupils[part].keys() <= pupils[whole].keys()
    certain = {key for key, is_certain in pupils[part].items() if is_certain}
    assert all(pupils[whole][key] for key in certain)


def test_who_is_not_enrolled_is_not_in_the_regional_definition_by_the_same_melding(
    sample: Sample, sample_folder: Path
) -> None:
    """A pupil can be in both only by two meldingen at the same time."""
    key = key_of(sample_folder, "")
    rows = sample.store.rows(
        "select definitie, leerling, periode, ingeschreven from views.thuiszitters_stand "
        "where definitie in ('ABS', 'THUIS_REG')"
    )
    assert {(code, enrolled) for code, _, _, enrolled in rows} == {
        ("ABS", "nee"), ("THUIS_REG", "ja")
    }  # fmt: skip

    both = set.intersection(
        *(
            {(leerling, day) for c, leerling, day, _ in rows if c == code}
            for code in ("ABS", "THUIS_REG")
        )
    )
    assert both
    for leerling, day in both:
        at_the_time = [
            met.melding
            for code in ("ABS", "THUIS_REG")
            for met in counted(sample, code).found
            if pseudonym(key, met.melding.leerling) == leerling
            and met.start <= dt.date.fromisoformat(day)
            and (met.until is None or met.until > dt.date.fromisoformat(day))
        ]
        assert len({melding.nummer for melding in at_the_time}) > 1


@every_definition
def test_nobody_is_counted_twice(sample: Sample, code: str) -> None:
    for view in ("thuiszitters_stand", "thuiszitters_jaar"):
        ((rows, pupils),) = sample.store.rows(
            f"select count(*), count(distinct (leerling, periode)) from views.{view} "
            "where definitie = $code",
            {"code": code},
        )
        assert rows == pupils > 0


@every_definition
def test_a_year_has_at_least_every_stock_in_it(sample: Sample, code: str) -> None:
    year = sample.series("thuiszitters_jaar", code)
    for day, (low, high) in sample.series("thuiszitters", code).items():
        start = int(day[:4]) - (int(day[5:7]) < 8)
        if f"{start}-{start + 1}" in year:
            exp_low, exp_high = year[f"{start}-{start + 1}"]
            assert low <= exp_low
            assert high <= exp_high


@every_definition
def test_all_under_a_definition_bring_it_to_another(sample: Sample, code: str) -> None:
    """The bridge: per group the difference, and all of them the whole difference."""
    for other in CODES:
        differences = {}
        for breakdown in ("", "groep"):
            one, two = (
                {
                    (f.periode, f.uitsplitsing): pair(f)
                    for f in sample.ask("thuiszitters", c, breakdown=breakdown)
                }
                for c in (code, other)
            )
            sums: dict[str, int] = {}
            for key in one.keys() | two.keys():
                step = two.get(key, (0, 0))[0] - one.get(key, (0, 0))[0]
                sums[key[0]] = sums.get(key[0], 0) + step
            differences[breakdown] = {day: n for day, n in sums.items() if n}
        assert differences[""] == differences["groep"]
