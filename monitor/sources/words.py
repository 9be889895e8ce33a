"""Words that several of the SWV's own files share."""

from typing import Annotated

from monitor.values.spelling import Spelling, at_most, choice


# Lower case as in a `Lijst` and cleaned no further, so that a niveau in a list meets a niveau in a
# cell of its own.
WOORD = at_most(500, Spelling("woord", "een woord", r"(.|\n|\r)+", lower=True, is_group=True))
DOEL = at_most(500, Spelling("doel", "een tekst", r"(.|\n|\r)+", is_group=True))

Woord = Annotated[str, WOORD]
Doel = Annotated[str, DOEL]
Schooltype = Annotated[
    str,
    choice(
        "bao",
        "sbo",
        "so",
        "vo",
        "pro",
        "vso",
        "opdc",
        bo="bao",
        basisonderwijs="bao",
        basisschool="bao",
        sbao="sbo",
        praktijkonderwijs="pro",
    ),
]
