CREATE TABLE "domain_events" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "payload" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "domain_events_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "domain_events_at_idx" ON "domain_events"("at");

CREATE TABLE "event_deliveries" (
    "event_id" BIGINT NOT NULL,
    "consumer" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "error" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "event_deliveries_pkey" PRIMARY KEY ("consumer", "event_id")
);
CREATE INDEX "event_deliveries_event_id_idx" ON "event_deliveries"("event_id");
ALTER TABLE "event_deliveries" ADD CONSTRAINT "event_deliveries_event_id_fkey"
  FOREIGN KEY ("event_id") REFERENCES "domain_events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What happened is not changed afterwards; a consumer that has yet to hear of it keeps it from being removed.
CREATE TRIGGER keep BEFORE UPDATE ON domain_events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_whole BEFORE TRUNCATE ON domain_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER keep_whole BEFORE TRUNCATE ON event_deliveries FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
