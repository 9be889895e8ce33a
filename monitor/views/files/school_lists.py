"""Schools as rows of a table or a file."""

import io
from collections.abc import Iterable

import xlsxwriter

from monitor.scholen.register import TYPES, School
from monitor.views.files import separated


COLUMNS = ("Vestigingscode", "Naam", "Soort school", "Aanbod", "Bestuur", "Adres", "Postcode",
           "Plaats", "Gemeente", "Samenwerkingsverband vo", "Samenwerkingsverband po", "Website",
           "Gesloten vanaf", "Niet meer geteld sinds")  # fmt: skip
DEMO = "Verzonnen gegevens"


def row(one: School) -> tuple[str, ...]:
    """One school under COLUMNS."""
    closed = one.gesloten_vanaf.isoformat() if one.gesloten_vanaf else ""
    uncounted = one.niet_geteld_sinds.isoformat() if one.niet_geteld_sinds else ""
    return (one.code, one.naam, TYPES.get(one.schooltype, ""), one.aanbod, one.bestuur, one.adres,
            one.postcode, one.plaats, one.gemeente, one.swv_vo, one.swv_po, one.website,
            closed, uncounted)  # fmt: skip


def to_csv(schools: Iterable[School], is_demo: bool, form: separated.Form) -> str:
    """Everything is text; an invented list says so in a column of its own."""
    titles = (*COLUMNS, *([DEMO] if is_demo else []))
    return form(titles, ([*row(one), *(["ja"] if is_demo else [])] for one in schools))


def to_xlsx(schools: Iterable[School], what: str, is_demo: bool) -> bytes:
    """A workbook: the list, and a sheet that says which list it is."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_formulas": False, "in_memory": True}) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet("Scholen")
        sheet.write_row(0, 0, COLUMNS, bold)
        last = 0
        for last, one in enumerate(schools, 1):
            for place, value in enumerate(row(one)):
                sheet.write_string(last, place, value)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
        sheet.set_column(1, 1, 46)
        sheet.set_column(2, len(COLUMNS) - 1, 22)
        about = book.add_worksheet("Verantwoording")
        about.write_string(0, 0, what)
        about.set_column(0, 0, 90)
        if is_demo:
            about.write_string(1, 0, f"{DEMO}: dit samenwerkingsverband bestaat niet.")
    return out.getvalue()
