"""Office Open XML (ECMA-376): markup, parts and relationships, reproducible archives, workbooks."""
