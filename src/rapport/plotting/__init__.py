"""Craft: where the marks and words of a chart stand; words are measured, so that none meets another."""
