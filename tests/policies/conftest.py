"""One adviser over the shipped corpus for every test: it keeps nothing from one call to the next."""

from __future__ import annotations

import pytest

from policies.advise import Adviser


@pytest.fixture(scope="session")
def adviser() -> Adviser:
    return Adviser()
