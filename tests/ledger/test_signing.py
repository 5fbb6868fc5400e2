"""Keys and signatures: DSSE, RFC 8032's vectors, and the keys that must not be trusted."""

from __future__ import annotations

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given, settings
from hypothesis import strategies as st

from ledger.errors import MalformedError, SignatureError
from ledger.signing import PrivateKey, PublicKey, event_pae, key_id, pae, public_key, verify

P = 2**255 - 19
D = -121665 * pow(121666, -1, P) % P
SMALL_ORDER = (
    "0100000000000000000000000000000000000000000000000000000000000000",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
)
NON_CANONICAL = (
    "0100000000000000000000000000000000000000000000000000000000000080",  # the identity with a sign
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",  # y = p
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",  # y = p + 1
    "f0ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",  # y = p + 3, a point for y = 3
    "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
)
SEED = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")  # RFC 8032, 7.1, test 1
PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
SIGNATURE = (
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe246"
    "55141438e7a100b"
)


def test_rfc8032_vector() -> None:
    key = PrivateKey.from_raw(SEED)
    assert key.public.data.hex() == PUBLIC
    assert key.sign_raw(b"").hex() == SIGNATURE
    assert key.public.verify(b"", bytes.fromhex(SIGNATURE))


def test_dsse_example() -> None:
    """The example of the DSSE protocol page."""
    assert pae("http://example.com/HelloWorld", b"hello world") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )
    assert event_pae(b"{}") == pae("application/vnd.tallystick.event+json", b"{}")


def test_sign_and_verify() -> None:
    key = PrivateKey.generate()
    sig = key.sign(b"{}")
    verify(key.public, b"{}", sig)
    verify(key.public.data, b"{}", sig)
    for public, payload, wrong in (
        (key.public, b"{ }", sig),
        (PrivateKey.generate().public, b"{}", sig),
        (key.public, b"{}", key.sign_raw(b"{}")),
        (key.public, b"{}", sig[:63]),
    ):
        with pytest.raises(SignatureError, match="not by key"):
            verify(public, payload, wrong)


@pytest.mark.parametrize("encoded", SMALL_ORDER)
def test_small_order_points_are_refused(encoded: str) -> None:
    with pytest.raises(SignatureError, match=r"small-order|canonical"):
        PublicKey(bytes.fromhex(encoded))


def test_under_the_identity_one_signature_fits_all() -> None:
    """Why they are refused: the library below takes R = identity, S = 0 for any message."""
    identity = bytes.fromhex(SMALL_ORDER[0])
    Ed25519PublicKey.from_public_bytes(identity).verify(identity + bytes(32), b"pay me")
    with pytest.raises(SignatureError):
        public_key(identity)


@pytest.mark.parametrize("encoded", NON_CANONICAL)
def test_non_canonical_encodings_are_refused(encoded: str) -> None:
    with pytest.raises(SignatureError, match=r"small-order|canonical"):
        PublicKey(bytes.fromhex(encoded))


def test_bytes_that_are_no_point() -> None:
    refused = 0
    for y in range(2, 40):
        square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
        data = y.to_bytes(32, "little")
        if pow(square, (P - 1) // 2, P) == 1:
            PublicKey(data)
        else:
            refused += 1
            with pytest.raises(SignatureError, match="no point of the curve"):
                PublicKey(data)
    assert refused > 5


def test_lengths() -> None:
    with pytest.raises(MalformedError, match="31 bytes"):
        PublicKey(bytes(31))
    with pytest.raises(MalformedError, match="33 bytes"):
        PrivateKey.from_raw(bytes(33))
    with pytest.raises(MalformedError, match="register: not the standard base64 of 32 bytes"):
        PublicKey.from_base64("AAAA", "register")


@given(st.binary(min_size=32, max_size=32))
@settings(max_examples=25, deadline=None)
def test_pem_and_ids(seed: bytes) -> None:
    key = PrivateKey.from_raw(seed)
    again = PrivateKey.from_pem(key.pem())
    assert again.raw() == seed
    assert again.id == key_id(key.public.data) == key.public.id
    assert PublicKey.from_base64(key.public.base64) == key.public
    assert seed.hex() not in repr(key)


def test_other_keys_are_no_keys() -> None:
    other = generate_private_key(SECP256R1()).private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    with pytest.raises(MalformedError, match="of another kind"):
        PrivateKey.from_pem(other)
    with pytest.raises(MalformedError, match=r"log\.pem: not an unencrypted PEM"):
        PrivateKey.from_pem(b"garbage", "log.pem")
