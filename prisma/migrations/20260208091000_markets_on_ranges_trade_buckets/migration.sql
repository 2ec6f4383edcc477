-- A market on a number or a date trades the parts that its bounds cut the range into; one on fixed answers has no bounds.
ALTER TABLE "markets" ADD COLUMN "bucket_bounds" DOUBLE PRECISION[] DEFAULT ARRAY[]::DOUBLE PRECISION[];

ALTER TABLE markets
  ADD CONSTRAINT markets_bounds_fit CHECK (
    bucket_bounds IS NOT NULL AND cardinality(bucket_bounds) IN (0, cardinality(opening_prices) - 1));

-- The bounds are among the terms that a market keeps.
CREATE OR REPLACE FUNCTION keep_market() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' OR NEW.liquidity_micros <> OLD.liquidity_micros OR NEW.subsidy_micros <> OLD.subsidy_micros
    OR NEW.opening_prices <> OLD.opening_prices OR NEW.bucket_bounds <> OLD.bucket_bounds OR NEW.trade_count < OLD.trade_count THEN
    RAISE EXCEPTION 'record_must_not_change: a market keeps its terms' USING ERRCODE = 'PA002';
  END IF;
  RETURN NEW;
END $$;
