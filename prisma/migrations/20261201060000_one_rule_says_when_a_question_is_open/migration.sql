-- Forecasts, trades and orders go by one rule of when a question is open.
CREATE OR REPLACE FUNCTION admit_forecast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.import_batch_id IS NULL THEN
    NEW.made_at := date_trunc('milliseconds', clock_timestamp());
    IF NOT question_is_open(NEW.question_id, NEW.made_at) THEN
      RAISE EXCEPTION 'question_must_be_open' USING ERRCODE = 'PA001';
    END IF;
  END IF;
  RETURN NEW;
END $$;

-- The second lock says the code of the first.
CREATE OR REPLACE FUNCTION admit_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM event_revisions r JOIN events e ON e.id = r.event_id JOIN events into_event ON into_event.id = NEW.into_event_id
      JOIN event_revisions taking ON taking.id = NEW.into_revision_id
    WHERE r.id = NEW.revision_id AND r.status = 'retracted' AND e.id <> into_event.id
      AND e.topic_id = into_event.topic_id AND taking.event_id = into_event.id
  ) THEN
    RAISE EXCEPTION 'events_must_be_duplicates_to_merge' USING ERRCODE = 'PA003';
  END IF;
  RETURN NEW;
END $$;
