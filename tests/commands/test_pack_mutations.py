"""A pack changed in any way that outsiders can think of is told, with its content or alone; zipped anew, it is not."""

from __future__ import annotations

import io
import json
import struct
import warnings
import zipfile
from collections.abc import Callable, Iterator, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from content_tree import write_tree
from rapport.cli import main
from verify.kinds_deck import KINDS as DECK_KINDS
from verify.kinds_deck import changed as deck_changed
from verify.kinds_pdf import KINDS as PDF_KINDS
from verify.kinds_pdf import changed as pdf_changed
from verify.mutations_deck import members

ASSETS = Path(__file__).parents[2] / "assets"
Members = dict[str, bytes]
BRIEF, DECK, PAGE, MANIFEST = "evian-brief.pdf", "evian-deck.pptx", "LISEZMOI.html", "manifest.json"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("project")
    write_tree(path)
    assert main(["pack", "evian", *options(path)]) == 0
    return path


def options(path: Path) -> list[str]:
    return ["--content", str(path / "content"), "--assets", str(ASSETS), "--output", str(path / "output")]


def pack(folder: Path) -> bytes:
    return (folder / "output" / "evian" / "evian-pack.zip").read_bytes()


# -- what is in it, with a manifest made right for it, as who changes something would ----------------------------------


def zipped(found: Mapping[str, bytes], **info: object) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in found.items():
            each = zipfile.ZipInfo(name)
            each.compress_type = zipfile.ZIP_DEFLATED
            for key, value in info.items():
                setattr(each, key, value)
            archive.writestr(each, data)
    return target.getvalue()


def listed(found: Members, told: Mapping[str, object] | None = None) -> bytes:
    """The pack of these members; `told` changes what its manifest says beside."""
    manifest = json.loads(found[MANIFEST])
    others = {name: data for name, data in found.items() if name != MANIFEST}
    files = [{"name": name, "sha256": sha256(data).hexdigest(), "size": len(data)} for name, data in others.items()]
    text = json.dumps({**manifest, "files": files, **(told or {})}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    return zipped({**others, MANIFEST: text.encode()})


def replaced(name: str, change: Callable[[bytes], bytes]) -> Callable[[Members], Members]:
    return lambda found: {**found, name: change(found[name])}


def text(name: str, old: str, new: str) -> Callable[[Members], Members]:
    def change(data: bytes) -> bytes:
        assert old.encode() in data
        return data.replace(old.encode(), new.encode(), 1)

    return replaced(name, change)


def added(name: str, data: bytes) -> Callable[[Members], Members]:
    return lambda found: {**found, name: data}


def exchanged(one: str, other: str) -> Callable[[Members], Members]:
    return lambda found: {**found, one: found[other], other: found[one]}


def without(name: str) -> Callable[[Members], Members]:
    return lambda found: {key: data for key, data in found.items() if key != name}


def locked(data: bytes) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="x", user=""))
    return target.getvalue()


def of_brief(kind: str) -> Callable[[Members], Members]:
    return replaced(BRIEF, lambda data: pdf_changed(data, PDF_KINDS[kind], 2))


def of_deck(kind: str) -> Callable[[Members], Members]:
    return replaced(DECK, lambda data: deck_changed(data, DECK_KINDS[kind], 2))


