"""A debt told in passing: “Helan Water owes us 800k since March”, 贺兰水务欠我们80万. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLAUSE = r"(?:^|[,;:.，。；：、\n]\s*|\b(?:and|but|because|since|now)\s+)"
_NAME = r"(?P<payer>[^,;:.，。；：、\n]{2,60}?)"
_SAID = (
    re.compile(rf"{_CLAUSE}{_NAME}(?:还|還|一直)?(?:拖欠|欠)(?:着|著|了)?(?:我们|我們|我司|我)"),
    re.compile(
        rf"{_CLAUSE}{_NAME}\s+(?:still\s+)?(?:owes?\s+(?:us|me|our)|(?:has|have)(?:n't|\s+not)\s+paid)\b", re.IGNORECASE
    ),
)
_NOBODY = """
    they it he she who somebody someone nobody everybody customers clients
    他们 他們 客户 客戶 别人 別人 有人
"""
_PRONOUNS = frozenset(_NOBODY.split())
_LEAD = re.compile(r"^(?:but|and|the|our customer|客户|客戶)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Debt:
    """Who owes, in the teller's words; ``whole``: the message is about nothing else."""

    payer: str
    whole: bool


def debt_in(words: str) -> Debt | None:
    """The debt that a text tells of; None if it tells of none, or does not name who owes."""
    for pattern in _SAID:
        found = pattern.search(words)
        if found is not None:
            payer = re.sub(
                r"^(?:but|and|the|our customer|客户|客戶)\s*", "", found["payer"].strip(), flags=re.IGNORECASE
            )
            if payer.lower() in _PRONOUNS or len(payer) < 2:
                return None
            return Debt(payer, whole=found.start() == 0)
    return None
