-- Boards of other metrics are read in their own order, so their sums and the mean Brier score are kept too. What is there
-- already is summed again from the runs that count, rounded as `nanosOf` rounds.
ALTER TABLE "board_standings"
  ADD COLUMN "relative_brier_nanos" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "spot_peer_nanos" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "spot_questions" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "mean_brier" DOUBLE PRECISION NOT NULL DEFAULT 0;
UPDATE "board_standings" b SET
  "relative_brier_nanos" = s.relative, "spot_peer_nanos" = s.spot, "spot_questions" = s.spots,
  "mean_brier" = b.brier_nanos::float8 / 1e9 / b.questions
FROM (
  SELECT p.scope, s.forecaster_id, sum(floor(s.relative_brier * 1e9 + 0.5)::bigint) AS relative,
    sum(floor(COALESCE(s.spot_peer, 0) * 1e9 + 0.5)::bigint) AS spot, count(s.spot_peer)::int AS spots
  FROM "current_score_runs" c JOIN "questions" q ON q.id = c.question_id JOIN "scores" s ON s.run_id = c.run_id,
    LATERAL (VALUES ('all'), ('topic:' || q.topic_id),
      (CASE WHEN c.in_season THEN 'season:' || to_char(q.closes_at AT TIME ZONE 'UTC', 'YYYY"-q"Q') END)) AS p (scope)
  WHERE p.scope IS NOT NULL GROUP BY p.scope, s.forecaster_id) AS s
WHERE b.scope = s.scope AND b.forecaster_id = s.forecaster_id;
ALTER TABLE "board_standings"
  ALTER COLUMN "relative_brier_nanos" DROP DEFAULT, ALTER COLUMN "spot_peer_nanos" DROP DEFAULT,
  ALTER COLUMN "spot_questions" DROP DEFAULT, ALTER COLUMN "mean_brier" DROP DEFAULT;

-- Calibration by the season in which a question closed: the cells that the counting runs have, once more.
INSERT INTO "calibration_cells" (subject, scope, horizon, cell, weight_nanos, outcome_nanos)
SELECT e.key, 'season:' || to_char(q.closes_at AT TIME ZONE 'UTC', 'YYYY"-q"Q'), (one.cell->>0)::int, (one.cell->>1)::int,
  sum((one.cell->>2)::bigint), sum((one.cell->>3)::bigint)
FROM "current_score_runs" c JOIN "score_runs" r ON r.id = c.run_id JOIN "questions" q ON q.id = c.question_id,
  jsonb_each(r.calibration) AS e, jsonb_array_elements(e.value) AS one (cell)
WHERE c.in_calibration GROUP BY 1, 2, 3, 4;

