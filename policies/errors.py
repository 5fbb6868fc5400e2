"""Errors of the policies package: each says what is wrong, where, and what would be right. Fields may be read."""

from __future__ import annotations


class PolicyError(Exception):
    """Root of everything this package raises on purpose."""


class CorpusError(PolicyError):
    """A corpus or vocabulary file breaks a rule of docs/corpus.md.

    `file` is its name, `path` the YAML path of the offending node (`articles[0].benefits[1].cap_cny`), `problem` what
    is wrong, `correct` the form that would be accepted.
    """

    def __init__(self, file: str, path: str, problem: str, correct: str) -> None:
        super().__init__(f"{file}: {path or 'file'}: {problem}; {correct}")
        self.file, self.path, self.problem, self.correct = file, path, problem, correct


class UnknownArticleError(PolicyError):
    """No article of the corpus has this id."""

    def __init__(self, article: str) -> None:
        super().__init__(f"no article {article!r} in the corpus; ids look like nx-techfin-2021/2")
        self.article = article


class UnknownFactError(PolicyError):
    """A fact name that the vocabulary does not define."""

    def __init__(self, fact: str) -> None:
        super().__init__(f"no fact {fact!r} in the vocabulary; see policies/corpus/vocabulary/facts.yaml")
        self.fact = fact


class FactValueError(PolicyError):
    """A value that does not fit the type of its fact; `correct` says which values do."""

    def __init__(self, fact: str, value: object, correct: str) -> None:
        super().__init__(f"fact {fact}: {value!r} does not fit; {correct}")
        self.fact, self.value, self.correct = fact, value, correct


class AnswerError(PolicyError):
    """The text does not answer the question about `fact`. `declined`: the person said that they do not know."""

    def __init__(self, fact: str, text: str, *, declined: bool = False, correct: str = "") -> None:
        why = "was left open" if declined else "was not understood"
        super().__init__(f"the answer {text!r} to {fact} {why}" + (f"; {correct}" if correct else ""))
        self.fact, self.text, self.declined, self.correct = fact, text, declined, correct


class RequestError(PolicyError):
    """A request to match that cannot be read; `problem` names the field and the correct form."""

    def __init__(self, problem: str) -> None:
        super().__init__(problem)
        self.problem = problem
