-- One word for one thing: a forecaster's active forecast, and an entry of a board. Nothing else changes.
ALTER TABLE "standings" RENAME TO "active_forecasts";
ALTER TABLE "board_standings" RENAME TO "board_entries";
ALTER TABLE "profit_standings" RENAME TO "profit_entries";

DO $$
DECLARE
  renamed RECORD;
BEGIN
  FOR renamed IN
    SELECT c.conrelid::regclass AS of, c.conname AS old, t.new || substr(c.conname, length(t.was) + 1) AS new
    FROM (VALUES ('standings', 'active_forecasts'), ('board_standings', 'board_entries'), ('profit_standings', 'profit_entries')) AS t (was, new)
      JOIN pg_constraint c ON c.conrelid = t.new::regclass AND c.conname LIKE t.was || '\_%'
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', renamed.of, renamed.old, renamed.new);
  END LOOP;
  FOR renamed IN
    SELECT i.indexname AS old, t.new || substr(i.indexname, length(t.was) + 1) AS new
    FROM (VALUES ('standings', 'active_forecasts'), ('board_standings', 'board_entries'), ('profit_standings', 'profit_entries')) AS t (was, new)
      JOIN pg_indexes i ON i.schemaname = current_schema() AND i.tablename = t.new AND i.indexname LIKE t.was || '\_%'
  LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I', renamed.old, renamed.new);
  END LOOP;
END
$$;
