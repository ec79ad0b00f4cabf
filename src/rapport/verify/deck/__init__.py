"""Reading a PPTX: bytes -> slides, shapes, tables, charts, workbooks, notes and properties."""
