"""Edition -> slides: what stands where at which size, and what cannot fit."""
