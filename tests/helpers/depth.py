"""How far the tests look: by day a fixed few of everything, by night (`make test-diep`) many more of
the same. What is only asserted by night does not exist: by day is asserted once what by night is
asserted of many."""

import hypothesis


def is_deep() -> bool:
    """Whether this is the run of the night."""
    return hypothesis.settings.get_current_profile_name() == "diep"


def by_day(examples: int) -> int:
    """How many examples a test draws of which each takes long: twenty times as many by night."""
    return examples * 20 if is_deep() else examples
