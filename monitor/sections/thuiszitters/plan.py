"""Of how many there is a plan, as agreed for every thuiszitter."""

from monitor.figures import wording
from monitor.figures.door import Figure
from monitor.sections.section import Section
from monitor.sections.thuiszitters import groups
from monitor.sections.thuiszitters.promises import standing_of
from monitor.sections.thuiszitters.subject import Subject, spoken


QUESTION = "Van hoeveel is er een plan?"
TITLE = "Met en zonder plan"
MEASURE = "thuiszitters_zonder_plan"


def make(subject: Subject, now: Figure) -> Section | None:
    """None where nobody counts, or the groups are too small for this viewer (`groups.not_shown`)."""
    if now.teller_max == 0 or not groups.are_seen(subject):
        return None
    standing = standing_of(subject, subject.indicator(MEASURE))
    return groups.one(
        subject, now, "plan", MEASURE, QUESTION, TITLE, without_plan(subject), standing
    )


def without_plan(subject: Subject) -> str:
    """Van 12 is er geen plan, en van 1 is dat onbekend."""
    if not subject.sees(breakdown="plan"):
        share = subject.measured("thuiszitters_zonder_plan")
        many = wording.teller(share) if share is not None else ""
        return f"Van {many} is er geen plan, of is dat niet bekend." if many else ""
    found = {f.uitsplitsing.partition("=")[2]: f for f in subject.parts("plan")}
    without, unknown = found.get("nee"), found.get("onbekend")
    if any(wording.is_closed(f) for f in (without, unknown) if f is not None):
        return ""
    if without is None and unknown is None:
        return "Er is voor elke leerling een plan."
    said = f"Van {spoken(without)} is er geen plan" if without is not None else ""
    if unknown is None:
        return f"{said}."
    one = "is dat" if said else "is van"
    if said:
        return f"{said}, van {spoken(unknown)} {one} niet bekend."
    return f"Van {spoken(unknown)} is niet bekend of er een plan is."
