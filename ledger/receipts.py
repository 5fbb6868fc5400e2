"""A receipt proves offline that something happened: entry, inclusion proof, checkpoint, who enrolled the signing key.

It is canonical JSON: ``{"v", "checkpoint", "proven"}``. ``checkpoint`` is the signed note as text; ``proven`` lists
entries with their inclusion proofs in that checkpoint: first the entry itself, then the genesis, then (for an
endorsement, the proposal that it answers, and) for its key the ``enrol`` entry, the ``invite`` (or the ``propose`` and
``endorse`` that made an invitation), and so on for the keys of those, until the registrar keys that the genesis names.
The checker brings the roots of trust: the log's verifier key and the genesis hash. A receipt proves what was recorded,
when and by whom; it does not say what is true now, nor that a key was not revoked later.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ledger import canonical, parse
from ledger.chain import MerkleTree, verify_inclusion
from ledger.checkpoint import Verifier, open_checkpoint
from ledger.errors import MalformedError, SignatureError
from ledger.signing import key_id
from ledger.signing import verify as verify_signature
from ledger.state import State
from ledger.types import MAX_ENTRY, REGISTRAR_PARTY, Checkpoint, Entry, Event, Genesis, Json

VERSION = 1
MAX_PROVEN = 64
ANSWERS = ("endorse", "return")


@dataclass(frozen=True, slots=True)
class Proven:
    """Who signed: a person for a party with a key.

    ``custody`` is "own" (the signature is a signature), "held" (it is an attestation by the service), or "registrar"
    (named in the genesis). ``enrolled_by`` are the people who invited them.
    """

    person: str
    party: str
    key: str
    custody: str
    enrolled_seq: int
    enrolled_at: int
    enrolled_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was proven: the entry is in the checkpoint's ledger, and ``signer`` signed it (None for the genesis)."""

    entry: Entry
    checkpoint: Checkpoint
    ledger: str
    demo: bool
    signer: Proven | None
    chain: tuple[Proven, ...]  # whose enrolments lead from the signers to the registrar, the entry's signer first
    proposal: Entry | None  # what an ``endorse`` or ``return`` answers, proven as the entry is


def make(
    seq: int,
    read: Callable[[int], Entry],
    state: State,
    enrolment: Mapping[str, int],
    tree: MerkleTree,
    note: bytes,
    size: int,
) -> bytes:
    """The receipt for entry ``seq`` under the checkpoint ``note`` of ``size`` entries.

    ``read`` gives entries by number, ``enrolment`` the numbers of enrolment entries by hash.
    """
    wanted = [seq, 0] if seq else [0]
    waiting = [seq]
    while waiting:
        event = read(waiting.pop()).event
        if isinstance(event, Genesis):
            continue
        for number in _leading_to(event, state, enrolment):
            if number not in wanted and number < size:
                wanted.append(number)
                waiting.append(number)
    proven: list[Json] = [
        {
            "entry": read(number).raw.decode(),
            "proof": [b64encode(item).decode() for item in tree.inclusion(number, size)],
        }
        for number in wanted
    ]
    return canonical.dumps({"checkpoint": note.decode(), "proven": proven, "v": VERSION})


def _leading_to(event: Event, state: State, enrolment: Mapping[str, int]) -> Iterable[int]:
    """Entries that show why the event's key could sign: the enrolment of its key, what an enrolment leans on."""
    person = state.people.get(event.person)
    if event.type == "enrol":
        if event.ref in enrolment:
            yield enrolment[event.ref]
    elif person is not None and person.party != REGISTRAR_PARTY:
        yield person.seq
    if event.type in ANSWERS and event.ref in enrolment:
        yield enrolment[event.ref]


def verify(data: bytes, log_vkeys: Iterable[str], genesis_hash: str) -> Receipt:
    """Check a receipt against the checker's own roots of trust; what it proves.

    ``log_vkeys`` are verifier keys of the log, ``genesis_hash`` the ledger's identity (hex). Raises MalformedError or
    SignatureError saying what does not hold.
    """
    value = parse.loads(data, "receipt")
    if not isinstance(value, dict) or set(value) != {"checkpoint", "proven", "v"}:
        raise MalformedError("receipt", "not an object of checkpoint, proven and v")
    if value["v"] != VERSION or value["v"] is True:
        raise MalformedError("receipt.v", f"version {value['v']} is not known here; use newer software")
    note, items = value["checkpoint"], value["proven"]
    if not isinstance(note, str) or not isinstance(items, list) or not 1 <= len(items) <= MAX_PROVEN:
        raise MalformedError("receipt", f"not a checkpoint and 1 to {MAX_PROVEN} proven entries")
    checkpoint = open_checkpoint(note.encode(), [Verifier.from_vkey(text) for text in log_vkeys], "receipt.checkpoint")
    entries = [_included(item, checkpoint, f"receipt.proven[{index}]") for index, item in enumerate(items)]
    genesis = next((entry for entry in entries if entry.seq == 0), None)
    if genesis is None or genesis.hash != genesis_hash:
        raise SignatureError("receipt", "of another ledger: its genesis is not the one you trust")
    assert isinstance(genesis.event, Genesis)
    if checkpoint.origin != genesis.event.origin:
        raise SignatureError("receipt.checkpoint", "of another origin than the genesis")
    chain: list[Proven] = []
    proposal = None
    if entries[0].seq:
        prover = _Prover(entries, genesis.event, genesis_hash, chain)
        prover.signer(entries[0])
        proposal = prover.proposal(entries[0])
    signer = chain[0] if chain else None
    return Receipt(entries[0], checkpoint, genesis_hash, genesis.event.demo, signer, tuple(chain), proposal)


