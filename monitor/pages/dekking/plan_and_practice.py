"""Plan against practice: what is on paper only, what nobody reported, and what it matters."""

import streamlit as st

from monitor.dekking.matching.model import Run, Use
from monitor.figures import wording
from monitor.figures.door import Figure, indicator_named
from monitor.pages.dekking import lists
from monitor.pages.dekking.subject import Subject
from monitor.pages.pieces import downloads, figure_parts
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.values.safe_text import plain


NOT_TOLD = "te klein of niet te zeggen"


def show(subject: Subject) -> None:
    st.header("Plan en praktijk")
    st.markdown(f"**{difference(subject)}**")
    _per_vraag(subject)
    uses = [use for use in subject.of(Run.PRAKTIJK).arrangementen
            if use.arrangement.status == "actief"]  # fmt: skip
    _fewer(subject, uses)
    _unknown(subject, uses)


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
    said = (
        f"Het plan noemt {dutch.number(places)} plaatsen, in de praktijk zijn het er "
        f"{dutch.number(known)}{unknown}. "
    )
    if not subject.exact:
        return said.strip()
    gap = plan.gedekt - real.gedekt
    if not gap:
        return f"{said}Voor het aantal leerlingen dat een plek vindt, maakt dat geen verschil."
    fewer = dutch.number(abs(gap))
    way = "minder" if gap > 0 else "meer"
    verb = "vindt" if fewer == "1" else "vinden"
    return (
        f"{said}In de praktijk {verb} er {fewer} leerlingen {way} een plek dan op papier.".replace(
            " 1 leerlingen", " 1 leerling"
        )
    )


def _per_vraag(subject: Subject) -> None:
    """Both coverages of every vraag, and how far they are apart."""
    per = "swv"
    pairs = {
        name: {f.uitsplitsing.partition("=")[2]: f
               for f in subject.figures(name, per, "ondersteuningsvraag")}
        for name in ("dekking", "dekking_plan")
    }  # fmt: skip
    indicator = indicator_named("dekking")
    vragen = sorted(pairs["dekking"])
    if not vragen:
        return
    st.markdown("**Per ondersteuningsvraag: hoeveel leerlingen een plek vinden**")
    least = subject.store.settings.drempel
    st.table([_row(vraag, pairs["dekking"][vraag], pairs["dekking_plan"].get(vraag), least)
              for vraag in vragen])  # fmt: skip
    if not subject.exact:
        st.caption(
            "Het verschil tussen plan en praktijk staat er alleen als vaststaat dat het geen klein "
            "aantal is. Trek geen klassen van elkaar af: 90–94 en 85–89 kunnen één leerling schelen."
        )
    if subject.basis.with_vso:
        st.caption("Deze tabel is zonder vso.")
    figure_parts.trust_line(subject.store, indicator, subject.periode, subject.whole)
    figure_parts.about(
        subject.store, subject.viewer, indicator, subject.periode, subject.whole, subject.now("dekking"),
    )  # fmt: skip
    pieces = [
        (indicator_named(name), per, list(found.values())) for name, found in pairs.items() if found
    ]
    downloads.together(subject.store, pieces, f"plan-en-praktijk-{subject.periode}",
                             "elke ondersteuningsvraag, zonder vso", key="dekking_papier")  # fmt: skip


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
        "Ondersteuningsvraag": plain(vraag),
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


def _fewer(subject: Subject, uses: list[Use]) -> None:
    """Arrangements with fewer places than the plan says."""
    fewer = [
        use
        for use in uses
        if use.arrangement.plaatsen_praktijk is not None
        and use.arrangement.plaatsen_praktijk < use.arrangement.plaatsen_plan
    ]
    st.subheader("Minder plaatsen dan afgesproken")
    if not fewer:
        st.markdown("Geen enkel arrangement: overal zijn er minstens zo veel als in het plan.")
        return
    nothing = [use for use in fewer if not use.arrangement.plaatsen_praktijk]
    count = len(fewer)
    are = "één arrangement heeft" if count == 1 else f"{dutch.number(count)} arrangementen hebben"
    said = f"{are[:1].upper()}{are[1:]} minder plaatsen dan in het plan"
    if nothing:
        verb = "bestaat" if len(nothing) == 1 else "bestaan"
        said += f"; {dutch.number(len(nothing))} daarvan {verb} alleen op papier (▤)"
    st.markdown(f"{said}.")
    ranked = sorted(
        fewer,
        key=lambda use: (
            (use.arrangement.plaatsen_praktijk or 0) - use.arrangement.plaatsen_plan,
            by_name(subject.title(use.arrangement.arrangementscode)),
            use.arrangement.arrangementscode,
        ),
    )
    lists.table([_places(subject, use) for use in ranked], "dekking_minder",
                "Arrangementen met minder plaatsen dan afgesproken")  # fmt: skip


def _places(subject: Subject, use: Use) -> dict[str, str]:
    one = use.arrangement
    real = one.plaatsen_praktijk
    return {
        "Arrangement": subject.title(one.arrangementscode),
        "Vragen": dutch.joined(one.ondersteuningsvragen),
        "Plan": dutch.number(one.plaatsen_plan),
        "Praktijk": dutch.number(real),
        "Verschil": dutch.UNKNOWN if real is None else dutch.number(one.plaatsen_plan - real),
        # Whether it is full after the matching says how many pupils fit.
        **({"Staat": lists.use_state(use)} if subject.exact else {}),
        "Code": one.arrangementscode,
    }


def _unknown(subject: Subject, uses: list[Use]) -> None:
    """Nobody reported their places: neither covered nor a gap."""
    unknown = [use for use in uses if use.places is None]
    st.subheader("Onbekend: de school gaf haar plaatsen niet op")
    if not unknown:
        st.markdown("Van elk actief arrangement is bekend hoeveel plaatsen er in de praktijk zijn.")
        return
    places = sum(use.arrangement.plaatsen_plan for use in unknown)
    count = len(unknown)
    which = "Eén arrangement" if count == 1 else f"{dutch.number(count)} arrangementen"
    said = (
        f"{which}, met in het plan {dutch.number(places)} {dutch.noun(places, 'plaatsen')}. Ze "
        "tellen niet als dekking en niet als tekort."
    )
    found = dekking_unknown(subject) if subject.exact else None
    if found:
        said += f" Het scheelt hoogstens {subject.pupils(found)}."
    elif found == 0:
        said += " Voor de dekking maakt het niet uit."
    st.markdown(said)
    lists.table([_places(subject, use) for use in unknown], "dekking_onbekend",
                "Arrangementen zonder opgave")  # fmt: skip


def dekking_unknown(subject: Subject) -> int:
    """Pupils of whom it depends on those places whether they are covered."""
    real = subject.of(Run.PRAKTIJK)
    homeless = sum(cell.onbekend for cell in real.cellen if cell.need.latitude is None)
    return real.onbekend - homeless
