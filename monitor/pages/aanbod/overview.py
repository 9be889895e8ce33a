"""Overzicht: per vraag and region what there is, and what is missing or not known."""

from collections.abc import Callable, Sequence

import streamlit as st

from monitor.dekking import from_store
from monitor.dekking.from_store import Basis
from monitor.figures import wording
from monitor.pages.aanbod import answer
from monitor.pages.aanbod.asked import Asked
from monitor.pages.pieces import basic_support, figure_parts, filters, phone_table
from monitor.scholen import aanbod_tally
from monitor.scholen.aanbod import Offer
from monitor.scholen.aanbod_tally import Tally, tally
from monitor.scholen.register import School
from monitor.store.checks import checks, findings
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.values.safe_text import plain
from monitor.views.words import aanbod


LEVELS = {"subregio": "Subregio", "gemeente": "Gemeente"}
NONE = "–"
Cell = Callable[[Tally], str]


def _counted(count: Callable[[Tally], int]) -> Cell:
    return lambda found: dutch.number(count(found)) if found.arrangementen else NONE


def _places(count: Callable[[Tally], tuple[int, bool]]) -> Cell:
    """12 | ten minste 12 | onbekend"""

    def words(found: Tally) -> str:
        if not found.arrangementen:
            return NONE
        number, is_complete = count(found)
        return wording.interval(number, number if is_complete else None)

    return words


PLACES: dict[str, tuple[str, Cell]] = {
    "praktijk": (
        "Plaatsen in de praktijk", _places(lambda t: (t.praktijk, t.praktijk_complete))
    ),
}  # fmt: skip
FREE: dict[str, tuple[str, Cell]] = {
    "vrij": ("Vrije plaatsen", _places(lambda t: (t.vrij, t.vrij_complete))),
}
"""For who sees exact figures: places less free places is how many pupils there are."""
PAPER: dict[str, tuple[str, Cell]] = {
    "papier": ("Plaatsen alleen op papier", _counted(lambda t: t.plan_op_papier)),
}
"""For staff: the places that were agreed."""
STATES: dict[str, tuple[str, Cell]] = {
    "arrangementen": ("Arrangementen", _counted(lambda t: t.arrangementen)),
    "met_plek": ("Arrangementen met plek", _counted(lambda t: t.met_plek)),
    "niet_opgegeven": ("Arrangementen, niet opgegeven", _counted(lambda t: t.niet_opgegeven)),
}


def measures_for(asked: Asked) -> dict[str, tuple[str, Cell]]:
    """What this viewer may see counted."""
    return (
        PLACES
        | (FREE if asked.viewer.sees_exact else {})
        | (PAPER if asked.is_staff else {})
        | STATES
    )


def show(asked: Asked) -> None:
    _matrix(asked)
    if asked.whole.sector == "vo":
        # The list is one of schools for vo.
        basic_support.show(asked.store, asked.viewer, asked.whole, asked.schooljaar)
    _stale(asked)
    _silent(asked)
    if asked.viewer.sees_exact:
        _apart(asked)


def _matrix(asked: Asked) -> None:
    st.header("Welk aanbod is er waar?")
    levels = [level for level in LEVELS if len(_regions(asked.offers, level)) > 1]
    measures = measures_for(asked)
    with st.container(horizontal=True, gap="medium"):
        name = filters.remembered("maat", "U ziet", list(measures), next(iter(measures)),
                                  lambda key: measures[key][0], width=300)  # fmt: skip
        per = filters.remembered("per_aanbod", "Per", levels, levels[0], LEVELS.__getitem__, width=200) \
            if levels else ""  # fmt: skip
    regions = _regions(asked.offers, per) if per else []
    st.markdown(f"**{gap_sentence(asked.offers, per, regions)}**")
    title, words = measures[name]
    rows = [
        _row(vraag, [o for o in asked.offers if vraag in o.vragen], regions, per, words)
        for vraag in aanbod_tally.vragen(asked.offers)
    ]
    rows.append(_row("alle vragen", asked.offers, regions, per, words))
    phone_table.table(rows, "aanbod_matrix", f"{title} per ondersteuningsvraag")
    st.caption(
        f"{title}: alleen wat loopt in {asked.schooljaar}, geteld waar het arrangement is. "
        f"{NONE} is: er is geen arrangement. Een arrangement voor twee vragen staat in beide "
        "rijen en telt bij ‘alle vragen’ één keer; arrangementen voor een groter gebied helpen "
        "ook leerlingen van elders."
    )


def _regions(found: Sequence[Offer], per: str) -> list[str]:
    return sorted(
        {_region(one, per) for one in found if one.is_running and _region(one, per)}, key=by_name
    )


def _region(one: Offer, per: str) -> str:
    return one.subregio if per == "subregio" else one.gemeente


def _row(
    vraag: str, found: Sequence[Offer], regions: Sequence[str], per: str, words: Cell
) -> dict[str, str]:
    row = {"Ondersteuningsvraag": plain(vraag), "Samen": words(tally(found))}
    for region in regions:
        row[plain(region)] = words(tally(o for o in found if _region(o, per) == region))
    return row


