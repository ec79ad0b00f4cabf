"""A certification authority and its signers, made anew for each run: no key is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import pkcs12
from cryptography.x509.oid import NameOID

PASSPHRASE = b"phrase de la cle"
BEGINS = datetime(2020, 1, 1, tzinfo=UTC)


@cache
def key(name: str) -> ec.EllipticCurvePrivateKey:
    return ec.generate_private_key(ec.SECP256R1())


def subject(name: str) -> x509.Name:
    return x509.Name(
        [x509.NameAttribute(NameOID.ORGANIZATION_NAME, "Essai"), x509.NameAttribute(NameOID.COMMON_NAME, name)]
    )


@cache
def certificate(name: str, issuer: str, years: int = 40) -> x509.Certificate:
    own, theirs = key(name).public_key(), key(issuer).public_key()
    root = name == issuer
    usage = x509.KeyUsage(not root, not root, False, False, False, root, root, False, False)
    return (
        x509.CertificateBuilder()
        .subject_name(subject(name))
        .issuer_name(subject(issuer))
        .public_key(own)
        .serial_number(x509.random_serial_number())
        .not_valid_before(BEGINS)
        .not_valid_after(BEGINS + timedelta(days=365 * years))
        .add_extension(x509.BasicConstraints(root, 0 if root else None), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(own), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(theirs), critical=False)
        .add_extension(usage, critical=True)
        .sign(key(issuer), hashes.SHA256())
    )


def root(name: str = "Autorité d’essai") -> bytes:
    """The authority's certificate."""
    return certificate(name, name).public_bytes(serialization.Encoding.PEM)


def signer(name: str = "Bureau des dossiers", issuer: str = "Autorité d’essai", years: int = 40) -> bytes:
    """A key with its certificate, as PKCS #12."""
    locked = serialization.BestAvailableEncryption(PASSPHRASE)
    chain = [certificate(issuer, issuer)]
    return pkcs12.serialize_key_and_certificates(b"bureau", key(name), certificate(name, issuer, years), chain, locked)
