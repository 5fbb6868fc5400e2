"""Free text in English, Simplified or Traditional Chinese → facts about the enterprise, with the words they came from.

`extract(text, as_of)` gives what is stated, `doubts(text, as_of)` what is raised and left open (value None) or stated
in two ways that cannot both hold; `read` gives both at once, with the conflicts: what was said in two ways, or cannot
be. `A_FALL` is the growth of what fell by nobody says how much. `places` and `industries` are closed lists.
`left_open(text, as_of)` gives the words of not knowing themselves, `sounding_barred` what sounds as if it stood in the
way.
"""

from policies.facts.bounds import FALL as A_FALL
from policies.facts.extract import Conflict, Reading, doubts, extract, read
from policies.facts.learned import Passage
from policies.facts.left_open import LeftOpen, left_open, sounding_barred

__all__ = [
    "A_FALL",
    "Conflict",
    "LeftOpen",
    "Passage",
    "Reading",
    "doubts",
    "extract",
    "left_open",
    "read",
    "sounding_barred",
]
