"""A lender of another kind than a bank, named once more in the question: 向信托公司借了700万。信托公司的利息能补吗?

The question asks what the rules say of such a loan. It takes nothing back of the loan that was told.
"""

from __future__ import annotations

from collections.abc import Iterator

from policies.facts.found import Found
from policies.facts.scope import Page
from policies.patterns import lazy

_INTEREST_ASKED = lazy(
    r"(?:利息|息|贷款|借款|费用|这种钱|这笔钱)?(?:也|还)?(?:能不能|能|可不可以|可以|可否|能否|算不算|算|给不给|给|补不补|会不会)"
    r"[^,。;]{0,16}(?:补|贴|报|退|算|申请|享受|吗|呢)|利息(?:也|还)?(?:算不算|算|补唔补|补不补|给不给)"
)


def without(page: Page, kinds: tuple[Found, ...]) -> Iterator[Found]:
    """The kinds without a question on the benefit that names a lender told before: 信托公司的利息能补吗?"""
    told = any(one.value is not None and one.value != "bank" for one in kinds)
    for one in kinds:
        index = page.index(one.start)
        asks = page.clauses[index].closing == "?" or "?" in page.sentence(index)[-2:]
        if not (told and one.value is None and asks and _INTEREST_ASKED.search(page.words(index))):
            yield one
