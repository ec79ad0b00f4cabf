"""Who attests the time (RFC 3161), on this machine alone: answers what is asked over HTTP."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

from asn1crypto import keys, tsp, x509
from cryptography import x509 as certificates
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID
from pyhanko.sign.timestamps import DummyTimeStamper

from protect.authority import BEGINS, certificate, key, subject

NAME = "Horloge d’essai"


def clock(issuer: str) -> DummyTimeStamper:
    own = rsa.generate_private_key(65_537, 2048)  # what DummyTimeStamper signs with
    stamping = certificates.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    made = (
        certificates.CertificateBuilder()
        .subject_name(subject(NAME))
        .issuer_name(subject(issuer))
        .public_key(own.public_key())
        .serial_number(certificates.random_serial_number())
        .not_valid_before(BEGINS)
        .not_valid_after(certificate(issuer, issuer).not_valid_after_utc)
        .add_extension(stamping, critical=True)
        .sign(key(issuer), hashes.SHA256())
    )
    private = own.private_bytes(
        serialization.Encoding.DER, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return DummyTimeStamper(
        x509.Certificate.load(made.public_bytes(serialization.Encoding.DER)), keys.PrivateKeyInfo.load(private)
    )


@contextlib.contextmanager
def serving(issuer: str) -> Iterator[str]:
    """The address of a clock, while the block lasts."""
    own = clock(issuer)

    class Asked(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = tsp.TimeStampReq.load(self.rfile.read(int(self.headers["Content-Length"])))
            answer = asyncio.run(own.async_request_tsa_response(asked)).dump()
            self.send_response(200)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_said: object) -> None:
            return

    with HTTPServer(("127.0.0.1", 0), Asked) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
