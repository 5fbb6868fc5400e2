"""A receipt proves offline that something happened: entry, inclusion proof, checkpoint, who enrolled the signing key.

It is a C2SP tlog-proof (see ``proofs``) whose ``extra`` line holds canonical JSON, ``{"entry", "proven", "v"}``: the
entry's bytes as text, and what its signature leans on, each as ``{"entry", "proof"}`` with its own audit path to the
same checkpoint: the genesis, then (for an endorsement, the proposal that it answers, and) for its key the ``enrol``
entry, the ``invite`` (or the ``propose`` and ``endorse`` that made an invitation), and so on for the keys of those,
until the registrar keys that the genesis names. ``extra`` is vouched for by nobody; every entry in it is proven.

The checker brings the roots of trust: the log's verifier key and, if known, the genesis hash; witnesses' keys, if the
log must not be able to show everybody a history of their own. A receipt proves what was recorded, when and by whom; it
does not say what is true now, nor that a key was not revoked later: that is for a statement (``status``).
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ledger import canonical, parse, rekey
from ledger.chain import MerkleTree, verify_inclusion
from ledger.checkpoint import Note, Verifier, open_checkpoint
from ledger.cosignatures import Cosignature, Witness, cosignatures
from ledger.errors import MalformedError, SignatureError
from ledger.proofs import MAX_PROOF, Proof
from ledger.signing import key_id, public_key
from ledger.signing import verify as verify_signature
from ledger.state import State
from ledger.types import REGISTRAR_PARTY, Checkpoint, Entry, Event, Genesis, Json

VERSION = 1
MAX_RECEIPT = MAX_PROOF  # bytes
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
    cosigned: tuple[Cosignature, ...]  # of the checker's witnesses; empty: *unwitnessed*


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
    wanted = [0] if seq else []
    waiting = [seq]
    while waiting:
        event = read(waiting.pop()).event
        if isinstance(event, Genesis):
            continue
        for number in _leading_to(event, state, enrolment):
            if number not in wanted and number != seq and number < size:
                wanted.append(number)
                waiting.append(number)
    proven: list[Json] = [
        {
            "entry": read(number).raw.decode(),
            "proof": [parse.encode_base64(item) for item in tree.inclusion(number, size)],
        }
        for number in wanted
    ]
    extra = canonical.dumps({"entry": read(seq).raw.decode(), "proven": proven, "v": VERSION})
    return Proof(extra, seq, tuple(tree.inclusion(seq, size)), note).format()


def _leading_to(event: Event, state: State, enrolment: Mapping[str, int]) -> Iterable[int]:
    """Entries that show why the event's key could sign: the enrolment of its key, what an enrolment leans on."""
    person = state.people.get(event.person)
    if event.type == "enrol":
        if event.ref in enrolment:
            yield enrolment[event.ref]
    elif person is not None and (since := person.since(event.key)):
        yield since
    if event.type in ANSWERS and event.ref in enrolment:
        yield enrolment[event.ref]


def verify(
    data: bytes, log_vkeys: Iterable[str], genesis_hash: str | None = None, *, witnesses: Iterable[Witness] = ()
) -> Receipt:
    """Check a receipt against the checker's own roots of trust; what it proves.

    ``log_vkeys`` are verifier keys of the log. ``genesis_hash`` is the ledger's identity (hex), if the checker knows
    it; without it the entry 0 that the log's key vouches for is the genesis. How many of ``witnesses`` are enough is
    for the caller to say. Raises MalformedError or SignatureError saying what does not hold.
    """
    proof = Proof.parse(data, "receipt")
    raw, items = _extra(proof)
    checkpoint = open_checkpoint(proof.note, [Verifier.from_vkey(text) for text in log_vkeys], "receipt.checkpoint")
    entry = _included(raw, proof.hashes, checkpoint, "receipt")
    if entry.seq != proof.index:
        raise SignatureError("receipt", f"entry {entry.seq} under the index {proof.index}; ask for the receipt again")
    entries = [entry, *(_proven(item, checkpoint, f"receipt.proven[{index}]") for index, item in enumerate(items))]
    genesis = next((item for item in entries if item.seq == 0), None)
    if genesis is None or (genesis_hash is not None and genesis.hash != genesis_hash):
        raise SignatureError("receipt", "of another ledger: its genesis is not the one you trust")
    assert isinstance(genesis.event, Genesis)
    if checkpoint.origin != genesis.event.origin:
        raise SignatureError("receipt.checkpoint", "of another origin than the genesis")
    chain: list[Proven] = []
    proposal = None
    if entry.seq:
        prover = _Prover(entries, genesis.event, genesis.hash, chain)
        prover.signer(entry)
        proposal = prover.proposal(entry)
    return Receipt(
        entry=entry,
        checkpoint=checkpoint,
        ledger=genesis.hash,
        demo=genesis.event.demo,
        signer=chain[0] if chain else None,
        chain=tuple(chain),
        proposal=proposal,
        cosigned=cosignatures(Note.parse(proof.note), witnesses, "receipt.checkpoint"),
    )


