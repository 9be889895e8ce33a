"""What who is missing could still change: of every figure both ends, and when a conclusion turns."""

from fractions import Fraction

import streamlit as st

from monitor.pages.pieces import filters, phone_table
from monitor.pages.ronde.subject import Held
from monitor.rounds import words
from monitor.rounds.bounds import Grenzen, turning
from monitor.rounds.following import counted
from monitor.values.safe_text import plain


NO_TARGET = "geen"
TARGETS = {NO_TARGET: "geen", **{str(share): f"{share} %" for share in range(50, 101, 5)}}
TOO_WIDE = "te breed om iets te zeggen"


def show(held: Held) -> None:
    st.markdown(
        "**Gemeten** is van wie inleverde. **Grenzen**: alle scholen, als wie ontbreekt alles "
        "ontkent of alles bevestigt. **Als vorig jaar**: wie ontbreekt zegt hetzelfde als een jaar "
        "eerder; zei hij toen niets, dan blijft het een interval. Er wordt niets geschat of gewogen."
    )
    target = filters.remembered(
        "streef", "Streefwaarde", list(TARGETS), NO_TARGET, TARGETS.__getitem__,
        help="Dan staat erbij of de uitkomst nog kan omslaan, en hoeveel antwoorden daarvoor nodig zijn.",
    )  # fmt: skip
    share = None if target == NO_TARGET else Fraction(int(target), 100)
    for number, lijst in held.verloop.lijsten.items():
        telling = counted(held.verloop.of(lijst.voor))
        st.subheader(plain(lijst.titel))
        rows = [
            _row(one, words.is_too_wide(one, telling.ingeleverd, telling.deelnemers), share)
            for one in held.verloop.grenzen[number]
        ]
        if rows:
            phone_table.table(rows, f"grenzen_{number}", f"Grenzen: {lijst.titel}", right=(2, 3, 4))
        else:
            st.markdown("Deze vragenlijst heeft geen cijfers.")
        if any(one.code == "plaatsen" for one in held.verloop.grenzen[number]):
            st.caption(
                "Plaatsen: waar een school nog niet inleverde, of niet gevraagd wordt, geldt wat het "
                "bestand arrangementen van de praktijk weet; weet dat het ook niet, dan ligt het "
                "tussen 0 en het plan. Een school kan er bij inleveren van afwijken."
            )


def _row(one: Grenzen, is_wide: bool, target: Fraction | None) -> dict[str, str]:
    row = {
        "Cijfer": plain(one.titel),
        "Gemeten": _cell(one, one.gemeten),
        "Grenzen": TOO_WIDE if is_wide else _cell(one, one.grenzen),
        "Als vorig jaar": TOO_WIDE if is_wide else _cell(one, one.als_vorig_jaar),
    }
    if target is not None:
        row["Omslag"] = TOO_WIDE if is_wide else _turn(one, target)
    return row


def _cell(one: Grenzen, ends: object) -> str:
    assert isinstance(ends, type(one.grenzen))
    counts = words.counts(one, ends)
    said = words.interval(one, ends)
    return f"{said} ({counts})" if counts else said


def _turn(one: Grenzen, target: Fraction) -> str:
    """When the conclusion about a target turns."""
    if one.maat not in ("aandeel", "verdeling"):
        return "–"
    direction = one.richting or "hoger"
    found = turning(one.grenzen, target, direction)
    if found is None:
        return "–"
    if found.always is not None:
        return (
            "gehaald, wat er ook nog komt" if found.always else "niet gehaald, wat er ook nog komt"
        )
    ends = one.grenzen
    open_ = int((ends.teller_max or 0) - (ends.teller or 0))
    against = "nee" if direction == "hoger" else "ja"
    return f"niet gehaald bij {found.number} keer {against} van de {open_} die openstaan"
