"""The charter that comes with the program."""

import pytest
from msgspec.structs import fields

from rapport.look.charter import Charter
from rapport.look.type_style import TypeStyle


def styles(charter: Charter) -> list[tuple[str, TypeStyle]]:
    scales = (("brief", charter.brief.type), ("deck", charter.deck.type))
    return [(f"{medium}.{role.name}", getattr(scale, role.name)) for medium, scale in scales for role in fields(scale)]


def test_lines_never_touch(charter: Charter) -> None:
    assert [name for name, style in styles(charter) if style.leading < style.size] == []


def test_slides_use_two_weights(charter: Charter) -> None:
    weights = {style.weight for name, style in styles(charter) if name.startswith("deck.")}
    assert weights == {"regular", "bold"}


def test_titles_are_never_hyphenated_nor_justified(charter: Charter) -> None:
    titles = [style for name, style in styles(charter) if name.endswith("title")]
    assert all(not style.hyphenate and style.align == "left" for style in titles)


def test_only_prose_is_justified(charter: Charter) -> None:
    assert [name for name, style in styles(charter) if style.align == "justify"] == ["brief.body"]


def test_content_stands_clear_of_the_furniture(charter: Charter) -> None:
    for grid in (charter.brief.grid, charter.deck.grid):
        assert grid.opening_rule_y < grid.title_y < grid.content_top
        assert grid.content_bottom < grid.footer_y < grid.height


def test_no_issuer_is_invented(charter: Charter) -> None:
    assert (charter.organisation.name, charter.organisation.logo) == ("", "")


def test_the_charter_is_frozen(charter: Charter) -> None:
    with pytest.raises(AttributeError):
        charter.brief.type.body.size = 3  # type: ignore[misc, assignment]
