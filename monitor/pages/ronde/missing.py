"""Who answered beside who is missing, by what registers say of them: counts, and no test."""

from collections.abc import Callable, Sequence

import streamlit as st

from monitor.pages.pieces import phone_table
from monitor.pages.ronde.listed import last_year
from monitor.pages.ronde.subject import Held, said
from monitor.rounds.following import Deelname
from monitor.values import dutch
from monitor.values.collation import by_name
from monitor.values.safe_text import plain


def show(held: Held) -> None:
    schools = held.verloop.of("vestiging")
    there = [one for one in schools if one.staat.counts_as == "ingeleverd"]
    gone = [one for one in schools if one.staat.counts_as != "ingeleverd"]
    if not gone:
        st.markdown("Er ontbreekt geen school.")
        return
    for one in sorted(gone, key=lambda d: by_name(held.naam(d))):
        st.markdown(f"{said(one)}: **{plain(held.naam(one))}** ({plain(held.bestuur(one))})")
    silent = [held.naam(one) for one in gone if last_year(held, one) == "geen lijst"]
    if silent:
        st.markdown(
            f"Twee jaar niets gehoord: van {plain(dutch.joined(sorted(silent, key=by_name)))} was er "
            "vorig jaar ook geen lijst."
        )
    st.subheader("Lijken zij die ontbreken op de rest?")
    st.markdown(
        "Er wordt niet gewogen: dit is geen steekproef, elke school is gevraagd. Wie zwijgt is niet "
        "toevallig; hier staat waarin zij verschillen."
    )
    phone_table.table(_rows(held, there, gone), "ronde_lijken", "Wie antwoordde naast wie ontbreekt",
                      right=(2, 3))  # fmt: skip


def _rows(held: Held, there: Sequence[Deelname], gone: Sequence[Deelname]) -> list[dict[str, str]]:
    kinds = sorted({held.schooltype(one) for one in (*there, *gone)})
    facts: list[tuple[str, Callable[[Deelname], int]]] = [("Scholen", lambda one: 1)]
    facts += [(f"waarvan {kind}", _is(held, kind)) for kind in kinds]
    facts += [
        ("Arrangementen", lambda one: len(_planned(held, one))),
        ("Plaatsen in het plan", lambda one: sum(_planned(held, one))),
        (
            "Scholen met een lijst van vorig jaar",
            lambda one: int(last_year(held, one) == "lijst ingevuld"),
        ),
    ]
    rows = [
        {
            "Volgens de registers": plain(title),
            "Leverden in": dutch.number(sum(map(count, there))),
            "Ontbreken": dutch.number(sum(map(count, gone))),
        }
        for title, count in facts
    ]
    return [*rows, _money(held, there, gone)]


def _is(held: Held, kind: str) -> Callable[[Deelname], int]:
    return lambda one: int(held.schooltype(one) == kind)


def _planned(held: Held, one: Deelname) -> list[int]:
    known = held.verloop.vooraf.get((one.deelnemer.soort, one.deelnemer.eenheid))
    return list(known.plan.values()) if known else []


def _money(held: Held, there: Sequence[Deelname], gone: Sequence[Deelname]) -> dict[str, str]:
    def granted(ones: Sequence[Deelname]) -> float:
        total = 0.0
        for one in ones:
            known = held.verloop.vooraf.get((one.deelnemer.soort, one.deelnemer.eenheid))
            for place, value in (known.voorstel if known else {}).items():
                if place.vraag == "ingezet" and isinstance(value.waarde, int | float):
                    total += value.waarde
        return total

    return {
        "Volgens de registers": "Middelen toegekend",
        "Leverden in": dutch.euro(granted(there)),
        "Ontbreken": dutch.euro(granted(gone)),
    }
