-- A check that is neither true nor false lets the row in: with no reason at all, `length(reason) > 0` is neither.
ALTER TABLE event_revisions DROP CONSTRAINT event_revisions_reason_given;
ALTER TABLE event_revisions ADD CONSTRAINT event_revisions_reason_given
  CHECK (number = 1 OR COALESCE(btrim(reason), '') <> '');

-- The identity of an event is part of the record, like what is said of it: it stays in its topic.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON events FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
