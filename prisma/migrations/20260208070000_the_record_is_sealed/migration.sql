-- CreateTable
CREATE TABLE "audit_links" (
    "position" BIGINT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "audit_links_pkey" PRIMARY KEY ("position")
);

-- CreateTable
CREATE TABLE "leaf_queue" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,

    CONSTRAINT "leaf_queue_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "leaves" (
    "index" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "seal_number" INTEGER NOT NULL,

    CONSTRAINT "leaves_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "seals" (
    "number" INTEGER NOT NULL,
    "from_index" BIGINT NOT NULL,
    "until_index" BIGINT NOT NULL,
    "root" TEXT NOT NULL,
    "previous_root" TEXT NOT NULL,
    "peaks" TEXT[],
    "consistency" TEXT[],
    "counts" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "seals_pkey" PRIMARY KEY ("number")
);

CREATE UNIQUE INDEX "audit_links_sequence_key" ON "audit_links"("sequence");
CREATE INDEX "leaves_seal_number_idx" ON "leaves"("seal_number");
CREATE UNIQUE INDEX "leaves_kind_record_id_key" ON "leaves"("kind", "record_id");
ALTER TABLE "audit_links" ADD CONSTRAINT "audit_links_sequence_fkey" FOREIGN KEY ("sequence") REFERENCES "audit_entries"("sequence") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "leaves" ADD CONSTRAINT "leaves_seal_number_fkey" FOREIGN KEY ("seal_number") REFERENCES "seals"("number") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE audit_links ADD CONSTRAINT audit_links_hash_check CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE leaves ADD CONSTRAINT leaves_hash_check CHECK (hash ~ '^[0-9a-f]{64}$');
ALTER TABLE seals ADD CONSTRAINT seals_hashes_check
  CHECK (hash ~ '^[0-9a-f]{64}$' AND root ~ '^[0-9a-f]{64}$' AND previous_root ~ '^[0-9a-f]{64}$');

