"""The enterprise as borrower under its own name, whatever it is: a company, a workshop, a mill, 工坊, 农场."""

from __future__ import annotations

from policies.patterns import lazy

_FIRM = (
    r"(?:company|firm|business|workshop|shop|factory|mill|studio|plant|works|enterprise|farm|brewery|winery|bakery|"
    r"clinic|foundry|dairy|house|start-?up|lab|cooperative|co-op)"
)
_FIRM_ZH = r"(?:公司|企业|作坊|工坊|工厂|工作室|合作社|厂里?|店里?|农场|酒庄|商行)"
BY_THE_COMPANY = lazy(
    r"(?:借款人|贷款人|借款主体|借款方|签(?:字|约|合同)的|向银行借款?的|借(?:钱|款)的|贷款的)[^,。;没不我]{0,6}(?:是|为|写|填)(?:的)?(?:是)?[^,。;没不]{0,4}(?:公司|"
    r"企业|厂)(?!的?(?:老板|法人))|"
    rf"[以用](?:的是|的|了)?(?:本|我|我们|这个?)?(?:的)?{_FIRM_ZH}(?:自己)?(?:的)?(?:名义|名字)|"
    r"以(?:本|我|我们)?公司(?:的)?(?:名义|名字)|公司(?:自己|自身|本身)?(?:的)?名义(?:去|来|向|跟|借|贷|签)|公司(?:自己|自身)(?:向[^,。;]{0,8})?(?:借|贷)|"
    r"(?:我|老板|法人|负责人)(?:个人|自己|本人)?(?:没有?|并没有?|未)(?:去|来|出面)?(?:借|贷)|不是(?:我|老板)(?:个人|自己|本人)?(?:借|贷)|跟我个人(?:没|无)(?:有)?关|"
    r"(?<![a-z])(?<!not )(?:"
    r"(?:borrower|debtor)(?: of record)?(?: \w+){0,5}? (?:is|was|being|remains) (?:\w+ ){0,2}(?:company|"
    r"firm|business)|"
    r"(?:company|firm|business)(?: itself)?(?:, not (?:me|i|my \w+|the (?:owner|boss|"
    r"founder)),)?(?: \w+){0,8} as (?:the |its )?(?:sole )?borrower|"
    rf"in (?:the|my|our|its) (?:\w+ )?{_FIRM}'s (?:own )?name|in the name of (?:the|my|our) (?:\w+ )?{_FIRM}|"
    rf"lent (?:\w+ ){{0,4}}to (?:the|my|our) {_FIRM} itself|"
    r"(?:company|firm) (?:itself |alone )?(?:is|was) the (?:sole )?borrower|as borrower(?: of record)?,? (?:the|"
    r"our) (?:company|firm))(?![a-z])"
)
OF_THE_FIRM = lazy(rf"in (?:our|the company|the firm)'?s?|{_FIRM}'s (?:own )?name|in its name")