def _included(item: Json, checkpoint: Checkpoint, where: str) -> Entry:
    if not isinstance(item, dict) or set(item) != {"entry", "proof"}:
        raise MalformedError(where, "not an object of entry and proof")
    raw, proof = item["entry"], item["proof"]
    if not isinstance(raw, str) or not isinstance(proof, list) or len(raw) > MAX_ENTRY:
        raise MalformedError(where, "not an entry's text and a list of hashes")
    entry = parse.entry(raw.encode())
    hashes = [parse.decode_base64(text, 32, f"{where}.proof") if isinstance(text, str) else b"" for text in proof]
    if not verify_inclusion(entry.seq, checkpoint.size, bytes.fromhex(entry.hash), hashes, checkpoint.root):
        raise SignatureError(where, f"entry {entry.seq} is not in the checkpoint; ask for the receipt again")
    return entry


class _Prover:
    """Follows keys from a signature to the registrar keys in the genesis, through proven entries alone."""

    def __init__(self, entries: list[Entry], genesis: Genesis, ledger: str, chain: list[Proven]) -> None:
        self.by_hash = {entry.hash: entry for entry in entries}
        self.enrols = {e.event.key: e for e in entries if isinstance(e.event, Event) and e.event.type == "enrol"}
        self.registrars = {
            key_id(b64decode(item.key)): (item.person, b64decode(item.key)) for item in genesis.registrar_keys
        }
        self.ledger, self.chain = ledger, chain

    def signer(self, entry: Entry, depth: int = 0) -> str:
        """The person who truly signed ``entry``; appends who they are, then who let them in, to the chain."""
        event = entry.event
        if not isinstance(event, Event) or depth > MAX_PROVEN:
            raise SignatureError(f"entry {entry.seq}", "no chain of enrolments to the registrar")
        if event.ledger != self.ledger:
            raise SignatureError(f"entry {entry.seq}.event.ledger", "signed for another ledger")
        if event.key in self.registrars and event.party == REGISTRAR_PARTY:
            person, public = self.registrars[event.key]
            proven = Proven(person, REGISTRAR_PARTY, event.key, "registrar", 0, 0, ())
            inviters: tuple[Entry, ...] = ()
        else:
            proven, public, inviters = self._enrolled(event, entry)
        if (event.person, event.party) != (proven.person, proven.party):
            raise SignatureError(f"entry {entry.seq}.event.person", "the key belongs to another person or party")
        verify_signature(public, parse.payload(entry), entry.sig, f"entry {entry.seq}.sig")
        if any(known.key == proven.key for known in self.chain):
            return proven.person
        place = len(self.chain)
        self.chain.append(proven)
        names = tuple(self.signer(inviter, depth + 1) for inviter in inviters)
        if names:
            self.chain[place] = Proven(
                proven.person, proven.party, proven.key, proven.custody, proven.enrolled_seq, proven.enrolled_at, names
            )
        return proven.person

    def proposal(self, entry: Entry) -> Entry | None:
        """The proposal that an endorsement answers, its own signer proven; None for other entries."""
        if not isinstance(entry.event, Event) or entry.event.type not in ANSWERS:
            return None
        found = self.by_hash.get(entry.event.ref)
        if found is None or not isinstance(found.event, Event) or found.event.type != "propose":
            raise SignatureError(f"entry {entry.seq}.event.ref", "the proposal that it answers is not proven")
        self.signer(found)
        return found

    def _enrolled(self, event: Event, entry: Entry) -> tuple[Proven, bytes, tuple[Entry, ...]]:
        enrol = self.enrols.get(event.key)
        if enrol is None or enrol.seq > entry.seq:
            raise SignatureError(f"entry {entry.seq}", f"the enrolment of its key {event.key[:12]}… is not proven")
        subject = enrol.event
        assert isinstance(subject, Event)
        where = f"entry {enrol.seq}.event.body"
        public = parse.decode_base64(str(subject.body.get("public_key")), 32, f"{where}.public_key")
        custody = subject.body.get("custody")
        if key_id(public) != subject.key or custody not in ("own", "held"):
            raise SignatureError(where, "not the enrolment of this key")
        if enrol is not entry:
            verify_signature(public, parse.payload(enrol), enrol.sig, f"entry {enrol.seq}.sig")
        proven = Proven(subject.person, subject.party, subject.key, str(custody), enrol.seq, enrol.at, ())
        return proven, public, self._inviters(subject, where)

    def _inviters(self, enrol: Event, where: str) -> tuple[Entry, ...]:
        """The entries that made the invitation: one ``invite``, or a ``propose`` and the last ``endorse``."""
        kind: Json
        body: Json
        found: tuple[Entry, ...]
        made = self.by_hash.get(enrol.ref)
        if made is None or not isinstance(made.event, Event):
            raise SignatureError(where, "its invitation is not proven")
        if made.event.type == "endorse":
            proposal = self.by_hash.get(made.event.ref)
            if proposal is None or not isinstance(proposal.event, Event) or proposal.event.type != "propose":
                raise SignatureError(where, "the proposal of its invitation is not proven")
            wrapped = proposal.event.body
            kind, body, found = wrapped.get("type"), wrapped.get("body"), (proposal, made)
        else:
            kind, body, found = made.event.type, dict(made.event.body), (made,)
        if kind != "invite" or not isinstance(body, Mapping) or body.get("party") != enrol.party:
            raise SignatureError(where, "it leans on something that is no invitation of this enterprise")
        return found
