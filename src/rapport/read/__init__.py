"""Files -> model: YAML, charter, faces and pictures from the disk, with the place of every value."""
