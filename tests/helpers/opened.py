"""What a page makes only when it is opened: its lines of Tabel, Download and Over dit cijfer, and Meer cijfers."""

import re

from streamlit.testing.v1 import AppTest


_KEY = re.compile(r"\$\$ID-[0-9a-f]+-(.+)")


def opened(at: AppTest, *labels: str) -> AppTest:
    """The page with what can be opened open: all of it, or what has one of these labels."""
    closed = False
    for proto in [*(b.proto.popover for b in at.get("popover")),
                  *(getattr(b.proto, "expandable", b.proto) for b in at.get("expander"))]:  # fmt: skip
        found = _KEY.fullmatch(proto.id)
        if found and not (labels and proto.label not in labels):
            at.session_state[found[1]] = True
            closed = True
    return at.run() if closed else at
