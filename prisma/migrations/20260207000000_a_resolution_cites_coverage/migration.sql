-- An answer by absence rests on signed coverage rather than on events.
ALTER TABLE resolutions ADD COLUMN coverage_ids uuid[] NOT NULL DEFAULT ARRAY[]::uuid[];
