"""How far apart two points of the Earth lie."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

# Mean radius in km.
EARTH = 6371


def kilometres(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the great-circle distance in kilometres (haversine) of two points in decimal degrees."""
    south, north = radians(latitude), radians(other_latitude)
    half = radians(other_longitude - longitude) / 2
    chord = sin((north - south) / 2) ** 2 + cos(south) * cos(north) * sin(half) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, chord)))
