"""Data: what readers will read, final words and figures with their evidence, whatever the medium draws them."""
