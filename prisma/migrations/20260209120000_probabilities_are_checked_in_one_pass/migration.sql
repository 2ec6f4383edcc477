-- The same check as before, as a function whose plans are kept: every forecast is checked twice, once where it is written and once
-- where it stands, and planning the check took longer than writing the row. A missing number is refused too.
CREATE OR REPLACE FUNCTION probabilities_are_sound(probabilities double precision[]) RETURNS boolean
LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE length int := cardinality(probabilities);
BEGIN
  IF length = 0 OR array_position(probabilities, NULL) IS NOT NULL
    OR NOT (0 <= ALL (probabilities) AND 1 >= ALL (probabilities)) THEN
    RETURN false;
  END IF;
  IF length = 1 THEN
    RETURN true;
  END IF;
  -- A forecast of 201 numbers is a CDF: it never falls. Any other list sums to one.
  IF length = 201 THEN
    RETURN (SELECT bool_and(probabilities[i] >= probabilities[i - 1]) FROM generate_series(2, 201) AS i);
  END IF;
  RETURN (SELECT abs(sum(p) - 1) <= 1e-6 FROM unnest(probabilities) AS p);
END $$;
