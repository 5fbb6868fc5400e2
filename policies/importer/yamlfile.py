"""Drafts and corpus files as YAML that people edit: keys in the order of docs/corpus.md, text in blocks."""

from __future__ import annotations

from typing import Any

import yaml

HEADER = """\
# A draft, not in force. Fill digests and asks in our own words, settle each flag (say how under `settled`),
# move what holds from draft.conditions to `conditions` with examples, and add your name to draft.edited_by.
# Everything under a `draft` key stays behind when it is published. Form: docs/corpus.md; way: docs/importing.md.
"""


class _Dumper(yaml.SafeDumper):
    """Block text for several lines, indented lists, no anchors."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002  # PyYAML's own name
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        return True


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    block = "\n" in value and not any(line != line.rstrip() for line in value.split("\n"))
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if block else None)


_Dumper.add_representer(str, _text)


def dump(value: Any, header: str = "") -> str:
    """A YAML text that reads back as the same value."""
    return header + yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=120, default_flow_style=False
    )
