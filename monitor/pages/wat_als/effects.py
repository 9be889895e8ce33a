"""What a scenario does: the figures before and after, and per region."""

from monitor.dekking.scenarios import Scenario
from monitor.pages.pieces import show_section
from monitor.pages.wat_als.subject import Held
from monitor.sections.wat_als import what_it_does


def show(subject: Held, scenario: Scenario) -> None:
    """Nothing as long as nothing changes: that is on Dekking."""
    if not scenario.wijzigingen:
        return
    for section in (
        what_it_does.make(subject, scenario), what_it_does.per_region(subject, scenario)
    ):  # fmt: skip
        if section is not None:
            show_section.show(section, subject.store.settings.demo, table="cards")
