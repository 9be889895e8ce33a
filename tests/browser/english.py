"""English that a page shows or reads out: Streamlit speaks it, and has no setting for another."""

import re

from playwright.sync_api import Page


WORDS = frozenset(
    re.findall(
        r"\w+",
        """
about above accept add again all already and any apply are ascending autosize available axios
back because before below browse browser but cancel cannot change choose chosen clear click
close collapse column columns connect connection copied copy could date deny descending
directory done drag drop each empty error expand failed fetch file files find first font for
from fullscreen has have hide invalid keyboard larger last limit loading lost main match matches
missing month more must navigate navigation network next none not option options other page
pages password people pin please previous quick remove request rerun reset result results retry
running search select selected session settings show showing sidebar size skip something sort
statistics submit success than that the their then there these they this those too try undo
unknown unpin up upload uploaded use using value values view warning what when where which while
who will with without wrong year yes you your zoom
""",
    )
)
"""Words that are not Dutch too, as menu and download are."""
TEXTS = """() => {
    const found = [document.title]
    const skipped = '[data-testid=stIconMaterial], script, style, code'
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.nodeType === Node.TEXT_NODE ? node.parentElement : node
        if (!element || element.closest(skipped) || !element.checkVisibility()) continue
        if (node.nodeType === Node.TEXT_NODE) found.push(node.data)
        else for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-roledescription'])
            if (element.hasAttribute(name)) found.push(element.getAttribute(name))
    }
    return found
}"""
_IN_DUTCH = re.compile(r"\b\w+\.(csv|xlsx|json|geojson|md|tsv)\b|`[^`]*`")


def english_on(page: Page) -> list[str]:
    """Every visible text, and every text that is read out, with an English word in it."""
    return [text for text in page.evaluate(TEXTS) if _english_in(text)]


def _english_in(text: str) -> set[str]:
    return WORDS & set(re.findall(r"[a-z]+", _IN_DUTCH.sub(" ", text).lower()))
