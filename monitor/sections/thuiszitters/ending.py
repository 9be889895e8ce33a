"""How soon it is over, of those who began in a schooljaar, with those who are still at home."""

from monitor.figures import wording
from monitor.figures.disclosure.policy import least_cases
from monitor.figures.door import Figure, Indicator, spreads
from monitor.figures.levels import LEVEL_TITLES
from monitor.sections.section import Drawn, Said, Section, said
from monitor.sections.thuiszitters.subject import Subject
from monitor.sections.thuiszitters.twin import twin
from monitor.sections.values import Value, value_of
from monitor.values import dutch
from monitor.values.durations import Spread
from monitor.views.charts.kinds import Survival
from monitor.views.charts.survival import MARKS, Cohort


QUESTION = "Hoe snel is het voorbij?"
TITLE = "Hoe snel het voorbij is"
KEY = "thuiszitters_voorbij"
TABLE = "Hoe snel het voorbij was, per schooljaar"
TOO_FEW = "Er begonnen te weinig leerlingen aan om hier iets over te zeggen."
READING = (
    "Een lijn per schooljaar waarin het begon; grijs zijn eerdere jaren. Elke trede is een "
    "leerling bij wie het ophield, een streepje een leerling die nog thuis zit. Zij tellen "
    "mee zolang zij gevolgd zijn: wie hen weglaat, denkt dat het altijd snel voorbij is."
)
NOT_BACK = (
    "Voorbij is niet altijd terug naar school: een leerling kan ook verhuisd zijn, een vrijstelling "
    "hebben of te oud zijn voor de leerplicht."
)


def make(subject: Subject) -> Section | None:
    """None where it is not for this role."""
    indicator = subject.indicator("thuiszitters_terug_3")
    if subject.viewer.role not in indicator.audience:
        return None
    if subject.region.per not in indicator.levels:
        return _without(subject, f"Dit is er niet per {LEVEL_TITLES[subject.region.per]}.")
    if not subject.viewer.sees_exact:
        return _in_parts(subject)
    found = {p: s for p, s in lasting_per_period(subject, indicator).items() if s.n}
    if not found:
        return _without(subject, TOO_FEW)
    first, then = _how_soon(found)
    cohorts = tuple(Cohort(p, s) for p, s in found.items())
    own = [f for f in subject.own("thuiszitters_terug_3") if f.periode in found]
    last = max(found)
    newest = next((f for f in own if f.periode == last), None)
    rows = [_cohort(periode, spread) for periode, spread in sorted(found.items())][::-1]
    pieces = [
        (subject.indicator(measure), subject.region.per, subject.own(measure))
        for measure in ("thuiszitters_terug_3", "thuiszitters_terug_6")
    ]
    return Section(
        key=KEY,
        question=QUESTION,
        title=TITLE,
        says=Said(first),
        selection=subject.every_year,
        beside=said(then),
        drawn=(Drawn(Survival(cohorts), (READING, NOT_BACK)),),
        table=twin(TABLE, rows, pieces, "voorbij", f"{subject.region.naam}, alle schooljaren"),
        trust=subject.trust(indicator, last, newest),
    )


def _without(subject: Subject, why: str) -> Section:
    return Section(KEY, QUESTION, TITLE, Said(""), subject.every_year, beside=said(why))


def _how_soon(found: dict[str, Spread]) -> tuple[str, str]:
    """Van wie in 2024-2025 …: the last cohort that was followed for half a year; and how many of
    them are still at home."""
    for periode in sorted(found, reverse=True):
        spread = found[periode]
        three, six = (_part(spread, day) for day, _ in MARKS[:2])
        if dutch.UNKNOWN in (three, six):
            continue
        first = (
            f"Van de {dutch.number(spread.n)} leerlingen bij wie het in {periode} begon, was het "
            f"bij {three} van de honderd binnen 3 maanden voorbij, en bij {six} van de honderd "
            "binnen 6 maanden."
        )
        still = f"Bij {dutch.number(spread.running)} duurt het nog." if spread.running else ""
        return first, still
    return "", "Van geen enkel schooljaar is er genoeg bekend."


def _part(spread: Spread, days: int) -> str:
    """A percentage (without the sign) that ended within so many days."""
    part = spread.ended_within(days)
    return dutch.UNKNOWN if part is None else dutch.number(100 * part)


def _cohort(periode: str, spread: Spread) -> dict[str, str]:
    def share(days: int) -> str:
        words = _part(spread, days)
        return "nog niet te zeggen" if words == dutch.UNKNOWN else f"{words}{dutch.SPACE}%"

    return {
        "Begonnen in": periode,
        "Keer begonnen": dutch.number(spread.n),
        "Binnen 3 maanden voorbij": share(MARKS[0][0]),
        "Binnen 6 maanden voorbij": share(MARKS[1][0]),
        "Duurt nog": dutch.number(spread.running),
    }


# ------------------------------------------------------------------------- without exact figures


def _in_parts(subject: Subject) -> Section:
    """Of who sees no exact figures: the parts that the door gives, of ten cases and more."""
    indicators = [subject.indicator(f"thuiszitters_terug_{months}") for months in (3, 6)]
    three, six = (
        {f.periode: f for f in subject.own(one.measure) if wording.is_known(f)}
        for one in indicators
    )
    years = sorted({*three, *six}, reverse=True)
    if not years:
        return _without(subject, TOO_FEW)
    last = next((year for year in years if year in three and year in six), None)
    first = ""
    if last is not None:
        first = (
            f"Van de leerlingen bij wie het in {last} begon, was het bij ongeveer "
            f"{wording.value_bare(three[last], indicators[0])} van de honderd binnen 3 maanden "
            f"voorbij, en bij ongeveer {wording.value_bare(six[last], indicators[1])} van de honderd "
            "binnen 6 maanden."
        )
    least = dutch.number(least_cases(subject.store.settings.drempel))
    rows: list[dict[str, str | Value]] = [
        {"Begonnen in": year, "Binnen 3 maanden voorbij": _said(three.get(year), indicators[0]),
         "Binnen 6 maanden voorbij": _said(six.get(year), indicators[1])}
        for year in years
    ]  # fmt: skip
    pieces = [
        (one, subject.region.per, list(found.values()))
        for one, found in zip(indicators, (three, six), strict=True)
    ]
    return Section(
        key=KEY,
        question=QUESTION,
        title=TITLE,
        says=Said(first),
        selection=subject.every_year,
        table=twin(TABLE, rows, pieces, "voorbij", f"{subject.region.naam}, alle schooljaren"),
        trust=subject.trust(indicators[0], years[0], three.get(years[0])),
        notes=(
            (
                f"Zoals het uit klassen van aantallen volgt, en alleen van schooljaren waarin het {least} "
                "keer of vaker begon. De lijn per dag ziet de directeur: elke trede is één leerling."
            ),
            NOT_BACK,
        ),
    )


def _said(figure: Figure | None, indicator: Indicator) -> Value:
    if figure is None:
        return Value("niet te zeggen", status="onbekend")
    return value_of(figure, indicator, wording.value(figure, indicator))


def lasting_per_period(subject: Subject, indicator: Indicator) -> dict[str, Spread]:
    """periode → how long, where this viewer may see it."""
    region = subject.region
    if region.per not in indicator.levels:
        return {}
    found = spreads(subject.store, subject.viewer, indicator, region.per, codes=(region.code,),
                    within=("swv", region.swv))  # fmt: skip
    return {periode: spread for (_, periode), spread in sorted(found.items())}
