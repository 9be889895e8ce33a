"""Pupils against places in the same region: what a plain count seems to say, and what it hides.

For who sees exact figures only.
"""

from collections import defaultdict

from monitor.dekking import from_store
from monitor.dekking.matching.measures import naive
from monitor.figures import levels, wording
from monitor.sections.dekking.subject import Subject
from monitor.sections.section import Said, Section, Table, said, texts_table
from monitor.values import dutch


QUESTION = "Wat zou wie niet verdeelt van de dekking denken?"


def make(subject: Subject) -> Section | None:
    """None for who sees no exact figures."""
    if not subject.exact:
        return None
    per = levels.LEVEL_TITLES[subject.per]
    counted = naive(
        from_store.needs(subject.store, subject.basis),
        from_store.arrangements(
            subject.store, subject.basis.sector, subject.basis.swv, subject.basis.schooljaar
        ),
        subject.per,
        subject.basis.run,
    )
    seems = sum(min(one.behoefte, one.plaatsen) for one in counted)
    need = sum(one.behoefte for one in counted)
    real = subject.outcome.gedekt
    way = "minder" if seems < real else "meer"
    apart = dutch.number(abs(seems - real))
    beside = f"{apart} {way} dan" if seems != real else "even veel als"
    rows: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for one in counted:
        row = rows[one.ondersteuningsvraag]
        row[0] += one.behoefte
        row[1] += min(one.behoefte, one.plaatsen)
        row[2] += max(0, one.behoefte - one.plaatsen)
    return Section(
        key="dekking_naief",
        question=QUESTION,
        title="Tellen zonder te verdelen",
        says=Said(
            f"Wie per {per}, vraag en niveau de leerlingen naast de plaatsen legt, denkt dat er "
            f"{dutch.number(seems)} van de {dutch.number(need)} een plek hebben: {beside} er tegelijk "
            "kunnen."
        ),
        selection=subject.sentence,
        beside=said(
            "Zo'n telling gebruikt een plaats voor elke vraag en elk niveau opnieuw, en laat niemand "
            f"een grens van een {per} over. Ze kan dus te hoog en te laag zijn."
        ),
        table=_table(subject, rows),
    )


def _table(subject: Subject, rows: dict[str, list[int]]) -> Table:
    short = {key.partition("|")[0]: cell for key, cell in subject.cells.items() if key[-1] == "|"}
    return texts_table(
        "Per vraag, naast de dekking",
        [
            {
                "Ondersteuningsvraag": vraag,
                "Leerlingen": dutch.number(behoefte),
                "Lijkt te kunnen": dutch.number(fits),
                "Lijkt tekort": dutch.number(gap),
                "Echt tekort": wording.interval(short[vraag].certain, short[vraag].possible),
            }
            for vraag, (behoefte, fits, gap) in sorted(rows.items())
            if vraag in short
        ],
    )
