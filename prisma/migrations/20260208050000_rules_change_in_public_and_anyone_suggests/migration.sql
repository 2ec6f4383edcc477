-- CreateTable
CREATE TABLE "clarifications" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "clarifications_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestions" (
    "id" UUID NOT NULL,
    "topic_id" UUID,
    "title" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "rough_criteria" TEXT NOT NULL DEFAULT '',
    "criteria" JSONB,
    "suggested_by_id" UUID NOT NULL,
    "suggested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion_answers" (
    "suggestion_id" UUID NOT NULL,
    "question_id" UUID,
    "reason" TEXT NOT NULL DEFAULT '',
    "answered_by_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "suggestion_answers_pkey" PRIMARY KEY ("suggestion_id")
);

-- CreateIndex
CREATE INDEX "clarifications_question_id_idx" ON "clarifications"("question_id");

-- CreateIndex
CREATE INDEX "suggestions_suggested_by_id_idx" ON "suggestions"("suggested_by_id");

-- AddForeignKey
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clarifications" ADD CONSTRAINT "clarifications_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestions" ADD CONSTRAINT "suggestions_suggested_by_id_fkey" FOREIGN KEY ("suggested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_answers" ADD CONSTRAINT "suggestion_answers_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "suggestions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_answers" ADD CONSTRAINT "suggestion_answers_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_answers" ADD CONSTRAINT "suggestion_answers_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on.

-- What a person declined was declined for a reason; what was taken up became a draft.
ALTER TABLE suggestion_answers
  ADD CONSTRAINT suggestion_answers_draft_or_reason CHECK (question_id IS NOT NULL OR length(reason) > 0);

-- Times are the database's own, and none of these is ever edited.
CREATE TRIGGER stamp BEFORE INSERT ON clarifications FOR EACH ROW EXECUTE FUNCTION stamp('written_at');
CREATE TRIGGER stamp BEFORE INSERT ON suggestions FOR EACH ROW EXECUTE FUNCTION stamp('suggested_at');
CREATE TRIGGER stamp BEFORE INSERT ON suggestion_answers FOR EACH ROW EXECUTE FUNCTION stamp('answered_at');
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['clarifications', 'suggestions', 'suggestion_answers']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;

-- Once a question is public its criteria change only in public: as the next version, with a reason.
CREATE FUNCTION refuse_silent_criteria() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM publications WHERE question_id = NEW.question_id)
    AND EXISTS (SELECT FROM criteria_versions WHERE question_id = NEW.question_id) THEN
    IF length(trim(COALESCE(NEW.reason, ''))) = 0 THEN
      RAISE EXCEPTION 'criteria_must_not_change_silently: a reason must be given' USING ERRCODE = 'PA002';
    END IF;
    IF NEW.version IS DISTINCT FROM
      (SELECT max(version) + 1 FROM criteria_versions WHERE question_id = NEW.question_id) THEN
      RAISE EXCEPTION 'criteria_must_not_change_silently: a change is the next version' USING ERRCODE = 'PA002';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_published BEFORE INSERT ON criteria_versions
  FOR EACH ROW EXECUTE FUNCTION refuse_silent_criteria();

-- And the options that its rule names stay as they are. (A rule names options by their ids, so it comes after them.)
CREATE FUNCTION refuse_option_change_after_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM publications WHERE question_id IN (OLD.question_id, NEW.question_id))
    AND (TG_OP <> 'INSERT' OR EXISTS (SELECT FROM criteria_versions WHERE question_id = NEW.question_id)) THEN
    RAISE EXCEPTION 'published_question_must_not_change' USING ERRCODE = 'PA002';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER keep_published BEFORE INSERT OR UPDATE OR DELETE ON question_options
  FOR EACH ROW EXECUTE FUNCTION refuse_option_change_after_publication();
