"""How many places are within reach of a pupil: another measure than coverage."""

from monitor.figures import wording
from monitor.figures.door import indicator_named
from monitor.sections.dekking.subject import Subject, trust_now
from monitor.sections.section import Said, Section, said


QUESTION = "Hoeveel plekken zijn er binnen bereik van een leerling?"


def make(subject: Subject) -> Section | None:
    """None where it is not known."""
    indicator = indicator_named("druk")
    now = subject.now("druk")
    if now is None or not wording.is_known(now):
        return None
    return Section(
        key="dekking_druk",
        question=QUESTION,
        title="Plekken in bereik",
        says=Said(
            f"Per leerling met een ondersteuningsvraag zijn er {wording.value_bare(now, indicator)} "
            "plekken binnen bereik, als elke plek wordt verdeeld over alle leerlingen die er gebruik "
            "van kunnen maken."
        ),
        selection=f"{indicator.title}, {subject.sentence}",
        beside=said(
            "Boven de 1 betekent niet dat iedereen een plek vindt: de plekken liggen niet altijd waar "
            "de vraag is. Waar het krap is, staat op de kaart ‘Bereikbare plekken’."
        ),
        trust=(trust_now(subject, indicator),),
    )
