"""edition.Chart -> DrawingML chart space (ECMA-376 part 1, 21.2) and the workbook that lets readers edit it."""
