"""What was found, in the reader's words: sentences about this enterprise, sums in figures, citations."""

from policies.explain.matches import Found, word_match
from policies.explain.stacks import word_stack
from policies.explain.wording import Wording

__all__ = ["Found", "Wording", "word_match", "word_stack"]
