"""Official documents to drafts of corpus files, drafts to publications, versions to what changed.

`read` and `split` take a file apart, `build` proposes a draft, `publish` lets a finished one through, `compare` puts
two versions beside each other. Nothing here writes into a corpus: the command line does, durably.
"""

from policies.importer.coverage import Coverage, cover, state, total
from policies.importer.draft import ID, Import, build
from policies.importer.errors import DraftError, SourceError, UnknownDocumentError
from policies.importer.numbering import Kind
from policies.importer.publishing import Publication, problems, publish, read_draft
from policies.importer.readers import read
from policies.importer.source import Source
from policies.importer.splitter import Part, split
from policies.importer.versions import Change, Comparison, Edit, Piece, Version, compare
from policies.importer.yamlfile import HEADER, dump

__all__ = [
    "HEADER",
    "ID",
    "Change",
    "Comparison",
    "Coverage",
    "DraftError",
    "Edit",
    "Import",
    "Kind",
    "Part",
    "Piece",
    "Publication",
    "Source",
    "SourceError",
    "UnknownDocumentError",
    "Version",
    "build",
    "compare",
    "cover",
    "dump",
    "problems",
    "publish",
    "read",
    "read_draft",
    "split",
    "state",
    "total",
]