def gap_sentence(found: Sequence[Offer], per: str, regions: Sequence[str]) -> str:
    """Geen arrangement is er voor motoriek in Oost en taal in West; alle andere … hebben er een."""
    cells = {
        f"{plain(vraag)} in {plain(region)}": [
            o for o in found
            if o.is_running and vraag in o.vragen and _region(o, per) == region
        ]
        for vraag in aanbod_tally.vragen(found)
        for region in regions
    }  # fmt: skip
    if not regions:
        return "Van geen arrangement is bekend in welke regio het is."
    empty = [name for name, there in cells.items() if not there]
    own = [
        name for name, there in cells.items() if there and all(o.bereik == "school" for o in there)
    ]
    where = "subregio" if per == "subregio" else "gemeente"
    said = (f"Geen lopend arrangement is er voor {aanbod.few(empty, 4)}." if empty else
            f"Voor elke ondersteuningsvraag loopt in elke {where} minstens één arrangement.")  # fmt: skip
    if own:
        said += (
            f" Alleen voor leerlingen van de eigen school is het aanbod voor {aanbod.few(own, 4)}."
        )
    return said


# --------------------------------------------------------------------------------- missing


def _stale(asked: Asked) -> None:
    st.header("Wat is niet geëvalueerd?")
    st.markdown(answer.stale_sentence(asked))
    found = answer.stale(asked)
    if not found:
        return
    found.sort(
        key=lambda one: (
            one.evaluatiedatum is not None,
            one.evaluatiedatum,
            by_name(one.titel),
            one.code,
        )
    )
    if not asked.is_staff:
        return
    rows = [
        {
            "Arrangement": plain(one.titel),
            "Van": plain(one.provider),
            "Laatst geëvalueerd": aanbod.evaluated(one, asked.today).removesuffix(" (verouderd)"),
        }
        for one in found
    ]
    with st.expander(f"Welke {len(rows)} zijn dat?" if len(rows) > 1 else "Welk is dat?"):
        phone_table.table(rows, "aanbod_verouderd", "Arrangementen die verouderd zijn")


def _silent(asked: Asked) -> None:
    st.header("Wie heeft niets opgegeven?")
    without, untold = aanbod_tally.silent_schools(
        asked.store, asked.whole.sector, asked.whole.code, asked.offers
    )
    if not without and not untold:
        st.markdown("Elke school in het samenwerkingsverband gaf haar arrangementen op.")
    for found, what in (
        (without, "gaf geen enkel arrangement op. Of er aanbod is, is **onbekend**"),
        (untold, ("heeft wel arrangementen, maar gaf van geen daarvan op hoeveel plaatsen er in de "
                 "praktijk zijn")),
    ):  # fmt: skip
        if found:
            st.markdown(_schools(asked, found, what))


def _schools(asked: Asked, found: Sequence[School], what: str) -> str:
    number = f"{len(found)} {dutch.noun(len(found), 'scholen')}"
    if len(found) > 1:
        what = what.replace("gaf ", "gaven ").replace("heeft ", "hebben ")
    names = f" ({aanbod.few([plain(one.naam) for one in found], 12)})" if asked.is_staff else ""
    return f"{number}{names} {what}."


def _apart(asked: Asked) -> None:
    """Words of need and offer that do not meet: each fits nothing but itself. That no pupil has a
    vraag is a count of the matching, which may be wider where it is published: for who sees exact
    figures."""
    st.header("Vragen die elkaar niet vinden")
    basis = Basis(asked.whole.sector, asked.whole.code, asked.schooljaar)
    asked_only, offered_only = aanbod_tally.vragen_apart(asked.store, basis, asked.offers)
    known = asked.schooljaar in from_store.schooljaren(
        asked.store, asked.whole.sector, asked.whole.code
    )
    said = []
    if not known:
        said.append(f"Van {asked.schooljaar} is niet bekend wat leerlingen nodig hebben.")
    elif not asked_only and not offered_only:
        said.append("Elke vraag die leerlingen hebben, komt ook in het aanbod voor, en omgekeerd.")
    if asked_only:
        said.append(f"Leerlingen hebben deze vragen, maar geen lopend arrangement is ervoor: "
                    f"{plain(dutch.joined(asked_only))}.")  # fmt: skip
    if offered_only:
        said.append("Er zijn arrangementen voor deze vragen, maar geen leerling heeft ze: "
                    f"{plain(dutch.joined(offered_only))}.")  # fmt: skip
    said += [
        one.melding + "."
        for name in ("onbekende_ondersteuningsvraag", "onbekend_niveau")
        for one in findings(asked.store, checks()[name])
    ]
    st.markdown("\n".join(f"- {sentence}" for sentence in said))
    st.caption("Een vraag die op geen lijst staat, past alleen bij zichzelf. De lijsten staan in "
               "instellingen.toml (ondersteuningsvragen, niveaus); zonder lijst geldt wat er "
               "geleverd is.")  # fmt: skip
    figure_parts.link("dekking", "Naar Dekking", ":material/arrow_forward:")
