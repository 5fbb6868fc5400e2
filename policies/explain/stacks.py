"""The best allowed combination of the matches' sums, in words: what adds up, what excludes what, which cap cuts."""

from __future__ import annotations

from collections.abc import Sequence

from policies.criteria import Combination, Outcome, Profile, Share, combine, figures
from policies.explain.wording import Wording
from policies.results import Stack
from policies.types import Verdict

_DECIDED = (Verdict.ELIGIBLE, Verdict.LIKELY)


def word_stack(outcomes: Sequence[Outcome], profile: Profile, wording: Wording) -> Stack | None:
    """What the decided sums come to together; None where there are fewer than two, so nothing to combine."""
    decided = [outcome for outcome in outcomes if outcome.verdict in _DECIDED]
    found = combine([(outcome.article, outcome.benefits) for outcome in decided], profile)
    if found is None or len(found.chosen) + len(found.left) < 2:
        return None
    return Stack(
        found.total,
        tuple(share.name for share in found.chosen),
        tuple((left.share.name, left.rival.name) for left in found.left),
        tuple(_sentences(found, wording)),
    )


def _sentences(found: Combination, wording: Wording) -> list[str]:
    terms = " + ".join(f"{_label(share, wording)} {figures(share.amount)}" for share in found.chosen)
    lines = [wording.sentence("stack", sum=terms, total=figures(found.total))]
    heads = {share.article.document.id: share.article.document for share in found.chosen}
    for name in found.capped:
        cap = heads[name].total_cap
        assert cap is not None
        lines.append(wording.sentence("stack-capped", title=wording.say(heads[name].title), cap=figures(cap.value)))
    for left in found.left:
        label, other = _label(left.share, wording), _label(left.rival, wording)
        name = "stack-left-open" if left.open else "stack-left"
        lines.append(wording.sentence(name, label=label, other=other, missing=wording.labels(left.open)))
    return lines


def _label(share: Share, wording: Wording) -> str:
    label = next(one.label for one in share.article.benefits if one.id == share.benefit)
    return wording.say(label)
