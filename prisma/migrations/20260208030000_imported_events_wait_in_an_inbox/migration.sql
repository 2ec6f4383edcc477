-- CreateTable
CREATE TABLE "imported_events" (
    "id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "batch_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "actors" TEXT[],
    "country" TEXT,
    "place_name" TEXT,
    "occurred_from" TIMESTAMPTZ(3) NOT NULL,
    "statement" JSONB NOT NULL,

    CONSTRAINT "imported_events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inbox_decisions" (
    "imported_event_id" UUID NOT NULL,
    "event_id" UUID,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inbox_decisions_pkey" PRIMARY KEY ("imported_event_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "imported_events_topic_id_key_key" ON "imported_events"("topic_id", "key");

-- CreateIndex
CREATE INDEX "imported_events_topic_id_occurred_from_id_idx" ON "imported_events"("topic_id", "occurred_from" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "imported_events" ADD CONSTRAINT "imported_events_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imported_events" ADD CONSTRAINT "imported_events_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_decisions" ADD CONSTRAINT "inbox_decisions_imported_event_id_fkey" FOREIGN KEY ("imported_event_id") REFERENCES "imported_events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_decisions" ADD CONSTRAINT "inbox_decisions_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "inbox_decisions" ADD CONSTRAINT "inbox_decisions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER stamp BEFORE INSERT ON inbox_decisions FOR EACH ROW EXECUTE FUNCTION stamp('decided_at');
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['imported_events', 'inbox_decisions']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
