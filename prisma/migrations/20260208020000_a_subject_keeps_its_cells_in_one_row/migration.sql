-- A question with many forecasters moved several rows for each of them and each scope. Now a subject's cells of a scope are one
-- value, and answering moves one row for each. Cells in order, each as two bytes of horizon · 1024 + cell, then weight and
-- outcome in billionths of eight bytes each (server/core/calibration/packed-cells.ts).
CREATE TABLE "calibration_tables" (
    "subject" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "cells" BYTEA NOT NULL,

    CONSTRAINT "calibration_tables_pkey" PRIMARY KEY ("subject","scope")
);
ALTER TABLE "calibration_tables"
  ADD CONSTRAINT "calibration_tables_cells_check" CHECK (length("cells") > 0 AND length("cells") % 18 = 0);
INSERT INTO "calibration_tables" ("subject", "scope", "cells")
SELECT subject, scope,
  string_agg(int2send((horizon * 1024 + cell)::int2) || int8send(weight_nanos) || int8send(outcome_nanos), ''::bytea
    ORDER BY horizon, cell)
FROM "calibration_cells" GROUP BY subject, scope;
DROP TABLE "calibration_cells";

-- The same, for whoever reads with SQL.
CREATE FUNCTION calibration_number(cells bytea, at int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT ('x' || encode(substring(cells FROM at + 1 FOR 8), 'hex'))::bit(64)::bigint
$$;
CREATE VIEW "calibration_cells" AS
SELECT t.subject, t.scope, c.key / 1024 AS horizon, c.key % 1024 AS cell,
  calibration_number(t.cells, at + 2) AS weight_nanos, calibration_number(t.cells, at + 10) AS outcome_nanos
FROM "calibration_tables" t, generate_series(0, length(t.cells) - 18, 18) AS at,
  LATERAL (SELECT get_byte(t.cells, at) * 256 + get_byte(t.cells, at + 1) AS key) AS c;
