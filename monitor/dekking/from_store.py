"""Coverage of a samenwerkingsverband: need, offer and norms out of the store, into the matching.

`matching` computes and knows no store; this module reads, and keeps what was computed as long as
the version of the store lives.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from monitor.dekking.matching.model import Arrangement, Need, Norm, Rules, Run, Uitzondering
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.store.store import Store


NEED = "geleverd", "opgebouwd"
"""Where need comes from: the delivered counts, or aanvragen and thuiszitters."""


@dataclass(frozen=True)
class Basis:
    """Of whom, when and how coverage is asked."""

    sector: str
    swv: str
    schooljaar: str
    run: Run = Run.PRAKTIJK
    with_vso: bool = False
    """Whether vso pupils who could have stayed are in the need."""
    source: str = ""
    """geleverd or opgebouwd; empty is what the samenwerkingsverband chose, or has."""


@dataclass(frozen=True)
class NeedPart:
    """A part of the need: how many pupils, and whether it is known at all."""

    name: str
    pupils: int
    pupils_max: int | None
    is_known: bool


def schooljaren(store: Store, sector: str, swv: str) -> list[str]:
    """The schooljaren of which a samenwerkingsverband has both need and offer, oldest first."""
    key = ("dekking_jaren", sector, swv)
    if key not in store.answers:
        store.answers[key] = [
            jaar
            for (jaar,) in store.rows(
                "select distinct v.schooljaar from views.vraag as v "
                "where v.sector = $sector and v.swv = $swv and exists (select 1 from views.aanbod "
                "as a where a.sector = v.sector and a.swv = v.swv "
                "and a.schooljaar = v.schooljaar) order by 1",
                {"sector": sector, "swv": swv},
            )
        ]
    return list(store.answers[key])


def need_source(store: Store, basis: Basis) -> str:
    """geleverd or opgebouwd: as asked, else as the setting says, else what there is."""
    if basis.source:
        return basis.source
    if store.settings.behoefte:
        return store.settings.behoefte
    (has_counts,) = store.rows(
        "select count(*) > 0 from views.vraag where herkomst = 'geleverd' and sector = $sector "
        "and swv = $swv and schooljaar = $schooljaar",
        {"sector": basis.sector, "swv": basis.swv, "schooljaar": basis.schooljaar},
    )[0]
    return NEED[0] if has_counts else NEED[1]


def parts(store: Store, basis: Basis) -> list[NeedPart]:
    """What the need is made of; a part that nobody delivered is not known, which is not nought."""
    found = {
        deel: (low, high)
        for deel, low, high in store.rows(
            "select deel, sum(aantal), case when count(aantal_max) = count(*) then "
            "sum(aantal_max) end from views.vraag where herkomst = $herkomst and "
            "sector = $sector and swv = $swv and schooljaar = $schooljaar group by deel",
            _parameters(store, basis),
        )
    }
    wanted = ["geplaatst", "wachtend", "toegekend", "thuiszitter", "vso", "onbekend"]
    source = need_source(store, basis)
    optional = {"toegekend"} if source == "geleverd" else {"onbekend"}
    return [
        NeedPart(name, *found.get(name, (0, 0)), is_known=name in found)
        for name in wanted
        if name in found or name not in optional | {"onbekend"}
    ]


def needs(store: Store, basis: Basis) -> list[Need]:
    """The need, a row per home, vraag, niveau and school; `<5` counts for the least it can be."""
    rows = store.rows(
        "select postcode4, ondersteuningsvraag, niveau, cast(sum(aantal) as bigint), vestiging, "
        "wijk, gemeentecode, subregio, swv, latitude, longitude from views.vraag "
        "where herkomst = $herkomst and sector = $sector and swv = $swv "
        "and schooljaar = $schooljaar and (deel <> 'vso' or $vso) and aantal > 0 "
        "group by all order by all",
        {**_parameters(store, basis), "vso": basis.with_vso},
    )
    return [Need(*row) for row in rows]


def arrangements(store: Store, sector: str, swv: str, schooljaar: str) -> list[Arrangement]:
    """The offer of one schooljaar."""
    rows = store.rows(
        "select arrangementscode, ondersteuningsvragen, niveaus, bereik, plaatsen_plan, "
        "plaatsen_praktijk, status, vestiging, aanbieder, postcode4, wijk, gemeentecode, subregio, "
        "swv, latitude, longitude, tarief from views.aanbod where sector = $sector "
        "and swv = $swv and schooljaar = $schooljaar order by arrangementscode",
        {"sector": sector, "swv": swv, "schooljaar": schooljaar},
    )
    return [Arrangement(row[0], tuple(row[1]), tuple(row[2]), *row[3:]) for row in rows]


def norms(store: Store, swv: str, schooljaar: str, today: dt.date | None = None) -> Rules:
    """The delivered norms, the SWV's default for the rest, and the exceptions that hold today (of a
    schooljaar that is over: that held on its last day)."""
    key = "normen"
    if key not in store.answers:
        store.answers[key] = tuple(
            Norm(*row)
            for row in store.rows(
                "select ondersteuningsvraag, niveau, max_km from bron.normen order by all"
            )
        )
    day = min(today or dt.date.today(), dt.date(int(schooljaar[-4:]), 7, 31))
    exceptions = tuple(
        Uitzondering(
            one.max_km, one.ondersteuningsvraag, one.niveau, one.postcode4, one.wijk, one.gemeente,
            one.subregio, one.arrangementscode, one.tot,
        )
        for one in store.exceptions
        if one.swv == swv and one.holds_on(day)
    )  # fmt: skip
    return Rules(store.answers[key], exceptions, store.settings.norm_km, day)


def outcome(store: Store, basis: Basis, rules: Rules | None = None) -> PlacementOutcome:
    """The matching of what was delivered; kept for as long as this version of the store lives."""
    # SciPy takes half a second to import: who asks for no coverage does not wait for it.
    from monitor.dekking.matching.solving import solve

    rules = rules or norms(store, basis.swv, basis.schooljaar)
    basis = replace(basis, source=need_source(store, basis))
    key = ("dekking", basis, rules)
    if key not in store.answers:
        with store.computing:
            if key not in store.answers:
                store.answers[key] = solve(
                    needs(store, basis),
                    arrangements(store, basis.sector, basis.swv, basis.schooljaar),
                    rules,
                    basis.run,
                )
    found: PlacementOutcome = store.answers[key]
    return found


def opened(store: Store, basis: Basis, rules: Rules | None = None) -> PlacementOutcome:
    """The same if every arrangement were open to the whole samenwerkingsverband: who is short then
    too, is not so because of reach. Kept as `outcome` is."""
    from monitor.dekking.matching.solving import solve

    rules = rules or norms(store, basis.swv, basis.schooljaar)
    basis = replace(basis, source=need_source(store, basis))
    key = ("dekking_open", basis, rules)
    if key not in store.answers:
        with store.computing:
            if key not in store.answers:
                offer = arrangements(store, basis.sector, basis.swv, basis.schooljaar)
                store.answers[key] = solve(
                    needs(store, basis),
                    [replace(one, bereik="swv") for one in offer],
                    rules,
                    basis.run,
                )
    found: PlacementOutcome = store.answers[key]
    return found


def fill(store: Store) -> None:
    """Match every schooljaar of every samenwerkingsverband, in plan and in practice, and put the
    cells where indicators read them (`dekking.cel`); once per version of the store."""
    with store.computing:
        if "dekking_gevuld" in store.answers:
            return
        columns: dict[str, list[object]] = {name: [] for name in _CELL}
        for sector, swv in store.rows("select distinct sector, swv from views.vraag order by all"):
            for schooljaar in schooljaren(store, sector, swv):
                for run in Run:
                    basis = Basis(sector, swv, schooljaar, run)
                    for row in _rows(basis, outcome(store, basis)):
                        for name, value in zip(_CELL, row, strict=True):
                            columns[name].append(value)
        store.fill("cel", columns)
        store.answers["dekking_gevuld"] = True


_CELL = (
    "sector", "swv", "schooljaar", "aanbod", "eenheid", "ondersteuningsvraag", "niveau", "behoefte",
    "gedekt", "onbekend", "zeker_tekort", "in_wijk", "in_gemeente", "in_subregio", "bereikbaar",
)  # fmt: skip


def _rows(basis: Basis, found: PlacementOutcome) -> Iterator[tuple[object, ...]]:
    """The cells of one matching as rows of `dekking.cel`."""
    from monitor.dekking.matching import measures

    near: dict[Need, list[int]] = {}
    for placed in found.plaatsingen:
        counts = near.setdefault(placed.need, [0, 0, 0])
        for place, is_near in enumerate(measures.is_near(placed.need, placed.arrangement)):
            counts[place] += placed.aantal * is_near
    reach = {(p.swv, p.postcode4): p.plaatsen_per_leerling for p in measures.pressures(found)}
    unknown = _spread(found)
    for cell in found.cellen:
        need = cell.need
        yield (
            basis.sector, basis.swv, basis.schooljaar, basis.run.value,
            f"vraag/{basis.sector}/{basis.swv}/{need.postcode4 or ''}",
            need.ondersteuningsvraag, need.niveau, need.aantal, cell.placed, unknown[need],
            cell.certain,
            *near.get(need, (0, 0, 0)),
            need.aantal * reach.get((need.swv, need.postcode4 or ""), 0.0),
        )  # fmt: skip


def _spread(found: PlacementOutcome) -> dict[Need, int]:
    """How many of each cell are not known, adding up to the total: first where it may be by itself,
    then wherever somebody has no place."""
    left = found.onbekend
    spread = {cell.need: 0 for cell in found.cellen}
    likely = sorted(found.cellen, key=lambda cell: -cell.onbekend)
    for may_be_anywhere in (False, True):
        for cell in likely:
            room = cell.need.aantal - cell.placed - spread[cell.need]
            most = room if may_be_anywhere else min(room, cell.onbekend)
            spread[cell.need] += min(left, most)
            left -= min(left, most)
    return spread


def _parameters(store: Store, basis: Basis) -> dict[str, str]:
    return {
        "herkomst": need_source(store, basis),
        "sector": basis.sector,
        "swv": basis.swv,
        "schooljaar": basis.schooljaar,
    }


def delivered(store: Store, sector: str, swv: str) -> tuple[bool, bool]:
    """Whether there is (need, offer) of a samenwerkingsverband in any schooljaar."""
    (found,) = store.rows(
        "select (select count(*) > 0 from views.vraag where sector = $sector and swv = $swv), "
        "(select count(*) > 0 from views.aanbod where sector = $sector and swv = $swv)",
        {"sector": sector, "swv": swv},
    )
    return bool(found[0]), bool(found[1])


def titles(store: Store, basis: Basis) -> dict[str, str]:
    """arrangementscode → title and place, as people know it: Opstapgroep (Hazelmond)."""
    key = ("aanbod_titels", basis.sector, basis.swv, basis.schooljaar)
    if key not in store.answers:
        rows = store.rows(
            "select a.arrangementscode, a.titel, g.gemeentenaam from views.aanbod as a "
            "left join (select gemeentecode, min(gemeentenaam) as gemeentenaam from views.pc4 "
            "group by 1) as g on g.gemeentecode = a.gemeentecode where a.sector = $sector "
            "and a.swv = $swv and a.schooljaar = $schooljaar order by 1",
            {"sector": basis.sector, "swv": basis.swv, "schooljaar": basis.schooljaar},
        )
        store.answers[key] = {
            code: f"{titel or code} ({plaats})" if plaats else titel or code
            for code, titel, plaats in rows
        }
    found: dict[str, str] = store.answers[key]
    return found
