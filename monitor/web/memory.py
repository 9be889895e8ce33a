"""The memory of a server: what stays is not walked at every click, what was replaced is let go."""

import gc


def settle() -> None:
    """After a version was opened or computed: let go of what came before it, and keep what there
    is now out of the collections to come.

    Streamlit runs a full collection after every rerun, which takes longer the more there is to
    walk (docs/decisions.md 47). What was kept out before is looked at once more, so that a version
    that was replaced does not stay for ever.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
