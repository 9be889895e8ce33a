"""How near to home the places are that pupils find."""

from monitor.figures import levels, wording
from monitor.figures.door import indicator_named
from monitor.sections.dekking.subject import Subject, trust_now
from monitor.sections.section import Said, Section, said
from monitor.values import dutch


QUESTION = "Hoe dicht bij huis is de plek die leerlingen vinden?"
WITHIN = ("wijk", "gemeente", "subregio")


def make(subject: Subject) -> Section | None:
    """None where it is not known of any level."""
    indicator = indicator_named("thuisnabij")
    found = {f.uitsplitsing.partition("=")[2]: f
             for f in subject.figures("thuisnabij", "swv", "binnen")}  # fmt: skip
    words = [
        f"{wording.value(found[level], indicator)} in de eigen {levels.LEVEL_TITLES[level]}"
        for level in WITHIN
        if level in found and wording.is_known(found[level])
    ]
    if not words:
        return None
    far = ""
    if subject.outcome.gedekt and subject.exact:
        km = dutch.number(subject.outcome.km / subject.outcome.gedekt, 1)
        far = f"Gemiddeld is die plek {km} km van huis, hemelsbreed."
    return Section(
        key="dekking_thuisnabij",
        question=QUESTION,
        title="Thuisnabij",
        says=Said(
            f"Van de leerlingen die een plek vinden, is dat voor {dutch.joined(words)}, als de plekken "
            "zo verdeeld worden dat iedereen samen het minst ver hoeft."
        ),
        selection=f"{indicator.title}, {subject.sentence}",
        beside=said("Waar leerlingen nu echt zitten, kan anders zijn.", far),
        trust=(trust_now(subject, indicator),),
    )
