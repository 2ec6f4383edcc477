-- CreateTable
CREATE TABLE "events" (
    "id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "events_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_revisions" (
    "id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "headline" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "type" TEXT NOT NULL,
    "occurred_from" TIMESTAMPTZ(3) NOT NULL,
    "occurred_until" TIMESTAMPTZ(3) NOT NULL,
    "precision" TEXT NOT NULL,
    "country" TEXT,
    "place_name" TEXT,
    "tags" TEXT[],
    "magnitude" DOUBLE PRECISION,
    "magnitude_unit" TEXT,
    "status" TEXT NOT NULL DEFAULT 'reported',
    "reason" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID NOT NULL,

    CONSTRAINT "event_revisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "event_actors" (
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "role" TEXT NOT NULL,

    CONSTRAINT "event_actors_pkey" PRIMARY KEY ("revision_id","position")
);

-- CreateTable
CREATE TABLE "sources" (
    "id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "publisher" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "tier" TEXT NOT NULL,
    "independence_group" TEXT NOT NULL,
    "quote" TEXT,
    "language" TEXT NOT NULL DEFAULT 'en',
    "archive_url" TEXT,

    CONSTRAINT "sources_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "coverage" (
    "id" UUID NOT NULL,
    "topic_id" UUID NOT NULL,
    "types" TEXT[],
    "actors" TEXT[],
    "covers_from" TIMESTAMPTZ(3) NOT NULL,
    "covers_until" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "signed_by_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "supersedes_id" UUID,

    CONSTRAINT "coverage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "forecasts" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "question_id" UUID NOT NULL,
    "forecaster_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "probabilities" DOUBLE PRECISION[],
    "rationale" TEXT,
    "idempotency_key" TEXT,
    "import_batch_id" UUID,

    CONSTRAINT "forecasts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "withdrawals" (
    "id" UUID NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "question_id" UUID NOT NULL,
    "forecaster_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "import_batch_id" UUID,

    CONSTRAINT "withdrawals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "standings" (
    "question_id" UUID NOT NULL,
    "forecaster_id" UUID NOT NULL,
    "forecast_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "probabilities" DOUBLE PRECISION[],

    CONSTRAINT "standings_pkey" PRIMARY KEY ("question_id","forecaster_id")
);

-- CreateTable
CREATE TABLE "crowd_steps" (
    "question_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "probabilities" DOUBLE PRECISION[],
    "lower_quartile" DOUBLE PRECISION[],
    "upper_quartile" DOUBLE PRECISION[],
    "forecasters" INTEGER NOT NULL,

    CONSTRAINT "crowd_steps_pkey" PRIMARY KEY ("question_id","number")
);

-- CreateTable
CREATE TABLE "questions" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "topic_id" UUID,
    "type" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "background" TEXT NOT NULL DEFAULT '',
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "deadline_at" TIMESTAMPTZ(3) NOT NULL,
    "reveal_at" TIMESTAMPTZ(3),
    "challenge_window_hours" DOUBLE PRECISION,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "import_batch_id" UUID,
    "external_key" TEXT,

    CONSTRAINT "questions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "question_options" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,

    CONSTRAINT "question_options_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "criteria_versions" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "rule" JSONB,
    "hash" TEXT NOT NULL,
    "sentence" TEXT NOT NULL,
    "fine_print" TEXT NOT NULL DEFAULT '',
    "reason" TEXT,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "criteria_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_submissions" (
    "question_id" UUID NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "review_submissions_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "publications" (
    "question_id" UUID NOT NULL,
    "published_by_id" UUID NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "publications_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "audit_entries" (
    "sequence" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_entries_pkey" PRIMARY KEY ("sequence")
);

-- CreateTable
CREATE TABLE "import_batches" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "counts" JSONB NOT NULL,
    "imported_by_id" UUID,
    "imported_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_batches_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolutions" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" TEXT,
    "void_reason" TEXT,
    "effective_at" TIMESTAMPTZ(3) NOT NULL,
    "known_at" TIMESTAMPTZ(3) NOT NULL,
    "criteria_version_id" UUID,
    "trace" JSONB,
    "note" TEXT NOT NULL DEFAULT '',
    "proposed_by_id" UUID,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "challenge_until" TIMESTAMPTZ(3) NOT NULL,
    "supersedes_id" UUID,
    "import_batch_id" UUID,

    CONSTRAINT "resolutions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resolution_evidence" (
    "resolution_id" UUID NOT NULL,
    "event_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,

    CONSTRAINT "resolution_evidence_pkey" PRIMARY KEY ("resolution_id","event_id")
);

