-- Early answers lean one way (what happens early is a yes), so a question joins its season's board only once its scheduled
-- close has passed, and calibration only once its deadline has. The run that counts now remembers what it has joined.
ALTER TABLE current_score_runs
  ADD COLUMN in_season boolean NOT NULL DEFAULT false,
  ADD COLUMN in_calibration boolean NOT NULL DEFAULT false;
