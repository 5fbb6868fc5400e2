"""A place that was the enterprise's seat once: "until 2021 our seat was in Wuhu; now …", 以前设在芜湖，现在在合肥.

Also a place that describes somebody else in the words before his naming: 总部在上海的那家是我们的客户.
"""

from __future__ import annotations

from policies.patterns import lazy

_UNTIL_AHEAD = lazy(
    r"(?<![a-z])(?:until|till|up to|before) (?:(?:early|late|mid|the end of|last|[a-z]{3,9}) ?)?(?:20\d\d|19\d\d|year|"
    r"spring|summer|autumn|winter|month|then|recently),? (?:we|our|it|its|the)(?: [\w'-]+){0,6} (?:in|at) $"
)
_FOR_YEARS = lazy(
    r"(?<![a-z])for (?:\w+ ){1,3}(?:years|decades),? (?:we|our|it|its|the) (?:[\w'-]+ ){0,4}(?:sat|was|were|stood|"
    r"lived|"
    r"had \w+ \w+|resided) (?:in|at) $"
)
_USED_TO = lazy(
    r"(?<![a-z])(?:used to (?:be|sit|live|stand|reside|have \w+ \w+)|(?:was|were|had been) (?:once|formerly|previously|"
    r"originally)|(?:once|formerly|previously) (?:sat|lived|stood))(?: [\w'-]+){0,4} (?:in|at) $"
)
_UNTIL_BEHIND = lazy(
    r",? (?:until|till|up to) (?:(?:early|late|mid|the end of|last|[a-z]{3,9}) ?)?(?:20\d\d|year|spring|summer|autumn|"
    r"winter|month|recently)(?![a-z])"
)
_WAS = lazy(
    r"(?<![a-z])(?:was|were|sat|had|stood|lived|registered|based|seated|incorporated)(?: [\w'-]+){0,3} (?:in|at) $"
)
_MOVED_ON = lazy(
    r"(?<![a-z])(?:now|these days|today|nowadays|since(?: then)?|currently|moved|at present|present)(?![a-z])"
)
_ONCE_ZH = lazy(
    r"(?:以前|之前|原来|原先|早先|从前|过去|早年|起初|最初|曾经?|本来)[^,。;]{0,8}?(?:设立?|注册地?|登记|办公|落户|待|"
    r"开|总部|"
    r"公司|厂)[^,。;]{0,3}(?:在|是)$"
)
_NOW_ZH = lazy(r"现在|如今|目前|后来|迁|搬|眼下|现")
_DESCRIBES_ZH = lazy(
    r"(?:市|省|区|县)?的?(?:[这那]一?[家个间]|那[家个间]?(?:公司|企业|厂))(?:公司|企业|厂|集团)?(?:只?是|属于|"
    r"系)(?:我们|我司|我)?的?(?:一[个家])?"
    r"(?:老|大)?(?:客户|供应商|买家|股东|母公司|合作|经销商|代理商|对手|同行|甲方|乙方|债务人|朋友)|"
    r"的(?:公司|企业|集团|厂)(?:只?是|系)(?:我们|我司|我)?的?(?:客户|供应商|买家|股东|母公司|经销商|对手|同行|甲方|"
    r"债务人)"
)
_DESCRIBES_EN = lazy(
    r" (?:is|are|was) (?:only |just |merely )?(?:our|a|one of our|the) (?:\w+ )?(?:customer|client|supplier|buyer|"
    r"parent|"
    r"shareholder|distributor|competitor|rival|debtor|agent)s?(?![a-z])"
)
_THE_ONE = lazy(r"(?<![a-z])(?:the|that) (?:firm|company|one|house|group|outfit)(?: [\w'-]+){0,6} $")


def left(so_far: str, tail: str, behind: str) -> bool:
    """Whether a place was left for another: `so_far` before it in its sentence, `tail` and `behind` after it."""
    if so_far[-1:].isascii():
        told = _UNTIL_AHEAD.search(so_far) or _FOR_YEARS.search(so_far) or _USED_TO.search(so_far)
        until = _UNTIL_BEHIND.match(tail) and _WAS.search(so_far)
        return bool((told or until) and (_MOVED_ON.search(behind) or told))
    return bool(_ONCE_ZH.search(so_far) and _NOW_ZH.search(behind))


def describes(so_far: str, tail: str) -> bool:
    """Whether a place only tells which house is meant that is a customer or a supplier of ours."""
    if _DESCRIBES_EN.match(tail):
        return _THE_ONE.search(so_far) is not None
    return _DESCRIBES_ZH.match(tail) is not None
