"""Model -> edition: final words and figures, for one medium and one language."""
