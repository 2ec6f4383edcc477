-- A bot is an account without a password that a person answers for. It cannot own a bot itself.
ALTER TABLE "users" ADD COLUMN "owner_id" UUID;
ALTER TABLE "users" ADD CONSTRAINT "users_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "users" ADD CONSTRAINT "users_owned_is_bot_check" CHECK ("owner_id" IS NULL OR ("is_bot" AND "password_hash" IS NULL AND "owner_id" <> "id"));
CREATE INDEX "users_owner_id_idx" ON "users"("owner_id");

CREATE TABLE "bot_retirements" (
    "bot_id" UUID NOT NULL,
    "retired_by_id" UUID NOT NULL,
    "retired_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "bot_retirements_pkey" PRIMARY KEY ("bot_id")
);
ALTER TABLE "bot_retirements" ADD CONSTRAINT "bot_retirements_bot_id_fkey" FOREIGN KEY ("bot_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "bot_retirements" ADD CONSTRAINT "bot_retirements_retired_by_id_fkey" FOREIGN KEY ("retired_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON bot_retirements FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON bot_retirements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TABLE "tokens" (
    "id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "scopes" TEXT[] NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    CONSTRAINT "tokens_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "tokens_hash_key" ON "tokens"("hash");
CREATE INDEX "tokens_owner_id_idx" ON "tokens"("owner_id");
CREATE INDEX "tokens_account_id_idx" ON "tokens"("account_id");
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "tokens" ADD CONSTRAINT "tokens_scopes_check" CHECK ("scopes" <@ ARRAY['read', 'forecast', 'trade', 'moderate', 'administer'] AND cardinality("scopes") > 0);
