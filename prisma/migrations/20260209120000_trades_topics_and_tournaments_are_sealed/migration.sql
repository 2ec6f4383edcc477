-- AlterTable
ALTER TABLE "tournament_questions" ADD COLUMN     "id" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "topic_versions" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "topic_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "is_fictional" BOOLEAN NOT NULL,
    "scenario_question_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topic_versions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "topic_versions_topic_id_number_key" ON "topic_versions"("topic_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "tournament_questions_id_key" ON "tournament_questions"("id");

-- AddForeignKey
ALTER TABLE "topic_versions" ADD CONSTRAINT "topic_versions_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A topic is told anew in place; each telling is kept beside it, so that it can be sealed. What stands now is the first that is known.
CREATE FUNCTION keep_topic_version() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO topic_versions (topic_id, number, slug, title, summary, is_fictional, scenario_question_id)
  SELECT NEW.id, COALESCE(max(v.number), 0) + 1, NEW.slug, NEW.title, NEW.summary, NEW.is_fictional, NEW.scenario_question_id
  FROM topic_versions v WHERE v.topic_id = NEW.id;
  RETURN NULL;
END $$;
INSERT INTO topic_versions (topic_id, number, slug, title, summary, is_fictional, scenario_question_id)
SELECT id, 1, slug, title, summary, is_fictional, scenario_question_id FROM topics ORDER BY id;
CREATE TRIGGER keep_version AFTER INSERT ON topics FOR EACH ROW EXECUTE FUNCTION keep_topic_version();
CREATE TRIGGER keep_new_version AFTER UPDATE ON topics FOR EACH ROW
  WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION keep_topic_version();
CREATE TRIGGER stamp BEFORE INSERT ON topic_versions FOR EACH ROW EXECUTE FUNCTION stamp('written_at');
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['topic_versions', 'tournaments'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
SELECT seal_rows_of('trades', 'trade', 'id');
SELECT seal_rows_of('topic_versions', 'topic', 'id');
SELECT seal_rows_of('tournaments', 'tournament', 'id');
SELECT seal_rows_of('tournament_questions', 'tournament_question', 'id');

-- What waits to be sealed leaves the queue by being sealed, and in no other way: otherwise a record that is taken out of it
-- would never be missed.
CREATE FUNCTION keep_queued() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM leaves WHERE kind = OLD.kind AND record_id = OLD.record_id) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'record_must_be_sealed: % % waits for its seal', OLD.kind, OLD.record_id USING ERRCODE = 'PA002';
END $$;
CREATE TRIGGER keep BEFORE UPDATE OR DELETE ON leaf_queue FOR EACH ROW EXECUTE FUNCTION keep_queued();
CREATE TRIGGER keep_whole BEFORE TRUNCATE ON leaf_queue FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
