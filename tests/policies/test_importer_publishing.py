"""A draft becomes a corpus file only when everything is there, another person publishes, and it loads with the rest."""

from __future__ import annotations

import contextlib
import copy
import datetime as dt
import json
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from policies.errors import CorpusError
from policies.importer import DraftError, SourceError, problems, publish, read_draft
from policies.importer.closeness import compare, too_close
from policies.importer.publishing import same_person
from policies.loader import SHIPPED, load_corpus
from tests.policies.drafting import AT, Edit, example, finished, fresh, saved

NAME = "ningxia-2024-17"
ONE = SHIPPED / "nx-techfin-2021.yaml"


def refused(tmp_path: Path, *edits: Edit, by: str = "Shen") -> str:
    with pytest.raises(DraftError) as caught:
        publish(saved(finished(), tmp_path, *edits), SHIPPED, tmp_path / "policies", by, AT)
    assert str(caught.value).startswith("draft.yaml is not published: ")
    return "\n".join(caught.value.reasons)


def test_a_finished_draft_becomes_a_corpus_file(tmp_path: Path) -> None:
    made = publish(saved(finished(), tmp_path), SHIPPED, tmp_path / "policies", "Shen", AT)
    (tmp_path / f"{made.id}.yaml").write_bytes(made.corpus)
    corpus = load_corpus(SHIPPED, more=(tmp_path / f"{made.id}.yaml",))
    assert (made.id, made.articles) == (NAME, 8)
    assert corpus.documents[NAME].published == dt.date(2024, 1, 15)
    assert corpus.articles[f"{NAME}/3"].conditions[0].source == "第二章 谁能申请，第三条"
    assert "bj-sme-2020" in corpus.documents
    text = made.corpus.decode()
    assert "draft" not in text
    assert "开门迎客" not in text  # no sentence of the source


def test_the_record_says_who_and_from_what(tmp_path: Path) -> None:
    path = saved(finished(), tmp_path)
    made = publish(path, SHIPPED, tmp_path / "policies", "Shen", AT)
    record = json.loads(made.record)
    (entry,) = record["publications"]
    assert record["document"] == NAME
    assert (entry["drafted_by"], entry["edited_by"], entry["published_by"]) == ("Lin", ["Wei"], "Shen")
    assert entry["published_at"] == "2026-11-22T10:00:00+08:00"
    assert entry["source"]["file"] == "yunling.md"
    assert len(entry["source"]["sha256"]) == len(entry["corpus_sha256"]) == 64
    assert entry["flags"][0]["settled"] == "looked at, stands as it is"
    again = publish(path, SHIPPED, tmp_path / "policies", "Shen", AT, made.record)
    assert len(json.loads(again.record)["publications"]) == 1  # the same words once more are no second version
    changed = saved(finished(), tmp_path, lambda made: made["articles"][0]["digest"].update(en="Other words."))
    later = publish(changed, SHIPPED, tmp_path / "policies", "Shen", AT, made.record)
    assert len(json.loads(later.record)["publications"]) == 2


def test_a_fresh_draft_names_everything_that_is_missing(tmp_path: Path) -> None:
    found = problems(saved(fresh(), tmp_path), SHIPPED, tmp_path / "policies", "Shen")
    text = "\n".join(found)
    for words in (
        "draft.edited_by: nobody is named",
        "flag 1 is open: a temporary measure",
        f"flag 2 ({NAME}/4) is open",
        "document.title.en: nothing is filled in",
        f"{NAME}/1: digest.zh: nothing is filled in",
        f"{NAME}/3-1: use: nothing is filled in",
        f"{NAME}/7: asks.en: 0 of at least 6",
        f"{NAME}/7: themes: none is named",
    ):
        assert words in text


@pytest.mark.parametrize(
    ("by", "words"),
    [
        ("Lin", "--by: Lin imported it; another person publishes"),
        (" ＬＩＮ ", "imported it"),
        ("wei", "--by: wei edited it; another person publishes"),
        ("  ", "--by: name the person who publishes"),
    ],
)
def test_another_person_publishes(tmp_path: Path, by: str, words: str) -> None:
    assert words in refused(tmp_path, by=by)


