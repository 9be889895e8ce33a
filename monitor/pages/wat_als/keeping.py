"""Keep a scenario under a name, pass it on, open another one, throw one away."""

import datetime as dt
from urllib.parse import urlencode

import streamlit as st

from monitor.pages.wat_als import work
from monitor.pages.wat_als.subject import Held
from monitor.pages.wat_als.work import Work
from monitor.store.journal import Kept
from monitor.values import dutch, moments
from monitor.values.safe_text import plain


SURE = "wat_als_zeker"


def news(subject: Held, mine: Work) -> None:
    """What became of the last click."""
    said: work.News | None = st.session_state.pop(work.NEWS, None)
    if said is None:
        return
    if said.is_overtaken:
        # Stays until somebody chose.
        st.session_state[work.NEWS] = said
        _overtaken(subject, mine)
    elif said.is_good:
        st.success(plain(said.words))
    else:
        st.error(plain(said.words))


def _overtaken(subject: Held, mine: Work) -> None:
    """Somebody else kept a newer version than the one this was made from."""
    last = work.the_journal().scenario(mine.code, subject.basis.swv)
    who = f"bewaarde {last.wie} op {_when(last.wanneer)} een nieuwere versie" if last else (
        "gooide iemand dit scenario weg")  # fmt: skip
    naam = str(st.session_state.get(_name_key(mine)) or mine.scenario.naam)
    with st.container(border=True):
        st.warning(
            f"**Uw scenario is nog niet bewaard.** Intussen {who}. Bewaart u het toch, dan komt uw "
            "versie daar overheen."
        )
        with st.container(horizontal=True):
            st.button("Bewaar het mijne als nieuw scenario", key="wat_als_toch_nieuw",
                      type="primary", on_click=_keep_after, args=(subject, naam, True))  # fmt: skip
            st.button("Bewaar mijn versie eroverheen", key="wat_als_toch",
                      on_click=_keep_after, args=(subject, naam, False))  # fmt: skip
            st.button("Open de nieuwere, en laat de mijne vallen", key="wat_als_nieuwere",
                      on_click=work.open_kept, args=(subject, mine.code))  # fmt: skip


def _keep_after(subject: Held, naam: str, as_new: bool) -> None:
    st.session_state.pop(work.NEWS, None)
    work.keep(subject, naam, as_new=as_new, over_newer=True)


def show(subject: Held, mine: Work) -> None:
    """The name and state of the scenario, with what can be done with it as a whole."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{_title(mine)}** {_badge(mine)}", width="content")
        with st.popover("Bewaren en delen", icon=":material/save:"):
            _keep(subject, mine)
        with st.popover("Open een ander scenario", icon=":material/folder_open:"):
            _open(subject, mine)
        if mine.code or mine.scenario.wijzigingen:
            with st.popover("Opnieuw of weg", icon=":material/delete:"):
                _away(subject, mine)


def _title(mine: Work) -> str:
    return _plain(mine.scenario.naam) or "Scenario zonder naam"


def _badge(mine: Work) -> str:
    if not mine.code:
        return ":gray-badge[nog niet bewaard]"
    if mine.is_changed:
        return ":orange-badge[:material/edit: gewijzigd, nog niet bewaard]"
    return ":green-badge[:material/check: bewaard]"


def _keep(subject: Held, mine: Work) -> None:
    key = _name_key(mine)
    if key not in st.session_state:
        st.session_state[key] = mine.scenario.naam
    naam = st.text_input("Naam van het scenario", key=key, max_chars=120)
    st.button(
        "Bewaar" if mine.code else "Bewaar dit scenario", key="wat_als_bewaar", type="primary",
        on_click=_keep_named, args=(subject, key, False),
        help="Onder deze naam; een andere naam hernoemt het scenario." if mine.code else None,
    )  # fmt: skip
    if mine.code:
        st.button("Bewaar als nieuw scenario", key="wat_als_bewaar_nieuw",
                  on_click=_keep_named, args=(subject, key, True))  # fmt: skip
        st.markdown("**Link om te delen**")
        st.code(link(subject, mine.code), language=None, wrap_lines=True)
        if mine.is_changed or naam.strip() != mine.scenario.naam:
            st.caption("Wie de link opent ziet wat het laatst bewaard is, nog zonder uw wijziging.")
    st.caption("Iedereen die deze pagina van dit samenwerkingsverband mag zien, kan het openen.")


def _keep_named(subject: Held, key: str, as_new: bool) -> None:
    work.keep(subject, str(st.session_state.get(key) or ""), as_new=as_new)


def _name_key(mine: Work) -> str:
    """Of this version: what is opened next has a name of its own."""
    return f"wat_als_naam_{mine.code}_{mine.nummer}"


def link(subject: Held, code: str) -> str:
    """The address that opens this scenario on the same schooljaar and places."""
    base = str(st.context.url or "wat_als").partition("?")[0]
    basis = subject.basis
    query = {work.PARAMETER: code, "schooljaar": basis.schooljaar, "aanbod": basis.run.value}
    if basis.with_vso:
        query["vso"] = "ja"
    return f"{base}?{urlencode(query)}"


def _open(subject: Held, mine: Work) -> None:
    kept = [one for one in work.the_journal().scenarios(subject.basis.swv) if one.code != mine.code]
    if not kept:
        st.markdown("Er zijn nog geen andere scenario's bewaard.")
        return
    if mine.is_changed:
        st.caption("Uw wijzigingen zijn nog niet bewaard. Opent u een ander, dan zijn ze weg.")
    for one in kept:
        st.button(
            _plain(one.naam), key=f"wat_als_open_{one.code}", width="stretch",
            on_click=work.open_kept, args=(subject, one.code), help=_about(one),
        )  # fmt: skip


def _away(subject: Held, mine: Work) -> None:
    """Throwing away asks once more: it is away for everybody."""
    st.button("Begin een leeg scenario", key="wat_als_leeg", icon=":material/note_add:",
              on_click=work.start, args=(subject,), width="stretch")  # fmt: skip
    if mine.is_changed:
        st.caption("Wat u niet bewaard hebt is dan weg.")
    if not mine.code:
        return
    if st.session_state.get(SURE) != mine.code:
        st.button("Gooi dit scenario weg", key="wat_als_gooi", icon=":material/delete:",
                  on_click=_ask, args=(mine.code,), width="stretch")  # fmt: skip
        return
    st.warning("Het is dan weg voor iedereen, ook voor wie de link heeft. Weet u het zeker?")
    st.button("Ja, gooi het weg", key="wat_als_gooi_ja", type="primary",
              on_click=work.throw_away, args=(subject, mine.code, mine.scenario.naam))  # fmt: skip
    st.button("Nee, bewaar het", key="wat_als_gooi_nee", on_click=_ask, args=("",))


def _ask(code: str) -> None:
    st.session_state[SURE] = code


def _about(one: Kept) -> str:
    changes = len(one.inhoud.get("wijzigingen", ()))
    return f"{changes} {dutch.noun(changes, 'wijzigingen')}, door {one.wie}, {_when(one.wanneer)}"


def _when(moment: dt.datetime) -> str:
    return moments.clock_here(moment)


def _plain(naam: str) -> str:
    """A name is text: no markdown, no link."""
    return "".join(f"\\{sign}" if sign in "\\`*_{}[]()#+-.!|<>:$~" else sign for sign in naam)
