"""Any text goes to a spreadsheet and comes back the same."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rapport.read.facts.entries import entries_of, replaced, scalar
from rapport.read.facts.table import FactLine, read_cells, read_table, write_table

# What YAML itself refuses: control characters and lone surrogates.
TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t", exclude_characters="\ufeff\ufffe\uffff")
).map(str.strip)
FIELDS = {"status": "achieved", "as_of": "2026-02-10", "source": "bilan", "locator": "§ 4"}


@given(st.lists(TEXTS.filter(bool), min_size=1, max_size=4))
def test_a_table_is_read_as_it_was_written(labels: list[str]) -> None:
    lines = [FactLine("faits", f"fait-{index}", {"label": label, **FIELDS}) for index, label in enumerate(labels)]
    read, problems = read_table("faits.csv", write_table(lines))
    assert problems == ()
    assert [(line.file, line.key, dict(line.fields)) for line in read] == [
        (line.file, line.key, dict(line.fields)) for line in lines
    ]


@given(TEXTS.filter(bool))
def test_a_text_is_written_so_that_yaml_reads_it_back(text: str) -> None:
    file = f"group: Faits\n\nun:\n  label: {scalar(text)}\n"
    assert entries_of(file)["un"].fields == {"label": text}


@given(TEXTS.filter(bool), st.booleans())
def test_an_entry_is_replaced_and_its_neighbours_are_not(text: str, windows: bool) -> None:
    file = "# tête\ngroup: Faits\n\nun:\n  label: a\n  locator: b # c\n\n# deux\ndeux:\n  label: d # e\n"
    if windows:
        file = file.replace("\n", "\r\n")
    after = replaced(file, {"un": {"label": text}})
    head, tail = file.split("un:", 1)[0], file[file.index("# deux") :]
    assert after.startswith(head)
    assert after.endswith(tail)
    assert entries_of(after)["un"].fields == {"label": text}


def test_cells_know_where_they_stand() -> None:
    cells = [cell for line in read_cells("t.csv", 'a;"b\n""c""";d\r\n;e\n') for cell in line]
    assert [(cell.text, cell.origin.line, cell.origin.column) for cell in cells] == [
        ("a", 1, 1),
        ('b\n"c"', 1, 3),
        ("d", 2, 8),
        ("", 3, 1),
        ("e", 3, 2),
    ]
