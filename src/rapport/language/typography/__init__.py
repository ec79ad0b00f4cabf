"""Text and a house style -> the edits that typeset it: one file per subject of French composition."""
