"""The matching against the solver alone: the same network, already made, and only its two optima.

The solver alone is SciPy's maximum flow, and HiGHS over all edges at once for the least distance.
Ours makes the network from needs and arrangements first, and adds intervals, cut, states, reasons
and alternatives.
"""

import csv
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from scipy import sparse
from scipy.optimize import linprog

from benchmarks.country import Stores
from benchmarks.measuring import median, report
from monitor.dekking.matching.candidates import candidates, rank
from monitor.dekking.matching.flow import Network, Solver
from monitor.dekking.matching.model import Arrangement, Need, Norm, Rules, Run
from monitor.dekking.matching.solving import solve, totals
from monitor.resources import SAMPLE_DATA


SCHOOLJAAR = "2025-2026"
VRAGEN = [f"vraag {i}" for i in range(12)]
NIVEAUS = ["pro", "vmbo-b", "vmbo-k", "vmbo-gt", "havo", "vwo"]
GROUPS = [("pro", "vmbo-b"), ("vmbo-b", "vmbo-k", "vmbo-gt"), ("havo", "vwo"), ("alle",)]


def run(stores: Stores) -> None:
    needs, arrangements, rules = sample()
    _compare("sample_data, praktijk", needs, arrangements, rules, Run.PRAKTIJK, 1.0)
    if stores.is_tiny:
        _rank(*invented(1, 400), most=5)
        _country(1)
        return
    # Too few places, about enough (the hardest: one shortage can be passed on to almost
    # everybody), and plenty.
    for offers in (400, 600, 1200):
        needs, arrangements = invented(1, offers)
        for which in Run:
            what = f"40 PC4 x 12 x 6, {offers} arrangementen, {which}"
            _compare(what, needs, arrangements, Rules(), which, 1.0)
    _rank(*invented(1, 400), most=200)
    _country(75)


def _compare(
    what: str,
    needs: list[Need],
    arrangements: list[Arrangement],
    rules: Rules,
    which: Run,
    seconds: float,
) -> None:
    networks = [part.known for part in solve(needs, arrangements, rules, which).parts]
    ours = median(lambda: solve(needs, arrangements, rules, which), times=5)
    theirs = median(lambda: [alone(network) for network in networks], times=3)
    report(what, ours, theirs, 3)
    print(f"  {ours:.2f} s (hoogstens {seconds} s)")


def alone(network: Network) -> float:
    """The two optima of a network, with nothing around them."""
    value = Solver(network).largest().value
    edges = len(network.cell)
    ones, columns = np.ones(edges), np.arange(edges)
    rows = sparse.vstack(
        [
            sparse.csr_array((ones, (network.cell, columns)), shape=(len(network.need), edges)),
            sparse.csr_array(
                (ones, (network.arrangement, columns)), shape=(len(network.places), edges)
            ),
        ]
    )
    result = linprog(
        network.metres,
        A_ub=rows,
        b_ub=np.concatenate([network.need, network.places]),
        A_eq=np.ones((1, edges)),
        b_eq=[value],
        method="highs",
    )
    assert result.status == 0, result.message
    return float(result.fun)


def _rank(needs: list[Need], arrangements: list[Arrangement], most: int) -> None:
    outcome = solve(needs, arrangements)
    places = [one for one in arrangements if one.bereik == "swv"][:5]
    options = list(candidates([(vraag,) for vraag in VRAGEN], GROUPS, places, [8]))[:most]
    seconds = median(lambda: rank(outcome, options), times=3)
    print(f"ranglijst van {len(options)} kandidaten: {seconds:.2f} s (hoogstens 10 s)")


def _country(swvs: int) -> None:
    needs: list[Need] = []
    arrangements: list[Arrangement] = []
    for number in range(swvs):
        theirs = invented(number, 400, f"VO{number:04}")
        needs += theirs[0]
        arrangements += theirs[1]
    for what, work in (
        (f"land van {swvs}, alleen totalen", lambda: totals(needs, arrangements)),
        (f"land van {swvs}, alles", lambda: solve(needs, arrangements)),
    ):
        print(f"{what}: {median(work, times=1):.1f} s")


