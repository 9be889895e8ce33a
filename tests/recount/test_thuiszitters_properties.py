"""What must hold of thuiszitters whatever the meldingen are: registers made up at random,
with dates on the borders of the definitions; and counted once more by `recount_absence`."""

import datetime as dt
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from helpers import drawing_meldingen as meldingen
from helpers.depth import by_day
from helpers.drawings import Given
from hypothesis import Phase, given, settings, strategies
from recount import absence as recount
from recount.absence import Absent, Melding, Pair

from monitor.store.definitions import definitions


Row = dict[str, str]
DAYS = strategies.dates(dt.date(2018, 6, 15), dt.date(2019, 4, 15))
LASTS = strategies.sampled_from((None, 0, 1, 10, 27, 28, 29, 30, 31, 59, 60, 90, 91, 92, 93, 200))
PUPILS = strategies.sampled_from("ABCDEFGH")
GAPS = (0, 0, 1, 1, 2, 3, 3, 4, 5, 10, 17)
KINDS = ("", "", "16 uur", "langdurig", "luxe", "signaal", "overig", "18 plus", "ziek")
FIRST, LAST = dt.date(2017, 8, 1), dt.date(2020, 1, 1)
EMPTY = meldingen.EMPTY
# Every example is a store of its own: making a failing one smaller would take minutes.
NO_SHRINKING = [Phase.explicit, Phase.generate]


@strategies.composite
def registers(draw: Any) -> list[Row]:
    rows: list[Row] = []
    for number in range(draw(strategies.integers(8, 30))):
        leerling, sinds, days = draw(PUPILS), draw(DAYS), draw(LASTS)
        before = [row for row in rows if row["einde"]]
        if before and draw(strategies.booleans()):
            # Follows another of the same pupil directly, or over a day, a weekend or a holiday.
            other = draw(strategies.sampled_from(before))
            leerling, gap = other["leerling"], draw(strategies.sampled_from(GAPS))
            day, month, year = (int(part) for part in other["einde"].split("-"))
            sinds = dt.date(year, month, day) + dt.timedelta(days=gap)
        rows.append(
            {
                "nummer": f"V{number}",
                "leerling": leerling,
                "sinds": f"{sinds:%d-%m-%Y}",
                "einde": "" if days is None else f"{sinds + dt.timedelta(days=days):%d-%m-%Y}",
                "ingeschreven": draw(strategies.sampled_from(("Ja", "Nee"))),
                "geoorloofd": draw(strategies.sampled_from(("Nee", "Nee", "Ja"))),
                "vrijstelling": draw(strategies.sampled_from(("geen", "geen", EMPTY, "5a", "11"))),
                "status": draw(
                    strategies.sampled_from(
                        ("aangemeld", "afgesloten", "ingetrokken", "afgesloten")
                    )
                ),
                "uren": draw(strategies.sampled_from(("", "15", "16", "79,5", "80", "120"))),
                "soort_verzuim": draw(strategies.sampled_from(KINDS)),
                "alle_lessen_gemist": draw(
                    strategies.sampled_from(("", "", "Ja", "Nee", "Onbekend"))
                ),
                "reden_einde": draw(
                    strategies.sampled_from(
                        ("", "", "terug naar school", "langdurig ziek", "legitiem afwezig")
                    )
                ),
            }
        )
    return rows


def read(rows: list[Row]) -> list[Melding]:
    def day(text: str) -> dt.date:
        return dt.date(int(text[6:]), int(text[3:5]), int(text[:2]))

    return [
        Melding(
            row["nummer"], row["leerling"], day(row["sinds"]),
            day(row["einde"]) if row["einde"] else None,
            {
                "STATUS": row["status"],
                "INGESCHREVEN": row["ingeschreven"],
                "GEOORLOOFD": row["geoorloofd"],
                "VRIJSTELLING": "" if row["vrijstelling"] == EMPTY else row["vrijstelling"],
                "UREN": row["uren"],
                "SOORT VERZUIM": row["soort_verzuim"],
                "ALLE LESSEN GEMIST": row["alle_lessen_gemist"],
                "REDEN EINDE": row["reden_einde"],
            },
        )
        for row in rows
    ]  # fmt: skip


@contextmanager
def register(rows: list[Row]) -> Iterator[Given]:
    with tempfile.TemporaryDirectory() as folder:
        given = Given(Path(folder))
        meldingen.add(given, rows)
        yield given
        given.close()


def series(given: Given, measure: str, code: str) -> dict[str, Pair]:
    found = given.figures(f"{measure}_{code.lower()}", "swv")
    return {f.periode: (int(f.teller or 0), int(f.teller_max or 0)) for f in found}


HOLIDAYS = """
    schooljaar | regio  | vakantie | eerste_dag | laatste_dag
    2018-2019  | midden | zomer    | 14-07-2018 | 26-08-2018
    2018-2019  | midden | herfst   | 20-10-2018 | 28-10-2018
    2018-2019  | midden | kerst    | 22-12-2018 | 06-01-2019
    2018-2019  | noord  | voorjaar | 16-02-2019 | 24-02-2019   # not of this region
"""


def free_days() -> set[dt.date]:
    """Monday to Friday in the holidays of midden."""
    spans = ((dt.date(2018, 7, 14), 44), (dt.date(2018, 10, 20), 9), (dt.date(2018, 12, 22), 16))
    days = {first + dt.timedelta(days=n) for first, length in spans for n in range(length)}
    return {day for day in days if day.weekday() < 5}


