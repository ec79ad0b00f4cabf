"""The tree keeps what was drawn, and the cells that make rows equally long."""

from __future__ import annotations

from rapport.formats.pdf.tags.serial import StructureObjects
from rapport.formats.pdf.tags.tree import MarkedContentKid, StructureTree


def test_what_was_never_drawn_is_dropped() -> None:
    tree = StructureTree()
    drawn = tree.document.child("P")
    drawn.kids.append(MarkedContentKid("Page1", 0))
    tree.document.child("L").child("LI").child("LBody")
    tree.prune()
    assert tree.document.kids == [drawn]


def test_empty_cells_stay() -> None:
    tree = StructureTree()
    row = tree.document.child("Table").child("TR")
    row.child("TH")
    row.child("TD").child("P")
    tree.prune()
    assert [element.tag for element in tree.elements()] == ["Document", "Table", "TR", "TH", "TD"]


def test_a_row_without_cells_is_dropped_with_its_table() -> None:
    tree = StructureTree()
    tree.document.child("Table").child("TR")
    tree.prune()
    assert tree.document.kids == []


def test_pages_and_annotations_share_the_keys_of_the_parent_tree() -> None:
    tree = StructureTree()
    link = tree.document.child("Link")
    assert [tree.add_page((link,)), tree.add_annotation(link), tree.add_page(())] == [0, 1, 2]


def test_objects_follow_the_document() -> None:
    tree = StructureTree()
    note = tree.document.child("P").child("Note", identifier="note-1")
    note.kids += [MarkedContentKid("Page1", 4), MarkedContentKid("Page2", 0)]
    tree.add_page((note,))
    written = dict(StructureObjects(tree, 10, {"Page1": 1, "Page2": 2}.__getitem__))
    assert written[10] == (
        b"<</Type/StructTreeRoot/K 11 0 R/ParentTree<</Nums[0 [13 0 R]]>>/ParentTreeNextKey 1"
        b"/IDTree<</Names[<FEFF006E006F00740065002D0031> 13 0 R]>>>>"
    )
    assert written[12] == b"<</Type/StructElem/S/P/P 11 0 R/K 13 0 R>>"
    assert written[13] == (
        b"<</Type/StructElem/S/Note/P 12 0 R/Pg 1 0 R/K[4 <</Type/MCR/Pg 2 0 R/MCID 0>>]"
        b"/ID<FEFF006E006F00740065002D0031>>>"
    )


def test_deep_trees_need_no_recursion() -> None:
    tree = StructureTree()
    element = tree.document
    for _ in range(5_000):
        element = element.child("Div")
    element.kids.append(MarkedContentKid("Page1", 0))
    tree.prune()
    assert len(list(StructureObjects(tree, 1, lambda _: 1))) == 5_002
