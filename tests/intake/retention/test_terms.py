"""Until when each row may be kept, drawn with a reason per row."""

import datetime as dt

import pytest
from helpers.drawings import rows

from monitor.intake.retention import dated_sql
from monitor.intake.retention.cases import NO_HOLIDAYS
from monitor.sources import sources
from monitor.store import store as stores
from monitor.store.settings import Settings


TLV = """
    nummer | besluit    | ontvangen  | besluitdatum | geldig_vanaf | geldig_tot | tot
    1      | afgegeven  | 2022-01-01 | 2022-03-01   | 2022-08-01   | 2023-07-31 | 2025-03-01  # three years after the decision
    2      | afgegeven  | 2022-01-01 | 2022-03-01   | 2022-08-01   | 2026-07-31 | 2027-07-31  # in force for longer: a year after
    3      | afgewezen  | 2022-01-01 | 2022-03-01   | 2022-08-01   | 2026-07-31 | 2025-03-01  # what was refused is not in force
    4      | open       | 2019-01-01 |              |              |            |             # nothing was decided yet
    5      | ingetrokken| 2022-01-01 |              |              |            | 2025-01-01  # no date: from when it came in
    6      | afgegeven  | 2022-01-01 | 2022-03-01   | 2022-08-01   |            |             # in force without an end
    7      | afgegeven  | 2022-01-01 | 2022-03-01   |              |            | 2025-03-01  # never in force
"""
AANVRAGEN = """
    nummer | status       | schooljaar | ontvangen  | besluitdatum | einde      | tot
    1      | afgerond     | 2021-2022  | 2021-05-01 | 2021-06-01   | 2022-07-31 | 2024-06-01  # three years after the decision
    2      | geplaatst    | 2023-2024  | 2020-05-01 | 2020-06-01   |            | 2025-07-31  # to the end of its schooljaar, and a year
    3      | afgewezen    | 2023-2024  | 2020-05-01 | 2020-06-01   |            | 2023-06-01  # nothing was given
    4      | aangevraagd  | 2019-2020  | 2019-05-01 |              |            |             # nothing was decided yet
    5      | ingetrokken  | 2019-2020  | 2019-05-01 |              |            | 2022-05-01  # no date: from when it came in
"""
MELDINGEN = """
    nummer | leerling | status         | verzuim_sinds | einde_verzuim | tot
    1      | A        | afgesloten     | 2020-01-01    | 2020-03-01    | 2023-03-01  # three years after it ended
    2      | B        | in behandeling | 2019-01-01    |               |             # still at home
    3      | C        | afgesloten     | 2018-01-01    | 2019-01-01    |             # goes on in the next
    4      | C        | aangemeld      | 2019-01-01    |               |             # which still runs
    5      | D        | afgesloten     | 2018-01-01    | 2019-01-01    | 2024-01-01  # goes on in the next, which
    6      | D        | afgesloten     | 2018-06-01    | 2021-01-01    | 2024-01-01  # ended later
    7      | D        | afgesloten     | 2021-01-06    | 2022-01-01    | 2025-01-01  # five days between: another time
    11     | G        | afgesloten     | 2018-01-01    | 2021-01-01    | 2025-01-01  # faults.md A8: no schoolday between,
    12     | G        | afgesloten     | 2021-01-02    | 2022-01-01    | 2025-01-01  # so one time at home
    8      | E        | ingetrokken    | 2020-01-01    |               | 2023-01-01  # never was one
    9      | E        | aangemeld      | 2020-01-01    |               |             # of the same pupil, and still runs
    10     | F        | afgesloten     | 2020-01-01    |               | 2023-01-01  # closed, nobody knows when
"""
NUMBERS = {
    "tlv": "beschikkingsnummer",
    "aanvragen": "aanvraagnummer",
    "verzuimmeldingen": "meldingnummer",
}


@pytest.mark.parametrize(
    ("name", "drawing"),
    [("tlv", TLV), ("aanvragen", AANVRAGEN), ("verzuimmeldingen", MELDINGEN)],
)
def test_until_when_a_row_may_be_kept(name: str, drawing: str) -> None:
    found = _dated(name, drawing, Settings())

    assert found == {row["nummer"]: row["tot"] for row in rows(drawing)}


def test_how_many_years_is_a_setting() -> None:
    found = _dated("tlv", TLV, Settings(bewaarjaren={"tlv": 5}))

    assert found["1"] == "2027-03-01"
    assert found["2"] == "2027-07-31"


def test_a_setting_of_what_is_no_file_of_pupils_is_refused() -> None:
    with pytest.raises(ValueError, match="no kind of file of pupils: tlvs"):
        Settings(bewaarjaren={"tlvs": 5})


def _dated(name: str, drawing: str, settings: Settings) -> dict[str, str]:
    source = sources()[name]
    columns = [(column, kind) for column, kind in source.file_columns()]
    with stores.duckdb.connect() as connection:
        told = ", ".join(f"{column} {kind}" for column, kind in columns)
        connection.execute(f"create table t ({told})")
        for row in rows(drawing):
            drawn = {NUMBERS[name]: row["nummer"], "leerling": "L", **row}
            cells = {k: v or None for k, v in drawn.items() if k not in ("nummer", "tot")}
            names = ", ".join(cells)
            marks = ", ".join("?" for _ in cells)
            connection.execute(f"insert into t ({names}) values ({marks})", list(cells.values()))
        sql = dated_sql(source, settings, "t", NUMBERS[name], NO_HOLIDAYS)
        return {
            number: until.isoformat() if isinstance(until, dt.date) else ""
            for number, until in connection.execute(sql).fetchall()
        }
