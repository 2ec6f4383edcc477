import { chanceOf, idOf, peopleAndTopic } from "./filled-people.ts";

const PEOPLE = 1000;

/**
 * SQL that leaves what answering would have left after so many forecasts: a twentieth as many questions of six days, each
 * answered, with twenty forecasts in twenties of probability by a thousand people, of whom person 1 forecast on four questions of
 * five. Forecasts, answers, runs, scores, boards and calibration; the scores themselves are drawn, not computed, since reading
 * does not ask how they came about.
 */
export function filledForecasts(forecasts: number): string[] {
  const questions = forecasts / 20;
  const q = `generate_series(0, ${questions - 1}) AS q`;
  const i = `generate_series(0, ${forecasts - 1}) AS i`;
  const inQuestion = `i % ${questions}`;
  const person = `CASE WHEN i < ${questions} * 4 / 5 THEN 1 ELSE 2 + (i + i / ${questions}) % ${PEOPLE - 1} END`;
  const step = `(1 + floor(19 * ${chanceOf("i")}))::int`;
  const isYes = (n: string) => `(${n}) % 3 = 0`;
  const peerOf = `round(((${chanceOf("i + 7")} - 0.5) * 40)::numeric, 6)::float8`;
  return [
    ...peopleAndTopic(PEOPLE + 1),
    `INSERT INTO questions (id, slug, topic_id, type, title, opens_at, closes_at, deadline_at, created_by_id)
      SELECT ${idOf("qu", "q")}, 'question-' || q, ${idOf("to", "0")}, 'binary', 'Will thing ' || q || ' happen?',
        now() - interval '16 days', now() - interval '10 days', now() - interval '10 days', ${idOf("pe", "0")} FROM ${q}`,
    `INSERT INTO publications (question_id, published_by_id) SELECT ${idOf("qu", "q")}, ${idOf("pe", "0")} FROM ${q}`,
    `INSERT INTO forecasts (id, question_id, forecaster_id, made_at, probabilities)
      SELECT ${idOf("fo", "i")}, ${idOf("qu", inQuestion)}, ${idOf("pe", person)}, now() - interval '16 days' + interval '1 second' * i,
        ARRAY[${step} / 20.0]::float8[] FROM ${i}`,
    `INSERT INTO resolutions (id, question_id, version, outcome, effective_at, known_at, proposed_at, challenge_until)
      SELECT ${idOf("re", "q")}, ${idOf("qu", "q")}, 1, CASE WHEN ${isYes("q")} THEN 'yes' ELSE 'no' END,
        now() - interval '10 days', now() - interval '10 days', now() - interval '9 days', now() - interval '7 days' FROM ${q}`,
    `INSERT INTO final_resolutions (question_id, resolution_id, final_at)
      SELECT ${idOf("qu", "q")}, ${idOf("re", "q")}, now() - interval '7 days' FROM ${q}`,
    `INSERT INTO score_runs (id, question_id, resolution_id, number, engine, input_hash, calibration)
      SELECT ${idOf("ru", "q")}, ${idOf("qu", "q")}, ${idOf("re", "q")}, 1, 'parley-score/1', 'sha256:' || q, '{}' FROM ${q}`,
    `INSERT INTO current_score_runs (question_id, run_id, in_season, in_calibration)
      SELECT ${idOf("qu", "q")}, ${idOf("ru", "q")}, true, true FROM ${q}`,
    `INSERT INTO scores (run_id, forecaster_id, peer, peer_coverage, baseline, brier, relative_brier, coverage, spot_peer, spot_baseline)
      SELECT ${idOf("ru", inQuestion)}, ${idOf("pe", person)}, ${peerOf}, 0.5, 10, 0.2, 0.01, 0.5, 1, 1 FROM ${i}
      ON CONFLICT DO NOTHING`,
    `INSERT INTO board_entries (scope, forecaster_id, questions, peer_nanos, peer_cover_nanos, brier_nanos, baseline_nanos,
        relative_brier_nanos, spot_peer_nanos, spot_questions, rating, mean_brier)
      SELECT scope, forecaster_id, count(*), round(sum(peer) * 1e9), round(sum(peer_coverage) * 1e9), round(sum(brier) * 1e9),
        round(sum(baseline) * 1e9), round(sum(relative_brier) * 1e9), round(sum(spot_peer) * 1e9), count(*),
        sum(peer) / (30 + sum(peer_coverage)), avg(brier)
      FROM scores, unnest(ARRAY['all', 'topic:' || ${idOf("to", "0")}]) AS scope GROUP BY scope, forecaster_id`,
    `INSERT INTO calibration_tables (subject, scope, cells)
      SELECT subject, 'all', string_agg(int2send((cell * 50)::int2) || int8send(weight) || int8send(outcome), ''::bytea ORDER BY cell)
      FROM (SELECT subject, cell, count(*) * 500000000 AS weight, count(*) FILTER (WHERE is_yes) * 500000000 AS outcome
        FROM (SELECT ${idOf("pe", person)}::text AS subject, ${step} AS cell, ${isYes(inQuestion)} AS is_yes FROM ${i}
          UNION ALL SELECT 'crowd', ${step}, ${isYes(inQuestion)} FROM ${i} WHERE i % 4 = 0) AS told
        GROUP BY subject, cell) AS sums GROUP BY subject`,
  ];
}
