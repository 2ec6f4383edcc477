-- A price is what a crowd thinks: while the crowd of a question is hidden, nobody trades in its market.
CREATE FUNCTION market_is_open(question uuid, at timestamptz) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT question_is_open(question, at)
    AND NOT EXISTS (SELECT FROM questions q WHERE q.id = question AND q.reveal_at > at);
$$;
CREATE OR REPLACE FUNCTION admit_trade() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.import_batch_id IS NULL THEN
    NEW.made_at := date_trunc('milliseconds', clock_timestamp());
    IF NOT market_is_open(NEW.question_id, NEW.made_at) THEN
      RAISE EXCEPTION 'question_must_be_open' USING ERRCODE = 'PA001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE OR REPLACE FUNCTION admit_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.import_batch_id IS NULL THEN
    NEW.placed_at := date_trunc('milliseconds', clock_timestamp());
    IF NOT market_is_open(NEW.question_id, NEW.placed_at) THEN
      RAISE EXCEPTION 'question_must_be_open' USING ERRCODE = 'PA001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
-- The questions whose crowd is hidden, of all there are.
CREATE INDEX questions_hidden_until ON questions (reveal_at) WHERE reveal_at IS NOT NULL;
