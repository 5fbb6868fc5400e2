"""The corpus loader: what is right loads, each mistake is named with its place and the correct form."""

from __future__ import annotations

import shutil
import time
from pathlib import Path

import pytest

from policies.errors import CorpusError
from policies.loader import SHIPPED, load_corpus
from policies.loader.__main__ import main

BROKEN = Path(__file__).parent / "broken"


def _expected(path: Path) -> str:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("# error: "), f"{path.name} does not say which error it expects"
    return first.removeprefix("# error: ")


@pytest.mark.parametrize("path", sorted(BROKEN.glob("*.yaml")), ids=lambda path: path.stem)
def test_each_mistake_names_file_place_and_correct_form(path: Path, tmp_path: Path) -> None:
    kind, dashes, _ = path.stem.partition("--")
    if dashes:
        shutil.copytree(SHIPPED / "vocabulary", tmp_path / "vocabulary")
        shutil.copy(path, tmp_path / "vocabulary" / f"{kind}.yaml")
        target = tmp_path
    else:
        target = path
    with pytest.raises(CorpusError) as caught:
        load_corpus(target, vocabulary=None if dashes else SHIPPED / "vocabulary")
    assert _expected(path) in str(caught.value)
    assert caught.value.file == (f"{kind}.yaml" if dashes else path.name)
    assert caught.value.correct


def test_shipped_corpus_loads_within_two_seconds_of_a_slow_machine() -> None:
    started = time.process_time()
    corpus = load_corpus()
    assert time.process_time() - started < 2
    assert {"nx-techfin-2021/1", "nx-techfin-2021/2", "nx-techfin-2021/3"} <= corpus.articles.keys()


def test_dates_and_numbers_are_exact() -> None:
    corpus = load_corpus(SHIPPED / "nx-techfin-2021.yaml")
    rows = corpus.vocabulary.parameters["lpr-1y"].rows
    assert [str(row.value) for row in rows[-2:]] == ["3.10", "3.00"]
    assert all("announcement of" in row.source for row in rows)


def test_an_article_takes_days_and_place_from_its_document() -> None:
    article = load_corpus(SHIPPED / "nx-techfin-2021.yaml").articles["nx-techfin-2021/2"]
    assert article.jurisdiction == "CN-64"
    assert article.validity == article.document.validity


def test_the_command_checks_a_corpus_and_reports(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([str(SHIPPED / "nx-techfin-2021.yaml")]) == 0
    assert "3 articles" in capsys.readouterr().out
    text = (
        (SHIPPED / "nx-techfin-2021.yaml").read_text(encoding="utf-8").replace("as_of: 2021-10-21", "as_of: 2021-10-22")
    )
    (tmp_path / "nx-techfin-2021.yaml").write_text(text, encoding="utf-8")
    assert main([str(tmp_path / "nx-techfin-2021.yaml")]) == 1
    assert "verdict eligible, expected not_yet" in capsys.readouterr().err
    assert main([str(BROKEN / "bad-date.yaml")]) == 1
    assert "bad-date.yaml: document.published" in capsys.readouterr().err
