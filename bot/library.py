"""The policies that the bot advises by: the shipped ones and the operator's own, read again when those change."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from policies.advise import Adviser
from policies.errors import CorpusError
from policies.loader import load_corpus

log = logging.getLogger(__name__)
Marks = tuple[tuple[str, int, int], ...]


class Library:
    """The operator's documents are the YAML files of one folder, which need not be there."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = self._marks()
        self._reading = asyncio.Lock()

    def open(self) -> Adviser:
        """An adviser by all policies as they are now. Raises CorpusError for a document that breaks a rule."""
        own = (self._folder,) if self._folder.is_dir() else ()
        return Adviser(load_corpus(more=own))

    async def renewed(self) -> Adviser | None:
        """An adviser by the changed policies; None if none changed, or they cannot be read, which is logged once.

        Reading takes seconds and is done beside the conversations, which go on by the policies of before.
        """
        async with self._reading:
            try:
                marks = self._marks()
                if marks == self._seen:
                    return None
                self._seen = marks
                adviser = await asyncio.to_thread(self.open)
            except (CorpusError, OSError) as fault:
                log.error("the policies changed and cannot be read; those of before are used: %s", fault)
                return None
        log.info("the policies changed: %d articles", len(adviser.corpus.articles))
        return adviser

    def _marks(self) -> Marks:
        """What a change of the folder shows in: names, sizes, times."""
        files = sorted(self._folder.glob("*.yaml")) if self._folder.is_dir() else []
        stats = ((path.name, path.stat()) for path in files)
        return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)
