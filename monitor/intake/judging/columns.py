"""Which column of a sheet is which column of a kind of file, and the SQL that follows from it."""

import datetime as dt
import re

from monitor.errors import Problem
from monitor.intake.judging import messages
from monitor.intake.judging.recognising import places, required
from monitor.intake.reading.sheet import Sheet
from monitor.sources.source import Column, Source, normal
from monitor.values.spelling import PADDING, quoted


class Plan:
    """Which text column is which column of the kind, and the SQL that follows from it."""

    def __init__(self, sheet: Sheet, source: Source) -> None:
        self.sheet, self.source = sheet, source
        self.columns = source.columns()
        self.place: dict[str, int] = {}
        self.brin: dict[str, int] = {}
        self.melted: list[int] = []
        self.problems: list[Problem] = []
        used: set[int] = set()
        for column in self.columns:
            at = places(column, sheet.headings)
            if column.heading.melted:
                self.melted.extend(at)
                used.update(at)
                self._refuse_doubles(at)
                continue
            at = self._by_preference(column, at)
            used.update(at)
            self._refuse_doubles(at)
            if at:
                self.place[column.name] = at[0]
            brins = {normal(heading) for heading in column.heading.brin}
            for i, heading in enumerate(sheet.headings):
                if normal(heading) in brins:
                    self.brin[column.name] = i
                    used.add(i)
        lacking = required(source, sheet.headings)[1]
        if lacking:
            text = messages.missing_columns(source.name, lacking)
            self.problems.append(Problem(sheet.file, 0, "", text))
        self.unknown = [
            heading for i, heading in enumerate(sheet.headings) if i not in used and heading.strip()
        ]

    def _refuse_doubles(self, at: list[int]) -> None:
        first: dict[str, str] = {}
        for i in at:
            key, heading = normal(self.sheet.headings[i]), self.sheet.heading(i)
            if key in first:
                text = messages.double_heading(heading, first[key])
                self.problems.append(Problem(self.sheet.file, 0, "", text))
            first.setdefault(key, heading)

    def _by_preference(self, column: Column, at: list[int]) -> list[int]:
        """Two headings of one column are a fault only when they are the same heading: a file may
        have both a plain code and the one with `GM` before it. The first alias wins, the other is
        among the headings that are not used."""
        headings = [normal(heading) for heading in self.sheet.headings]
        order = column.normal_headings
        first = min((order.index(headings[i]) for i in at), default=0)
        return [i for i in at if headings[i] == order[first]]

    def raw(self, column: Column) -> str:
        """SQL for the text of a column as delivered, words of a mapping translated."""
        if column.heading.melted:
            return "sleutel" if column.heading.melted == "key" else "cel"
        if column.name not in self.place:
            return "null"
        place = self.place[column.name]
        if place in self.sheet.constants:
            return quoted(self.sheet.constants[place])
        text = f"c{place}"
        if place in self.sheet.words:
            whens = " ".join(
                f"when {quoted(theirs.strip().lower())} then {quoted(ours)}"
                for theirs, ours in self.sheet.words[place].items()
            )
            text = f"(case lower({_trimmed(text)}) {whens} else {text} end)"
        if column.name in self.brin:
            short = _trimmed(text)
            brin = _trimmed(f"c{self.brin[column.name]}")
            text = (
                f"(case when length({short}) between 1 and 2 and {brin} <> '' "
                f"then {brin} || lpad({short}, 2, '0') else {short} end)"
            )
        return text

    def sql(self, table: str, moment: dt.date | None) -> str:
        """SQL that makes `table`: rows as values, with their faults.

        `fouten` are the places of columns whose text is wrong, or minus the place less one where
        a cell may not be empty, or the number of columns where `Row.one_of` has none; `teksten`
        are the cells as they were, of rows with faults.
        """
        raws: list[str] = []
        cleans: list[str] = []
        values: list[str] = []
        faults: list[str] = []
        outs: list[str] = []
        for i, column in enumerate(self.columns):
            spelling = column.spelling
            raws.append(f"{self.raw(column)} as r{i}")
            clean = spelling.sql_clean(f"r{i}")
            if column.heading.unknown:
                words = ", ".join(map(quoted, column.heading.unknown))
                clean = f"case when {_trimmed(f'r{i}')} in ({words}) then '' else {clean} end"
            cleans.append(f"r{i}, {clean} as k{i}")
            parts = spelling.sql_values(f"k{i}")
            names = tuple(f"v{i}_{j}" for j in range(len(parts)))
            values.extend(f"{part} as {n}" for part, n in zip(parts, names, strict=True))
            wrong = spelling.sql_wrong(f"k{i}", names)
            if not column.heading.empty and len(parts) == 1:
                fault = f"case when k{i} = '' then {-i - 1} when {wrong} then {i} end"
            else:
                fault = f"case when k{i} <> '' and {wrong} then {i} end"
            if column.name in self.place or column.heading.melted:
                faults.append(fault)
            outs.extend(
                f"{n} as {stored}" for n, (stored, _) in zip(names, column.stored, strict=True)
            )
        if one_of := self.source.row.one_of:
            empty = " and ".join(f"k{i} = ''" for i in self._places_of(one_of))
            faults.append(f"case when {empty} then {len(self.columns)} end")
        if self.source.moment is not None:
            day = f"date '{moment.isoformat()}'" if moment else "null::date"
            outs.insert(0, f"{day} as {self.source.moment.column}")
        texts = ", ".join(_trimmed(f"r{i}") for i in range(len(self.columns)))
        filled = " or ".join(f"k{i} <> ''" for i in sorted(self._own_columns()))
        return (
            f"create temp table {table} as "
            f"with tekst as (select * from {self._text()}), "
            f"gelezen as (select rij, kolom, {', '.join(raws)} from tekst), "
            f"schoon as (select rij, kolom, {', '.join(cleans)} from gelezen), "
            f"waarde as (select *, {', '.join(values)} from schoon where {filled}) "
            f"select rij, kolom, {', '.join(outs)}, "
            f"list_filter([{', '.join(faults)}], lambda f: f is not null) as fouten, "
            f"case when len(fouten) > 0 then [{texts}] end as teksten from waarde"
        )

    def _own_columns(self) -> set[int]:
        """Those in which a row has something of its own."""
        return {
            i
            for i, c in enumerate(self.columns)
            if c.name in self.place and self.place[c.name] not in self.sheet.constants
        }

    def _text(self) -> str:
        if not self.melted:
            return f"(select *, -1 as kolom from {self.sheet.table})"
        pattern = next(c for c in self.columns if c.heading.melted == "key").heading.headings[0]
        cells = []
        for i in self.melted:
            match = re.fullmatch(pattern, self.sheet.headings[i].strip(), re.IGNORECASE)
            assert match is not None
            cells.append(f"{{'kolom': {i}, 'sleutel': {quoted(match[1])}, 'cel': c{i}}}")
        skipped = ", ".join(map(quoted, self.source.skip_values)) or "''"
        return (
            f"(select * exclude (melted), melted.kolom as kolom, melted.sleutel as sleutel, "
            f"melted.cel as cel from (select *, unnest([{', '.join(cells)}]) as melted "
            f"from {self.sheet.table}) where {_trimmed('melted.cel')} not in ({skipped}))"
        )

    def _places_of(self, names: tuple[str, ...]) -> list[int]:
        return [i for i, column in enumerate(self.columns) if column.name in names]

    def headings_of_one(self) -> list[str]:
        """The headings of what `Row.one_of` asks for, as the file has them or as ours."""
        return [
            self.heading_of(i, -1) or self.columns[i].heading.headings[0]
            for i in self._places_of(self.source.row.one_of)
        ]

    def heading_of(self, column: int, melted: int) -> str:
        name = self.columns[column].name
        place = self.place.get(name, melted)
        return self.sheet.heading(place) if 0 <= place < len(self.sheet.headings) else ""

    def headings_of_key(self) -> list[str]:
        """The headings, as the file has them, of what must be unique together."""
        return [
            self.sheet.heading(self.place[name]) for name in self.source.key if name in self.place
        ]


def _trimmed(text: str) -> str:
    """SQL for a cell as it was, without what pads it."""
    return f"trim(coalesce({text}, ''), {quoted(PADDING)})"
