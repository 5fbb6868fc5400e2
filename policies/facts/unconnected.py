"""Words for money that has nothing to do with a loan: a prize for a patent, an award for hiring a doctor."""

from __future__ import annotations

from policies.patterns import lazy

UNRELATED = lazy(
    r"[无没](?:有)?(?:任何|半点|一点|丝毫|直接)?(?:关(?!注)|干系|瓜葛|牵连|牵扯|涉(?=[,。;]|$))|不(?:相干|搭界|沾边)|"
    r"不是(?:这|本|该|同一)|(?<![a-z])(?:nothing (?:whatever |whatsoever |at all )?to do with|unrelated|unconnected|"
    r"not (?:connected|linked|related)|quite apart from|separate from|independent of|not for (?:this|"
    r"the|that)|has no bearing)(?![a-z])"
)
AWARD = lazy(
    r"人才|博士|引才|安家|专利奖|奖励?金?|稳岗|培训|展会|就业|(?<![a-z])(?:talents?|awards?|prizes?|doctors?|phds?|"
    r"hir(?:e|ing)|"
    r"recruit\w*|training|trade fairs?|exhibitions?|patents?|jobs?)(?![a-z])"
)
