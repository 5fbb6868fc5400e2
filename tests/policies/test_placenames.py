"""Where names of places stand in a text as it was written."""

import pytest

from policies.advise import Adviser


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("which metro exit for Beijing Zoo", ["Beijing"]),
        ("KUNSHAN or 蘇州, which is nearer to 寧夏回族自治區?", ["KUNSHAN", "蘇州", "寧夏回族自治區"]),
        ("海淀区图书馆几点关门", ["海淀区"]),
        ("we make lamps", []),
        ("İzmir is no place of ours", []),
        ("", []),
    ],
)
def test_names_are_found_as_they_were_written(adviser: Adviser, text: str, names: list[str]) -> None:
    spans = adviser._matcher.index.places_in(text)
    assert [text[start:end] for start, end in spans] == names
