"""A workbook of texts only, which another program reads: no figures, no stamp, the same bytes each time."""

import datetime as dt
import io
from collections.abc import Mapping, Sequence

import xlsxwriter


WIDEST = 60
"""Characters of a column."""
MADE = dt.datetime(2000, 1, 1)
"""When is no part of a form: the same form gives the same bytes."""


def of_texts(sheets: Mapping[str, Sequence[Sequence[str]]]) -> bytes:
    """A workbook with each sheet under its name, every cell as a text, the first row in bold."""
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as workbook:
        workbook.set_properties({"created": MADE})
        head = workbook.add_format({"bold": True})
        for name, rows in sheets.items():
            sheet = workbook.add_worksheet(name)
            for at, row in enumerate(rows):
                for column, text in enumerate(row):
                    if text:
                        sheet.write_string(at, column, text, None if at else head)
            sheet.freeze_panes(1, 0)
            for column in range(max(map(len, rows), default=0)):
                longest = max((len(row[column]) for row in rows if column < len(row)), default=0)
                sheet.set_column(column, column, min(max(longest, 10), WIDEST))
    return out.getvalue()
