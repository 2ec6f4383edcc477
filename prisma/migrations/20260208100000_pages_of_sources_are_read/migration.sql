-- CreateTable
CREATE TABLE "source_pages" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "final_url" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "media_type" TEXT NOT NULL,
    "title" TEXT,
    "publisher" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "fetched_by_id" UUID NOT NULL,

    CONSTRAINT "source_pages_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "source_pages_url_fetched_at_idx" ON "source_pages"("url", "fetched_at");
ALTER TABLE "source_pages" ADD CONSTRAINT "source_pages_fetched_by_id_fkey" FOREIGN KEY ("fetched_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "source_pages"
  ADD CONSTRAINT source_pages_sha256_check CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT source_pages_found CHECK (status BETWEEN 200 AND 299 AND bytes >= 0),
  ADD CONSTRAINT source_pages_of_the_web CHECK (url ~ '^https?://' AND final_url ~ '^https?://');

CREATE TRIGGER stamp BEFORE INSERT ON source_pages FOR EACH ROW EXECUTE FUNCTION stamp('fetched_at');
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON source_pages FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON source_pages FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
SELECT seal_rows_of('source_pages', 'source_page', 'id');
