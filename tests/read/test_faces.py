from importlib.metadata import entry_points
from pathlib import Path

import pytest

from rapport.lines.face import names
from rapport.problem import ContentError
from rapport.read.faces import fonts_in, installed_fonts

FIVE = ("SourceSansPro", "SourceSansProIt", "SourceSansProSemibold", "SourceSansProBold", "SourceSansProBoldIt")


@pytest.fixture
def files() -> dict[str, str]:
    """The font files of the package, by name."""
    (package,) = entry_points(group="fonts_ttf")
    return dict(package.load())


def test_the_charter_s_family_comes_by_package() -> None:
    fonts = installed_fonts()
    assert fonts.family == "Source Sans Pro"
    assert [names(face.data)[1] for face in fonts.faces] == ["Regular", "Italic", "Semibold", "Bold", "Bold Italic"]


def test_faces_are_found_by_what_files_say_of_themselves(tmp_path: Path, files: dict[str, str]) -> None:
    for number, name in enumerate(FIVE):
        (tmp_path / f"police-{number}.ttf").write_bytes(Path(files[name]).read_bytes())
    (tmp_path / "LISEZMOI.txt").write_text("Licence OFL")
    assert fonts_in(tmp_path, "Source Sans Pro") == installed_fonts()


def test_each_missing_style_is_a_problem(tmp_path: Path, files: dict[str, str]) -> None:
    (tmp_path / "a.ttf").write_bytes(Path(files["SourceSansPro"]).read_bytes())
    (tmp_path / "b.ttf").write_bytes(b"not a font")
    with pytest.raises(ContentError) as caught:
        fonts_in(tmp_path, "Source Sans Pro")
    assert [problem.message for problem in caught.value.problems] == [
        "La police «\u00a0Source Sans Pro\u00a0» n’a pas de style italique.",
        "La police «\u00a0Source Sans Pro\u00a0» n’a pas de style demi-gras.",
        "La police «\u00a0Source Sans Pro\u00a0» n’a pas de style gras.",
        "La police «\u00a0Source Sans Pro\u00a0» n’a pas de style gras italique.",
    ]


def test_the_bold_stands_in_for_a_semibold(tmp_path: Path, files: dict[str, str]) -> None:
    for name in FIVE:
        if name != "SourceSansProSemibold":
            (tmp_path / f"{name}.ttf").write_bytes(Path(files[name]).read_bytes())
    fonts = fonts_in(tmp_path, "Source Sans Pro")
    assert [face.style for face in fonts.faces] == ["regular", "italic", "semibold", "bold", "bold italic"]
    assert fonts.semibold.data == fonts.bold.data


def test_an_unknown_family_is_a_problem() -> None:
    with pytest.raises(ContentError) as caught:
        installed_fonts("Aucune Famille")
    assert {problem.code for problem in caught.value.problems} == {"font-missing"}
    assert len(caught.value.problems) == 5


def test_a_family_comes_by_any_installed_package(
    tmp_path: Path, files: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What `pip install` of a font package leaves behind: its files, and an entry point that names them."""
    for name in FIVE:
        data = Path(files[name]).read_bytes()
        for encoding in ("utf-16-be", "latin-1"):
            data = data.replace("Source Sans Pro".encode(encoding), "Maison Sans Pro".encode(encoding))
        (tmp_path / f"{name}.ttf").write_bytes(data)
    paths = {name: str(tmp_path / f"{name}.ttf") for name in FIVE}
    (tmp_path / "font_maison.py").write_text(f"font_files = {paths!r}\n", encoding="utf-8")
    information = tmp_path / "font_maison-1.0.dist-info"
    information.mkdir()
    (information / "METADATA").write_text("Metadata-Version: 2.1\nName: font-maison\nVersion: 1.0\n", encoding="utf-8")
    (information / "entry_points.txt").write_text("[fonts_ttf]\nmaison = font_maison:font_files\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert installed_fonts("Maison Sans Pro").family == "Maison Sans Pro"
