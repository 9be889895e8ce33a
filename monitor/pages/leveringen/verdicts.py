"""The outcome of the checks: what cannot be true in the data, and what to do about it."""

import streamlit as st

from monitor.pages.leveringen import words
from monitor.pages.pieces import phone_table
from monitor.store.checks import Check, Finding, checks, findings
from monitor.store.store import Store
from monitor.values import dutch
from monitor.views.files import separated


SHOWN = 10


def show(store: Store) -> None:
    """The checks that found something, worst first, then the ones that are good."""
    found = {check: findings(store, check) for check in checks().values()}
    bad = [check for check in found if found[check]]
    st.markdown(f"**{verdict(store)}**")
    for check in sorted(bad, key=lambda check: (check.seriousness != "fout", check.title)):
        _one(check, found[check])
    good = [check.title for check in found if not found[check]]
    if good:
        st.markdown("Hier is niets gevonden:")
        st.markdown("\n".join(f"- :green-badge[:material/check: goed] {title}" for title in good))


def verdict(store: Store) -> str:
    """The answer of all checks together, in a sentence."""
    numbers = {c: len(findings(store, c)) for c in checks().values()}
    bad = [c for c in numbers if numbers[c]]
    if not bad:
        return f"Alle {len(numbers)} controles zijn goed."
    wrong = [c for c in bad if c.seriousness == "fout"]
    which = f"{len(bad)} van de {len(numbers)} controles vinden iets"
    if len(bad) == 1:
        which = f"1 van de {len(numbers)} controles vindt iets"
    if wrong:
        return f"{which}; bij {len(wrong)} daarvan kloppen cijfers misschien niet."
    return f"{which} om naar te kijken."


def _one(check: Check, found: list[Finding]) -> None:
    color = "red" if check.seriousness == "fout" else "orange"
    with st.container(border=True):
        st.markdown(
            f"**{check.title}** :{color}-badge[{check.seriousness}: {dutch.number(len(found))}]"
        )
        st.markdown(f"Wat nu: {check.advice}")
        with st.expander(f"Wat er gevonden is ({dutch.number(len(found))})"):
            rows = [
                {"Over": words.escape(f.code), "Wat": words.escape(f.melding)}
                for f in found[:SHOWN]
            ]
            phone_table.table(rows, f"leveringen_gevonden_{check.name}", check.title)
            if len(found) > SHOWN:
                st.caption(f"De eerste {SHOWN} van {dutch.number(len(found))}.")
            st.download_button(
                f"Download alle {dutch.number(len(found))} (CSV voor Excel)",
                lambda: findings_csv(found),
                file_name=f"controle-{check.name}.csv",
                mime="text/csv",
                icon=":material/download:",
                key=f"leveringen_controle_{check.name}",
                on_click="ignore",
            )


def findings_csv(found: list[Finding]) -> bytes:
    """All findings of a check, as Dutch Excel opens them."""
    return separated.for_excel(["over", "wat"], ((f.code, f.melding) for f in found)).encode()
