"""What an import can stumble over: each error says what is wrong with which file and what to do next."""

from __future__ import annotations

from collections.abc import Sequence

from policies.errors import PolicyError


class SourceError(PolicyError):
    """A document that cannot be read or split. `file` is its name, `problem` what is wrong, `remedy` what to do."""

    def __init__(self, file: str, problem: str, remedy: str) -> None:
        super().__init__(f"{file}: {problem}; {remedy}")
        self.file, self.problem, self.remedy = file, problem, remedy


class DraftError(PolicyError):
    """A draft that cannot be published yet. `reasons` are whole sentences, one thing to put right each."""

    def __init__(self, file: str, reasons: Sequence[str]) -> None:
        count = f"{len(reasons)} things are" if len(reasons) > 1 else "one thing is"
        super().__init__(f"{file} is not published: {count} to be put right\n" + "\n".join(f"  {r}" for r in reasons))
        self.file, self.reasons = file, tuple(reasons)


class UnknownDocumentError(PolicyError):
    """No document or article of this id; `near` are ids that look like it."""

    def __init__(self, name: str, near: Sequence[str]) -> None:
        hint = f"did you mean {' or '.join(near)}?" if near else "'tallystick policies coverage' lists the documents"
        super().__init__(f"{name}: nothing in the corpus has this id; {hint}")
        self.name, self.near = name, tuple(near)
