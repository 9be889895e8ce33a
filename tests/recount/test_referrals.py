"""What the monitor says of referrals against `recount/referrals.py`, on the sample data.

At the level of the samenwerkingsverband every period and part, per school of origin the newest.
"""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from recount import country as recount
from recount import referrals as plain
from recount.country import Pair
from recount.referrals import Case, Tlv

from monitor.access import EVERY, Role, Viewer
from monitor.figures.door import Figure, figures, indicator_named, spreads
from monitor.store.store import Store


BEHEERDER = Viewer(Role.BEHEERDER, EVERY)
SAMPLE = Path(__file__).parents[2] / "sample_data"


@pytest.fixture(scope="module")
def everybody() -> list[Tlv]:
    return plain.tlvs(SAMPLE)


@pytest.fixture(scope="module")
def own(everybody: list[Tlv]) -> list[Tlv]:
    return [tlv for tlv in everybody if tlv.swv == plain.OWN]


@pytest.fixture(scope="module")
def until(own: list[Tlv]) -> dt.date:
    return plain.seen_until(own, dt.date.today())


@pytest.fixture(scope="module")
def swv_of() -> dict[str, str]:
    return {school: swv for school, (swv, _) in plain.schools(SAMPLE).items()}


def ask(store: Store, name: str, per: str, breakdown: str = "", period: str = "") -> list[Figure]:
    indicator = indicator_named(name)
    return figures(store, BEHEERDER, indicator, per, period=period, breakdown=breakdown)


def tellers(found: list[Figure]) -> dict[tuple[str, str], Pair]:
    """Of those who are somewhere: nobody is no case in a list of cases."""
    return {
        (f.periode, f.uitsplitsing): (f.teller or 0, f.teller_max or 0)
        for f in found
        if (f.teller, f.teller_max) != (0, 0)
    }


def agrees(store: Store, name: str, cases: list[Case]) -> None:
    """At the level of the SWV, whole and in parts, and per school in the newest period."""
    indicator = indicator_named(name)
    counted = plain.per_period(cases)
    assert {periode for periode, _ in counted}, name
    for breakdown in ("", *indicator.breakdown):
        start = f"{breakdown}=" if breakdown else ""
        expected = {
            key: pair
            for key, pair in counted.items()
            if (key[1].startswith(start) if start else key[1] == "")
        }
        assert tellers(ask(store, name, "swv", breakdown)) == expected, (name, breakdown)
    if "vestiging" in indicator.levels:
        newest = max(periode for periode, _ in counted)
        found = ask(store, name, "vestiging", period=newest)
        obs = {
            f.code: (f.teller, f.teller_max)
            for f in found
            if f.periode == newest and (f.teller, f.teller_max) != (0, 0)
        }
        assert obs == plain.per_school(cases, newest), name


def noemers(store: Store, name: str) -> dict[str, Pair]:
    return {f.periode: (f.noemer or 0, f.noemer_max or 0) for f in ask(store, name, "swv")}


# ----------------------------------------------------------------------------------- the counts


def pupils(year: int, vavo: float = 0) -> dict[str, Pair]:
    """{school: pupils in regular vo} on 1 October, of the schools of this SWV."""
    path = SAMPLE / f"01.-leerlingen-vo-per-vestiging-naar-onderwijstype-{year}.csv"
    swv = {school: swv for school, (swv, _) in plain.schools(SAMPLE).items()}
    out = {}
    for school, parts in recount.vo_per_vestiging(path).items():
        if swv.get(school) == plain.OWN:
            half = (parts["vavo"][0] * vavo, parts["vavo"][1] * vavo)
            out[school] = recount.plus(recount.plus(parts["vo"], parts["pro"]), half)
    return out


YEARS = sorted(
    int(path.stem[-4:]) for path in SAMPLE.glob("01.-leerlingen-vo-per-vestiging-naar-*.csv")
)


def count_of(day: dt.date) -> int | None:
    """The year of the last count that there was on a day, at most two years old."""
    known = [year for year in YEARS if dt.date(year, 10, 1) <= day]
    if known and (day - dt.date(known[-1], 10, 1)).days <= 800:
        return known[-1]
    return None


def total(found: dict[str, Pair]) -> Pair:
    out: Pair = (0, 0)
    for pair in found.values():
        out = recount.plus(out, pair)
    return out


# ----------------------------------------------------------------------------------- the tests


def test_the_list_begins_and_ends_where_it_is_whole(
    sample: Store, own: list[Tlv], until: dt.date
) -> None:
    rows = sample.rows(
        "select vanaf, tot_en_met from views.tot_en_met where bron = 'tlv' and swv = 'VO9901'"
    )

    assert rows == [(dt.date(plain.first_year(own), 8, 1), until)]


def test_new_referrals_in_a_schooljaar(sample: Store, own: list[Tlv], until: dt.date) -> None:
    spans = {
        periode: span
        for periode, span in plain.years(own, until).items()
        if count_of(dt.date(span[0].year, 10, 1))
    }

    agrees(sample, "instroom_vso", plain.instroom(own, spans))
    assert noemers(sample, "instroom_vso") == {
        periode: total(pupils(count_of(dt.date(span[0].year, 10, 1)) or 0))
        for periode, span in spans.items()
    }
    newest = max(spans)
    counted = pupils(count_of(dt.date(int(newest[:4]), 10, 1)) or 0)
    for figure in ask(sample, "instroom_vso", "vestiging", period=newest):
        low, high = counted.get(figure.code, (0, 0))
        assert (figure.noemer, figure.noemer_max) == (low, high), figure.code
        if low:
            assert figure.waarde == pytest.approx(100 * (figure.teller or 0) / high)
            assert figure.waarde_max == pytest.approx(100 * (figure.teller_max or 0) / low)