-- The canonical JSON (RFC 8785) that server/core/canonical-json.ts writes; a test holds the two to each other. Numbers are
-- written as ECMAScript writes them: with an exponent only below 1e-6 and from 1e21 on.
CREATE FUNCTION canonical_json(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE amount numeric;
BEGIN
  CASE jsonb_typeof(value)
    WHEN 'object' THEN
      RETURN '{' || COALESCE((
        SELECT string_agg(to_json(m.key)::text || ':' || canonical_json(m.value), ',' ORDER BY m.key COLLATE "C")
        FROM jsonb_each(value) AS m), '') || '}';
    WHEN 'array' THEN
      RETURN '[' || COALESCE((
        SELECT string_agg(canonical_json(e.value), ',' ORDER BY e.place)
        FROM jsonb_array_elements(value) WITH ORDINALITY AS e(value, place)), '') || ']';
    WHEN 'number' THEN
      amount := value::text::numeric;
      IF amount <> 0 AND (abs(amount) < 0.000001 OR abs(amount) >= 1e21) THEN
        RETURN regexp_replace(amount::float8::text, 'e([+-])0*', 'e\1');
      END IF;
      RETURN trim_scale(amount)::text;
    ELSE RETURN value::text;
  END CASE;
END $$;

-- One link of a chain: sha256 of the hash before and the value's canonical JSON.
CREATE FUNCTION chain_hash(previous text, value jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(sha256(decode(previous, 'hex') || convert_to(canonical_json(value), 'UTF8')), 'hex');
$$;

CREATE FUNCTION iso_instant(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
$$;

-- What the chain says of an audit row.
CREATE FUNCTION audit_value(entry audit_entries) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT jsonb_build_object('sequence', entry.sequence, 'at', iso_instant(entry.at), 'actorKind', entry.actor_kind,
    'actorId', entry.actor_id, 'action', entry.action, 'subjectKind', entry.subject_kind, 'subjectId', entry.subject_id,
    'details', entry.details);
$$;

-- Puts an audit row at the end of the chain. Deferred to the commit: so the one lock that puts acts in a row is always the
-- last that a transaction takes, and is held no longer than the commit itself.
CREATE FUNCTION link_audit_entry() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last audit_links;
BEGIN
  PERFORM pg_advisory_xact_lock(7270131);
  SELECT * INTO last FROM audit_links ORDER BY position DESC LIMIT 1;
  INSERT INTO audit_links (position, sequence, hash) VALUES (COALESCE(last.position + 1, 0), NEW.sequence,
    chain_hash(COALESCE(last.hash, repeat('0', 64)), audit_value(NEW)));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER link AFTER INSERT ON audit_entries DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION link_audit_entry();

-- The acts of before there was a chain, in the order in which they were written.
DO $$
DECLARE entry audit_entries;
DECLARE next bigint := 0;
DECLARE previous text := repeat('0', 64);
BEGIN
  FOR entry IN SELECT * FROM audit_entries ORDER BY sequence LOOP
    previous := chain_hash(previous, audit_value(entry));
    INSERT INTO audit_links (position, sequence, hash) VALUES (next, entry.sequence, previous);
    next := next + 1;
  END LOOP;
END $$;

-- What a table's new rows are queued as, in the transaction that writes them. Whatever commits late is simply there the next
-- time that records are sealed: leaves are numbered then, among what can be seen then.
CREATE FUNCTION queue_leaves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('INSERT INTO leaf_queue (kind, record_id) SELECT %L, %I::text FROM added', TG_ARGV[0], TG_ARGV[1]);
  RETURN NULL;
END $$;

-- Has the rows of a table sealed from now on, the ones it holds among them.
CREATE FUNCTION seal_rows_of(record regclass, kind text, key text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('CREATE TRIGGER queue_leaves AFTER INSERT ON %s REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION queue_leaves(%L, %L)', record, kind, key);
  EXECUTE format('INSERT INTO leaf_queue (kind, record_id) SELECT %L, %I::text FROM %s ORDER BY %I', kind, key, record, key);
END $$;
SELECT seal_rows_of('criteria_versions', 'criteria', 'id');
SELECT seal_rows_of('publications', 'publication', 'question_id');
SELECT seal_rows_of('event_revisions', 'event', 'id');
SELECT seal_rows_of('coverage', 'coverage', 'id');
SELECT seal_rows_of('forecasts', 'forecast', 'id');
SELECT seal_rows_of('withdrawals', 'withdrawal', 'id');
SELECT seal_rows_of('resolutions', 'resolution', 'id');
SELECT seal_rows_of('challenges', 'challenge', 'id');
SELECT seal_rows_of('decisions', 'decision', 'resolution_id');
SELECT seal_rows_of('score_runs', 'score_run', 'id');
SELECT seal_rows_of('audit_links', 'audit', 'sequence');

-- A seal follows on the one before it, and is chained to it.
CREATE FUNCTION chain_seal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE last seals;
BEGIN
  SELECT * INTO last FROM seals ORDER BY number DESC LIMIT 1;
  IF NEW.number <> COALESCE(last.number + 1, 1) OR NEW.from_index <> COALESCE(last.until_index, 0)
    OR NEW.until_index <= NEW.from_index OR (last.root IS NOT NULL AND NEW.previous_root <> last.root) THEN
    RAISE EXCEPTION 'seal_must_follow_the_last' USING ERRCODE = 'PA002';
  END IF;
  NEW.hash := chain_hash(COALESCE(last.hash, repeat('0', 64)), jsonb_build_object('number', NEW.number,
    'fromIndex', NEW.from_index, 'untilIndex', NEW.until_index, 'root', NEW.root, 'previousRoot', NEW.previous_root,
    'at', iso_instant(NEW.at)));
  RETURN NEW;
END $$;
CREATE TRIGGER stamp BEFORE INSERT ON seals FOR EACH ROW EXECUTE FUNCTION stamp('at');
-- After the stamp, by the order of their names.
CREATE TRIGGER tie BEFORE INSERT ON seals FOR EACH ROW EXECUTE FUNCTION chain_seal();

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['audit_links', 'leaves', 'seals'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;
