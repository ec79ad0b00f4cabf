"""Lists of recipients as people keep them, and what they are told of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from content_tree import plain_spaces
from rapport.read.recipients.recipients import Recipients, read_recipients

YAML = """
recipients:
  - name: Délégation indienne
  - name: "Zoé Çelik-Œuvrard"
    title: Mme
    delegation: Délégation turque
    number: 12
    locale: en-GB
    documents: [brief, deck]
  - name: Délégation japonaise
"""
TABLE = (
    "Numéro;Nom;Titre;Délégation;Langue;Documents\r\n"
    ";Délégation indienne;;;;\r\n"
    "12;Zoé Çelik;Mme;Turquie;en;dossier\r\n"
)


def read(folder: Path, name: str, content: str | bytes) -> Recipients:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_recipients(path)


def told(reading: Recipients) -> list[str]:
    return [plain_spaces(f"{problem.origin} {problem.code} {problem.message}") for problem in reading.problems]


def test_a_list_of_names_is_enough(tmp_path: Path) -> None:
    listed = read(tmp_path, "liste.yaml", YAML)
    assert listed.problems == ()
    assert [(one.number, one.label) for one in listed.listed] == [
        (1, "Délégation indienne"),
        (2, "Délégation japonaise"),
        (12, "Mme Zoé Çelik-Œuvrard, Délégation turque"),
    ]
    assert (listed.listed[2].locale, listed.listed[2].documents) == ("en_GB", ("brief", "deck"))


@pytest.mark.parametrize(
    "table",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.encode("utf-16"),
        TABLE.replace(";", ",").encode(),
        TABLE.replace(";", "\t").encode("utf-8-sig"),
        ("sep=;\r\n" + TABLE).encode(),
        TABLE.replace("\r\n", "\r").encode(),
        TABLE.replace("Zoé Çelik", '"Zoé Çelik"').encode(),
        TABLE.replace("Nom", "name").replace("Numéro", "n°").encode(),
        TABLE.encode() + b";;;;;\r\n\r\n",
    ],
    ids=["utf-8", "bom", "utf-16", "comma", "tab", "sep", "mac", "quoted", "other-names", "empty-rows"],
)
def test_a_table_as_office_suites_save_it(tmp_path: Path, table: bytes) -> None:
    listed = read(tmp_path, "liste.csv", table)
    assert told(listed) == []
    assert [(one.number, one.label, one.locale, one.documents) for one in listed.listed] == [
        (1, "Délégation indienne", "", ()),
        (12, "Mme Zoé Çelik, Turquie", "en_GB", ("brief",)),
    ]


def test_windows_1252_is_read_and_shown(tmp_path: Path) -> None:
    listed = read(tmp_path, "liste.csv", TABLE.encode("cp1252"))
    assert listed.listed[1].name == "Zoé Çelik"
    assert told(listed) == [
        "liste.csv:1:1 file-encoding le fichier n’est pas en UTF-8 : "
        "lu comme du Windows-1252, « Numéro;Nom;Titre;Délégation;Langue;Documents »"
    ]


@pytest.mark.parametrize(
    "name",
    ["Nutri-Score®", "Fonds £", "½ Lune", "Les agent·e·s", "¿Qué pasa?", "Prix ± stable", "Club m² + ™", "„Berlin“"],
)
def test_signs_that_an_author_writes_are_read_in_windows_1252(tmp_path: Path, name: str) -> None:
    listed = read(tmp_path, "liste.csv", f"nom\r\n{name} à l’été\r\n".encode("cp1252"))
    assert [one.name for one in listed.listed] == [f"{name} à l’été"]


@pytest.mark.parametrize("name", ["Zoé Celik", "Délégation", "Château", "Hôtel", "Naïf", "Forêt"])
@pytest.mark.parametrize("encoding", ["mac_roman", "cp850"])
def test_one_accent_of_another_encoding_is_enough(tmp_path: Path, name: str, encoding: str) -> None:
    assert read(tmp_path, "liste.csv", f"nom\r\n{name}\r\n".encode(encoding)).listed == ()


@pytest.mark.parametrize("encoding", ["mac_roman", "cp850", "utf-16-le"])
def test_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    listed = read(tmp_path, "liste.csv", TABLE.encode(encoding))
    assert listed.listed == ()
    assert told(listed) == ["liste.csv:1:1 file-encoding le fichier n’est pas en UTF-8"]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    table = "nom;numéro;langue;documents;adresse\nInde;7;de;affiche;x\n;8;;;\nJapon;7;;;;;surplus\n=1+1;zéro;;;\n"
    listed = read(tmp_path, "liste.csv", table)
    assert listed.listed == ()
    assert told(listed) == [
        "liste.csv:1:5 column-unknown colonne laissée de côté : « adresse »",
        "liste.csv:2:3 locale-unknown langue inconnue : « de »",
        "liste.csv:2:4 document-unknown document inconnu : « affiche »",
        "liste.csv:3:1 key-missing la case « nom » est vide",
        "liste.csv:4:2 number-repeated le numéro 7 est déjà pris à la ligne 2",
        "liste.csv:4:6 table-cells 7 cellules pour 5 colonnes",
        "liste.csv:5:1 name-formula un nom ne commence pas par « = »",
        "liste.csv:5:2 number-expected « zéro » n’est pas un numéro d’exemplaire",
    ]


FAULTS = [
    ("recipients:\n  - name: Inde\n    nom: Inde\n", "3:5 key-unknown clé inconnue"),
    ("recipients:\n  - name: Inde\n  - title: M.\n", "3:5 key-missing la clé « name » manque"),
    ("recipients:\n  - Inde\n", "2:5 mapping-expected"),
    ("- name: Inde\n", "1:1 recipients-missing une liste « recipients: » est attendue"),
    ("recipients: []\n", "recipients-missing aucun destinataire"),
    ("recipients:\n  - name: Inde\nother: 1\n", "3:1 key-unknown seule la clé « recipients » est admise ici"),
    ("recipients:\n  - name: Inde # et le Japon\n", "2:11 prose-unquoted"),
    ("recipients:\n  - name: *Inde\n", "2:11 yaml-syntax"),
    ('recipients:\n  - name: "Inde\\u202Eednl"\n', "2:11 name-invisible caractère invisible ou interdit : U+202E"),
    ('recipients:\n  - name: "In\\nde"\n', "2:11 name-invisible caractère invisible ou interdit : U+000A"),
    ('recipients:\n  - name: ""\n', "2:11 text-empty"),
    ('recipients:\n  - name: "…?!"\n', "2:11 name-empty « …?! » n’est pas un nom"),
    (f"recipients:\n  - name: {'x' * 121}\n", "2:11 name-long 121 caractères, au plus 120"),
    ("recipients:\n  - {name: Inde, number: 0}\n", "2:26 number-expected"),
    ("recipients:\n  - name: Inde\n    number: 0\n", "3:13 number-expected « 0 » n’est pas un numéro"),
    (
        "recipients:\n  - name: Inde\n  - name: inde\n",
        "3:11 recipient-repeated ce destinataire figure déjà",
    ),
]


@pytest.mark.parametrize(("text", "fault"), FAULTS)
def test_a_fault_of_a_list_says_where(tmp_path: Path, text: str, fault: str) -> None:
    listed = read(tmp_path, "liste.yaml", text)
    assert listed.listed == ()
    assert any(fault in line for line in told(listed)), told(listed)


def test_homonyms_are_pointed_out_and_kept(tmp_path: Path) -> None:
    table = "nom,délégation\nMarie Martin,Canada\nMarie MARTIN,Belgique\n"
    listed = read(tmp_path, "liste.csv", table)
    assert told(listed) == ["liste.csv:3:1 recipient-homonym homonyme du destinataire de la ligne 2"]
    assert [one.label for one in listed.listed] == ["Marie Martin, Canada", "Marie MARTIN, Belgique"]


@pytest.mark.parametrize(
    ("table", "fault"),
    [
        ("titre;numéro\nM.;7\n", "1:1 column-missing la colonne « nom » manque"),
        ("nom;name\nInde;Inde\n", "1:2 column-repeated la colonne « name » figure deux fois"),
        ('nom\n"Inde\n', "2:1 table-quotes guillemets mal fermés"),
        ("", "1:1 file-empty le fichier est vide"),
        ("nom\n", "recipients-missing aucun destinataire"),
    ],
)
def test_a_fault_of_a_table_says_where(tmp_path: Path, table: str, fault: str) -> None:
    assert any(fault in line for line in told(read(tmp_path, "liste.csv", table)))


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    table = 'sep=;\nnom;titre\n\n"Marie ""la"" Martin";"une\nligne"\n=2;\n'
    assert [line.split(" ")[0] for line in told(read(tmp_path, "liste.csv", table))] == [
        "liste.csv:4:2",
        "liste.csv:6:1",
    ]


@pytest.mark.parametrize("name", ["liste.ods", "liste"])
def test_other_files_are_refused(tmp_path: Path, name: str) -> None:
    assert "file-unknown ce fichier n’est ni du YAML ni un tableau" in told(read(tmp_path, name, b"PK"))[0]


def test_what_cannot_be_read_is_said(tmp_path: Path) -> None:
    assert told(read_recipients(tmp_path / "absent.csv")) == [
        "absent.csv file-unreadable lecture impossible : fichier introuvable"
    ]


def test_ten_thousand_recipients_are_read_in_a_moment(tmp_path: Path) -> None:
    rows = "\n".join(f"Délégation {number}" for number in range(10_000))
    assert read(tmp_path, "liste.csv", f"nom\n{rows}\n").listed[-1].number == 10_000


def test_a_word_in_two_alphabets_is_pointed_out(tmp_path: Path) -> None:
    reading = read(tmp_path, "liste.yaml", 'recipients:\n  - name: "\u0420aul Durand"\n  - name: "Σωκράτης Durand"\n')
    assert len(reading.listed) == 2
    assert told(reading) == [
        "liste.yaml:2:11 name-mixed « \u0420aul » mêle des lettres de plusieurs alphabets : cyrillique et latin"
    ]
