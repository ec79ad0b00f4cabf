"""A command's arguments -> an exit code: one module strings the stages of one command together."""