def invented(seed: int, offers: int, swv: str = "VO0001") -> tuple[list[Need], list[Arrangement]]:
    """A samenwerkingsverband of 40 postcodes, 12 vragen and 6 niveaus: about 2,000 needs."""
    pick = random.Random(seed)
    where = [
        {
            "postcode4": str(1000 + i),
            "wijk": f"wijk {i // 2}",
            "gemeente": f"gemeente {i // 8}",
            "subregio": f"subregio {i // 14}",
            "swv": swv,
            "latitude": 52 + pick.random() / 4,
            "longitude": 5 + pick.random() * 0.4,
        }
        for i in range(40)
    ]
    needs = [
        Need(ondersteuningsvraag=vraag, niveau=niveau, aantal=n, **spot)  # type: ignore[arg-type]
        for spot in where
        for vraag in VRAGEN
        for niveau in NIVEAUS
        if (n := pick.choice([0, 0, 1, 1, 1, 2, 4]))
    ]
    return needs, list(_offers(pick, where, offers))


def _offers(
    pick: random.Random, where: list[dict[str, object]], offers: int
) -> Iterator[Arrangement]:
    reaches = ["school", *["wijk"] * 3, *["subregio"] * 8, *["swv"] * 8]
    for i in range(offers):
        spot, first, plan = pick.choice(where), pick.randrange(4), pick.randint(0, 13)
        praktijk = None if pick.random() < 0.1 else round(plan * pick.uniform(0.3, 1))
        yield Arrangement(
            arrangementscode=f"A{i:04}",
            ondersteuningsvragen=tuple(pick.sample(VRAGEN, pick.choice([1, 2]))),
            niveaus=("alle",) if pick.random() < 0.1 else tuple(NIVEAUS[first : first + 3]),
            bereik=pick.choice(reaches),
            plaatsen_plan=plan,
            plaatsen_praktijk=praktijk,
            status="actief" if pick.random() < 0.95 else "gepland",
            vestiging=f"school {i // 4}",
            tarief=5000.0,
            **spot,  # type: ignore[arg-type]
        )


def sample() -> tuple[list[Need], list[Arrangement], Rules]:
    """The last schooljaar of sample_data, without a store around it."""
    where = {
        row["POSTCODE4"]: {
            "wijk": row["WIJK"],
            "gemeente": row["GEMEENTECODE"],
            "subregio": row["SUBREGIO"],
            "swv": row["SWV"],
            "latitude": float(row["LATITUDE"].replace(",", ".")),
            "longitude": float(row["LONGITUDE"].replace(",", ".")),
        }
        for row in _rows("regio-indeling")
    }
    homes = {row["VESTIGINGSCODE"]: row["POSTCODE"][:4] for row in _rows("vestigingen")}
    nowhere = dict.fromkeys(("wijk", "gemeente", "subregio", "swv", "latitude", "longitude"))
    nowhere["swv"] = "VO9901"
    needs = [
        Need(
            row["POSTCODE4"],
            row["ONDERSTEUNINGSVRAAG"],
            row["NIVEAU"],
            int(row["AANTAL"]),
            row["VESTIGINGSCODE"] or None,
            **where.get(row["POSTCODE4"], nowhere),  # type: ignore[arg-type]
        )
        for row in _rows("behoefte")
        if row["SCHOOLJAAR"] == SCHOOLJAAR and row["DEEL"] != "vso"
    ]
    arrangements = []
    for row in _rows("arrangementen"):
        if row["SCHOOLJAAR"] == SCHOOLJAAR:
            postcode4 = row["POSTCODE"][:4] or homes.get(row["VESTIGINGSCODE"], "")
            praktijk = row["PLAATSEN PRAKTIJK"]
            arrangements.append(
                Arrangement(
                    row["ARRANGEMENTSCODE"],
                    tuple(row["ONDERSTEUNINGSVRAGEN"].split("|")),
                    tuple(row["NIVEAUS"].split("|")),
                    row["BEREIK"],
                    int(row["PLAATSEN PLAN"]),
                    int(praktijk) if praktijk else None,
                    row["STATUS"],
                    row["VESTIGINGSCODE"] or None,
                    row["AANBIEDER"] or None,
                    postcode4 or None,
                    tarief=float(row["TARIEF"].replace(",", ".")) if row["TARIEF"] else None,
                    **where.get(postcode4, nowhere),  # type: ignore[arg-type]
                )
            )
    norms = tuple(
        Norm(row["ONDERSTEUNINGSVRAAG"], row["NIVEAU"], float(row["MAX KM"].replace(",", ".")))
        for row in _rows("normen")
    )
    return needs, arrangements, Rules(norms)


def _rows(name: str) -> list[dict[str, str]]:
    with Path(SAMPLE_DATA, f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))
