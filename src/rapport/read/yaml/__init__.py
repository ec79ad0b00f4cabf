"""YAML text -> values that know where they stand, or what its author should mend."""
