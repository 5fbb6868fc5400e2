"""Words for a cost that an office put back into our account: "the department sent half of the interest to us"."""

from __future__ import annotations

_GAVE = r"(?:put|sent|returned|transferred|wired|credited|remitted|refunded|reimbursed|(?:gave|given|paid) back)"
_TO_US = r"(?:back )?(?:(?:on|from) [^.;]{0,24}?)?(?:(?:in)?to (?:us|our|the company)|back)"


def sent_back(payer: str, fee: str) -> str:
    """A pattern of it, told of the payer or of the cost."""
    return (
        rf"{payer} (?:has |had |already ){{0,3}}{_GAVE} [^.;]{{0,24}}?{fee} {_TO_US}|"
        rf"{fee} [^.;]{{0,24}}?(?:was|were|been) {_GAVE} [^.;]{{0,24}}?by [^.;]{{0,30}}?{payer}"
    )


PAID_OUT_ZH = (
    r"(?:给|打|拨|汇|转|兑现|兑付|退|返|付给)(?:给|下来?|回来?|还给?|[到进入至])?"
    r"(?:了|过|我们|本公司|我司|公司|企业|账|帐|户)"
)
"""科技厅把一半利息拨到我们账户."""
