-- An import brings the record of another instance with the times at which things were recorded there. What it writes names its
-- batch, and lies in the past; everything else is stamped by the database as before.
ALTER TABLE "event_revisions" ADD COLUMN "import_batch_id" UUID;
ALTER TABLE "coverage" ADD COLUMN "import_batch_id" UUID;
ALTER TABLE "criteria_versions" ADD COLUMN "import_batch_id" UUID;
ALTER TABLE "clarifications" ADD COLUMN "import_batch_id" UUID;
ALTER TABLE "decisions" ADD COLUMN "import_batch_id" UUID;
ALTER TABLE "limit_orders" ADD COLUMN "import_batch_id" UUID;
-- What somebody is called where they were imported from, when a name here could not hold it.
ALTER TABLE "users" ADD COLUMN "imported_name" TEXT;

ALTER TABLE "event_revisions" ADD CONSTRAINT "event_revisions_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "criteria_versions" ADD CONSTRAINT "criteria_versions_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "limit_orders" ADD CONSTRAINT "limit_orders_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE FUNCTION keep_past() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (to_jsonb(NEW) ->> TG_ARGV[0])::timestamptz > clock_timestamp() THEN
    RAISE EXCEPTION 'imported_time_must_be_past: % of %', TG_ARGV[0], TG_TABLE_NAME USING ERRCODE = 'PA002';
  END IF;
  RETURN NEW;
END $$;

DO $$
DECLARE stamped record;
BEGIN
  FOR stamped IN SELECT * FROM (VALUES ('event_revisions', 'recorded_at'), ('coverage', 'signed_at'), ('criteria_versions', 'created_at'),
    ('clarifications', 'written_at'), ('decisions', 'decided_at')) AS t (name, instant)
  LOOP
    EXECUTE format('DROP TRIGGER stamp ON %I', stamped.name);
    EXECUTE format('CREATE TRIGGER stamp BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.import_batch_id IS NULL) EXECUTE FUNCTION stamp(%L)',
      stamped.name, stamped.instant);
    EXECUTE format('CREATE TRIGGER keep_past BEFORE INSERT ON %I FOR EACH ROW WHEN (NEW.import_batch_id IS NOT NULL) EXECUTE FUNCTION keep_past(%L)',
      stamped.name, stamped.instant);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION admit_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.import_batch_id IS NULL THEN
    NEW.placed_at := date_trunc('milliseconds', clock_timestamp());
    IF NOT question_is_open(NEW.question_id, NEW.placed_at) THEN
      RAISE EXCEPTION 'question_must_be_open' USING ERRCODE = 'PA001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_past BEFORE INSERT ON limit_orders FOR EACH ROW WHEN (NEW.import_batch_id IS NOT NULL) EXECUTE FUNCTION keep_past('placed_at');
