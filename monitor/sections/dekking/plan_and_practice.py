"""Plan against practice: of every vraag how many find a place on paper, and how many in fact."""

from monitor.dekking.matching.model import Run
from monitor.figures import wording
from monitor.figures.door import Figure, indicator_named
from monitor.sections.dekking.subject import Subject, trust_now
from monitor.sections.section import Piece, Said, Section, Table, texts_table
from monitor.values import dutch


QUESTION = "Wat scheelt het dat er minder plaatsen zijn dan in het plan?"
NOT_TOLD = "te klein of niet te zeggen"
PER_VRAAG = "Per ondersteuningsvraag: hoeveel leerlingen een plek vinden."
IN_CLASSES = (
    "Het verschil tussen plan en praktijk staat er alleen als vaststaat dat het geen klein aantal is. "
    "Trek geen klassen van elkaar af: 90–94 en 85–89 kunnen één leerling schelen."
)
WITHOUT_VSO = "Deze tabel is zonder vso."
COLUMNS = ("Ondersteuningsvraag", "Leerlingen", "Op papier", "In de praktijk", "Verschil")


def make(subject: Subject) -> Section:
    table = _per_vraag(subject)
    notes = [PER_VRAAG] if table else []
    if table and not subject.exact:
        notes.append(IN_CLASSES)
    if table and subject.basis.with_vso:
        notes.append(WITHOUT_VSO)
    return Section(
        key="dekking_papier",
        question=QUESTION,
        title="Plan en praktijk",
        says=Said(difference(subject)),
        selection=subject.sentence,
        table=table,
        trust=(trust_now(subject, indicator_named("dekking")),) if table else (),
        notes=tuple(notes),
    )


def difference(subject: Subject) -> str:
    """In het plan staan 1.203 plaatsen, in de praktijk 1.180; daardoor vinden er 3 minder een plek."""
    plan, real = subject.of(Run.PLAN), subject.of(Run.PRAKTIJK)
    actief = [use.arrangement for use in real.arrangementen if use.arrangement.status == "actief"]
    places = sum(one.plaatsen_plan for one in actief)
    known = sum(one.plaatsen_praktijk or 0 for one in actief)
    missing = sum(one.plaatsen_praktijk is None for one in actief)
    unknown = ""
    if missing:
        of = "één arrangement" if missing == 1 else f"{missing} arrangementen"
        unknown = f" (van {of} is het onbekend)"
    told = (
        f"Het plan noemt {dutch.number(places)} plaatsen, in de praktijk zijn het er "
        f"{dutch.number(known)}{unknown}. "
    )
    if not subject.exact:
        return told.strip()
    gap = plan.gedekt - real.gedekt
    if not gap:
        return f"{told}Voor het aantal leerlingen dat een plek vindt, maakt dat geen verschil."
    fewer = dutch.number(abs(gap))
    way = "minder" if gap > 0 else "meer"
    verb = "vindt" if fewer == "1" else "vinden"
    return (
        f"{told}In de praktijk {verb} er {fewer} leerlingen {way} een plek dan op papier.".replace(
            " 1 leerlingen", " 1 leerling"
        )
    )


def _per_vraag(subject: Subject) -> Table | None:
    """Both coverages of every vraag, and how far they are apart."""
    pairs = {
        name: {f.uitsplitsing.partition("=")[2]: f
               for f in subject.figures(name, "swv", "ondersteuningsvraag")}
        for name in ("dekking", "dekking_plan")
    }  # fmt: skip
    vragen = sorted(pairs["dekking"])
    if not vragen:
        return None
    least = subject.store.settings.drempel
    rows = [
        _row(vraag, pairs["dekking"][vraag], pairs["dekking_plan"].get(vraag), least)
        for vraag in vragen
    ]
    there = [title for title in COLUMNS if any(title in row for row in rows)]
    return texts_table(
        "Plan en praktijk per ondersteuningsvraag",
        [{title: row.get(title, "") for title in there} for row in rows],
        pieces=tuple(Piece(indicator_named(name), "swv", tuple(found.values()))
                     for name, found in pairs.items() if found),
        file=f"plan-en-praktijk-{subject.periode}", whole="elke ondersteuningsvraag, zonder vso",
    )  # fmt: skip


def apart_in_classes(plan: Figure, real: Figure, least: int) -> str:
    """At least so many fewer in practice, where that is sure and no small number; else that it is
    not told. Of a hidden figure nothing follows."""
    if None in (plan.teller, real.teller_max) or plan.is_hidden or real.is_hidden:
        return NOT_TOLD
    sure = (plan.teller or 0) - (real.teller_max or 0)
    return f"minstens {dutch.number(sure)} minder in de praktijk" if sure >= least else NOT_TOLD


def _row(vraag: str, real: Figure, plan: Figure | None, least: int) -> dict[str, str]:
    is_closed = real.is_hidden and real.noemer is None
    of = wording.CLOSED if is_closed else wording.interval(real.noemer, real.noemer_max)
    row = {
        "Ondersteuningsvraag": vraag,
        "Leerlingen": of,
        "Op papier": dutch.UNKNOWN if plan is None else wording.teller(plan),
        "In de praktijk": wording.teller(real),
    }
    if plan is None:
        return row
    if plan.is_banded or real.is_banded or plan.is_hidden or real.is_hidden:
        # Two classes side by side ask to be subtracted, and 90-94 and 85-89 may be one apart: the
        # plan is shown only where the difference can be told.
        del row["Op papier"]
        return row | {"Verschil": apart_in_classes(plan, real, least)}
    low = (plan.teller or 0) - (real.teller_max or 0)
    high = (plan.teller_max or 0) - (real.teller or 0)
    return row | {"Verschil": _apart(low, high)}


def _apart(low: float, high: float) -> str:
    if low == high:
        return (
            "geen"
            if not low
            else f"{dutch.number(abs(low))} {'minder' if low > 0 else 'meer'} in de praktijk"
        )
    if low < 0 < high or not low:
        return f"hoogstens {dutch.number(max(abs(low), abs(high)))}"
    ends = sorted((abs(low), abs(high)))
    return f"{dutch.number(ends[0])}–{dutch.number(ends[1])} {'minder' if low > 0 else 'meer'} in de praktijk"
