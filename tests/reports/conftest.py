"""Every section of the sample, with the stamp of whom it is for."""

import pytest
from helpers.sections_of_pages import of_pages, viewer_of

from monitor.access import Role
from monitor.reports.stamp import Stamp, stamp_of
from monitor.sections.section import Section
from monitor.store.store import Store


@pytest.fixture(scope="session")
def made(sample: Store) -> dict[str, tuple[list[Section], Stamp]]:
    """role → every section of the sample for it, with its stamp."""
    return {
        role: (found, stamp_of(sample, viewer_of(Role(role))))
        for role, found in of_pages(sample).items()
    }