def test_names_of_one_person() -> None:
    assert same_person("Lin  Yue", "ｌｉｎ yue")
    assert not same_person("林", "林悦")


def first(made: dict[str, Any]) -> dict[str, Any]:
    article: dict[str, Any] = made["articles"][0]
    return article


def third(made: dict[str, Any]) -> dict[str, Any]:
    article: dict[str, Any] = made["articles"][2]
    return article


@pytest.mark.parametrize(
    ("edit", "words"),
    [
        (lambda made: made["draft"]["flags"].pop(), "2 were raised and 1 are left"),
        (lambda made: made["draft"]["flags"][0].update(settled=" "), "flag 1 is open"),
        (lambda made: made["draft"].update(flags="none"), "draft.flags: a list of flags"),
        (lambda made: made["draft"].update(edited_by="Wei"), "draft.edited_by: nobody is named"),
        (lambda made: made["draft"].update(imported={}), "draft.imported: file, sha256 and by belong here"),
        (lambda made: made["document"].update(id="Ningxia 17"), "document.id: 'Ningxia 17' is no id"),
        (lambda made: made["document"].update(jurisdiction=""), "document.jurisdiction: nothing is filled in"),
        (lambda made: made.update(document=None), "document: the head of the corpus file is missing"),
        (lambda made: made.update(articles=[]), "articles: there is none"),
        (lambda made: made.update(articles=["x"]), "articles: each one is a mapping"),
        (lambda made: first(made).update(digest="x"), "/1: digest.zh: nothing is filled in"),
        (lambda made: first(made)["asks"].update(zh=["甲"] * 6), "asks.zh: 1 of at least 6 different wordings"),
        (lambda made: first(made).update(themes=["tea"]), "articles[0].themes[0]: unknown theme 'tea'"),
        (lambda made: first(made).update(tea=1), "unknown key 'tea'"),
        (lambda made: third(made).pop("examples"), "conditions without examples"),
        (lambda made: third(made)["examples"].append(example(19, "unknown", [])), "verdict eligible, expected unknown"),
        (
            lambda made: first(made)["digest"].update(zh="这是为了让街边小店在淡季也周转得开，制定本办法。"),
            "repeats the source",
        ),
    ],
)
def test_what_is_not_published(tmp_path: Path, edit: Edit, words: str) -> None:
    assert words in refused(tmp_path, edit)


def test_benefits_come_with_examples(tmp_path: Path) -> None:
    benefit = {
        "id": "grant", "label": {"zh": "周转金", "en": "working money"}, "kind": "funding", "beneficiary": "enterprise",
        "source": "第五条", "amount": 50000,
    }  # fmt: skip
    assert "benefits without examples" in refused(tmp_path, lambda made: made["articles"][5].update(benefits=[benefit]))


@pytest.mark.parametrize("text", ["a: 1\n", "[]", "draft: yes\n", "draft: {form: 99}\n", ""])
def test_what_is_no_draft(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.yaml").write_text(text)
    with pytest.raises(SourceError, match=r"x\.yaml: (?:this is no draft|a draft of form 99)"):
        read_draft(tmp_path / "x.yaml")


def test_drafts_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="cannot be read"):
        read_draft(tmp_path / "nowhere.yaml")
    (tmp_path / "x.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SourceError, match="this is no draft"):
        read_draft(tmp_path / "x.yaml")
    (tmp_path / "x.yaml").write_text("a: [")
    with pytest.raises(CorpusError, match="not valid YAML"):
        read_draft(tmp_path / "x.yaml")


_FINISHED = finished()
_JUNK = st.sampled_from([None, "", "x", 7, 1.5, True, [], ["x"], {}, {"zh": 1}, [[]], dt.date(2024, 1, 1)])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(0, 60), min_size=1, max_size=6), _JUNK)
def test_a_draft_spoilt_anywhere_is_told_and_never_a_crash(path: list[int], junk: Any) -> None:
    """One place of a good draft holds something else: there are reasons or none, but no other exception."""
    made = copy.deepcopy(_FINISHED)
    made["articles"] = made["articles"][2:4]
    at: Any = made
    for step in path[:-1]:
        keys = list(at) if isinstance(at, dict) else range(len(at)) if isinstance(at, list) else ()
        if not keys or not isinstance(at[keys[step % len(keys)]], (dict, list)):
            break
        at = at[keys[step % len(keys)]]
    keys = list(at) if isinstance(at, dict) else range(len(at))
    if keys:
        at[keys[path[-1] % len(keys)]] = junk
    with tempfile.TemporaryDirectory() as folder, contextlib.suppress(DraftError, SourceError):
        publish(saved(made, Path(folder)), ONE, Path(folder) / "policies", "Shen", AT)


