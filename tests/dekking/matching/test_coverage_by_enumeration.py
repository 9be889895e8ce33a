"""Everything the matching says of small worlds, against every placement that there is."""

from dataclasses import replace

import enumerating
from hypothesis import given
from worlds import World, arrangement, world

from monitor.dekking.matching import groups
from monitor.dekking.matching.candidates import rank
from monitor.dekking.matching.model import Arrangement, Need, Run
from monitor.dekking.matching.outcome import PlacementOutcome
from monitor.dekking.matching.solving import solve


class Recounted:
    """A world with the needs of an outcome, enumerated."""

    def __init__(self, needs: list[Need], drawn: World, hoped: bool) -> None:
        self.needs, self.offers = needs, list(drawn.arrangements)
        self.pupils = [need.aantal for need in needs]
        self.places = [_places(one, drawn.run, hoped) for one in self.offers]
        self.fitting = [
            (i, j)
            for i, need in enumerate(needs)
            for j, offer in enumerate(self.offers)
            if enumerating.fits(need, offer, drawn.rules)
        ]
        self.metres = [
            round(1000 * enumerating.km(needs[i], self.offers[j])) for i, j in self.fitting
        ]

    def largest(self) -> int:
        return enumerating.largest(self.pupils, self.places, self.fitting)

    def shortages(self) -> list[tuple[int, ...]]:
        return enumerating.shortages(self.pupils, self.places, self.fitting)

    def least_metres(self) -> int:
        return enumerating.least_metres(self.pupils, self.places, self.fitting, self.metres)


def _places(one: Arrangement, run: Run, hoped: bool) -> int:
    if run is Run.PLAN:
        return one.plaatsen_plan
    if one.plaatsen_praktijk is None:
        return one.plaatsen_plan if hoped else 0
    return one.plaatsen_praktijk


def solved(drawn: World) -> tuple[PlacementOutcome, Recounted, Recounted]:
    outcome = solve(drawn.needs, drawn.arrangements, drawn.rules, drawn.run)
    needs = [cell.need for cell in outcome.cellen]
    return outcome, Recounted(needs, drawn, False), Recounted(needs, drawn, True)


@given(world())
def test_the_total_is_the_largest_that_fits_at_the_same_time(drawn: World) -> None:
    outcome, known, hoped = solved(drawn)

    assert outcome.behoefte == sum(need.aantal for need in drawn.needs)
    assert outcome.gedekt == known.largest()
    assert outcome.tekort == outcome.behoefte - hoped.largest()
    assert outcome.gedekt + outcome.onbekend + outcome.tekort == outcome.behoefte


@given(world())
def test_of_the_largest_placements_it_is_the_nearest(drawn: World) -> None:
    outcome, known, _ = solved(drawn)

    assert round(outcome.km * 1000) == known.least_metres()
    assert round(outcome.km * 1000) == round(sum(cell.km for cell in outcome.cellen) * 1000)
    assert sum(one.aantal for one in outcome.plaatsingen) == outcome.gedekt
    for placed in outcome.plaatsingen:
        assert enumerating.fits(placed.need, placed.arrangement, drawn.rules)
    for cell in outcome.cellen:
        theirs = [one.aantal for one in outcome.plaatsingen if one.need == cell.need]
        assert cell.placed == sum(theirs) <= cell.need.aantal
    for use in outcome.arrangementen:
        theirs = [one.aantal for one in outcome.plaatsingen if one.arrangement == use.arrangement]
        assert use.used == sum(theirs)
        assert use.free is None or use.free == (use.places or 0) - use.used >= 0


@given(world())
def test_a_cell_is_short_of_no_less_and_no_more_than_its_interval(drawn: World) -> None:
    outcome, known, hoped = solved(drawn)
    on_known, on_hoped = known.shortages(), hoped.shortages()

    for i, cell in enumerate(outcome.cellen):
        assert cell.certain == min(short[i] for short in on_hoped)
        assert cell.possible == max(short[i] for short in on_hoped)
        assert cell.onbekend == max(short[i] for short in on_known) - cell.possible


@given(world())
def test_the_marginal_value_is_what_one_more_place_brings(drawn: World) -> None:
    outcome, _, hoped = solved(drawn)
    total = hoped.largest()
    offers = [one.arrangementscode for one in hoped.offers]

    for use in outcome.arrangementen:
        i = offers.index(use.arrangement.arrangementscode)
        hoped.places[i] += 1
        more = hoped.largest() if use.arrangement.status == "actief" else total
        hoped.places[i] -= 1
        assert use.marginal == more - total


@given(world())
def test_the_cut_explains_the_gap(drawn: World) -> None:
    """Its needs fit nowhere but in its arrangements, and have exactly the gap more pupils."""
    outcome, _, hoped = solved(drawn)
    cut = outcome.snede

    assert cut.gap == outcome.tekort
    assert cut.need == sum(need.aantal for need in cut.needs)
    inside = set(cut.arrangements)
    for i, j in hoped.fitting:
        if hoped.needs[i] in cut.needs and hoped.places[j]:
            assert hoped.offers[j] in inside
    for cell in outcome.cellen:
        assert cell.in_cut == (cell.need in cut.needs)
        assert cell.in_cut or not cell.possible
    assert {use.arrangement for use in outcome.arrangementen if use.in_cut} == inside


@given(world())
def test_a_group_is_short_of_no_less_and_no_more_than_its_interval(drawn: World) -> None:
    outcome, known, hoped = solved(drawn)
    on_known, on_hoped = known.shortages(), hoped.shortages()

    found = groups.groups(outcome, lambda need: need.wijk)

    assert sum(group.behoefte for group in found) == outcome.behoefte
    for group in found:
        theirs = [i for i, cell in enumerate(outcome.cellen) if cell.need.wijk == group.name]
        sums = [sum(short[i] for i in theirs) for short in on_hoped]
        most_known = max(sum(short[i] for i in theirs) for short in on_known)
        assert (group.certain, group.possible) == (min(sums), max(sums))
        assert group.onbekend == most_known - max(sums)
        assert group.placed == sum(outcome.cellen[i].placed for i in theirs)


@given(world(size=3), arrangement())
def test_a_candidate_closes_what_it_would_close_if_it_were_there(
    drawn: World, option: Arrangement
) -> None:
    outcome = solve(drawn.needs, drawn.arrangements, drawn.rules, drawn.run)
    places = option.plaatsen_plan
    option = replace(option, arrangementscode="nieuw", plaatsen_praktijk=places)

    (ranked,) = rank(outcome, [option], drawn.rules)

    after = solve(drawn.needs, [*drawn.arrangements, option], drawn.rules, drawn.run)
    assert ranked.closes == outcome.tekort - after.tekort


@given(world())
def test_the_order_of_what_is_given_does_not_matter(drawn: World) -> None:
    one = solve(drawn.needs, drawn.arrangements, drawn.rules, drawn.run)
    other = solve(drawn.needs[::-1], drawn.arrangements[::-1], drawn.rules, drawn.run)

    assert one == other


@given(world())
def test_a_need_in_pieces_is_the_same_need(drawn: World) -> None:
    pieces = [replace(need, aantal=1) for need in drawn.needs for _ in range(need.aantal)]

    one = solve(drawn.needs, drawn.arrangements, drawn.rules, drawn.run)
    assert solve(pieces, drawn.arrangements, drawn.rules, drawn.run) == one
