"""What is told to who sees no exact figures: all from what is published, nothing from the matching.

What the matching says of a cell or an arrangement (short, taken, an offer that fits) says of few
pupils how many they are, because places are public: three places that are all needed are three
pupils. So here stand the figures of the indicators, in their classes, and what follows from them.
"""

from collections.abc import Sequence

from monitor.figures import levels, wording
from monitor.figures.door import Figure, indicator_named
from monitor.sections import trust
from monitor.sections.dekking import per_vraag_and_region, plan_and_practice, total_and_worst
from monitor.sections.dekking.subject import LEVELS, Subject, trust_now
from monitor.sections.section import Drawn, Said, Section, Table, said, texts_table
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.views.charts import class_bars
from monitor.views.charts.kinds import ClassBars
from monitor.views.files import tables
from monitor.views.words import dekking


QUESTION = total_and_worst.QUESTION
READ = (
    "Zo leest u de staven: grijs zijn alle leerlingen met een ondersteuningsvraag, blauw wie een plek "
    "vindt. Het donkere eind loopt van het laagste tot het hoogste getal van de klasse."
)
NOT_HERE = (
    "Wat er per vraag én regio is, en waarom iemand geen plek vindt, gaat over enkele leerlingen "
    "tegelijk: dat ziet het samenwerkingsverband zelf."
)


def make(subject: Subject) -> Section:
    """The total; where that is hidden nothing else is told."""
    covered, short = subject.now("dekking"), subject.now("tekort")
    says = dekking.answer(covered, short)
    if covered is None or not wording.is_known(covered):
        return Section("dekking_antwoord", QUESTION, "", Said(says), subject.sentence)
    return Section(
        key="dekking_antwoord",
        question=QUESTION,
        title="",
        says=Said(says),
        selection=subject.sentence,
        beside=said(_on_paper(subject, covered), largest(subject), region(subject),
                    total_and_worst.made_of(subject)),
        trust=(trust_now(subject, indicator_named("dekking")),),
    )  # fmt: skip


def is_hidden(subject: Subject) -> bool:
    """Whether the total is, and with it everything else."""
    covered = subject.now("dekking")
    return covered is None or not wording.is_known(covered)


def _on_paper(subject: Subject, covered: Figure) -> str:
    plan = subject.now("dekking_plan")
    if plan is None or not wording.is_known(plan):
        return ""
    told = f"Op papier zouden er {wording.teller(plan)} een plek vinden"
    if plan.is_banded or covered.is_banded:
        least = subject.store.settings.drempel
        told += f"; het verschil is {plan_and_practice.apart_in_classes(plan, covered, least)}"
    return f"{told}."


def largest(subject: Subject) -> str:
    """Het grootste tekort: angst, 35–39 leerlingen: of those that are surely more than the rest."""
    worst = _worst(subject.figures("tekort", "swv", "ondersteuningsvraag"))
    if worst is None:
        return ""
    return f"Het grootste tekort: {_vraag(worst)}, {wording.teller(worst)} leerlingen."


def region(subject: Subject) -> str:
    """Van de subregio's is het tekort in Oost het grootst: 130–134 van 200–204 vinden een plek. Of
    the largest regions, whatever the page is shown per, as for who sees exact figures."""
    for per in LEVELS:
        covered = {f.code: f for f in subject.figures("dekking", per)}
        worst = _worst([
            f for f in subject.figures("tekort", per) if f.code in covered
        ])  # fmt: skip
        if worst is None or worst.code == levels.UNKNOWN:
            continue
        row = class_bars.row_of(worst.naam, covered[worst.code])
        if row is None:
            continue
        return (
            f"Van de {levels.LEVEL_PLURALS[per]} is het tekort in {worst.naam} het grootst: "
            f"{row.label} leerlingen vinden daar een plek."
        )
    return ""


def _worst(found: Sequence[Figure]) -> Figure | None:
    """The one with surely more than any other, hidden ones too; None where that is not sure."""
    known = sorted((f for f in found if wording.is_known(f)), key=lambda f: -(f.teller or 0))
    if len(found) < 2 or not known or not known[0].teller:
        return None
    # What is hidden altogether may be anything.
    others = [f.teller_max for f in found if f is not known[0]]
    if any(end is None or end >= (known[0].teller or 0) for end in others):
        return None
    return known[0]


def _vraag(figure: Figure) -> str:
    return figure.uitsplitsing.partition("=")[2]


# ------------------------------------------------------------------------------------- overview


def parts(subject: Subject) -> list[Section]:
    """Per vraag, per region and per niveau."""
    return [
        _part(subject, "swv", "ondersteuningsvraag", "vraag"),
        _part(subject, subject.per, "", levels.LEVEL_TITLES[subject.per]),
        _part(subject, "swv", "niveau", "niveau"),
    ]


