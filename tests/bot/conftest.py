"""A demo, made once for all tests and copied for each; nothing in it is mocked."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli import main
from policies.advise import Adviser
from tests.bot import town

Run = Callable[..., tuple[int, str, str]]


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


@pytest.fixture
def run(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """``tallystick`` in an empty folder: exit status, output, errors."""
    monkeypatch.chdir(tmp_path)
    for name in ("TOKEN", "TOKEN_FILE", "DATA", "KEYS", "API", "CONFIG"):
        monkeypatch.delenv(f"TALLYSTICK_{name}", raising=False)

    def call(*arguments: str) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            status = main(arguments)
        except SystemExit as end:
            status = int(str(end.code))
        return status, *capsys.readouterr()

    return call
