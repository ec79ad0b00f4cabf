"""The bytes of an SVG file -> shapes, or why they cannot be drawn alike everywhere."""
