-- Somebody is signed in as long as the row is there.
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "network" TEXT NOT NULL,
    "agent" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sessions_network_short" CHECK (length("network") BETWEEN 1 AND 60),
    CONSTRAINT "sessions_agent_short" CHECK (length("agent") BETWEEN 1 AND 60),
    CONSTRAINT "sessions_seen_since_created" CHECK ("last_seen_at" >= "created_at")
);

-- Where somebody has signed in before, so that strangers' attempts do not keep them out.
CREATE TABLE "known_devices" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "signed_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "known_devices_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "known_devices_network_short" CHECK (length("network") BETWEEN 1 AND 60),
    CONSTRAINT "known_devices_token_hash_is_sha256" CHECK ("token_hash" ~ '^[0-9a-f]{64}$')
);

CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");
CREATE INDEX "sessions_created_at_idx" ON "sessions"("created_at");
CREATE UNIQUE INDEX "known_devices_person_id_token_hash_key" ON "known_devices"("person_id", "token_hash");
CREATE INDEX "known_devices_token_hash_idx" ON "known_devices"("token_hash");
CREATE INDEX "known_devices_signed_in_at_idx" ON "known_devices"("signed_in_at");
CREATE INDEX "rate_limits_expire_idx" ON "rate_limits"("expire");

ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "known_devices" ADD CONSTRAINT "known_devices_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;
