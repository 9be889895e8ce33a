"""Of how many jeugdhulp is part of it."""

from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.sections.section import Section
from monitor.sections.thuiszitters import groups
from monitor.sections.thuiszitters.subject import Subject, spoken


QUESTION = "Bij hoeveel is jeugdhulp betrokken?"
TITLE = "Met jeugdhulp"
MEASURE = "thuiszitters_jeugdhulp"


def make(subject: Subject, now: Figure) -> Section | None:
    """None where nobody counts, or the groups are too small for this viewer (`groups.not_shown`)."""
    if now.teller_max == 0 or not groups.are_seen(subject):
        return None
    return groups.one(
        subject, now, "jeugdhulp", MEASURE, QUESTION, TITLE, _with_help(subject), None
    )


def _with_help(subject: Subject) -> str:
    if not subject.sees(breakdown="jeugdhulp"):
        share = subject.measured("thuiszitters_jeugdhulp")
        many = wording.teller(share) if share is not None else ""
        return f"Bij {many} is jeugdhulp betrokken, of is dat niet bekend." if many else ""
    found = {f.uitsplitsing.partition("=")[2]: f for f in subject.parts("jeugdhulp")}
    with_, unknown = found.get("ja"), found.get("onbekend")
    if with_ is None:
        return "Van niemand is bekend dat er jeugdhulp is."
    if wording.is_closed(with_):
        return ""
    said = f"Bij {spoken(with_)} is jeugdhulp betrokken"
    if unknown is not None and not wording.is_closed(unknown):
        said += f", van {spoken(unknown)} is dat niet bekend"
    return f"{said}."
