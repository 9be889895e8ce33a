"""Distances over the globe."""

import numpy as np
from numpy.typing import NDArray


RADIUS_KM = 6371.0088


def haversine(
    latitudes: NDArray[np.float64],
    longitudes: NDArray[np.float64],
    other_latitudes: NDArray[np.float64],
    other_longitudes: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Kilometres of great circle between points in degrees, [n] against [m] as [n, m].

    A point that is not known (nan) is at a distance that is not known.
    """
    here, there = np.radians(latitudes)[:, None], np.radians(other_latitudes)[None, :]
    east = np.radians(other_longitudes)[None, :] - np.radians(longitudes)[:, None]
    chord = np.sin((there - here) / 2) ** 2 + np.cos(here) * np.cos(there) * np.sin(east / 2) ** 2
    # Rounding may take the chord of opposite points past one.
    return 2 * RADIUS_KM * np.arcsin(np.sqrt(np.minimum(chord, 1.0)))
