"""Data: what authors wrote, checked for form and frozen."""