def _extra(proof: Proof) -> tuple[str, list[Json]]:
    """The entry's text and the items behind it. Raises MalformedError."""
    if proof.extra is None:
        raise MalformedError("receipt", "a proof without its entry (no 'extra' line); ask for the receipt itself")
    value = parse.loads(proof.extra, "receipt.extra")
    if not isinstance(value, dict) or type(version := value.get("v")) is not int:
        raise MalformedError("receipt.extra", "not an object of entry, proven and v")
    if version != VERSION:
        raise MalformedError("receipt.extra.v", f"version {version} is not known here; use newer software")
    raw, items = value.get("entry"), value.get("proven")
    if set(value) != {"entry", "proven", "v"} or not isinstance(raw, str) or not isinstance(items, list):
        raise MalformedError("receipt.extra", "not an object of entry, proven and v")
    if len(items) >= MAX_PROVEN:
        raise MalformedError("receipt.extra.proven", f"{len(items)} entries; at most {MAX_PROVEN - 1}")
    return raw, items


def _proven(item: Json, checkpoint: Checkpoint, where: str) -> Entry:
    if not isinstance(item, dict) or set(item) != {"entry", "proof"}:
        raise MalformedError(where, "not an object of entry and proof")
    raw, proof = item["entry"], item["proof"]
    if not isinstance(raw, str) or not isinstance(proof, list):
        raise MalformedError(where, "not an entry's text and a list of hashes")
    hashes = [parse.decode_base64(text, 32, f"{where}.proof") if isinstance(text, str) else b"" for text in proof]
    return _included(raw, hashes, checkpoint, where)


def _included(raw: str, hashes: Sequence[bytes], checkpoint: Checkpoint, where: str) -> Entry:
    entry = parse.entry(raw.encode())
    if not verify_inclusion(entry.seq, checkpoint.size, bytes.fromhex(entry.hash), hashes, checkpoint.root):
        raise SignatureError(where, f"entry {entry.seq} is not in the checkpoint; ask for the receipt again")
    return entry


def _brought(event: Event) -> str:
    """The id of the key that a ``rekey`` brings; nothing for one that is malformed."""
    try:
        return key_id(b64decode(str(event.body.get("public_key")), validate=True))
    except ValueError:
        return ""


class _Prover:
    """Follows keys from a signature to the registrar keys in the genesis, through proven entries alone."""

    def __init__(self, entries: list[Entry], genesis: Genesis, ledger: str, chain: list[Proven]) -> None:
        self.by_hash = {entry.hash: entry for entry in entries}
        self.enrols = {e.event.key: e for e in entries if isinstance(e.event, Event) and e.event.type == "enrol"}
        self.rekeys = {_brought(e.event): e for e in entries if isinstance(e.event, Event) and e.event.type == "rekey"}
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
        if event.key in self.rekeys:
            return self._replacing(self.rekeys[event.key], entry)
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

    def _replacing(self, made: Entry, entry: Entry) -> tuple[Proven, bytes, tuple[Entry, ...]]:
        """A key that took the place of another: the old one signed, the new one proved its possession."""
        subject, where = made.event, f"entry {made.seq}.event.body"
        assert isinstance(subject, Event)
        if made.seq >= entry.seq:
            raise SignatureError(f"entry {entry.seq}", "the key that signed it came later")
        text, custody = str(subject.body.get("public_key")), str(subject.body.get("custody"))
        public = parse.decode_base64(text, 32, f"{where}.public_key")
        message = rekey.message(subject.ledger, subject.party, subject.person, subject.key, text, custody)
        proof = parse.decode_base64(str(subject.body.get("proof")), 64, f"{where}.proof")
        if not public_key(public).verify(message, proof):
            raise SignatureError(f"{where}.proof", "the new key did not prove its possession")
        proven = Proven(subject.person, subject.party, key_id(public), custody, made.seq, made.at, ())
        return proven, public, (made,)

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
