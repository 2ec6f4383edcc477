-- CreateTable
CREATE TABLE "event_merges" (
    "revision_id" UUID NOT NULL,
    "into_event_id" UUID NOT NULL,
    "into_revision_id" UUID NOT NULL,

    CONSTRAINT "event_merges_pkey" PRIMARY KEY ("revision_id")
);

-- CreateTable
CREATE TABLE "signals" (
    "id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signal_versions" (
    "signal_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "match" JSONB NOT NULL,
    "is_retired" BOOLEAN NOT NULL DEFAULT false,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "signal_versions_pkey" PRIMARY KEY ("signal_id","number")
);

-- CreateTable
CREATE TABLE "follows" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "topic_id" UUID,
    "signal_id" UUID,
    "followed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "follows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_alerts" (
    "person_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,

    CONSTRAINT "event_alerts_pkey" PRIMARY KEY ("person_id","event_id")
);

CREATE INDEX "event_merges_into_event_id_idx" ON "event_merges"("into_event_id");
CREATE UNIQUE INDEX "event_merges_into_revision_id_key" ON "event_merges"("into_revision_id");
CREATE INDEX "signals_topic_id_idx" ON "signals"("topic_id");
CREATE INDEX "follows_topic_id_idx" ON "follows"("topic_id");
CREATE INDEX "follows_signal_id_idx" ON "follows"("signal_id");
CREATE UNIQUE INDEX "follows_person_id_topic_id_key" ON "follows"("person_id", "topic_id");
CREATE UNIQUE INDEX "follows_person_id_signal_id_key" ON "follows"("person_id", "signal_id");
CREATE INDEX "event_alerts_event_id_idx" ON "event_alerts"("event_id");

ALTER TABLE "event_merges" ADD CONSTRAINT "event_merges_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "event_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event_merges" ADD CONSTRAINT "event_merges_into_event_id_fkey" FOREIGN KEY ("into_event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event_merges" ADD CONSTRAINT "event_merges_into_revision_id_fkey" FOREIGN KEY ("into_revision_id") REFERENCES "event_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "signals" ADD CONSTRAINT "signals_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "signals" ADD CONSTRAINT "signals_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "signal_versions" ADD CONSTRAINT "signal_versions_signal_id_fkey" FOREIGN KEY ("signal_id") REFERENCES "signals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "signal_versions" ADD CONSTRAINT "signal_versions_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "follows" ADD CONSTRAINT "follows_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "follows" ADD CONSTRAINT "follows_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "follows" ADD CONSTRAINT "follows_signal_id_fkey" FOREIGN KEY ("signal_id") REFERENCES "signals"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event_alerts" ADD CONSTRAINT "event_alerts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "event_alerts" ADD CONSTRAINT "event_alerts_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "signal_versions"
  ADD CONSTRAINT signal_versions_number_positive CHECK (number > 0),
  ADD CONSTRAINT signal_versions_named CHECK (length(name) > 0);
-- One follows a topic or a signal, never both with one row.
ALTER TABLE "follows" ADD CONSTRAINT follows_one_subject CHECK (num_nonnulls(topic_id, signal_id) = 1);

-- Only a revision that retracts may say that an event was merged, and only into another one of the same topic.
CREATE FUNCTION admit_merge() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM event_revisions r JOIN events e ON e.id = r.event_id JOIN events into_event ON into_event.id = NEW.into_event_id
      JOIN event_revisions taking ON taking.id = NEW.into_revision_id
    WHERE r.id = NEW.revision_id AND r.status = 'retracted' AND e.id <> into_event.id
      AND e.topic_id = into_event.topic_id AND taking.event_id = into_event.id
  ) THEN
    RAISE EXCEPTION 'events_must_be_twins_to_merge' USING ERRCODE = 'PA003';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER admit BEFORE INSERT ON event_merges FOR EACH ROW EXECUTE FUNCTION admit_merge();

CREATE TRIGGER stamp BEFORE INSERT ON signal_versions FOR EACH ROW EXECUTE FUNCTION stamp('made_at');
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['event_merges', 'signals', 'signal_versions', 'event_alerts'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
