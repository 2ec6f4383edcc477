-- How much a question counts in a tournament. Fixed when it joins, as its membership is: sums that were added can be taken back.
ALTER TABLE "tournament_questions" ADD COLUMN "weight" DOUBLE PRECISION NOT NULL DEFAULT 1;
ALTER TABLE "tournament_questions" ADD CONSTRAINT "weight_must_be_in_range" CHECK ("weight" >= 0.01 AND "weight" <= 10);
