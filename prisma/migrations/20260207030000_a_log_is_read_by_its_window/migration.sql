-- Criteria ask for the events whose interval meets a window. Two conditions on two columns would have every earlier
-- event read; an index of intervals finds those alone.
CREATE INDEX event_revisions_occurred ON event_revisions USING gist (tstzrange(occurred_from, occurred_until));
