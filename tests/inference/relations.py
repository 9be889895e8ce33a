"""What everybody can know of counts, without a row of a pupil: sums of regions and of parts, the
same count under two names, what is contained in what, and how one month follows from another.

Relations that are not always so, but nearly always (nobody has two meldingen at once of different
kinds, nobody moves house), are used where they are true: somebody who attacks would guess them.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from inference import schoolyears
from inference.bounds import Relation, Target
from inference.membership import Membership
from inference.seen import ENDS, Cell, Key, Seen, Truth
from monitor.figures.catalogue import Indicator, catalogue


UNLIMITED = 1e18
TELLERS = ("teller", "teller_max")
PARTITIONS = {
    "thuiszitters": ("duur", "groep", "reden", "plan", "jeugdhulp", "ondersteuningsvraag",
                     "ingeschreven"),
    "thuiszitters_jaar": ("redengroep",),
    "tlv_afgegeven": ("soort", "categorie", "overgang", "leeftijd", "ondersteuningsvraag",
                      "bestemming"),
    "tlv_geldig": ("soort", "bestemming"),
    "tlv_open": ("wachttijd", "compleet"),
    "tlv_eindigt": ("bestemming",),
    "grensverkeer_uit": ("bestemming",),
    "dekking": ("ondersteuningsvraag", "niveau"),
    "dekking_plan": ("ondersteuningsvraag", "niveau"),
    "tekort": ("ondersteuningsvraag", "niveau"),
    "tekort_zeker": ("ondersteuningsvraag", "niveau"),
    "plaatsen": ("vorm", "zwaarte"),
    "leerlingen_vo": ("onderwijstype",),
}  # fmt: skip
"""Of each measure the uitsplitsingen of which the parts sum to the whole."""
NOT_PUPILS = {
    "basisondersteuning",
    "basisondersteuning_alle",
    "druk",
    "afstand_vso",
    "kosten_arrangementen",
    "plaatsen",
    "plaatsen_vrij",
}
NESTED = [("THUIS_OCW", "ABS"), ("THUIS_OCW", "LRV"), ("THUIS_OCW", "THUIS_PACT"),
          ("LRV", "THUIS_REG")]  # fmt: skip
"""(the wider definition, the narrower)."""


class Relations:
    """All relations between the counts of one samenwerkingsverband that were seen."""

    def __init__(self, true: Truth, seen: Seen, member: Membership, sector: str) -> None:
        self.true, self.seen, self.member = true, seen, member
        self.po = "_po" if sector == "po" else ""
        shown = {(key.name, key.per, key.deel.partition("=")[0]) for key in seen.figures}
        self.keys = [k for k in true.figures if (k.name, k.per, k.deel.partition("=")[0]) in shown]
        self.known = set(self.keys)
        self.parts: dict[tuple[Key, str], list[Key]] = {}
        """(total, uitsplitsing) → its parts."""
        for key in self.keys:
            what = key.deel.partition("=")[0]
            if what and what in PARTITIONS.get(catalogue()[key.name].measure, ()):
                self.parts.setdefault((key._replace(deel=""), what), []).append(key)
        self.out: list[Relation] = []

    def all(self) -> list[Relation]:
        self._order()
        self._regions()
        self._parts()
        self._rates()
        for definition in {catalogue()[k.name].definitie for k in self.keys} - {""}:
            self._of_definition(definition)
        self._nested()
        self._groups()
        self._tlv()
        self._dekking()
        self._registers()
        return self.out

    # ------------------------------------------------------------------ making one

    def has(self, cell: object) -> bool:
        return not isinstance(cell, Cell) or cell.key in self.known

    def add(
        self, name: str, *terms: tuple[float, object], low: float = 0.0, high: float = 0.0,
        nearly: bool = False,
    ) -> None:  # fmt: skip
        """low <= sum of terms <= high, of cells that exist; who has no figure counts for nobody.
        `nearly`: leave it out where it is not true."""
        known = tuple((factor, cell) for factor, cell in terms if self.has(cell))
        if len(known) < 2 and not any(not isinstance(cell, Cell) for _, cell in known):
            return
        if any(isinstance(cell, Cell) and not self.true.is_known(cell) for _, cell in known):
            return  # a source left something out: then there is no sum
        if all(isinstance(cell, Cell) for _, cell in known):
            value = sum(factor * self.true.value(cell) for factor, cell in known)
            if not low - 1e-6 <= value <= high + 1e-6:
                assert nearly, f"{name} does not hold: {value} of {known}"
                return
        self.out.append(Relation(name, known, low, high))

    def at_most(self, name: str, less: Cell, more: Cell, nearly: bool = False) -> None:
        if self.has(less) and self.has(more):
            self.add(name, (1, more), (-1, less), high=UNLIMITED, nearly=nearly)

    def at_most_a_number(self, name: str, cell: Cell, most: float) -> None:
        """Of a cell that exists, where it is so: pupils from elsewhere know other places."""
        if self.has(cell) and self.true.is_known(cell) and self.true.value(cell) <= most:
            self.out.append(Relation(name, ((1.0, cell),), -UNLIMITED, most))

    def same(self, name: str, one: Cell, *others: Cell, nearly: bool = False) -> None:
        """One is the sum of the others, when all of those can be seen."""
        if self.has(one):
            self.add(name, (1, one), *((-1, other) for other in others), nearly=nearly)

    def name(self, measure: str, definition: str = "") -> str:
        code = f"_{definition.lower()}" if definition else ""
        found = f"{measure}{code}{self.po}"
        return found if found in catalogue() else f"{measure}{code}"

    def places(self, name: str) -> list[tuple[str, str, str]]:
        """(level, code, period) of the totals of an indicator."""
        return sorted(
            {(k.per, k.code, k.periode) for k in self.keys if k.name == name and not k.deel}
        )

    # ------------------------------------------------------------------ of any indicator

    def _order(self) -> None:
        for key in self.keys:
            for base in ("teller", "noemer"):
                low, high = Cell(*key, base), Cell(*key, f"{base}_max")
                if getattr(self.true.figures[key], f"{base}_max") is not None:
                    self.at_most("wie zeker meetelt, telt mee", low, high)
            if catalogue()[key.name].teller_is == "deel":
                for end in ("", "_max"):
                    self.at_most("teller is deel van noemer", Cell(*key, f"teller{end}"),
                                 Cell(*key, f"noemer{end}"))  # fmt: skip

    def _regions(self) -> None:
        """Every unit is the sum of its pieces, on every level."""

        def group(key: Key) -> tuple[str, str, str]:
            return key.name, key.periode, key.deel

        for (name, periode, deel), found in groupby(sorted(self.keys, key=group), key=group):
            keys = list(found)
            indicator = catalogue()[name]
            ends = [end for end in ENDS if getattr(self.true.figures[keys[0]], end) is not None]
            levels = {key.per for key in keys}
            for number, (own, signatures) in enumerate(self.member.hierarchies(indicator)):
                there = [per for per in own if per in levels]
                if len(there) < 2:
                    continue
                pieces = {tuple(s for s in one if s[0] in there) for one in signatures}
                for end in ends:
                    self._region(indicator, keys, there, pieces, end, f"{periode}{deel}/{number}")

    def _region(
        self, indicator: Indicator, keys: list[Key], levels: list[str],
        pieces: set[tuple[tuple[str, str], ...]], end: str, tag: str,
    ) -> None:  # fmt: skip
        by_unit: dict[tuple[str, str], list[tuple[tuple[str, str], ...]]] = {}
        for piece in pieces:
            for unit in piece:
                by_unit.setdefault(unit, []).append(piece)
        alone = {(k.per, k.code): k for k in keys if len(by_unit.get((k.per, k.code), ())) == 1}
        stands_for: dict[object, object] = {}
        for unit, key in sorted(alone.items()):
            stands_for.setdefault(by_unit[unit][0], Cell(*key, end))
        for key in keys:
            if key.per not in levels:
                continue
            inside = by_unit.get((key.per, key.code), [])
            cell = Cell(*key, end)
            terms = [stands_for.get(p, (indicator.name, tag, end, p)) for p in inside]
            if terms != [cell]:
                self.add("som van de delen van een gebied", (1, cell), *((-1, t) for t in terms))

    def _parts(self) -> None:
        """The parts of an uitsplitsing sum to the whole. Where one of them has no row, nobody knows
        which others there are."""
        for (whole, what), keys in self.parts.items():
            is_every = all(key in self.seen.figures for key in keys)
            for end in ENDS if catalogue()[whole.name].noemer else TELLERS:
                if not is_every:
                    self.add(f"som van {what}, en wie er geen rij van heeft", (1, Cell(*whole, end)),
                             *((-1, Cell(*k, end)) for k in keys),
                             (-1, ("zonder rij", what, Cell(*whole, end))), high=0.0,
                             nearly=True)  # fmt: skip
                    continue
                self.same(f"som van {what}", Cell(*whole, end), *(Cell(*k, end) for k in keys),
                          nearly=True)  # fmt: skip

    def _rates(self) -> None:
        """A percentage is a teller over a noemer; the page shows it with its decimals."""
        factors = {"aandeel": 100.0, "per_duizend": 1000.0}
        for key, low, high in self.seen.rates:
            factor = factors.get(catalogue()[key.name].kind, 1.0)
            tiny = 1e-3  # values are no round numbers
            self.add("laagste percentage", (factor, Cell(*key, "teller")),
                     (-low, Cell(*key, "noemer_max")), low=-tiny, high=UNLIMITED, nearly=True)  # fmt: skip
            if high < factor or catalogue()[key.name].teller_is != "deel":
                self.add("hoogste percentage", (-factor, Cell(*key, "teller_max")),
                         (high, Cell(*key, "noemer")), low=-tiny, high=UNLIMITED, nearly=True)  # fmt: skip

    # ------------------------------------------------------------------ thuiszitters

    def _of_definition(self, definition: str) -> None:
        """The measures that count the same pupils."""

        def of(measure: str, place: tuple[str, str, str], end: str, deel: str = "") -> Cell:
            return Cell(self.name(measure, definition), *place, deel, end)

        for place in self.places(self.name("thuiszitters", definition)):
            for end, other in zip(TELLERS, ("noemer", "noemer_max"), strict=True):
                stock = of("thuiszitters", place, end)
                self.same("per 1.000 telt dezelfde", stock,
                          of("thuiszitters_promille", place, end), nearly=True)  # fmt: skip
                for what in ("zonder_plan", "jeugdhulp"):
                    if Key(self.name(f"thuiszitters_{what}", definition), *place, "") in self.known:
                        self.same("noemer is de stand", stock,
                                  of(f"thuiszitters_{what}", place, other))  # fmt: skip
            if self.has(of("thuiszitters_duur", place, "teller")):
                self.same("duur is van wie zeker meetelt", of("thuiszitters", place, "teller"),
                          of("thuiszitters_duur", place, "teller"))  # fmt: skip
            for measure, part in (("zonder_plan", "plan=nee"), ("jeugdhulp", "jeugdhulp=ja")):
                unknown = f"{part.partition('=')[0]}=onbekend"
                share = of(f"thuiszitters_{measure}", place, "teller")
                if self.has(share) and self._is_split(
                    of("thuiszitters", place, "teller").key, part
                ):
                    self.same(f"teller is {part}", share, of("thuiszitters", place, "teller", part))
                    self.same(f"teller is {part}", share._replace(end="teller_max"),
                              of("thuiszitters", place, "teller_max", part),
                              of("thuiszitters", place, "teller_max", unknown))  # fmt: skip
        self._months(definition)

    def _is_split(self, key: Key, part: str) -> bool:
        """Whether a figure is shown by the parts of an uitsplitsing."""
        return (key._replace(deel=""), part.partition("=")[0]) in self.parts

    def _months(self, definition: str) -> None:
        stock, came, went, year = (
            self.name(m, definition)
            for m in ("thuiszitters", "thuiszitters_in", "thuiszitters_uit", "thuiszitters_jaar")
        )
        places = self.places(stock)
        for one, (per, code, day) in zip([None, *places], places, strict=False):
            for end in TELLERS:
                now = Cell(stock, per, code, day, "", end)
                if one and one[:2] == (per, code):
                    moved = [Cell(name, per, code, day[:7], "", end) for name in (came, went)]
                    if all(self.has(cell) for cell in moved):
                        self.add("stand = vorige + erbij - eraf", (1, now),
                                 (-1, now._replace(periode=one[2])), (-1, moved[0]), (1, moved[1]),
                                 nearly=True)  # fmt: skip
                start = int(day[:4]) - (int(day[5:7]) < 8)
                self.at_most("in het jaar zijn er minstens zoveel als op een dag", now,
                             Cell(year, per, code, f"{start}-{start + 1}", "", end),
                             nearly=True)  # fmt: skip
        for per, code, jaar in self.places(year):
            for end in TELLERS:
                cell = Cell(year, per, code, jaar, "", end)
                self.same("per 1.000 telt dezelfde", cell, cell._replace(
                    name=self.name("thuiszitters_jaar_promille", definition)), nearly=True)  # fmt: skip
        schoolyears.add(self, definition)
        for months in (3, 6):
            name = self.name(f"thuiszitters_terug_{months}", definition)
            for per, code, jaar in self.places(name):
                cohort = Cell(name, per, code, jaar, "", "teller")
                new = [Cell(came, per, code, month, "", "teller") for month in _months_of(jaar)]
                if all(self.has(cell) for cell in new):
                    self.same("wie begon in het jaar = erbij per maand", cohort, *new, nearly=True)
                if months == 6:
                    self.same("twee keer dezelfde", cohort, cohort._replace(
                        name=self.name("thuiszitters_terug_3", definition)), nearly=True)  # fmt: skip

    def _nested(self) -> None:
        for measure in ("thuiszitters", "thuiszitters_jaar"):
            for wide, narrow in NESTED:
                for place in self.places(self.name(measure, narrow)):
                    for end in TELLERS:
                        self.at_most(f"{narrow} is deel van {wide}",
                                     Cell(self.name(measure, narrow), *place, "", end),
                                     Cell(self.name(measure, wide), *place, "", end),
                                     nearly=True)  # fmt: skip
            for place in self.places(self.name(measure, "THUIS_OCW")):
                for end in TELLERS:
                    cells = [Cell(self.name(measure, code), *place, "", end)
                             for code in ("THUIS_OCW", "ABS", "LRV")]  # fmt: skip
                    if all(self.has(cell) for cell in cells):
                        self.same("OCW is niet ingeschreven en langer dan 4 weken", *cells,
                                  nearly=True)  # fmt: skip

    def _groups(self) -> None:
        """The groups of the one definition make up the other."""
        own = self.name("thuiszitters", "THUIS_OCW")
        belongs = {
            "ABS": lambda g: g.startswith("niet ingeschreven"),
            "LRV": lambda g: g.startswith("ingeschreven"),
            "THUIS_PACT": lambda g: "langer dan 3 maanden" in g,
        }
        for place in self.places(own):
            groups = self.parts.get((Key(own, *place, ""), "groep"), [])
            if not groups:
                continue
            for code, is_in in belongs.items():
                for end in TELLERS:
                    cells = [Cell(*k, end) for k in groups if is_in(k.deel.partition("=")[2])]
                    self.same(f"groepen van {code}",
                              Cell(self.name("thuiszitters", code), *place, "", end), *cells,
                              nearly=True)  # fmt: skip

    # ------------------------------------------------------------------ the rest

    def _tlv(self) -> None:
        given, refused, new, longer, busy = (
            self.name(n) for n in ("tlv_afgegeven", "tlv_afgewezen", "instroom_vso",
                                   "tlv_verlenging_aandeel", "tlv_mei_juli_aandeel")
        )  # fmt: skip
        for place in self.places(given):
            whole = Cell(given, *place, "", "teller")
            if self.has(Cell(refused, *place, "", "noemer")):
                self.add("besloten = afgegeven + afgewezen", (1, Cell(refused, *place, "", "noemer")),
                         (-1, Cell(refused, *place, "", "teller")), (-1, whole),
                         nearly=True)  # fmt: skip
            self.same("afgegeven", whole, Cell(longer, *place, "", "noemer"), nearly=True)
            self.same("besloten", Cell(refused, *place, "", "noemer"),
                      Cell(busy, *place, "", "noemer"), nearly=True)  # fmt: skip
            parts = {"nieuw": new, "verlenging": longer}
            for part, name in parts.items():
                for end in TELLERS:
                    deel = [f"overgang={part}"] + ["overgang=onbekend"] * (end == "teller_max")
                    if self._is_split(whole.key, "overgang="):
                        self.same(f"overgang is {part}", Cell(name, *place, "", end),
                                  *(Cell(given, *place, d, "teller") for d in deel),
                                  nearly=True)  # fmt: skip
        rolling = self.name("instroom_vso_12m")
        for per, code, jaar in self.places(new):
            for end in TELLERS:
                self.same("twaalf maanden tot en met juli", Cell(new, per, code, jaar, "", end),
                          Cell(rolling, per, code, f"{jaar[5:]}-07-31", "", end),
                          nearly=True)  # fmt: skip
        course, payer = self.name("verloop_vso"), self.name("deelname_vso_tlv")
        for per, code, day in self.places(course):
            whole = Cell(course, per, code, day, "", "teller")
            self.same("stand van 1 oktober", whole, Cell(payer, per, code, day, "", "teller"),
                      nearly=True)  # fmt: skip
            before = whole._replace(deel="verloop=stand een jaar eerder")
            self.same("stand een jaar eerder", before, whole._replace(
                periode=f"{int(day[:4]) - 1}{day[4:]}"), nearly=True)  # fmt: skip
            signs = {"erbij: nieuw": 1, "erbij: verhuisd hierheen": 1, "erbij: verschil": 1,
                     "eraf: tlv afgelopen": -1}  # fmt: skip
            self.add("verloop telt op", (1, whole), (-1, before),
                     *((-sign, whole._replace(deel=f"verloop={what}")) for what, sign in
                       signs.items()), nearly=True)  # fmt: skip
            self.at_most("elders is deel van het geheel", Cell(
                self.name("grensverkeer_uit"), per, code, day, "", "teller_max"), whole,
                nearly=True)  # fmt: skip

    def _dekking(self) -> None:
        covered, short, plan, near = (
            self.name(n) for n in ("dekking", "tekort", "dekking_plan", "thuisnabij")
        )
        for key in [k for k in self.keys if k.name == covered]:

            def of(name: str, end: str, key: Key = key) -> Cell:
                return Cell(name, *key[1:], end)

            if self.has(of(short, "teller")):
                for end, other in (("teller", "teller_max"), ("teller_max", "teller")):
                    self.add("behoefte = gedekt + tekort", (1, of(covered, "noemer")),
                             (-1, of(covered, end)), (-1, of(short, other)))  # fmt: skip
            if self.has(of(plan, "noemer")):
                self.same("dezelfde behoefte", of(covered, "noemer"), of(plan, "noemer"))
            self.at_most("zeker tekort is deel van tekort",
                         of(self.name("tekort_zeker"), "teller"), of(short, "teller_max"),
                         nearly=True)  # fmt: skip
            self._near(key)
            if not key.deel and self.has(of(near, "noemer")):
                self.same("wie een plek vindt", of(near, "noemer"), of(covered, "teller"))

    def _near(self, key: Key) -> None:
        """Uitsplitsingen of thuisnabij count the same pupils, or more of them."""
        near = self.name("thuisnabij")
        for end in ("teller", "noemer"):
            own, wijk, gemeente, subregio = (
                Cell(near, *key[1:4], deel, end)
                for deel in ("", "binnen=wijk", "binnen=gemeente", "binnen=subregio")
            )
            for one in (wijk, gemeente, subregio) if end == "noemer" else (gemeente,):
                if not key.deel and self.has(own) and self.has(one):
                    self.same("dezelfde leerlingen", own, one)
            if not key.deel and end == "teller":
                self.at_most("gemeente in subregio", gemeente, subregio, nearly=True)
                self.at_most("wijk in gemeente", wijk, gemeente, nearly=True)
                self.at_most("wijk in subregio", wijk, subregio, nearly=True)

    def _registers(self) -> None:
        pupils, vavo, pro, vso = (
            self.name(f"leerlingen_{n}") for n in ("vo", "vavo", "pro", "vso")
        )
        for name, group in (("deelname_pro", pro), ("deelname_vso_locatie", vso)):
            for place in self.places(self.name(name)):
                for end, base in (("teller", "noemer"), ("teller_max", "noemer_max")):
                    self.same("teller van de deelname", Cell(self.name(name), *place, "", end),
                              Cell(group, *place, "", end), nearly=True)  # fmt: skip
                    self.add("noemer van de deelname", (1, Cell(self.name(name), *place, "", base)),
                             (-1, Cell(pupils, *place, "", end)),
                             (-0.5, Cell(vavo, *place, "", end)), nearly=True)  # fmt: skip
        for place in self.places(pro):
            for end in TELLERS:
                self.at_most("pro is deel van vo", Cell(pro, *place, "", end),
                             Cell(pupils, *place, "", end), nearly=True)  # fmt: skip


def _months_of(jaar: str) -> Iterator[str]:
    first = int(jaar[:4])
    yield from (f"{first}-{month:02}" for month in range(8, 13))
    yield from (f"{first + 1}-{month:02}" for month in range(1, 8))


def is_counted(key: Key) -> bool:
    """Whether its teller is a number of pupils (or of their cases)."""
    return catalogue()[key.name].measure not in NOT_PUPILS


def targets(relations: Relations) -> list[Target]:
    """Every number of pupils that is really 1-4 and may not become known."""
    out: list[Target] = []
    for key in relations.keys:
        if is_counted(key):
            for end in _ends_of(relations, key):
                _wanted(relations, out, str(Cell(*key, end)), ((1, Cell(*key, end)),))
    for label, more, less in differences(relations):
        _wanted(relations, out, label, ((1, more), (-1, less)))
    for label, whole, rows in without_a_row(relations):
        _wanted(relations, out, label, ((1, whole), *((-1, row) for row in rows)))
    return out


CLOSED = (0.0, UNLIMITED)
MANY = 1e5
"""More pupils than anything has: such an end is of what is not shown."""


def _wanted(relations: Relations, out: list[Target], name: str, terms: tuple) -> None:
    """A target, when it is small and all that it is made of is shown somehow: what is closed
    altogether has no number on any page that could be narrowed."""
    if any(relations.seen.bounds.get(cell, CLOSED)[1] >= MANY for _, cell in terms):
        return
    value = sum(factor * relations.true.value(cell) for factor, cell in terms)
    if 1 <= value <= 4:
        out.append(Target(name, terms))


def _ends_of(relations: Relations, key: Key) -> tuple[str, ...]:
    """Which ends of a figure are numbers of pupils to hide; what a public source hid itself has
    two ends that are both not the number."""
    if not catalogue()[key.name].is_of_pupils:
        figure = relations.true.figures[key]
        return TELLERS if figure.teller == figure.teller_max else ()
    return TELLERS if _is_register_noemer(key) else ENDS


def _is_register_noemer(key: Key) -> bool:
    measure = catalogue()[key.name].measure
    return measure.endswith("promille") or measure in (
        "deelname_vso_tlv", "instroom_vso", "instroom_vso_12m"
    )  # fmt: skip


def differences(relations: Relations) -> Iterator[tuple[str, Cell, Cell]]:
    """Counts that nobody gives, but that are what is left of one that is given."""
    by_group: dict[tuple[str, str, str], list[Key]] = {}
    for key in relations.keys:
        if not is_counted(key):
            continue
        indicator = catalogue()[key.name]
        by_group.setdefault((key.name, key.periode, key.deel), []).append(key)
        if indicator.teller_is == "deel" and indicator.is_of_pupils:
            for end in ("", "_max"):
                yield (f"wie niet in de teller zit van {key}", Cell(*key, f"noemer{end}"),
                       Cell(*key, f"teller{end}"))  # fmt: skip
        if key.deel and key.deel.partition("=")[0] in PARTITIONS.get(indicator.measure, ()):
            whole = key._replace(deel="")
            others = relations.parts.get((whole, key.deel.partition("=")[0]), [])
            if whole in relations.known and _ends_of(relations, key) and _ends_of(relations, whole):
                for end in TELLERS:
                    if _are_several(relations, [one for one in others if one != key], end):
                        continue
                    yield f"alle anderen dan {key}", Cell(*whole, end), Cell(*key, end)
    for (name, _, _), keys in by_group.items():
        yield from _rests(relations, name, [k for k in keys if _ends_of(relations, k)])
    for measure in ("thuiszitters", "thuiszitters_jaar"):
        for wide, narrow in NESTED:
            for place in relations.places(relations.name(measure, narrow)):
                more = Cell(relations.name(measure, wide), *place, "", "teller")
                less = more._replace(name=relations.name(measure, narrow))
                if relations.has(more):
                    for end in TELLERS:
                        yield (f"{wide} zonder {narrow} {place}", more._replace(end=end),
                               less._replace(end=end))  # fmt: skip


def without_a_row(relations: Relations) -> Iterator[tuple[str, Cell, list[Cell]]]:
    """Who is in none of the parts that have a row: (what it is called, the whole, those parts)."""
    for (whole, what), keys in relations.parts.items():
        rows = [key for key in keys if key in relations.seen.figures]
        if not is_counted(whole) or not 0 < len(rows) < len(keys):
            continue
        for end in _ends_of(relations, whole):
            yield (f"wie geen rij heeft van {what} van {whole} [{end}]", Cell(*whole, end),
                   [Cell(*key, end) for key in rows])  # fmt: skip


def _are_several(relations: Relations, keys: Sequence[Key], end: str) -> bool:
    """Whether a rest is made of several shown parts with somebody in each. It cannot be 1, since
    nobody is shown as nobody; that says nothing of any one of those parts."""
    cells = [Cell(*key, end) for key in keys]
    return (
        sum(cell in relations.seen.bounds and relations.true.value(cell) > 0 for cell in cells) > 1
    )


def _rests(relations: Relations, name: str, keys: list[Key]) -> Iterator[tuple[str, Cell, Cell]]:
    """What is left of a region without one region in it."""
    there = {(key.per, key.code): key for key in keys}
    for own, pieces in relations.member.hierarchies(catalogue()[name]):
        inside: dict[tuple[str, str], set[object]] = {}
        for piece in pieces:
            for unit in piece:
                inside.setdefault(unit, set()).add(piece)
        for wide_unit, wide in there.items():
            if wide_unit[0] not in ("swv", "subregio", "gemeente", "bestuur"):
                continue
            for unit, key in there.items():
                if unit[0] in own and unit != wide_unit and wide_unit[0] in own and (
                    inside.get(unit, {0}) < inside.get(wide_unit, set())
                ):  # fmt: skip
                    others = [
                        other
                        for place, other in there.items()
                        if place[0] == unit[0] and place != unit
                        and inside.get(place, {0}) <= inside.get(wide_unit, set())
                    ]  # fmt: skip
                    for end in TELLERS:
                        if _are_several(relations, others, end):
                            continue
                        yield (f"{wide.per} {wide.code} zonder {key}", Cell(*wide, end),
                               Cell(*key, end))  # fmt: skip
