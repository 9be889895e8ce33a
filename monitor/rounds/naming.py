"""What a deelnemer is called and which words his SWV uses, from what was delivered: asked once per
deelnemer, by the first who looks."""

from monitor.rounds.known import Named
from monitor.rounds.whose import Taak
from monitor.scholen import register
from monitor.store.store import Store


WORDS = {
    "ondersteuningsvragen": "select distinct unnest(ondersteuningsvragen) from bron.arrangementen",
    "niveaus": "select distinct unnest(niveaus) from bron.arrangementen",
    "doelen": "select distinct doel from bron.middelen",
}


def naming(store: Store, taak: Taak) -> Named:
    """A source that was not delivered leaves its words empty, and a name that is not known is the
    number."""
    words = {
        uit: sorted(str(word) for (word,) in store.rows(question))
        for uit, question in WORDS.items()
    }
    swv = taak.ronde.swv
    name = names(store, [taak])[taak.nummer]
    return Named(name, words, register.swv_names(store).get(swv, swv))


def names(store: Store, taken: list[Taak]) -> dict[int, str]:
    """What each deelnemer is called, by his number."""
    known: dict[tuple[str, str], str] = {}
    for one in register.schools(store) if taken else ():
        known["vestiging", one.code] = one.naam
        known["bestuur", one.bestuursnummer] = one.bestuur
    return {one.nummer: known.get((one.soort, one.eenheid), one.eenheid) for one in taken}
