"""Three-valued conditions, benefits, caps and stacking: pure functions over facts and an as-of date."""

from policies.criteria.asked import asked_for, asked_of
from policies.criteria.benefits import BenefitOutcome
from policies.criteria.conditions import ConditionOutcome
from policies.criteria.evaluate import Outcome, evaluate, evaluate_for, required
from policies.criteria.formulas import figures
from policies.criteria.logic import judge
from policies.criteria.profile import Profile
from policies.criteria.stacking import Combination, Share, combine
from policies.criteria.values import known, lies_in, number, read_date

__all__ = [
    "BenefitOutcome",
    "Combination",
    "ConditionOutcome",
    "Outcome",
    "Profile",
    "Share",
    "asked_for",
    "asked_of",
    "combine",
    "evaluate",
    "evaluate_for",
    "figures",
    "judge",
    "known",
    "lies_in",
    "number",
    "read_date",
    "required",
]
