"""Small invented samenwerkingsverbanden, for hypothesis to vary and to make smaller."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from monitor.dekking.matching.model import Arrangement, Need, Norm, Rules, Run


VRAGEN = ("angst", "gedrag")
NIVEAUS = ("havo", "vwo")
PLACES = [
    # postcode4, wijk, subregio, latitude, longitude: 11 km between neighbours in the north, and
    # one in the south that is too far from all of them.
    ("1001", "Kern", "Noord", 52.0, 5.0),
    ("1002", "Kern", "Noord", 52.1, 5.0),
    ("1003", "Rand", "Noord", 52.2, 5.0),
    ("1004", "Dorp", "Zuid", 51.0, 5.0),
]


@dataclass(frozen=True)
class World:
    needs: tuple[Need, ...]
    arrangements: tuple[Arrangement, ...]
    rules: Rules
    run: Run


@st.composite
def need(draw: st.DrawFn) -> Need:
    postcode4, wijk, subregio, latitude, longitude = draw(st.sampled_from(PLACES))
    return Need(
        postcode4,
        draw(st.sampled_from(VRAGEN)),
        draw(st.sampled_from(NIVEAUS)),
        draw(st.integers(0, 3)),
        vestiging=draw(st.sampled_from([None, "99AA00", "99AA01"])),
        wijk=wijk,
        subregio=subregio,
        latitude=latitude,
        longitude=longitude,
    )


@st.composite
def arrangement(draw: st.DrawFn) -> Arrangement:
    postcode4, wijk, subregio, latitude, longitude = draw(st.sampled_from(PLACES))
    some_vragen = st.lists(st.sampled_from(VRAGEN), min_size=1, max_size=2, unique=True)
    some_niveaus = st.lists(st.sampled_from([*NIVEAUS, "alle"]), min_size=1, max_size=2)
    return Arrangement(
        "",
        tuple(draw(some_vragen)),
        tuple(draw(some_niveaus)),
        draw(st.sampled_from(["school", "wijk", "subregio", "swv", "swv", "swv"])),
        draw(st.integers(0, 4)),
        draw(st.sampled_from([None, 0, 1, 2, 3])),
        status=draw(st.sampled_from(["actief", "actief", "actief", "gepland"])),
        vestiging=draw(st.sampled_from(["99AA00", "99AA01"])),
        postcode4=postcode4,
        wijk=wijk,
        subregio=subregio,
        latitude=latitude,
        longitude=longitude,
    )


norm = st.builds(
    Norm,
    st.sampled_from([*VRAGEN, "alle"]),
    st.sampled_from([*NIVEAUS, "alle"]),
    st.sampled_from([5.0, 12.0, 25.0]),
)


@st.composite
def world(draw: st.DrawFn, size: int = 4) -> World:
    needs = draw(st.lists(need(), max_size=size))
    arrangements = draw(st.lists(arrangement(), max_size=size))
    norms = draw(st.lists(norm, max_size=2, unique_by=lambda n: (n.ondersteuningsvraag, n.niveau)))
    return World(
        tuple(needs),
        tuple(replace(one, arrangementscode=f"A{i}") for i, one in enumerate(arrangements)),
        Rules(tuple(norms)),
        draw(st.sampled_from(Run)),
    )
