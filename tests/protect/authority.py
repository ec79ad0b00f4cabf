"""A certification authority and its signers, made anew for each run: no key is kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from importlib import import_module
from pathlib import Path

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


def fill_token(module: Path, token: str, pin: str, name: str = "Bureau des dossiers") -> None:
    """Puts the signer's key and certificate into a token, as an object called `cle`."""
    pkcs11 = import_module("pkcs11")
    ec_util, x509_util = import_module("pkcs11.util.ec"), import_module("pkcs11.util.x509")
    private = key(name).private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    own = certificate(name, "Autorité d’essai").public_bytes(serialization.Encoding.DER)
    label, kept = {pkcs11.Attribute.LABEL: "cle"}, {pkcs11.Attribute.TOKEN: True}
    with pkcs11.lib(str(module)).get_token(token_label=token).open(rw=True, user_pin=pin) as opened:
        opened.create_object(ec_util.decode_ec_private_key(private) | label | kept)
        opened.create_object(x509_util.decode_x509_certificate(own) | label | kept)
