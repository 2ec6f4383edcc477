-- How long the oldest record has waited to be sealed is what tells that sealing has stopped.
ALTER TABLE "leaf_queue" ADD COLUMN "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
