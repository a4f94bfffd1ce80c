"""Fuzzing of the readers: seeds, mutations that know the formats, and what must hold for any bytes."""
