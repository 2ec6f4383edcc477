-- AlterTable
ALTER TABLE "questions" ADD COLUMN     "open_lower" BOOLEAN,
ADD COLUMN     "open_upper" BOOLEAN,
ADD COLUMN     "range_max" DOUBLE PRECISION,
ADD COLUMN     "range_min" DOUBLE PRECISION,
ADD COLUMN     "unit" TEXT,
ADD COLUMN     "zero_point" DOUBLE PRECISION;

ALTER TABLE questions
  DROP CONSTRAINT questions_type_known,
  ADD CONSTRAINT questions_type_known CHECK (type IN ('binary', 'multiple_choice', 'numeric', 'date')),
  ADD CONSTRAINT questions_range_by_type CHECK (CASE WHEN type IN ('numeric', 'date')
    THEN num_nulls(range_min, range_max, open_lower, open_upper, unit) = 0
    ELSE num_nonnulls(range_min, range_max, open_lower, open_upper, unit, zero_point) = 0 END),
  ADD CONSTRAINT questions_range_in_order CHECK (range_min < range_max),
  ADD CONSTRAINT questions_zero_point_outside CHECK (zero_point < range_min OR zero_point > range_max);

-- A forecast of 201 numbers is a CDF: it never falls. Any other list sums to one.
CREATE OR REPLACE FUNCTION probabilities_are_sound(probabilities double precision[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT cardinality(probabilities) > 0
    AND (SELECT bool_and(p >= 0 AND p <= 1) FROM unnest(probabilities) AS p)
    AND CASE cardinality(probabilities)
      WHEN 1 THEN true
      WHEN 201 THEN (SELECT bool_and(probabilities[i] >= probabilities[i - 1]) FROM generate_series(2, 201) AS i)
      ELSE (SELECT abs(sum(p) - 1) <= 1e-6 FROM unnest(probabilities) AS p) END;
$$;

ALTER TABLE forecasts
  DROP CONSTRAINT forecasts_within_stated_bounds,
  ADD CONSTRAINT forecasts_within_stated_bounds CHECK (import_batch_id IS NOT NULL OR cardinality(probabilities) = 201
    OR (0.0009999 <= ALL (probabilities) AND 0.9990001 >= ALL (probabilities)));