def _part(subject: Subject, per: str, breakdown: str, one: str) -> Section:
    """Bars in classes, what of it is hidden, and the table that says the same."""
    covered = subject.figures("dekking", per, breakdown)
    key, title = f"dekking_per_{one}", f"Per {one}"
    question = f"Bij wie is het tekort het grootst, per {one}?"
    if not covered:
        return Section(key, question, title, Said("Hier is niets te tonen."), subject.sentence)
    short = subject.figures("tekort", per, breakdown)
    rows, hidden = drawable(covered)
    notes = (READ,) if breakdown == "ondersteuningsvraag" else ()
    chart = ClassBars(tuple(rows), "leerlingen die een plek vinden", f"alle leerlingen per {one}")
    not_drawn = (
        (f"Niet getekend, want verborgen: {dutch.joined(hidden)}.",) if hidden else ()
    )  # fmt: skip
    return Section(
        key=key,
        question=question,
        title=title,
        says=Said(headline(covered, short)),
        selection=subject.sentence,
        drawn=(Drawn(chart, (*notes, *not_drawn)),) if rows else (),
        table=_table(subject, per, breakdown, one, covered, short),
        trust=(
            trust.trust_of(
                subject.store, subject.viewer, indicator_named("dekking"), subject.periode,
                subject.whole,
            ),
        ),
        notes=() if rows else not_drawn,
    )  # fmt: skip


def headline(covered: Sequence[Figure], short: Sequence[Figure]) -> str:
    """Bij angst is het tekort het grootst: 35–39 van de 100–104 leerlingen vinden een plek."""
    worst = _worst(short)
    found = {(f.code, f.uitsplitsing): f for f in covered}
    figure = None if worst is None else found.get((worst.code, worst.uitsplitsing))
    if worst is None or figure is None or worst.code == levels.UNKNOWN:
        return ""
    name = _vraag(worst) or worst.naam
    row = class_bars.row_of(name, figure)
    if row is None:
        return f"Het tekort is het grootst bij {name}: {wording.teller(worst)} leerlingen."
    at = "bij" if _vraag(worst) else "in"
    return f"Het tekort is het grootst {at} {name}: {row.label} leerlingen vinden een plek."


def drawable(covered: Sequence[Figure]) -> tuple[list[class_bars.Row], list[str]]:
    """(what can be drawn, largest surely short first; the names of what is hidden)."""
    drawn, hidden = [], []
    for figure in covered:
        name = _vraag(figure) or figure.naam
        row = class_bars.row_of(name, figure)
        if row is None:
            hidden.append(name)
        elif row.whole[1] > 0:
            drawn.append(row)
    return class_bars.ordered(drawn), sorted(hidden, key=by_name)


def rows(
    covered: Sequence[Figure], short: Sequence[Figure], first: str, minimum: float
) -> list[dict[str, str]]:
    """A row per vraag or region, by name; what is nowhere comes last. `minimum` is the smallest
    count that is shown."""
    indicator = indicator_named("dekking")
    gaps = {(f.code, f.uitsplitsing): f for f in short}
    out = []
    by_names = sorted(
        covered, key=lambda f: (f.code == levels.UNKNOWN, by_name(_vraag(f) or f.naam), f.code)
    )
    for f in by_names:
        gap = gaps.get((f.code, f.uitsplitsing))
        out.append(
            {
                first: _vraag(f) or f.naam,
                "Dekking (%)": wording.value_bare(f, indicator),
                "Vindt een plek": wording.teller(f),
                "Geen plek": dutch.UNKNOWN if gap is None else wording.teller(gap),
                "Leerlingen": wording.CLOSED
                if f.is_hidden and f.noemer is None
                else wording.interval(f.noemer, f.noemer_max),
            }
        )
    return tables.say_wider(out, by_names, minimum)


def _table(
    subject: Subject, per: str, breakdown: str, one: str, covered: Sequence[Figure],
    short: Sequence[Figure],
) -> Table:  # fmt: skip
    whole = (
        f"elk {breakdown}"
        if breakdown == "niveau"
        else f"elke {breakdown}"
        if breakdown
        else f"alle {levels.LEVEL_PLURALS[per]}"
    )
    return texts_table(
        f"Dekking per {one}",
        rows(covered, short, (breakdown or one).capitalize(), subject.store.settings.drempel),
        pieces=per_vraag_and_region.pieces(subject, per, breakdown),
        file=f"dekking-per-{one}-{subject.periode}", whole=f"{whole}, zonder vso",
    )  # fmt: skip
