-- AlterTable
ALTER TABLE "publications" ADD COLUMN     "author_ids" UUID[] DEFAULT ARRAY[]::UUID[],
ADD COLUMN     "was_solo" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "question_authors" (
    "question_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "wrote_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "question_authors_pkey" PRIMARY KEY ("question_id","author_id")
);

-- CreateTable
CREATE TABLE "declared_conflicts" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "act" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "conflicts" TEXT[],
    "was_solo" BOOLEAN NOT NULL DEFAULT false,
    "resolution_id" UUID,
    "declared_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "declared_conflicts_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "declared_conflicts_question_id_person_id_idx" ON "declared_conflicts"("question_id", "person_id");

-- AddForeignKey
ALTER TABLE "question_authors" ADD CONSTRAINT "question_authors_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_authors" ADD CONSTRAINT "question_authors_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_conflicts" ADD CONSTRAINT "declared_conflicts_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_conflicts" ADD CONSTRAINT "declared_conflicts_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "declared_conflicts" ADD CONSTRAINT "declared_conflicts_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who wrote what waits to be published: whoever began it, wrote a version of its rule, or revised it, as the audit log has it.
INSERT INTO question_authors (question_id, author_id, wrote_at)
SELECT question_id, author_id, min(wrote_at) FROM (
  SELECT id AS question_id, created_by_id AS author_id, created_at AS wrote_at FROM questions
  UNION ALL SELECT question_id, created_by_id, created_at FROM criteria_versions
  UNION ALL SELECT a.question_id, s.suggested_by_id, s.suggested_at
    FROM suggestion_answers a JOIN suggestions s ON s.id = a.suggestion_id WHERE a.question_id IS NOT NULL
  UNION ALL SELECT q.id, e.actor_id, e.at FROM audit_entries e JOIN questions q ON q.id::text = e.subject_id
    JOIN users u ON u.id = e.actor_id WHERE e.action = 'revise-draft'
) AS wrote
WHERE NOT EXISTS (SELECT FROM publications p WHERE p.question_id = wrote.question_id)
GROUP BY question_id, author_id;

CREATE TRIGGER stamp BEFORE INSERT ON question_authors FOR EACH ROW EXECUTE FUNCTION stamp('wrote_at');
CREATE TRIGGER stamp BEFORE INSERT ON declared_conflicts FOR EACH ROW EXECUTE FUNCTION stamp('declared_at');
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['question_authors', 'declared_conflicts'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
SELECT seal_rows_of('declared_conflicts', 'declared_conflict', 'id');
