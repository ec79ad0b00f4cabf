"""The rules of French composition, by what they mend."""