def test_a_damaged_record_is_told(tmp_path: Path) -> None:
    for damaged in (b"", b"[]", b'{"publications": 1}', b"\xff"):
        with pytest.raises(SourceError, match="it is damaged; put back a copy"):
            publish(saved(finished(), tmp_path), SHIPPED, tmp_path / "policies", "Shen", AT, damaged)


def test_a_new_version_of_a_known_document_keeps_what_was_written(tmp_path: Path) -> None:
    earlier = publish(saved(finished(), tmp_path), SHIPPED, tmp_path / "policies", "Shen", AT)
    known = yaml.safe_load(earlier.corpus)
    made = fresh("yunling-2026.md", NAME, known)
    assert made["document"]["title"]["en"] == "Working money for corner shops"
    assert (made["document"]["number"], made["document"]["validity"]["until"]) == (
        "宁云财发〔2026〕9号",
        dt.date(2029, 3, 31),
    )
    assert made["articles"][2]["digest"]["en"] == "About matter 3."
    assert made["articles"][2]["draft"]["text"].count("30人") == 1
    notes = [flag["note"] for flag in made["draft"]["flags"]]
    assert f"in the corpus and not in this version: {NAME}/3-1" in notes
    assert notes.count("taken over from the corpus: check it against this text") == 7
    assert made["articles"][-1]["digest"] == {"zh": "", "en": ""}  # article 8 is new by its number


# --- two folders --------------------


def test_an_operator_s_document_stands_in_place_of_a_shipped_one(tmp_path: Path) -> None:
    text = (SHIPPED / "sz-techfin-2021.yaml").read_text(encoding="utf-8")
    title = load_corpus(SHIPPED).documents["sz-techfin-2021"].title.en
    (tmp_path / "sz-techfin-2021.yaml").write_text(text.replace(title, "Another title"), encoding="utf-8")
    corpus = load_corpus(SHIPPED, more=(tmp_path,))
    assert corpus.documents["sz-techfin-2021"].title.en == "Another title"
    assert corpus.documents.keys() == load_corpus(SHIPPED).documents.keys()


def test_a_broken_document_of_an_operator_is_named(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("document: {}\narticles: []\n")
    with pytest.raises(CorpusError, match=r"^mine\.yaml: document"):
        load_corpus(SHIPPED, more=(tmp_path,))


# --- own words --------------------

SOURCE = (
    "申请周转金的小店应当在本市开门迎客满两年，雇人不超过二十个，上一年没有欠过别人的货款，"
    "并且愿意每个月把流水交给街道看一看。"
)


def test_the_source_word_for_word() -> None:
    assert too_close(SOURCE[:30], SOURCE, chinese=True).startswith("repeats the source word for word: ")
    assert compare("雇人不超过二十个", SOURCE, chinese=True).run == ""


def test_the_source_piece_by_piece() -> None:
    patched = "小店应当在本市开门迎客哦，而且雇人不超过二十个吧，上一年没有欠过别人钱，愿意每个月把流水交出来"
    assert "of it stands in the source piece by piece" in too_close(patched, SOURCE, chinese=True)


def test_own_words_titles_and_figures_are_free() -> None:
    own = "人手二十名以内、不赖账的铺子可以来要；按《申请周转金的小店应当在本市开门迎客满两年办法》每月给街道过目账本"
    assert too_close(own, SOURCE, chinese=True) == ""
    assert too_close("", SOURCE, chinese=True) == ""
    english = "a shop that has been open for two years may ask for working money from the city at any time"
    assert too_close(english, english, chinese=False)
    assert not too_close("two years in business and the city lends you working money", english, chinese=False)