-- CreateTable
CREATE TABLE "reference_scores" (
    "run_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "peer" DOUBLE PRECISION NOT NULL,
    "peer_coverage" DOUBLE PRECISION NOT NULL,
    "baseline" DOUBLE PRECISION NOT NULL,
    "brier" DOUBLE PRECISION NOT NULL,
    "relative_brier" DOUBLE PRECISION NOT NULL,
    "spot_peer" DOUBLE PRECISION,
    "spot_baseline" DOUBLE PRECISION,
    "coverage" DOUBLE PRECISION NOT NULL,
    "factor" DOUBLE PRECISION,
    "midway" DOUBLE PRECISION,

    CONSTRAINT "reference_scores_pkey" PRIMARY KEY ("run_id","method")
);
-- CreateTable
CREATE TABLE "board_analyses" (
    "scope" TEXT NOT NULL,
    "is_bots" BOOLEAN NOT NULL,
    "basis" TEXT NOT NULL,
    "computed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "questions" INTEGER NOT NULL,
    "entrants" INTEGER NOT NULL,
    "without" TEXT NOT NULL DEFAULT 'none',
    "connected" INTEGER NOT NULL,

    CONSTRAINT "board_analyses_pkey" PRIMARY KEY ("scope","is_bots")
);
-- CreateTable
CREATE TABLE "board_figures" (
    "scope" TEXT NOT NULL,
    "is_bots" BOOLEAN NOT NULL,
    "subject" TEXT NOT NULL,
    "rating_lower" DOUBLE PRECISION,
    "rating_upper" DOUBLE PRECISION,
    "rating_best" INTEGER,
    "rating_worst" INTEGER,
    "peer_lower" DOUBLE PRECISION,
    "peer_upper" DOUBLE PRECISION,
    "peer_best" INTEGER,
    "peer_worst" INTEGER,
    "adjusted_brier" DOUBLE PRECISION,
    "sums" JSONB,

    CONSTRAINT "board_figures_pkey" PRIMARY KEY ("scope","is_bots","subject")
);
-- CreateTable
CREATE TABLE "board_pairs" (
    "scope" TEXT NOT NULL,
    "is_bots" BOOLEAN NOT NULL,
    "one" TEXT NOT NULL,
    "other" TEXT NOT NULL,
    "questions" INTEGER NOT NULL,
    "mean_difference" DOUBLE PRECISION NOT NULL,
    "lower" DOUBLE PRECISION,
    "upper" DOUBLE PRECISION,
    "p_value" DOUBLE PRECISION NOT NULL,
    "adjusted_p" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "board_pairs_pkey" PRIMARY KEY ("scope","is_bots","one","other")
);
-- CreateTable
CREATE TABLE "tournaments" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tournaments_pkey" PRIMARY KEY ("id")
);
-- CreateTable
CREATE TABLE "tournament_questions" (
    "tournament_id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tournament_questions_pkey" PRIMARY KEY ("tournament_id","question_id")
);
-- CreateTable
CREATE TABLE "tournament_tables" (
    "id" UUID NOT NULL,
    "tournament_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "run_ids" UUID[],
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tournament_tables_pkey" PRIMARY KEY ("id")
);
-- CreateTable
CREATE TABLE "tournament_table_rows" (
    "table_id" UUID NOT NULL,
    "forecaster_id" UUID NOT NULL,
    "rank" INTEGER NOT NULL,
    "peer" DOUBLE PRECISION NOT NULL,
    "coverage" DOUBLE PRECISION NOT NULL,
    "questions" INTEGER NOT NULL,
    "medal" TEXT,

    CONSTRAINT "tournament_table_rows_pkey" PRIMARY KEY ("table_id","forecaster_id")
);
-- CreateIndex
CREATE INDEX "board_standings_scope_peer_nanos_forecaster_id_idx" ON "board_standings"("scope", "peer_nanos" DESC, "forecaster_id");
-- CreateIndex
CREATE INDEX "board_standings_scope_baseline_nanos_forecaster_id_idx" ON "board_standings"("scope", "baseline_nanos" DESC, "forecaster_id");
-- CreateIndex
CREATE INDEX "board_standings_scope_spot_peer_nanos_forecaster_id_idx" ON "board_standings"("scope", "spot_peer_nanos" DESC, "forecaster_id");
-- CreateIndex
CREATE INDEX "board_standings_scope_relative_brier_nanos_forecaster_id_idx" ON "board_standings"("scope", "relative_brier_nanos", "forecaster_id");
-- CreateIndex
CREATE INDEX "board_standings_scope_mean_brier_forecaster_id_idx" ON "board_standings"("scope", "mean_brier", "forecaster_id");
-- CreateIndex
CREATE INDEX "board_figures_scope_is_bots_adjusted_brier_subject_idx" ON "board_figures"("scope", "is_bots", "adjusted_brier", "subject");
-- CreateIndex
CREATE UNIQUE INDEX "tournaments_slug_key" ON "tournaments"("slug");
-- CreateIndex
CREATE INDEX "tournaments_ends_at_idx" ON "tournaments"("ends_at");
-- CreateIndex
CREATE INDEX "tournament_questions_question_id_idx" ON "tournament_questions"("question_id");
-- CreateIndex
CREATE UNIQUE INDEX "tournament_tables_tournament_id_version_key" ON "tournament_tables"("tournament_id", "version");
-- CreateIndex
CREATE INDEX "tournament_table_rows_forecaster_id_idx" ON "tournament_table_rows"("forecaster_id");
-- AddForeignKey
ALTER TABLE "reference_scores" ADD CONSTRAINT "reference_scores_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "score_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "board_figures" ADD CONSTRAINT "board_figures_scope_is_bots_fkey" FOREIGN KEY ("scope", "is_bots") REFERENCES "board_analyses"("scope", "is_bots") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "board_pairs" ADD CONSTRAINT "board_pairs_scope_is_bots_fkey" FOREIGN KEY ("scope", "is_bots") REFERENCES "board_analyses"("scope", "is_bots") ON DELETE CASCADE ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "tournaments" ADD CONSTRAINT "tournaments_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "tournament_questions" ADD CONSTRAINT "tournament_questions_tournament_id_fkey" FOREIGN KEY ("tournament_id") REFERENCES "tournaments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "tournament_questions" ADD CONSTRAINT "tournament_questions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "tournament_questions" ADD CONSTRAINT "tournament_questions_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "tournament_tables" ADD CONSTRAINT "tournament_tables_tournament_id_fkey" FOREIGN KEY ("tournament_id") REFERENCES "tournaments"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "tournament_table_rows" ADD CONSTRAINT "tournament_table_rows_table_id_fkey" FOREIGN KEY ("table_id") REFERENCES "tournament_tables"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
-- AddForeignKey
ALTER TABLE "tournament_table_rows" ADD CONSTRAINT "tournament_table_rows_forecaster_id_fkey" FOREIGN KEY ("forecaster_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "tournaments" ADD CONSTRAINT "tournaments_dates_check" CHECK ("starts_at" < "ends_at");
ALTER TABLE "board_figures" ADD CONSTRAINT "board_figures_rating_check" CHECK ("rating_lower" <= "rating_upper");
ALTER TABLE "board_pairs" ADD CONSTRAINT "board_pairs_p_check" CHECK ("p_value" BETWEEN 0 AND 1 AND "adjusted_p" BETWEEN 0 AND 1);
ALTER TABLE "tournament_table_rows" ADD CONSTRAINT "tournament_table_rows_medal_check"
  CHECK ("medal" IN ('gold', 'silver', 'bronze'));

CREATE TRIGGER stamp BEFORE INSERT ON tournament_questions FOR EACH ROW EXECUTE FUNCTION stamp('added_at');
CREATE TRIGGER stamp BEFORE INSERT ON tournament_tables FOR EACH ROW EXECUTE FUNCTION stamp('published_at');

-- A published table stays as it was; so does what a reference would have earned in a run.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['reference_scores', 'tournament_questions', 'tournament_tables', 'tournament_table_rows']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
