"""One shape for all figures: a value, what it is held against in the same run, their ratio, the ratio to reach."""

from __future__ import annotations

from typing import Any

Figure = dict[str, Any]


def figure(bench: str, value: float, unit: str, peer: float, reach: str, *, digits: int = 1) -> Figure:
    """``peer`` is a rival's figure or a limit; ``reach`` is about the ratio of value to peer, such as ``>= 0.8``."""
    return {
        "bench": bench,
        "value": round(value, digits),
        "unit": unit,
        "peer": round(peer, digits),
        "ratio": round(value / peer, 3) if peer else None,
        "reach": reach,
    }
