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
