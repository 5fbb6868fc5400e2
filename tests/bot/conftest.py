"""A demo, made once for all tests and copied for each; nothing in it is mocked."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from policies.advise import Adviser
from tests.bot import town


@pytest.fixture(scope="session")
def _demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo") / "town"
    town.found(folder)
    return folder


@pytest.fixture(scope="session")
def adviser() -> Adviser:
    """The shipped corpus, read once."""
    return Adviser()


@pytest.fixture
def demo_town(_demo: Path, tmp_path: Path, adviser: Adviser) -> town.Town:
    """A demo of one's own."""
    folder = tmp_path / "town"
    shutil.copytree(_demo, folder)
    return town.Town(folder, adviser)
