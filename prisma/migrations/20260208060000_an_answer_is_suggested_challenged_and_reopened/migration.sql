-- AlterTable
ALTER TABLE "challenges" ADD COLUMN     "evidence_ids" UUID[] DEFAULT ARRAY[]::UUID[];
-- AlterTable
ALTER TABLE "decisions" ADD COLUMN     "conflicts" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "declared_conflict" TEXT NOT NULL DEFAULT '',
ALTER COLUMN "decided_by_id" DROP NOT NULL;
-- AlterTable
ALTER TABLE "resolutions" ADD COLUMN     "conflicts" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "declared_conflict" TEXT NOT NULL DEFAULT '';
-- CreateTable
CREATE TABLE "reopen_requests" (
    "id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "requested_by_id" UUID,
    "reason" TEXT NOT NULL,
    "evidence_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "basis" TEXT NOT NULL DEFAULT '',
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "reopen_requests_pkey" PRIMARY KEY ("id")
);
-- CreateTable
CREATE TABLE "reopen_answers" (
    "request_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "answered_by_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "reopen_answers_pkey" PRIMARY KEY ("request_id")
);
-- CreateTable
CREATE TABLE "resolution_suggestions" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "suggested_by_id" UUID NOT NULL,
    "outcome" TEXT,
    "void_reason" TEXT,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "evidence_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "note" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "resolution_suggestions_pkey" PRIMARY KEY ("id")
);
-- CreateTable
CREATE TABLE "resolution_suggestion_answers" (
    "suggestion_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "resolution_id" UUID,
    "answered_by_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "resolution_suggestion_answers_pkey" PRIMARY KEY ("suggestion_id")
);
-- CreateTable
CREATE TABLE "decision_reminders" (
    "resolution_id" UUID NOT NULL,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "decision_reminders_pkey" PRIMARY KEY ("resolution_id")
);
-- CreateIndex
CREATE INDEX "reopen_requests_resolution_id_idx" ON "reopen_requests"("resolution_id");
-- CreateIndex
CREATE INDEX "resolution_suggestions_question_id_idx" ON "resolution_suggestions"("question_id");

ALTER TABLE "reopen_requests" ADD CONSTRAINT "reopen_requests_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reopen_requests" ADD CONSTRAINT "reopen_requests_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reopen_answers" ADD CONSTRAINT "reopen_answers_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "reopen_requests"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "reopen_answers" ADD CONSTRAINT "reopen_answers_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "resolution_suggestions" ADD CONSTRAINT "resolution_suggestions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "resolution_suggestions" ADD CONSTRAINT "resolution_suggestions_suggested_by_id_fkey" FOREIGN KEY ("suggested_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "resolution_suggestion_answers" ADD CONSTRAINT "resolution_suggestion_answers_suggestion_id_fkey" FOREIGN KEY ("suggestion_id") REFERENCES "resolution_suggestions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "resolution_suggestion_answers" ADD CONSTRAINT "resolution_suggestion_answers_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "resolution_suggestion_answers" ADD CONSTRAINT "resolution_suggestion_answers_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "decision_reminders" ADD CONSTRAINT "decision_reminders_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The engine withdraws its own proposals; everything else is decided by somebody.
ALTER TABLE decisions
  DROP CONSTRAINT decisions_kind_known,
  ADD CONSTRAINT decisions_kind_known CHECK (kind IN ('approved', 'rejected', 'amended', 'superseded', 'withdrawn')),
  ADD CONSTRAINT decisions_have_a_decider CHECK ((kind = 'withdrawn') = (decided_by_id IS NULL));
ALTER TABLE reopen_answers
  ADD CONSTRAINT reopen_answers_kind_known CHECK (kind IN ('reopened', 'declined')),
  ADD CONSTRAINT reopen_answers_reason_given CHECK (reason <> '');
ALTER TABLE reopen_requests ADD CONSTRAINT reopen_requests_reason_given CHECK (reason <> '');
-- The engine says once what it read.
CREATE UNIQUE INDEX reopen_requests_flagged_once ON reopen_requests (resolution_id, basis) WHERE requested_by_id IS NULL;
ALTER TABLE resolution_suggestions
  ADD CONSTRAINT resolution_suggestions_outcome_or_void CHECK ((outcome IS NULL) <> (void_reason IS NULL)),
  ADD CONSTRAINT resolution_suggestions_known_after_effective CHECK (effective_at <= known_at);
ALTER TABLE resolution_suggestion_answers
  ADD CONSTRAINT resolution_suggestion_answers_kind_known CHECK (kind IN ('adopted', 'declined')),
  ADD CONSTRAINT resolution_suggestion_answers_adopted_as CHECK ((kind = 'adopted') = (resolution_id IS NOT NULL)),
  ADD CONSTRAINT resolution_suggestion_answers_reason_given CHECK (reason <> '');

CREATE TRIGGER stamp BEFORE INSERT ON reopen_requests FOR EACH ROW EXECUTE FUNCTION stamp('made_at');
CREATE TRIGGER stamp BEFORE INSERT ON reopen_answers FOR EACH ROW EXECUTE FUNCTION stamp('answered_at');
CREATE TRIGGER stamp BEFORE INSERT ON resolution_suggestions FOR EACH ROW EXECUTE FUNCTION stamp('made_at');
CREATE TRIGGER stamp BEFORE INSERT ON resolution_suggestion_answers FOR EACH ROW EXECUTE FUNCTION stamp('answered_at');
CREATE TRIGGER stamp BEFORE INSERT ON decision_reminders FOR EACH ROW EXECUTE FUNCTION stamp('reminded_at');
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reopen_requests', 'reopen_answers', 'resolution_suggestions',
    'resolution_suggestion_answers', 'decision_reminders']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
