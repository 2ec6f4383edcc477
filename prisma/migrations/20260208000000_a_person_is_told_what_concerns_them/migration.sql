-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL DEFAULT '',
    "href" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notice_readings" (
    "person_id" UUID NOT NULL,
    "read_until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "notice_readings_pkey" PRIMARY KEY ("person_id")
);

-- CreateIndex
CREATE INDEX "notices_person_id_created_at_id_idx" ON "notices"("person_id", "created_at" DESC, "id" DESC);

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notice_readings" ADD CONSTRAINT "notice_readings_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A notice leads to a page of this site, never elsewhere.
ALTER TABLE "notices" ADD CONSTRAINT "notices_href_check" CHECK ("href" ~ '^/([^/\\]|$)');

CREATE TRIGGER stamp BEFORE INSERT ON notices FOR EACH ROW EXECUTE FUNCTION stamp('created_at');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON notices FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON notices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