@settings(max_examples=by_day(6), phases=NO_SHRINKING)
@given(registers(), strategies.booleans())
def test_a_time_at_home_is_what_plain_python_makes_of_it(rows: list[Row], holidays: bool) -> None:
    """faults.md A8: one pupil, no schoolday and nothing excused between; certain and possible."""
    with register(rows) as given:
        if holidays:
            given.schoolvakanties(HOLIDAYS)
            meldingen.in_school_weeks(given, "midden")
        found = given.store.dicts("select * from views.afwezigheid")
        obs = {
            certain: {
                row["meldingnummer"]: (row[f"begin{column}"], row[f"tot{column}"])
                for row in found
                if row[f"begin{column}"] is not None
            }
            for certain, column in ((False, ""), (True, "_zeker"))
        }

        free = free_days() if holidays else None
        for certain, own in obs.items():
            exp = recount.absences(read(rows), free, certain=certain)
            assert own == {number: (one.begin, one.until) for number, one in exp.items()}
        assert obs[True].keys() <= obs[False].keys()
        assert all(obs[False][number][0] <= begin for number, (begin, _) in obs[True].items())


@settings(max_examples=by_day(4), phases=NO_SHRINKING)
@given(registers())
def test_every_definition_counts_what_the_recount_counts(rows: list[Row]) -> None:
    # What ends the day it begins, inside a longer stay, is part of that stay: it then makes nobody
    # more certain, so the lowest number can be lower than it need be.
    is_exact = all(row["sinds"] != row["einde"] for row in rows)
    with register(rows) as given:
        for code in definitions():
            own = Absent(recount.meeting(code, read(rows)), FIRST, LAST)
            months = list(recount.months(FIRST, LAST))

            assert series(given, "thuiszitters", code) == {
                str(end): own.stock(end) for _, end in months
            }
            assert series(given, "thuiszitters_in", code) == {
                f"{begin:%Y-%m}": own.came(begin, end) for begin, end in months
            }
            assert series(given, "thuiszitters_uit", code) == {
                f"{begin:%Y-%m}": own.went(begin, end) for begin, end in months
            }
            for name, begin, end in recount.schooljaren(FIRST, LAST):
                obs, exp = series(given, "thuiszitters_jaar", code)[name], own.in_period(begin, end)
                assert obs[1] == exp[1]
                assert obs[0] == exp[0] or (not is_exact and obs[0] < exp[0])


@settings(max_examples=by_day(4), phases=NO_SHRINKING)
@given(registers())
def test_stock_is_last_stock_plus_in_minus_out_of_every_definition(rows: list[Row]) -> None:
    with register(rows) as given:
        for code in definitions():
            stock = series(given, "thuiszitters", code)
            came, went = (series(given, f"thuiszitters_{way}", code) for way in ("in", "uit"))
            was = (0, 0)
            for day, now in sorted(stock.items()):
                plus, minus = came[day[:7]], went[day[:7]]
                assert now[0] <= now[1]
                if all(a == b for a, b in (now, was, plus, minus)):
                    assert now[0] == was[0] + plus[0] - minus[0]
                for value, before in zip(now, was, strict=True):
                    assert before + plus[0] - minus[1] <= value <= before + plus[1] - minus[0]
                was = now


@settings(max_examples=by_day(4), phases=NO_SHRINKING)
@given(registers())
def test_subsets_are_subsets_and_everybody_is_one(rows: list[Row]) -> None:
    with register(rows) as given:
        found = given.store.rows(
            "select definitie, leerling, periode, zeker, ingeschreven from views.thuiszitters_stand"
        )
        assert len({row[:3] for row in found}) == len(found), "somebody is counted twice"
        sets = {
            (code, sure): {row[1:3] for row in found if row[0] == code and (row[3] or not sure)}
            for code in definitions()
            for sure in (True, False)
        }
        for sure in (True, False):
            for part, whole in (
                ("THUIS_PACT", "THUIS_OCW"), ("ABS", "THUIS_OCW"), ("LRV", "THUIS_OCW"),
                ("THUIS_REG", "LRV"),
            ):  # fmt: skip
                assert sets[part, sure] <= sets[whole, sure], (part, whole)
            assert sets["THUIS_OCW", sure] == sets["ABS", sure] | sets["LRV", sure]
        by_melding = {code: {r[4] for r in found if r[0] == code} for code in ("ABS", "THUIS_REG")}
        assert by_melding["ABS"] <= {"nee"}
        assert by_melding["THUIS_REG"] <= {"ja"}


@settings(max_examples=by_day(3), phases=NO_SHRINKING)
@given(registers())
def test_parts_sum_and_a_year_has_at_least_each_stock_in_it(rows: list[Row]) -> None:
    with register(rows) as given:
        for code in definitions():
            stock, year = (series(given, f"thuiszitters{m}", code) for m in ("", "_jaar"))
            for breakdown in ("duur", "groep", "ingeschreven"):
                parts = given.figures(f"thuiszitters_{code.lower()}", "swv", breakdown=breakdown)
                for day, pair in stock.items():
                    of_day = [part for part in parts if part.periode == day]
                    assert sum(part.teller or 0 for part in of_day) == pair[0]
                    assert sum(part.teller_max or 0 for part in of_day) == pair[1]
            for day, (low, high) in stock.items():
                start = int(day[:4]) - (int(day[5:7]) < 8)
                if f"{start}-{start + 1}" in year:
                    assert low <= year[f"{start}-{start + 1}"][0]
                    assert high <= year[f"{start}-{start + 1}"][1]