def test_new_referrals_in_twelve_months(sample: Store, own: list[Tlv], until: dt.date) -> None:
    months = plain.months(own, until)
    start = dt.date(plain.first_year(own), 8, 1)
    spans = {
        periode: span
        for periode, span in plain.twelve_months(months, start).items()
        if count_of(span[1])
    }

    agrees(sample, "instroom_vso_12m", plain.instroom(own, spans))
    assert noemers(sample, "instroom_vso_12m") == {
        periode: total(pupils(count_of(end) or 0)) for periode, (_, end) in spans.items()
    }


def test_what_was_issued(sample: Store, own: list[Tlv], until: dt.date) -> None:
    agrees(sample, "tlv_afgegeven", plain.afgegeven(own, plain.years(own, until)))


@pytest.mark.parametrize(
    ("name", "teller", "noemer"),
    [
        ("tlv_afgewezen", plain.afgewezen, plain.decisions),
        ("tlv_mei_juli_aandeel", plain.mei_juli, plain.decisions),
        ("tlv_verlenging_aandeel", plain.verlenging, plain.afgegeven),
    ],
)
def test_parts_of_the_decisions(
    sample: Store,
    own: list[Tlv],
    until: dt.date,
    name: str,
    teller: Callable[..., list[Case]],
    noemer: Callable[..., list[Case]],
) -> None:
    spans = plain.years(own, until)
    whole = plain.per_period(noemer(own, spans))

    agrees(sample, name, teller(own, spans))
    assert noemers(sample, name) == {p: pair for (p, part), pair in whole.items() if part == ""}


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("doorlooptijd_compleet", plain.days_until_complete),
        ("doorlooptijd_besluit", plain.days_until_decided),
    ],
)
def test_how_long_it_takes(
    sample: Store,
    own: list[Tlv],
    until: dt.date,
    name: str,
    days: Callable[..., dict[str, list[int]]],
) -> None:
    counted = days(own, plain.years(own, until))
    found = {f.periode: f for f in ask(sample, name, "swv")}
    spread = spreads(sample, BEHEERDER, indicator_named(name), "swv")

    assert found.keys() == counted.keys()
    for periode, one_by_one in counted.items():
        obs = spread[plain.OWN, periode]
        assert found[periode].teller == obs.n == len(one_by_one)
        assert found[periode].waarde == pytest.approx(plain.quantile(one_by_one, 0.5) / 7)
        assert obs.mean == pytest.approx(sum(one_by_one) / len(one_by_one))
        for part in (0.25, 0.5, 0.75, 0.9):
            assert obs.quantile(part) == pytest.approx(plain.quantile(one_by_one, part)), part
        norm = sum(one <= 56 for one in one_by_one)
        assert obs.within(56) == (norm, len(one_by_one))


def test_stock_and_what_waits(sample: Store, own: list[Tlv], until: dt.date) -> None:
    months = plain.months(own, until)

    agrees(sample, "tlv_geldig", plain.geldig(own, months))
    agrees(sample, "tlv_open", plain.waiting(own, months))
    stock = {f.periode for f in ask(sample, "tlv_geldig", "swv")}
    assert stock == {p for p, (_, end) in months.items() if end >= plain.stock_from(own)}
    assert {f.periode for f in ask(sample, "tlv_open", "swv")} == set(months)


def test_who_takes_part_by_who_pays(sample: Store, own: list[Tlv], until: dt.date) -> None:
    days = [day for day in plain.octobers(own, until) if day.year in YEARS]

    agrees(sample, "deelname_vso_tlv", plain.deelname(own, days))
    assert noemers(sample, "deelname_vso_tlv") == {
        day.isoformat(): total(pupils(day.year, vavo=0.5)) for day in days
    }


def test_across_the_border(
    sample: Store,
    own: list[Tlv],
    everybody: list[Tlv],
    swv_of: dict[str, str],
    until: dt.date,
) -> None:
    days = plain.octobers(own, until)

    agrees(sample, "grensverkeer_uit", plain.uit(own, days, swv_of))
    agrees(sample, "grensverkeer_in", plain.into(everybody, days, swv_of))


def test_from_last_year_to_this(sample: Store, own: list[Tlv], until: dt.date) -> None:
    agrees(sample, "verloop_vso", plain.verloop(own, plain.octobers(own, until)))


def test_stock_last_year_and_in_and_out_make_stock_this_year(sample: Store) -> None:
    parts: dict[str, dict[str, float]] = {}
    for f in ask(sample, "verloop_vso", "swv", "verloop"):
        parts.setdefault(f.periode, {})[f.uitsplitsing.removeprefix("verloop=")] = f.teller or 0
    stock = {f.periode: f.teller or 0 for f in ask(sample, "verloop_vso", "swv")}

    assert parts.keys() == set(sorted(stock)[1:]), "the first has no year before it"
    for periode, of in parts.items():
        more = sum(n for name, n in of.items() if name.startswith("erbij"))
        less = sum(n for name, n in of.items() if name.startswith("eraf"))
        before = f"{int(periode[:4]) - 1}-10-01"
        assert of["stand een jaar eerder"] == stock[before]
        assert stock[before] + more - less == stock[periode]


def test_what_ends_this_schooljaar_and_later(sample: Store, own: list[Tlv]) -> None:
    agrees(sample, "tlv_eindigt", plain.eindigt(own))


def test_who_came_back(sample: Store, everybody: list[Tlv], until: dt.date) -> None:
    counted = plain.terugplaatsing(SAMPLE, everybody, until)

    agrees(sample, "terugplaatsing", counted.teller)
    whole = plain.per_period(counted.noemer)
    assert noemers(sample, "terugplaatsing") == {p: pair for (p, _), pair in whole.items()}
