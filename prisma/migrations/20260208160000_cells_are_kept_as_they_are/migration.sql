-- Every answer reads and writes the cells of everybody who forecast. They are sums that hardly pack, and trying to pack those of a
-- few kilobytes took ten times as long as writing them. They are at most 72 kB a row, mostly one or two: kept in the row while a page
-- holds it, and as they are, from each row's next change on.
ALTER TABLE calibration_tables ALTER COLUMN cells SET STORAGE EXTERNAL;
ALTER TABLE calibration_tables SET (toast_tuple_target = 8160);