-- CreateTable
CREATE TABLE "challenges" (
    "id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "challenger_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "challenges_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "decisions" (
    "resolution_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "note" TEXT NOT NULL DEFAULT '',
    "was_solo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "decisions_pkey" PRIMARY KEY ("resolution_id")
);

-- CreateTable
CREATE TABLE "final_resolutions" (
    "question_id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "final_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "final_resolutions_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "score_runs" (
    "id" UUID NOT NULL,
    "question_id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "engine" TEXT NOT NULL,
    "input_hash" TEXT NOT NULL,
    "calibration" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "score_runs_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "current_score_runs" (
    "question_id" UUID NOT NULL,
    "run_id" UUID NOT NULL,

    CONSTRAINT "current_score_runs_pkey" PRIMARY KEY ("question_id")
);

-- CreateTable
CREATE TABLE "scores" (
    "run_id" UUID NOT NULL,
    "forecaster_id" UUID NOT NULL,
    "peer" DOUBLE PRECISION NOT NULL,
    "peer_coverage" DOUBLE PRECISION NOT NULL,
    "baseline" DOUBLE PRECISION NOT NULL,
    "brier" DOUBLE PRECISION NOT NULL,
    "relative_brier" DOUBLE PRECISION NOT NULL,
    "spot_peer" DOUBLE PRECISION,
    "spot_baseline" DOUBLE PRECISION,
    "coverage" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "scores_pkey" PRIMARY KEY ("run_id","forecaster_id")
);

-- CreateTable
CREATE TABLE "board_standings" (
    "scope" TEXT NOT NULL,
    "forecaster_id" UUID NOT NULL,
    "questions" INTEGER NOT NULL,
    "peer_nanos" BIGINT NOT NULL,
    "peer_cover_nanos" BIGINT NOT NULL,
    "brier_nanos" BIGINT NOT NULL,
    "baseline_nanos" BIGINT NOT NULL,
    "rating" DOUBLE PRECISION NOT NULL,

    CONSTRAINT "board_standings_pkey" PRIMARY KEY ("scope","forecaster_id")
);

-- CreateTable
CREATE TABLE "calibration_cells" (
    "subject" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "horizon" INTEGER NOT NULL,
    "cell" INTEGER NOT NULL,
    "weight_nanos" BIGINT NOT NULL,
    "outcome_nanos" BIGINT NOT NULL,

    CONSTRAINT "calibration_cells_pkey" PRIMARY KEY ("subject","scope","horizon","cell")
);

-- CreateTable
CREATE TABLE "topics" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "is_fictional" BOOLEAN NOT NULL DEFAULT false,
    "scenario_question_id" UUID,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "topics_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "actors" (
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "actors_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "email" TEXT,
    "password_hash" TEXT,
    "role" TEXT NOT NULL DEFAULT 'forecaster',
    "is_bot" BOOLEAN NOT NULL DEFAULT false,
    "is_simulated" BOOLEAN NOT NULL DEFAULT false,
    "session_version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" TIMESTAMPTZ(3),

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "instance_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "is_solo" BOOLEAN NOT NULL DEFAULT false,
    "challenge_window_hours" DOUBLE PRECISION NOT NULL DEFAULT 24,

    CONSTRAINT "instance_settings_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "events_topic_id_idx" ON "events"("topic_id");

-- CreateIndex
CREATE INDEX "event_revisions_type_occurred_from_idx" ON "event_revisions"("type", "occurred_from");

-- CreateIndex
CREATE INDEX "event_revisions_occurred_from_idx" ON "event_revisions"("occurred_from");

-- CreateIndex
CREATE UNIQUE INDEX "event_revisions_event_id_number_key" ON "event_revisions"("event_id", "number");

-- CreateIndex
CREATE INDEX "event_actors_code_idx" ON "event_actors"("code");

-- CreateIndex
CREATE INDEX "sources_url_idx" ON "sources"("url");

