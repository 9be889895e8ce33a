"""A koppeling on a sheet: its headings and words become ours."""

from monitor.intake.judging import messages
from monitor.intake.reading.sheet import Sheet, refused
from monitor.sources import sources
from monitor.sources.source import normal
from monitor.store.mappings import Mapping


def apply_mapping(sheet: Sheet, mapping: Mapping) -> None:
    """Give a sheet our headings and constants, and note which words of a column are to be translated.

    DeliveryRefused when the file has a column itself of which the mapping says what is in every row.
    """
    sheet.own_headings = sheet.headings
    ours = {normal(theirs): heading for theirs, heading in mapping.headings.items()}
    sheet.headings = [ours.get(normal(heading), heading) for heading in sheet.headings]
    words = {normal(heading): table for heading, table in mapping.words.items()}
    for place, heading in enumerate(sheet.headings):
        if normal(heading) in words:
            sheet.words[place] = words[normal(heading)]
    there = set(map(normal, sheet.headings))
    names = {
        normal(name): {normal(one) for one in column.heading.headings}
        for column in sources()[mapping.source].columns()
        for name in column.heading.headings
    }
    for heading, value in mapping.constants.items():
        if there & names.get(normal(heading), {normal(heading)}):
            raise refused(sheet.file, messages.constant_beside_column(heading, value, mapping.name))
        sheet.constants[len(sheet.headings)] = value
        sheet.headings.append(heading)
        sheet.own_headings = [*sheet.own_headings, heading]
