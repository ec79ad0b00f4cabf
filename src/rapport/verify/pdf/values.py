"""Values of a PDF as they compare: whatever the encoding of their texts, what they point to by its number."""

from __future__ import annotations

import pikepdf

Said = tuple["Said | str", ...] | str


def said(value: object, *, own: bool = False) -> Said:
    """A value however its texts are encoded; what it points to is a number, unless it is `own`."""
    if isinstance(value, pikepdf.Object) and value.is_indirect and not own:
        return ("R", str(value.objgen))
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        return tuple((str(key), said(each)) for key, each in sorted(value.items()))
    if isinstance(value, pikepdf.Array):
        return ("[", *(said(each) for each in value))
    return f"{type(value).__name__} {value}"


def entries(holder: pikepdf.Object, but: frozenset[str] = frozenset()) -> dict[str, Said]:
    """Each entry of a dictionary, or all but some."""
    return {str(key): said(value) for key, value in holder.items() if key not in but}
