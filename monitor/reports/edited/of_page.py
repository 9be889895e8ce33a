"""An HTML file: the words that a reader sees or hears, under which heading."""

from collections.abc import Iterator
from html.parser import HTMLParser

from monitor.reports.edited.pairing import pairs, said, short


_SILENT = {"script", "style"}
_HEADS = {"h2"}


def changes(made: bytes, now: bytes) -> Iterator[str]:
    """A line per text, in their order. UnicodeDecodeError for what is no text."""
    before, after = _parts(made), _parts(now)
    for was, is_now in _matched(before, after):
        if was is None or is_now is None:
            what, place = ("weggehaald", was) if is_now is None else ("erbij gezet", is_now)
            assert place is not None
            yield f"Onderdeel “{short((before if is_now is None else after)[place][0])}” is {what}."
            continue
        (head, words), (other, said_now) = before[was], after[is_now]
        if head != other:
            yield f"Kop: {said(head, other)}"
        where = f"Bij “{short(head)}”" if head else "Bovenaan"
        for text, changed in pairs(words, said_now):
            yield f"{where}: {said(text, changed)}"


def _matched(
    before: list[tuple[str, list[str]]], after: list[tuple[str, list[str]]]
) -> Iterator[tuple[int | None, int | None]]:
    """Places of parts that belong together by their heading, equal ones left out; where as many
    headings went as came, each stands for one that went."""
    left = {head: place for place, (head, _) in reversed(list(enumerate(after)))}
    gone = []
    for place, (head, words) in enumerate(before):
        other = left.pop(head, None)
        if other is None:
            gone.append(place)
        elif words != after[other][1]:
            yield place, other
    come = sorted(left.values())
    if len(gone) == len(come):
        yield from zip(gone, come, strict=True)
        return
    yield from ((place, None) for place in gone)
    yield from ((None, place) for place in come)


def _parts(content: bytes) -> list[tuple[str, list[str]]]:
    reader = _Words()
    reader.feed(content.decode("utf-8"))
    reader.close()
    return reader.parts


class _Words(HTMLParser):
    """(heading, texts below it), first those above any."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[str, list[str]]] = [("", [])]
        self._silent = 0
        self._in_head = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self._silent += 1
        elif tag in _HEADS:
            self._in_head = True
            self.parts.append(("", []))
        label = dict(attrs).get("aria-label")
        if label:
            self.parts[-1][1].append(" ".join(label.split()))

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag in _HEADS:
            self._in_head = False

    def handle_data(self, data: str) -> None:
        words = " ".join(data.split())
        if not words or self._silent:
            return
        if self._in_head:
            head, texts = self.parts[-1]
            self.parts[-1] = (f"{head}{words}", texts)
        else:
            self.parts[-1][1].append(words)
