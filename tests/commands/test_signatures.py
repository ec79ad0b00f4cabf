"""Signed packs and copies: who signed, what is covered, and each way in which that is no longer so."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from msgspec import Struct
from msgspec.structs import replace
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSigner, SimpleSigner

from briefing_tree import project
from judges.verapdf import failures
from protect.authority import PASSPHRASE, fill_token, root, signer
from protect.clock import NAME as CLOCK
from protect.clock import serving
from rapport.cli import main
from rapport.project.project import Project, house_of
from rapport.project.signing import HouseSeal
from rapport.protect.files import protected
from rapport.protect.passwords import Password, written
from rapport.protect.signatures import authorities, pdf_signature
from rapport.protect.signing import FIELD, METADATA, SignatureSeal, add_sealed_field
from rapport.protect.signs import unsigned
from rapport.verify.pdf.increment import additions, visible_words
from verify.documents import documents

ROOT = Path(__file__).parents[2]
Members = dict[str, bytes]


class Signed(Struct, frozen=True):
    """A signed pack, the file of the authority, and the options of its project."""

    pack: Path
    authority: Path
    options: list[str]

    def verify(self, *words: str) -> int:
        return main(["verify", str(self.pack), *words, *self.options])

    def change(self, edit: Callable[[Members], object]) -> None:
        """The pack with its members edited."""
        with zipfile.ZipFile(self.pack) as archive:
            infos = {info.filename: info for info in archive.infolist()}
            members = {name: archive.read(name) for name in infos}
        edit(members)
        with zipfile.ZipFile(self.pack, "w") as archive:
            for name, data in members.items():
                archive.writestr(infos.get(name, name), data)


def signing(folder: Path, key: bytes | None = None) -> list[str]:
    """The options that sign."""
    (folder / "cle.p12").write_bytes(key or signer())
    (folder / "phrase").write_bytes(PASSPHRASE + b"\n")
    return ["--sign", str(folder / "cle.p12"), "--passphrase", str(folder / "phrase")]


@pytest.fixture
def signed(tmp_path: Path) -> Signed:
    options = project(tmp_path)
    assert main(["pack", "evian", *signing(tmp_path), *options]) == 0
    (tmp_path / "autorite.pem").write_bytes(root())
    return Signed(tmp_path / "output" / "evian" / "evian-pack.zip", tmp_path / "autorite.pem", options)


def test_an_authority_answers_for_every_file(signed: Signed, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert signed.verify(f"--trust={signed.authority}") == 0
    said = capsys.readouterr().out
    assert said.count("conforme (Bureau des dossiers, le ") == 4
    assert "authentique, octet pour octet" in said


def test_without_an_authority_the_signer_is_told_and_not_proved(
    signed: Signed, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert signed.verify() == 4
    assert "signé «\u00a0Bureau des dossiers\u00a0»" in capsys.readouterr().out


def test_another_authority_does_not_answer(signed: Signed, capsys: pytest.CaptureFixture[str]) -> None:
    signed.authority.write_bytes(root("Une autre autorité"))
    capsys.readouterr()
    assert signed.verify(f"--trust={signed.authority}") == 3
    assert "signature-untrusted" in capsys.readouterr().out


def test_an_expired_certificate_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    assert main(["pack", "evian", *signing(tmp_path, signer("Ancien bureau", years=1)), *options]) == 0
    (tmp_path / "autorite.pem").write_bytes(root())
    pack = tmp_path / "output" / "evian" / "evian-pack.zip"
    capsys.readouterr()
    assert main(["verify", str(pack), f"--trust={tmp_path / 'autorite.pem'}", *options]) == 3
    assert "signature-untrusted" in capsys.readouterr().out


def _flipped(data: bytes, place: int) -> bytes:
    changed = bytearray(data)
    changed[place] ^= 1
    return bytes(changed)


BRIEF, MANIFEST, SIGNATURE = "evian-brief.pdf", "manifest.json", "manifest.json.p7s"
CHANGES: dict[str, Callable[[Members], object]] = {
    "a brief removed": lambda members: members.pop(BRIEF),
    "a deck removed": lambda members: members.pop("evian-deck.pptx"),
    "a file added": lambda members: members.update({"note.pdf": members[BRIEF]}),
    "the signature removed": lambda members: members.pop(SIGNATURE),
    "the signature of something else": lambda members: members.update({SIGNATURE: b"0\x03\x02\x01\x01"}),
    "the manifest changed": lambda members: members.update({MANIFEST: members[MANIFEST].replace(b'"1.0"', b'"1.1"')}),
    "a space in the manifest": lambda members: members.update({MANIFEST: members[MANIFEST] + b" "}),
    "bytes after a brief": lambda members: members.update({BRIEF: members[BRIEF] + b"%x\n"}),
    "a brief without its signature": lambda members: members.update({BRIEF: unsigned(members[BRIEF])}),
    **{
        f"a byte of {name} at {part}/10": (
            lambda members, name=name, part=part: members.update(  # type: ignore[misc]
                {name: _flipped(members[name], len(members[name]) * part // 10)}
            )
        )
        for name in (
            BRIEF,
            "evian-slides.pdf",
            "evian-sheet.pdf",
            "evian-deck.pptx",
            MANIFEST,
            SIGNATURE,
            "LISEZMOI.html",
        )
        for part in (1, 3, 5, 7, 9)
    },
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_is_changed_is_found(name: str, signed: Signed, capsys: pytest.CaptureFixture[str]) -> None:
    signed.change(CHANGES[name])
    capsys.readouterr()
    assert signed.verify(f"--trust={signed.authority}") == 3, capsys.readouterr().out


def test_a_signed_brief_stays_what_it_was(signed: Signed) -> None:
    with zipfile.ZipFile(signed.pack) as archive:
        brief = archive.read(BRIEF)
    assert brief.startswith(unsigned(brief))
    assert failures(brief, "ua1") == ()
    assert failures(brief, "2a") == ()


def test_openssl_says_the_same_of_the_manifest(signed: Signed, tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if not openssl:
        pytest.skip("not run: openssl is not installed")
    with zipfile.ZipFile(signed.pack) as archive:
        archive.extractall(tmp_path / "pack")
    manifest, signature = tmp_path / "pack" / MANIFEST, tmp_path / "pack" / SIGNATURE
    words = [openssl, "cms", "-verify", "-binary", "-inform", "DER", "-in", str(signature), "-content", str(manifest)]
    words += ["-CAfile", str(signed.authority), "-purpose", "any", "-out", str(tmp_path / "out")]
    assert subprocess.run(words, capture_output=True, check=False).returncode == 0
    manifest.write_bytes(manifest.read_bytes() + b" ")
    assert subprocess.run(words, capture_output=True, check=False).returncode != 0


def test_a_copy_is_protected_then_signed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = tmp_path / "recipients.csv"
    table.write_text("nom;mot de passe\nZoé Çelik;quatre mots tires au hasard\nAna Silva;\n", encoding="utf-8")
    options = project(tmp_path)
    (tmp_path / "autorite.pem").write_bytes(root())
    words = ["--recipients", str(table), "--passwords", "generate", *signing(tmp_path)]
    assert main(["pack", "evian", *words, *options]) == 0
    folder = tmp_path / "output" / "evian" / "copies" / "1.0"
    trust = [f"--trust={tmp_path / 'autorite.pem'}", f"--passwords={tmp_path / 'output/evian/evian-passwords-1.0.csv'}"]
    capsys.readouterr()
    assert main(["verify", str(folder), *trust, *options]) == 0
    said = capsys.readouterr().out
    assert said.count("conforme (Bureau des dossiers, le ") == 2
    assert said.count("conforme (authentique, octet pour octet)") == 4
    [brief] = folder.glob("evian-001*.pdf")
    brief.write_bytes(brief.read_bytes() + b"\n%x\n")
    assert main(["verify", str(brief), *trust, *options]) == 3
    assert "signature-broken" in capsys.readouterr().out


def test_what_changed_since_a_signed_pack_is_proved_with_the_pack_before(
    signed: Signed, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = tmp_path / "avant.zip"
    shutil.copy(signed.pack, before)
    section = tmp_path / "content/sections/financement.yaml"
    section.write_text(
        section.read_text(encoding="utf-8").replace("plus de quoi grandir", "plus de quoi durer"), encoding="utf-8"
    )
    assert main(["pack", "evian", *signing(tmp_path), "--since", str(before), *signed.options]) == 0
    capsys.readouterr()
    assert signed.verify(f"--trust={signed.authority}") == 4
    assert "rapport verify PAQUET --since ANCIEN" in capsys.readouterr().out
    assert signed.verify(f"--trust={signed.authority}", f"--since={before}") == 0


@pytest.mark.parametrize("wrong", ["key", "passphrase", "missing"])
def test_a_key_that_signs_nothing_is_said(wrong: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = signing(tmp_path, b"no key" if wrong == "key" else None)
    if wrong == "passphrase":
        (tmp_path / "phrase").write_text("une autre", encoding="utf-8")
    if wrong == "missing":
        (tmp_path / "cle.p12").unlink()
    assert main(["pack", "evian", *words, *project(tmp_path)]) == 2
    assert "cle.p12" in capsys.readouterr().err
    assert not (tmp_path / "output" / "evian" / "evian-pack.zip").exists()


def test_what_is_no_certificate_is_said(signed: Signed, capsys: pytest.CaptureFixture[str]) -> None:
    signed.authority.write_bytes(io.BytesIO(b"rien").getvalue())
    capsys.readouterr()
    assert signed.verify(f"--trust={signed.authority}") == 2
    assert "n’est pas un certificat" in capsys.readouterr().err


def test_a_missing_passphrase_is_said_by_its_own_name(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = signing(tmp_path)
    (tmp_path / "phrase").unlink()
    assert main(["pack", "evian", *words, *project(tmp_path)]) == 2
    assert "phrase\u00a0»" in capsys.readouterr().err


# Who attests the time, and keys that stay in their token.


@pytest.mark.parametrize("issuer", ["Autorité d’essai", "Une autre autorité"])
def test_a_clock_attests_the_time(issuer: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    with serving(issuer) as address:
        assert main(["pack", "evian", *signing(tmp_path), f"--timestamp={address}", *options]) == 0
    pack, trust = tmp_path / "output/evian/evian-pack.zip", tmp_path / "autorite.pem"
    trust.write_bytes(root())
    capsys.readouterr()
    known = issuer == "Autorité d’essai"
    assert main(["verify", str(pack), f"--trust={trust}", *options]) == (0 if known else 4)
    said = capsys.readouterr().out
    assert said.count(f"heure attestée par {CLOCK}" if known else f"attestée par «\u00a0{CLOCK}\u00a0», inconnu") >= 4
    trust.write_bytes(root() + root(issuer))
    assert main(["verify", str(pack), f"--trust={trust}", *options]) == 0
    with zipfile.ZipFile(pack) as archive:
        brief = archive.read(BRIEF)
    assert failures(brief, "ua1") == failures(brief, "2a") == ()
    assert list(additions(brief, unsigned(brief))) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--timestamp=http://127.0.0.1:9/"], "n’atteste pas l’heure"),
        (["--timestamp=horloge"], "n’est pas une adresse"),
    ],
)
def test_a_clock_that_does_not_answer_is_said(
    options: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pack", "evian", *signing(tmp_path), *options, *project(tmp_path)]) == 2
    assert said in capsys.readouterr().err
    assert not (tmp_path / "output" / "evian" / "evian-pack.zip").exists()
    assert main(["pack", "evian", "--timestamp=https://x.example", *project(tmp_path)]) == 2
    assert "--timestamp ne sert qu’avec --sign" in capsys.readouterr().err


MODULES = (Path("/usr/lib/softhsm/libsofthsm2.so"), *Path("/usr/lib").glob("*/softhsm/libsofthsm2.so"))


@pytest.fixture
def token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a key in a token of its own, whose code is the passphrase."""
    program, module = shutil.which("softhsm2-util"), next((each for each in MODULES if each.exists()), None)
    if program is None or module is None or find_spec("pkcs11") is None:
        pytest.skip("not run: softhsm2 or python-pkcs11 is not installed")
    (tmp_path / "tokens").mkdir()
    (tmp_path / "softhsm.conf").write_text(f"directories.tokendir = {tmp_path / 'tokens'}\n", encoding="utf-8")
    monkeypatch.setenv("SOFTHSM2_CONF", str(tmp_path / "softhsm.conf"))
    words = [program, "--init-token", "--free", "--label", "bureau", "--so-pin", "0000", "--pin", PASSPHRASE.decode()]
    subprocess.run(words, check=True, capture_output=True)
    fill_token(module, "bureau", PASSPHRASE.decode())
    return f"pkcs11:token=bureau;object=cle?module-path={module}"


