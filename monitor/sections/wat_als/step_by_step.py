"""What a number of new places can do together: the best one first, then the best one beside it."""

from monitor.dekking.matching.outcome import Totals
from monitor.dekking.step_by_step import MOST_STEPS, Plan, Step, Stopped
from monitor.figures import wording
from monitor.sections.section import Said, Section, said, texts_table
from monitor.sections.wat_als.subject import Subject
from monitor.values import dutch
from monitor.views.words import scenario_changes


QUESTION = "Hoe ver komt u met een aantal nieuwe plaatsen?"
TITLE = "Stap voor stap"
HOW = (
    "Zo is het gemaakt: elke stap is de beste losse volgende stap, bovenop de stappen ervoor. Dat is snel "
    "en goed uit te leggen, maar het hoeft niet de beste combinatie te zijn: twee plekken die elk weinig "
    "doen, kunnen samen meer doen."
)
NOTHING = "Geen enkele mogelijke stap helpt een leerling aan een plek."
TOO_FEW = "Met zo weinig nieuwe plaatsen is er geen stap die helpt: een nieuw arrangement heeft er minstens 4."
FULL = "Dit scenario heeft al zo veel wijzigingen dat er geen stap meer bij past."


def make(subject: Subject, plan: Plan) -> Section | None:
    """None for who sees no exact figures: the steps together would tell more than classes do."""
    if not subject.numbers.exact:
        return None
    steps = plan.steps
    return Section(
        key="wat_als_stappen",
        question=QUESTION,
        title=TITLE,
        says=Said(_sentence(plan) if steps else _none(plan)),
        selection=f"hoogstens {dutch.number(plan.budget)} nieuwe plaatsen, {subject.sentence}",
        beside=said(_costs(steps[-1]) if steps else "", _stopped(plan) if steps else ""),
        table=texts_table(
            "Stap voor stap", [_row(subject, number, one) for number, one in enumerate(steps, 1)],
            file="wat-als-stappen", whole="elke stap",
        ) if steps else None,
        trust=(subject.trust,) if steps else (),
        notes=(HOW, *_left_out(plan)) if steps else (),
    )  # fmt: skip


def _sentence(plan: Plan) -> str:
    """In 2 stappen met 24 nieuwe plaatsen vinden 24 leerlingen een passende plek: van de 201 (van 1
    onbekend) zonder plek blijven er 177 (van 1 onbekend) over."""
    amount = len(plan.steps)
    steps = f"{dutch.number(amount)} {'stap' if amount == 1 else 'stappen'}"
    places = (
        f" met {dutch.number(plan.places)} nieuwe {dutch.noun(plan.places, 'plaatsen')}"
        if plan.places
        else " zonder nieuwe plaatsen"
    )
    finds = "vindt" if plan.solved == 1 else "vinden"
    return (
        f"In {steps}{places} {finds} {dutch.number(plan.solved)} "
        f"{dutch.noun(plan.solved, 'leerlingen')} meer een passende plek: van de {_short(plan.before)} "
        f"zonder plek blijven er {_short(plan.after)} over."
    )


def _short(totals: Totals) -> str:
    return wording.beside_unknown(dutch.number(totals.tekort), totals.onbekend)


def _none(plan: Plan) -> str:
    return {Stopped.NOTHING: NOTHING, Stopped.PLACES: TOO_FEW, Stopped.STEPS: FULL}[plan.stopped]


def _costs(last: Step) -> str:
    """Het kost € 126.000 per jaar | minstens …; van 2 stappen zijn de kosten onbekend."""
    if not last.unpriced:
        return f"Het kost {dutch.euro(last.costs)} per jaar extra." if last.costs else (
            "Aan plaatsen kost het niets extra.")  # fmt: skip
    many = f"{dutch.number(last.unpriced)} {'stap' if last.unpriced == 1 else 'stappen'}"
    if not last.costs:
        return f"Wat het kost is onbekend: van {many} is geen tarief bekend."
    return (
        f"Het kost minstens {dutch.euro(last.costs)} per jaar extra; wat daar nog bij komt is onbekend, "
        f"want van {many} is geen tarief bekend."
    )


def _stopped(plan: Plan) -> str:
    left = plan.budget - plan.places
    if plan.stopped is Stopped.PLACES and left:
        return (
            f"Er blijven {dutch.number(left)} van de {dutch.number(plan.budget)} plaatsen over: daarmee "
            "helpt geen volgende stap."
        )
    if plan.stopped is Stopped.NOTHING:
        return "Meer plaatsen helpen niet: geen enkele volgende stap helpt nog een leerling."
    if plan.stopped is Stopped.STEPS:
        return f"Verder is niet gerekend: hoogstens {MOST_STEPS} stappen, of zo veel als een scenario houdt."
    return ""


def _left_out(plan: Plan) -> tuple[str, ...]:
    if not plan.left_out:
        return ()
    return (
        (
            "Bij elke stap zijn alleen de mogelijkheden uitgerekend die het meeste beloven; tot "
            f"{dutch.number(plan.left_out)} andere niet. Kies een vraag of regio om die mee te nemen."
        ),
    )


def _row(subject: Subject, number: int, one: Step) -> dict[str, str]:
    choice = one.choice
    priced = dutch.euro(one.costs) if one.costs or not one.unpriced else ""
    costs = f"minstens {priced}" if one.unpriced and priced else priced or dutch.UNKNOWN
    ties = f" ({dutch.number(one.ties)} andere even goed)" if one.ties else ""
    return {
        "Stap": f"{dutch.number(number)}: {scenario_changes.ranked_title(choice, subject.known)}{ties}",
        "Leerlingen erbij": dutch.number(choice.closes),
        "Nog zonder plek": _short(one.totals),
        "Nieuwe plaatsen, samen": dutch.number(one.places),
        "Kosten per jaar, samen": costs,
    }