-- CreateIndex
CREATE UNIQUE INDEX "sources_revision_id_position_key" ON "sources"("revision_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "coverage_supersedes_id_key" ON "coverage"("supersedes_id");

-- CreateIndex
CREATE INDEX "coverage_topic_id_idx" ON "coverage"("topic_id");

-- CreateIndex
CREATE UNIQUE INDEX "forecasts_sequence_key" ON "forecasts"("sequence");

-- CreateIndex
CREATE INDEX "forecasts_question_id_made_at_idx" ON "forecasts"("question_id", "made_at");

-- CreateIndex
CREATE INDEX "forecasts_forecaster_id_made_at_idx" ON "forecasts"("forecaster_id", "made_at");

-- CreateIndex
CREATE UNIQUE INDEX "forecasts_forecaster_id_idempotency_key_key" ON "forecasts"("forecaster_id", "idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "withdrawals_sequence_key" ON "withdrawals"("sequence");

-- CreateIndex
CREATE INDEX "withdrawals_question_id_made_at_idx" ON "withdrawals"("question_id", "made_at");

-- CreateIndex
CREATE INDEX "withdrawals_forecaster_id_made_at_idx" ON "withdrawals"("forecaster_id", "made_at");

-- CreateIndex
CREATE INDEX "standings_forecaster_id_idx" ON "standings"("forecaster_id");

-- CreateIndex
CREATE UNIQUE INDEX "questions_slug_key" ON "questions"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "questions_external_key_key" ON "questions"("external_key");

-- CreateIndex
CREATE INDEX "questions_topic_id_idx" ON "questions"("topic_id");

-- CreateIndex
CREATE INDEX "questions_closes_at_idx" ON "questions"("closes_at");

-- CreateIndex
CREATE INDEX "questions_created_at_idx" ON "questions"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "question_options_question_id_position_key" ON "question_options"("question_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "question_options_question_id_label_key" ON "question_options"("question_id", "label");

-- CreateIndex
CREATE UNIQUE INDEX "criteria_versions_question_id_version_key" ON "criteria_versions"("question_id", "version");

-- CreateIndex
CREATE INDEX "audit_entries_subject_kind_subject_id_idx" ON "audit_entries"("subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "import_batches_sha256_key" ON "import_batches"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_question_id_version_key" ON "resolutions"("question_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "challenges_resolution_id_challenger_id_key" ON "challenges"("resolution_id", "challenger_id");

-- CreateIndex
CREATE UNIQUE INDEX "final_resolutions_resolution_id_key" ON "final_resolutions"("resolution_id");

-- CreateIndex
CREATE INDEX "final_resolutions_final_at_idx" ON "final_resolutions"("final_at");

-- CreateIndex
CREATE UNIQUE INDEX "score_runs_question_id_number_key" ON "score_runs"("question_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "current_score_runs_run_id_key" ON "current_score_runs"("run_id");

-- CreateIndex
CREATE INDEX "scores_forecaster_id_idx" ON "scores"("forecaster_id");

-- CreateIndex
CREATE INDEX "board_standings_scope_rating_forecaster_id_idx" ON "board_standings"("scope", "rating" DESC, "forecaster_id");

-- CreateIndex
CREATE UNIQUE INDEX "topics_slug_key" ON "topics"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "users_name_key_key" ON "users"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- AddForeignKey
ALTER TABLE "events" ADD CONSTRAINT "events_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_revisions" ADD CONSTRAINT "event_revisions_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_revisions" ADD CONSTRAINT "event_revisions_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "event_actors" ADD CONSTRAINT "event_actors_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "event_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sources" ADD CONSTRAINT "sources_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "event_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "coverage" ADD CONSTRAINT "coverage_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "coverage"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_forecaster_id_fkey" FOREIGN KEY ("forecaster_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "forecasts" ADD CONSTRAINT "forecasts_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_forecaster_id_fkey" FOREIGN KEY ("forecaster_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "withdrawals" ADD CONSTRAINT "withdrawals_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standings" ADD CONSTRAINT "standings_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standings" ADD CONSTRAINT "standings_forecaster_id_fkey" FOREIGN KEY ("forecaster_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "standings" ADD CONSTRAINT "standings_forecast_id_fkey" FOREIGN KEY ("forecast_id") REFERENCES "forecasts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "crowd_steps" ADD CONSTRAINT "crowd_steps_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_topic_id_fkey" FOREIGN KEY ("topic_id") REFERENCES "topics"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "questions" ADD CONSTRAINT "questions_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "question_options" ADD CONSTRAINT "question_options_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria_versions" ADD CONSTRAINT "criteria_versions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "criteria_versions" ADD CONSTRAINT "criteria_versions_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_submissions" ADD CONSTRAINT "review_submissions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_submissions" ADD CONSTRAINT "review_submissions_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_published_by_id_fkey" FOREIGN KEY ("published_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_batches" ADD CONSTRAINT "import_batches_imported_by_id_fkey" FOREIGN KEY ("imported_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_criteria_version_id_fkey" FOREIGN KEY ("criteria_version_id") REFERENCES "criteria_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_import_batch_id_fkey" FOREIGN KEY ("import_batch_id") REFERENCES "import_batches"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolutions" ADD CONSTRAINT "resolutions_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_evidence" ADD CONSTRAINT "resolution_evidence_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_evidence" ADD CONSTRAINT "resolution_evidence_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "event_revisions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resolution_evidence" ADD CONSTRAINT "resolution_evidence_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "events"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_challenger_id_fkey" FOREIGN KEY ("challenger_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "final_resolutions" ADD CONSTRAINT "final_resolutions_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "final_resolutions" ADD CONSTRAINT "final_resolutions_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_runs" ADD CONSTRAINT "score_runs_question_id_fkey" FOREIGN KEY ("question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "score_runs" ADD CONSTRAINT "score_runs_resolution_id_fkey" FOREIGN KEY ("resolution_id") REFERENCES "resolutions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "current_score_runs" ADD CONSTRAINT "current_score_runs_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "score_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "score_runs"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scores" ADD CONSTRAINT "scores_forecaster_id_fkey" FOREIGN KEY ("forecaster_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "board_standings" ADD CONSTRAINT "board_standings_forecaster_id_fkey" FOREIGN KEY ("forecaster_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_scenario_question_id_fkey" FOREIGN KEY ("scenario_question_id") REFERENCES "questions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "topics" ADD CONSTRAINT "topics_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- By hand from here on: what Prisma's schema language cannot say.

-- Closed vocabularies and bounds.
ALTER TABLE users
  ADD CONSTRAINT users_role_known CHECK (role IN ('forecaster', 'moderator', 'admin')),
  ADD CONSTRAINT users_name_key_lower CHECK (name_key = lower(name_key) AND name_key <> ''),
  ADD CONSTRAINT users_email_lower CHECK (email = lower(email)),
  ADD CONSTRAINT users_session_version_positive CHECK (session_version > 0);
ALTER TABLE instance_settings
  ADD CONSTRAINT instance_settings_one_row CHECK (id = 1),
  ADD CONSTRAINT instance_settings_window CHECK (challenge_window_hours BETWEEN 0 AND 336);
INSERT INTO instance_settings (id) VALUES (1);
ALTER TABLE event_revisions
  ADD CONSTRAINT event_revisions_window CHECK (occurred_from < occurred_until),
  ADD CONSTRAINT event_revisions_precision_known CHECK (precision IN ('instant', 'day', 'month')),
  ADD CONSTRAINT event_revisions_status_known CHECK (status IN ('reported', 'disputed', 'retracted')),
  ADD CONSTRAINT event_revisions_country_alpha3 CHECK (country ~ '^[A-Z]{3}$'),
  ADD CONSTRAINT event_revisions_number_positive CHECK (number > 0),
  ADD CONSTRAINT event_revisions_reason_given CHECK (number = 1 OR length(reason) > 0);
ALTER TABLE event_actors
  ADD CONSTRAINT event_actors_role_known CHECK (role IN ('initiator', 'recipient', 'mediator', 'participant'));
ALTER TABLE sources
  ADD CONSTRAINT sources_tier_known CHECK (tier IN ('primary', 'agency', 'press', 'social')),
  ADD CONSTRAINT sources_url_web CHECK (url ~* '^https?://');
ALTER TABLE coverage
  ADD CONSTRAINT coverage_window CHECK (covers_from < covers_until);
ALTER TABLE questions
  ADD CONSTRAINT questions_type_known CHECK (type IN ('binary', 'multiple_choice')),
  ADD CONSTRAINT questions_opens_before_close CHECK (opens_at < closes_at),
  ADD CONSTRAINT questions_closes_by_deadline CHECK (closes_at <= deadline_at),
  ADD CONSTRAINT questions_window CHECK (challenge_window_hours BETWEEN 0 AND 336);
ALTER TABLE resolutions
  ADD CONSTRAINT resolutions_outcome_or_void CHECK ((outcome IS NULL) <> (void_reason IS NULL)),
  ADD CONSTRAINT resolutions_void_reason_known CHECK (void_reason IN ('ambiguous_reality', 'flawed_question',
    'false_condition', 'source_gone', 'coverage_gap', 'too_early', 'withdrawn_before_forecasts')),
  ADD CONSTRAINT resolutions_known_after_effective CHECK (effective_at <= known_at);
ALTER TABLE decisions
  ADD CONSTRAINT decisions_kind_known CHECK (kind IN ('approved', 'rejected', 'amended', 'superseded'));
ALTER TABLE audit_entries
  ADD CONSTRAINT audit_entries_actor_known CHECK (actor_kind IN ('user', 'token', 'job'));

-- One proposal at a time waits for its decision: a decision has the key of its proposal, and a proposal is made only
-- under the question's lock. One answer stands: final_resolutions has the question as its key.

-- Probabilities: each within [0, 1], as many as the question has answers, and summing to one.
CREATE FUNCTION probabilities_are_sound(probabilities double precision[]) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT cardinality(probabilities) > 0
    AND (SELECT bool_and(p >= 0 AND p <= 1) FROM unnest(probabilities) AS p)
    AND (cardinality(probabilities) = 1 OR (SELECT abs(sum(p) - 1) <= 1e-6 FROM unnest(probabilities) AS p));
$$;
ALTER TABLE forecasts ADD CONSTRAINT forecasts_probabilities_sound CHECK (probabilities_are_sound(probabilities));
ALTER TABLE standings ADD CONSTRAINT standings_probabilities_sound CHECK (probabilities_are_sound(probabilities));

-- What a person states today lies within the bounds that keep log scores finite; only an import may hold 0 or 1.
ALTER TABLE forecasts ADD CONSTRAINT forecasts_within_stated_bounds CHECK (
  import_batch_id IS NOT NULL OR (0.0009999 <= ALL (probabilities) AND 0.9990001 >= ALL (probabilities)));

-- Time is the database's own: rows are stamped when they are written, after their locks are held, whatever was sent.
CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RETURN jsonb_populate_record(NEW,
    jsonb_build_object(TG_ARGV[0], to_jsonb(date_trunc('milliseconds', clock_timestamp()))));
END $$;
CREATE TRIGGER stamp BEFORE INSERT ON event_revisions FOR EACH ROW EXECUTE FUNCTION stamp('recorded_at');
CREATE TRIGGER stamp BEFORE INSERT ON coverage FOR EACH ROW EXECUTE FUNCTION stamp('signed_at');
CREATE TRIGGER stamp BEFORE INSERT ON criteria_versions FOR EACH ROW EXECUTE FUNCTION stamp('created_at');
CREATE TRIGGER stamp BEFORE INSERT ON publications FOR EACH ROW EXECUTE FUNCTION stamp('published_at');
CREATE TRIGGER stamp BEFORE INSERT ON resolutions FOR EACH ROW
  WHEN (NEW.import_batch_id IS NULL) EXECUTE FUNCTION stamp('proposed_at');
CREATE TRIGGER stamp BEFORE INSERT ON challenges FOR EACH ROW EXECUTE FUNCTION stamp('made_at');
CREATE TRIGGER stamp BEFORE INSERT ON decisions FOR EACH ROW EXECUTE FUNCTION stamp('decided_at');
CREATE TRIGGER stamp BEFORE INSERT ON score_runs FOR EACH ROW EXECUTE FUNCTION stamp('created_at');
CREATE TRIGGER stamp BEFORE INSERT ON audit_entries FOR EACH ROW EXECUTE FUNCTION stamp('at');

-- A forecast or withdrawal that is not imported is stamped, and refused unless its question is open at that instant.
CREATE FUNCTION admit_forecast() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.import_batch_id IS NULL THEN
    NEW.made_at := date_trunc('milliseconds', clock_timestamp());
    IF NOT EXISTS (
      SELECT FROM questions q JOIN publications p ON p.question_id = q.id
      WHERE q.id = NEW.question_id AND q.opens_at <= NEW.made_at AND NEW.made_at < q.closes_at
        AND NOT EXISTS (SELECT FROM final_resolutions f WHERE f.question_id = q.id)
    ) THEN
      RAISE EXCEPTION 'question_must_be_open' USING ERRCODE = 'PA001';
    END IF;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER admit BEFORE INSERT ON forecasts FOR EACH ROW EXECUTE FUNCTION admit_forecast();
CREATE TRIGGER admit BEFORE INSERT ON withdrawals FOR EACH ROW EXECUTE FUNCTION admit_forecast();

-- The record is append-only.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'record_must_not_change: % is append-only', TG_TABLE_NAME USING ERRCODE = 'PA002';
END $$;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['forecasts', 'withdrawals', 'event_revisions', 'event_actors', 'sources', 'coverage',
    'criteria_versions', 'publications', 'resolutions', 'resolution_evidence', 'challenges', 'decisions', 'score_runs',
    'scores', 'audit_entries', 'import_batches']
  LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;

-- A published question keeps its words and dates.
CREATE FUNCTION refuse_change_after_publication() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM publications WHERE question_id = OLD.id) THEN
    RAISE EXCEPTION 'published_question_must_not_change' USING ERRCODE = 'PA002';
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$;
CREATE TRIGGER keep_published BEFORE UPDATE OR DELETE ON questions
  FOR EACH ROW EXECUTE FUNCTION refuse_change_after_publication();