def test_a_key_signs_in_its_token(token: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    (tmp_path / "phrase").write_bytes(PASSPHRASE)
    (tmp_path / "autorite.pem").write_bytes(root())
    sign = ["--sign", token, "--passphrase", str(tmp_path / "phrase")]
    assert main(["pack", "evian", *sign, *options]) == 0, capsys.readouterr().err
    pack = tmp_path / "output/evian/evian-pack.zip"
    capsys.readouterr()
    assert main(["verify", str(pack), f"--trust={tmp_path / 'autorite.pem'}", *options]) == 0
    assert capsys.readouterr().out.count("conforme (Bureau des dossiers, le ") == 4
    (tmp_path / "phrase").write_text("un autre code", encoding="utf-8")
    assert main(["pack", "evian", *sign, *options]) == 2
    assert "n’ouvre aucune clé" in capsys.readouterr().err
    for address in (token.replace("bureau", "ailleurs"), token.replace("=cle", "=autre"), "pkcs11:token=bureau"):
        (tmp_path / "phrase").write_bytes(PASSPHRASE)
        assert main(["pack", "evian", "--sign", address, *sign[2:], *options]) == 2
        assert "n’ouvre aucune clé" in capsys.readouterr().err


# What a signer could slip in with the signature: the document's own bytes are as they were, and the signature holds.


def _page(writer: IncrementalPdfFileWriter, number: int = 0) -> generic.DictionaryObject:
    reference = writer.find_page_for_modification(number)[0]
    writer.mark_update(reference)
    page: generic.DictionaryObject = reference.get_object()
    return page


def _annotation(writer: IncrementalPdfFileWriter) -> None:
    note = {"/Type": "/Annot", "/Subtype": "/Text"}
    added = generic.DictionaryObject({pdf_name(key): pdf_name(value) for key, value in note.items()})
    added[pdf_name("/Rect")] = generic.ArrayObject(map(generic.NumberObject, (0, 0, 9, 9)))
    _page(writer)[pdf_name("/Annots")] = generic.ArrayObject([writer.add_object(added)])


def _content(writer: IncrementalPdfFileWriter) -> None:
    drawn = generic.StreamObject(stream_data=b"0 0 m 9 9 l S")
    _page(writer)[pdf_name("/Contents")] = writer.add_object(drawn)


def _catalogue(key: str, value: generic.PdfObject) -> Callable[[IncrementalPdfFileWriter], None]:
    def change(writer: IncrementalPdfFileWriter) -> None:
        writer.root[pdf_name(key)] = value
        writer.update_root()

    return change


def _beside(writer: IncrementalPdfFileWriter) -> None:
    writer.add_object(generic.StreamObject(stream_data=b"ce que personne ne voit"))


def _rotated(writer: IncrementalPdfFileWriter) -> None:
    _page(writer, 1)[pdf_name("/Rotate")] = generic.NumberObject(90)


SLIPPED: dict[str, Callable[[IncrementalPdfFileWriter], None]] = {
    "a note on a page": _annotation,
    "other content of a page": _content,
    "a turned page": _rotated,
    "an action": _catalogue("/OpenAction", generic.DictionaryObject({pdf_name("/S"): pdf_name("/JavaScript")})),
    "another language": _catalogue("/Lang", generic.pdf_string("xx")),
    "files attached": _catalogue("/Names", generic.DictionaryObject()),
    "a stream that nothing shows": _beside,
}


@pytest.mark.parametrize("password", ["", "quatre mots tires au hasard"])
@pytest.mark.parametrize("name", ["", *SLIPPED])
def test_a_signature_brings_nothing_else(name: str, password: str) -> None:
    data = documents("evian-g7").brief
    data = protected("a.pdf", data, password) if password else data
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    if password:
        writer.encrypt(password)
    if name:
        SLIPPED[name](writer)
    target = io.BytesIO()
    own = SimpleSigner.load_pkcs12_data(signer(), other_certs=[], passphrase=PASSPHRASE)
    PdfSigner(METADATA, signer=own, new_field_spec=SigFieldSpec(FIELD)).sign_pdf(writer, output=target)
    done = target.getvalue()
    assert unsigned(done) == data
    judged = pdf_signature(done, authorities(root()), password)
    assert judged is not None
    assert judged.intact
    assert judged.trusted
    assert bool(list(additions(done, data, password))) == bool(name)


# A signature that shows: one line on the first page, which says who signed and covers nothing.


def sealed(data: bytes, seal: SignatureSeal, slip: Callable[[IncrementalPdfFileWriter], None] | None = None) -> bytes:
    writer = IncrementalPdfFileWriter(io.BytesIO(data))
    add_sealed_field(writer, FIELD, seal)
    if slip is not None:
        slip(writer)
    target, own = io.BytesIO(), SimpleSigner.load_pkcs12_data(signer(), other_certs=[], passphrase=PASSPHRASE)
    made = PdfSigner(METADATA, signer=own, stamp_style=seal.style)
    made.sign_pdf(writer, output=target, existing_fields_only=True)
    return target.getvalue()


@pytest.fixture(scope="module")
def seal() -> SignatureSeal:
    house = house_of(Project(ROOT / "content", ROOT / "assets"))
    return SignatureSeal(*HouseSeal(house)("Bureau des dossiers", (595.276, 841.89), "fr-FR"))


@pytest.mark.parametrize("name", ["", *SLIPPED])
def test_a_seal_brings_nothing_else(name: str, seal: SignatureSeal) -> None:
    data = documents("evian-g7").brief
    done = sealed(data, seal, SLIPPED.get(name))
    assert unsigned(done) == data
    assert bool(list(additions(done, data))) == bool(name)


def test_a_seal_says_what_it_shows_and_covers_nothing(seal: SignatureSeal) -> None:
    data = documents("evian-g7").brief
    left, bottom, right, top = seal.box
    others = (
        replace(seal, words="Signé par le Premier ministre"),
        replace(seal, box=(left, bottom + 50, right, top + 700)),
        replace(seal, form=data),
    )
    for other in others:
        assert list(additions(sealed(data, other), data)), other.words


def test_a_signature_shows_on_first_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    (tmp_path / "autorite.pem").write_bytes(root())
    (tmp_path / "r.csv").write_text("nom;documents;mot de passe\nZoé Çelik;;\nAna Silva;dossier;des mots au hasard\n")
    trust = f"--trust={tmp_path / 'autorite.pem'}"
    assert main(["pack", "evian", *signing(tmp_path), "--seal", *options]) == 0
    assert main(["pack", "evian", *signing(tmp_path), "--seal", "--recipients", str(tmp_path / "r.csv"), *options]) == 0
    pack, copies = tmp_path / "output/evian/evian-pack.zip", tmp_path / "output/evian/copies/1.0"
    (tmp_path / "mots.csv").write_bytes(written([Password(2, "Ana Silva", "des mots au hasard")]))
    capsys.readouterr()
    assert main(["verify", str(pack), trust, *options]) == 0
    assert main(["verify", str(copies), trust, f"--passwords={tmp_path / 'mots.csv'}", *options]) == 0
    with zipfile.ZipFile(pack) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name.endswith(".pdf")}
    for name, data in files.items():
        assert visible_words(data).startswith("Signé par Bureau des dossiers, le "), name
        assert failures(data, "ua1") == failures(data, "2a") == ()
    assert main(["pack", "evian", "--seal", *options]) == 2
    assert "--seal ne sert qu’avec --sign" in capsys.readouterr().err


def test_a_seal_with_the_name_of_another_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    options = project(tmp_path)
    assert main(["build", *options]) == 0
    brief = tmp_path / "output/evian/evian-brief.pdf"
    made = HouseSeal(house_of(Project(ROOT / "content", ROOT / "assets")))(
        "Le Premier ministre", (595.276, 841.89), "fr"
    )
    brief.write_bytes(sealed(brief.read_bytes(), SignatureSeal(*made)))
    (tmp_path / "autorite.pem").write_bytes(root())
    capsys.readouterr()
    assert main(["verify", str(brief), f"--trust={tmp_path / 'autorite.pem'}", *options]) == 3
    assert "elle montre «\u00a0Signé par Le Premier ministre" in capsys.readouterr().out
