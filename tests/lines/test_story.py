from rapport.lines.face import FontSet
from rapport.lines.line import LineSetting, Run, undivided
from rapport.lines.points import GLUED, Story, stories


def read(fonts: FontSet, *texts: str) -> tuple[Story, ...]:
    runs = tuple(Run(text, fonts.regular, 10.0) for text in texts)
    return stories(runs, LineSetting(100.0), undivided)


def shown(story: Story) -> str:
    """Words in brackets with the number of their run, spaces as that of theirs."""
    return "".join(f"[{word.text}]{run}" + ("" if gap == GLUED else f" {gap} ") for word, run, gap in story.items)


def test_spaces_part_words_and_runs_do_not(fonts: FontSet) -> None:
    (story,) = read(fonts, "un an", "1", " après")
    assert shown(story) == "[un]0 0 [an]0[1]1 2 [après]2"


def test_spaces_side_by_side_are_one_and_at_the_ends_none(fonts: FontSet) -> None:
    (story,) = read(fonts, "  un  ", " ", " an ", " ")
    assert shown(story) == "[un]0 0 [an]2"


def test_a_line_feed_parts_texts(fonts: FontSet) -> None:
    first, second, third = read(fonts, "un\nan \n", "après")
    assert [shown(story) for story in (first, second, third)] == ["[un]0", "[an]0", "[après]1"]


def test_nothing_is_one_empty_text(fonts: FontSet) -> None:
    assert [story.items for story in read(fonts)] == [()]
    assert [story.items for story in read(fonts, "", " ")] == [()]