OF_BRIEFS = (
    *("a white box", "annotation FreeText", "link that is a script", "opens with a script", "attached", "form"),
    *("hidden layer", "an artifact's text", "page lost", "title"),
)
OF_DECKS = (
    *("a box", "a macro", "macros", "a program within", "slide hidden", "a sound", "words", "notes"),
    *("a layout covers", "another kind of file", "keywords"),
)
WITHIN: Mapping[str, Callable[[Members], Members]] = {
    "a script": text(PAGE, "</body>", "<script>x()</script></body>"),
    "a handler": text(PAGE, "<body", '<body onload="x()"'),
    "a picture from elsewhere": text(PAGE, "</body>", '<img src="http://a.fr/x.png"></body>'),
    "a style from elsewhere": text(PAGE, "</head>", "<style>@import 'http://a.fr/x.css'</style></head>"),
    "a page that moves on": text(PAGE, "</head>", '<meta http-equiv="refresh" content="0"></head>'),
    "hidden words": text(PAGE, "</body>", '<p style="display:none">99 %</p></body>'),
    "a remark": text(PAGE, "</body>", "<!-- 99 % --></body>"),
    "words of the page": text(PAGE, "Un an", "Deux ans"),
    "a link of the page": text(PAGE, 'href="evian-brief.pdf"', 'href="evian-sheet.pdf"'),
    "words of the proof": text("verification.html", "conforme", "parfait"),
    "an empty proof": replaced("verification.json", lambda _: b"[]\n"),
    "an outcome": text("verification.json", '"passed"', '"failed"'),
    "a program": added("mal.exe", b"MZ"),
    "another page": added("autre.html", b"<p>99 %</p>"),
    "another table": added("autre.json", b"{}"),
    "another document": lambda found: {**found, "autre.pdf": found[BRIEF]},
    "a document in a folder": lambda found: {**found, "x/evian-brief.pdf": found[BRIEF]},
    "a name in capitals": lambda found: {**found, BRIEF.upper(): found[BRIEF]},
    "a name that ends in a point": lambda found: {**found, f"{BRIEF}.": found[BRIEF]},
    "no brief": without(BRIEF),
    "no proof": without("verification.json"),
    "documents exchanged": exchanged(BRIEF, "evian-sheet.pdf"),
    "a deck for a brief": exchanged(BRIEF, DECK),
    "an archive for a brief": replaced(BRIEF, lambda data: zipped({"a": data})),
    "an empty brief": replaced(BRIEF, lambda _: b""),
    "half a brief": replaced(BRIEF, lambda data: data[: len(data) // 2]),
    "a brief and more": replaced(BRIEF, lambda data: data + b"\n99 %"),
    "a brief under a password": replaced(BRIEF, locked),
    **{f"brief: {kind}": of_brief(kind) for kind in OF_BRIEFS},
    **{f"deck: {kind}": of_deck(kind) for kind in OF_DECKS},
}
TOLD: Mapping[str, Mapping[str, object]] = {
    "another version": {"version": "2.0"},
    "another date": {"date": "2026-02-11"},
    "another audience": {"audience": "press"},
    "no facts": {"facts": {}},
    "no passages": {"passages": {}},
    "a remark": {"remark": "99 %"},
    "another title": {"title": "Autre"},
    "another briefing": {"briefing": "autre"},
    "another content": {"content": "0" * 64},
    "another program": {"rapport": "0.9"},
    "another language": {"locale": "en_GB"},
}


# -- how it is zipped --------------------------------------------------------------------------------------------------


def head_of(data: bytes, name: str) -> int:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.getinfo(name).header_offset


def at_head(name: str, offset: int, value: bytes) -> Callable[[bytes], bytes]:
    """Other bytes in a member's own head, where the directory says otherwise."""

    def change(data: bytes) -> bytes:
        place = head_of(data, name) + offset
        return data[:place] + value + data[place + len(value) :]

    return change


def field_in_head(data: bytes) -> bytes:
    """A name in a member's own head alone (Info-ZIP, 4.6.9)."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in members(data).items():
            archive.writestr(name, part)
            info = archive.getinfo(name)
            info.extra = b""
    with zipfile.ZipFile(target) as archive:
        assert not any(info.extra for info in archive.infolist())
    extra = b"\x75\x70" + struct.pack("<HBL", 8, 1, 0) + b"evi"
    whole = bytearray(target.getvalue())
    first = zipfile.ZipFile(target).infolist()[0]
    at = 30 + len(first.filename.encode())
    whole[28:30] = struct.pack("<H", len(extra))
    whole[at:at] = extra
    return moved(bytes(whole), len(extra))


def moved(data: bytes, by: int) -> bytes:
    """The directory told that all but the first member lie further on."""
    end = data.rfind(b"PK\5\6")
    whole = bytearray(data)
    (start,) = struct.unpack("<L", whole[end + 16 : end + 20])
    whole[end + 16 : end + 20] = struct.pack("<L", start + by)
    at, first = start + by, True
    while whole[at : at + 4] == b"PK\1\2":
        if not first:
            (offset,) = struct.unpack("<L", whole[at + 42 : at + 46])
            whole[at + 42 : at + 46] = struct.pack("<L", offset + by)
        lengths = struct.unpack("<3H", whole[at + 28 : at + 34])
        at, first = at + 46 + sum(lengths), False
    return bytes(whole)


def twice(data: bytes) -> bytes:
    found = members(data)
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, part in (*found.items(), (BRIEF, b"%PDF-1.7 99 %")):
            archive.writestr(name, part)
    return target.getvalue()


def with_folder(data: bytes) -> bytes:
    return zipped({**members(data), "vide/": b""})


def commented(data: bytes) -> bytes:
    target = BytesIO(data)
    with zipfile.ZipFile(target, "a") as archive:
        archive.comment = b"99 %"
    return target.getvalue()


AROUND: Mapping[str, Callable[[bytes], bytes]] = {
    "bytes before": lambda data: b"#!/bin/sh\n" + data,
    "bytes behind": lambda data: data + b"99 %",
    "an archive behind": lambda data: data + zipped({"a.txt": b"99 %"}),
    "a document before": lambda data: members(data)[BRIEF] + data,
    "a comment": commented,
    "a remark on each": lambda data: zipped(members(data), comment=b"99 %"),
    "a name beside each": lambda data: zipped(members(data), extra=b"\x75\x70\x08\x00\x01\0\0\0\0evi"),
    "an unknown field": lambda data: zipped(members(data), extra=b"\x99\x99\x04\x00evil"),
    "links": lambda data: zipped(members(data), external_attr=0o120777 << 16, create_system=3),
    "a name twice": twice,
    "a folder": with_folder,
    "a way out": lambda data: zipped({**members(data), "../evian-brief.pdf": b"x"}),
    "another name in the head": at_head(BRIEF, 30, b"x"),
    "another checksum in the head": at_head(BRIEF, 14, b"\1\2\3\4"),
    "another size in the head": at_head(BRIEF, 22, b"\1\2\3\0"),
    "another method in the head": at_head(BRIEF, 8, b"\x63\0"),
    "a secret flag in the head": at_head(BRIEF, 6, b"\1\0"),
    "a field in the head": field_in_head,
    "no manifest": lambda data: zipped(without(MANIFEST)(members(data))),
    "an unlisted file": lambda data: zipped({**members(data), "mal.exe": b"MZ"}),
    "a manifest after a mark": lambda data: zipped(
        replaced(MANIFEST, lambda one: b"\xef\xbb\xbf" + one)(members(data))
    ),
    "a manifest in one line": lambda data: zipped(
        replaced(MANIFEST, lambda one: json.dumps(json.loads(one)).encode())(members(data))
    ),
    "half a pack": lambda data: data[: len(data) // 2],
}
HARMLESS: Mapping[str, Callable[[bytes], bytes]] = {
    "zipped anew": lambda data: zipped(members(data)),
    "in another order": lambda data: zipped(dict(reversed(members(data).items()))),
    "at another time": lambda data: zipped(members(data), date_time=(2030, 1, 2, 3, 4, 6)),
    "by another system": lambda data: zipped(members(data), create_system=3, external_attr=0o644 << 16),
    "with times of Unix": lambda data: zipped(members(data), extra=b"\x55\x54\x05\x00\x03\x01\x02\x03\x04"),
}
"""The same files: nothing that a reader unpacks is other."""


def mutations(data: bytes) -> Iterator[tuple[str, bytes]]:
    whole = members(data)
    yield from ((name, listed(change(dict(whole)))) for name, change in WITHIN.items())
    yield from ((f"told: {name}", listed(whole, told)) for name, told in TOLD.items())
    yield from ((f"zip: {name}", change(data)) for name, change in AROUND.items())


def outcomes(
    files: Mapping[str, bytes], place: Path, words: list[str], capsys: pytest.CaptureFixture[str]
) -> dict[str, int]:
    """What `rapport verify` answers for each pack."""
    found = {}
    place.mkdir()
    for number, (name, data) in enumerate(files.items()):
        file = place / str(number) / "evian-pack.zip"
        file.parent.mkdir()
        file.write_bytes(data)
        found[name] = main(["verify", str(file), *words])
        assert "Traceback" not in capsys.readouterr().err
    return found


def test_every_change_of_a_pack_is_told(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = outcomes(dict(mutations(pack(folder))), tmp_path / "packs", options(folder), capsys)
    assert len(found) > 80
    unproved = {name for name, code in found.items() if code == 4}
    assert {name for name, code in found.items() if code == 0} == set()
    elsewhere = {f"told: another {what}" for what in ("briefing", "content", "language", "program")}
    assert unproved == elsewhere, "what a manifest says to be made of something else"


NAMED_ALONE = {
    *("a script", "a handler", "a picture from elsewhere", "a style from elsewhere", "a page that moves on"),
    *("a program", "a document in a folder", "a name in capitals", "a name that ends in a point"),
    *("an empty brief", "half a brief", "an archive for a brief", "a deck for a brief"),
    *("brief: annotation FreeText", "brief: link that is a script", "brief: opens with a script", "brief: attached"),
    *("brief: form", "brief: hidden layer"),
    *("deck: a macro", "deck: macros", "deck: a program within", "deck: a sound"),
    *(f"zip: {name}" for name in AROUND if name != "a manifest in one line"),
}
"""What needs no content to be seen for what it is."""


def test_alone_a_pack_is_closed_passive_and_never_proved(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = outcomes(dict(mutations(pack(folder))), tmp_path / "packs", options(tmp_path / "nowhere"), capsys)
    assert {name for name, code in found.items() if code not in (3, 4)} == set()
    assert {name for name in NAMED_ALONE if found[name] != 3} == set()


def test_zipping_a_pack_otherwise_changes_nothing(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {name: change(pack(folder)) for name, change in HARMLESS.items()}
    assert all(members(data) == members(pack(folder)) for data in files.values())
    assert set(outcomes(files, tmp_path / "packs", options(folder), capsys).values()) == {0}
