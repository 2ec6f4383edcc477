-- A notice is stored as a kind with parameters, and put into words when it is shown. What was stored as words before is kept as it is,
-- as a kind of its own.
ALTER TABLE "notices" ADD COLUMN "params" JSONB;
ALTER TABLE "notices" DISABLE TRIGGER append_only;
UPDATE "notices" SET "kind" = 'message', "params" = jsonb_build_object('title', "title", 'body', "body", 'href', "href");
ALTER TABLE "notices" ENABLE TRIGGER append_only;
ALTER TABLE "notices" ALTER COLUMN "params" SET NOT NULL;
ALTER TABLE "notices" DROP CONSTRAINT "notices_href_check";
ALTER TABLE "notices" DROP COLUMN "title", DROP COLUMN "body", DROP COLUMN "href";
