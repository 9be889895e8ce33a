"""Cells between which a solver need not choose: those with the same edges."""

import numpy as np
from numpy.typing import NDArray


Ints = NDArray[np.int64]


def alike(count: int, cell: Ints, offer: Ints, *values: Ints) -> Ints:
    """[count] a number per cell, the same for cells whose edges go to the same offers with the
    same values. `cell`, `offer` and `values` are per edge, no two edges between the same two."""
    order = np.lexsort((offer, cell))
    rows = np.ascontiguousarray(np.stack([offer, *values], axis=1)[order])
    bounds = np.searchsorted(cell[order], np.arange(count + 1)).tolist()
    numbers: dict[bytes, int] = {}
    return np.array(
        [
            numbers.setdefault(rows[bounds[i] : bounds[i + 1]].tobytes(), len(numbers))
            for i in range(count)
        ],
        np.int64,
    )
