"""How soon it is over, of those who began in a schooljaar, with those who are still at home."""

import streamlit as st

from monitor.disclosure.beside_total import is_small
from monitor.durations import Spread
from monitor.indicators import Indicator, spreads
from monitor.pages import parts
from monitor.pages.thuiszitters import proof
from monitor.pages.thuiszitters.subject import Subject
from monitor.regions import LEVEL_TITLES
from monitor.views import text
from monitor.views.survival import MARKS, Cohort, survival, survival_description


FEW = 10
"""Of fewer cases a curve says more about each of them than about how long it takes."""


def show(subject: Subject) -> None:
    indicator = subject.indicator("thuiszitters_terug_3")
    if subject.region.per not in indicator.levels:
        st.markdown(f"Dit is er niet per {LEVEL_TITLES[subject.region.per]}.")
        return
    found = {p: s for p, s in lasting_per_period(subject, indicator).items() if s.n}
    if not subject.viewer.sees_exact:
        found = {p: s for p, s in found.items() if s.n >= FEW}
    if not found:
        st.markdown("Er begonnen te weinig leerlingen aan om hier iets over te zeggen.")
        return
    st.markdown(_how_soon(subject, found))
    if subject.viewer.sees_exact:
        cohorts = [Cohort(p, s) for p, s in found.items()]
        parts.chart(survival(cohorts), survival_description(cohorts),
                    key=f"thuiszitters_{subject.code}_terug_{subject.region.code}")  # fmt: skip
        st.caption(
            "Een lijn per schooljaar waarin het begon; grijs zijn eerdere jaren. Elke trede is een "
            "leerling bij wie het ophield, een streepje een leerling die nog thuis zit. Zij tellen "
            "mee zolang zij gevolgd zijn (Kaplan en Meier): wie hen weglaat, denkt dat het altijd "
            "snel voorbij is."
        )
    else:
        st.caption("De lijn per dag is alleen te zien voor wie alle aantallen mag zien: elke trede "
                   "is één leerling.")  # fmt: skip
    st.caption("Voorbij is niet altijd terug naar school: een leerling kan ook verhuisd zijn, een "
               "vrijstelling hebben of te oud zijn voor de leerplicht.")  # fmt: skip
    own = [f for f in subject.own("thuiszitters_terug_3") if f.periode in found]
    rows = [_cohort(subject, periode, spread) for periode, spread in sorted(found.items())][::-1]
    last = max(found)
    newest = next((f for f in own if f.periode == last), None)
    pieces: list[proof.Piece] = []
    if subject.viewer.sees_exact:
        for measure in ("thuiszitters_terug_3", "thuiszitters_terug_6"):
            one = subject.indicator(measure)
            pieces.append((one, subject.region.per, subject.own(measure)))
    proof.show(subject, indicator, last, newest if subject.viewer.sees_exact else None, rows,
               pieces, "voorbij", f"{subject.region.naam}, alle schooljaren")  # fmt: skip


def _how_soon(subject: Subject, found: dict[str, Spread]) -> str:
    """Van wie in 2024-2025 …: the last cohort that was followed for half a year."""
    for periode in sorted(found, reverse=True):
        spread = found[periode]
        three, six = (_part(subject, spread, day) for day, _ in MARKS[:2])
        if text.UNKNOWN in (three, six) or text.CLOSED in (three, six):
            continue
        who = "Van de leerlingen bij wie"
        if subject.viewer.sees_exact:
            who = f"Van de {text.number(spread.n)} leerlingen bij wie"
        said = (
            f"**{who} het in {periode} begon, was het bij {three} van de honderd binnen 3 maanden "
            f"voorbij, en bij {six} van de honderd binnen 6 maanden.**"
        )
        running = _running(subject, spread)
        if running not in (text.CLOSED, "0"):
            said += f" Bij {running} duurt het nog."
        return said
    return "Van geen enkel schooljaar is er genoeg bekend."


def _part(subject: Subject, spread: Spread, days: int) -> str:
    """A percentage (without the sign) that ended within so many days.

    Of a few who ended, or a few who did not, it is hidden: with n it is their number.
    """
    part = spread.ended_within(days)
    if part is None:
        return text.UNKNOWN
    ended = round(part * spread.n)
    if not subject.viewer.sees_exact:
        sooner = [round((spread.ended_within(d) or 0) * spread.n) for d, _ in MARKS if d < days]
        steps = [ended, spread.n - ended, *(ended - before for before in sooner)]
        if any(is_small(step, step) for step in steps):
            return text.CLOSED
    return text.number(100 * part)


def _running(subject: Subject, spread: Spread) -> str:
    n = spread.running
    if not subject.viewer.sees_exact and (is_small(n, n) or is_small(spread.n - n, spread.n - n)):
        return text.CLOSED
    return text.number(n)


def _cohort(subject: Subject, periode: str, spread: Spread) -> dict[str, str]:
    def share(days: int) -> str:
        words = _part(subject, spread, days)
        if words == text.UNKNOWN:
            return "nog niet te zeggen"
        return words if words == text.CLOSED else f"{words}{text.SPACE}%"

    row = {"Begonnen in": periode}
    if subject.viewer.sees_exact:
        # It is the sum of who came in each month, of which the small ones are hidden.
        row["Keer begonnen"] = text.number(spread.n)
    return row | {
        "Binnen 3 maanden voorbij": share(MARKS[0][0]),
        "Binnen 6 maanden voorbij": share(MARKS[1][0]),
        "Duurt nog": _running(subject, spread),
    }


def lasting_per_period(subject: Subject, indicator: Indicator) -> dict[str, Spread]:
    """periode → how long, where this viewer may see it."""
    region = subject.region
    if region.per not in indicator.levels:
        return {}
    found = spreads(subject.store, subject.viewer, indicator, region.per, codes=(region.code,),
                    within=("swv", region.swv))  # fmt: skip
    return {periode: spread for (_, periode), spread in sorted(found.items())}
