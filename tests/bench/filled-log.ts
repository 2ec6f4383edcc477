import { chanceOf, idOf, peopleAndTopic } from "./filled-people.ts";

export const COUNTRIES =
  "IRN USA OMN ISR QAT SAU ARE IRQ TUR EGY JOR KWT BHR YEM SYR LBN PAK RUS CHN GBR FRA DEU".split(" ");
export const TYPES =
  "AGREE CONSULT SUPPORT COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE ASSAULT".split(
    " ",
  );

const oneOf = (list: readonly string[], n: string) =>
  `(ARRAY[${list.map((item) => `'${item}'`).join(",")}])[1 + floor(${list.length} * ${chanceOf(n)})::int]`;

/** SQL that fills one topic with events over three years, each with two actors and one source. */
function events(count: number): string[] {
  const n = `generate_series(1, ${count}) AS n`;
  const at = `now() - interval '2 days' - interval '1093 days' * ${chanceOf("n * 11 + 1")}`;
  return [
    `INSERT INTO actors (code, name) SELECT code || 'GOV', code || ' government' FROM unnest(ARRAY['${COUNTRIES.join("','")}']) AS code`,
    `INSERT INTO events (id, topic_id, created_by_id) SELECT ${idOf("ev", "n")}, ${idOf("to", "0")}, ${idOf("pe", "0")} FROM ${n}`,
    `INSERT INTO event_revisions (id, event_id, number, headline, type, occurred_from, occurred_until, precision, country, tags, recorded_at,
        recorded_by_id)
      SELECT ${idOf("rv", "n")}, ${idOf("ev", "n")}, 1, 'Thing ' || n || ' happens', ${oneOf(TYPES, "n * 11 + 2")}, at, at + interval '1 minute',
        'instant', ${oneOf(COUNTRIES, "n * 11 + 3")}, '{}', at + interval '1 hour', ${idOf("pe", "0")}
      FROM (SELECT n, ${at} AS at FROM ${n}) AS times`,
    `INSERT INTO event_actors (revision_id, position, code, role)
      SELECT ${idOf("rv", "n")}, place, ${oneOf(COUNTRIES, "n * 11 + 4 + place")} || 'GOV', 'participant'
      FROM ${n}, generate_series(0, 1) AS place`,
    `INSERT INTO sources (id, revision_id, position, url, publisher, title, published_at, tier, independence_group)
      SELECT ${idOf("so", "n")}, ${idOf("rv", "n")}, 0, 'https://example.org/' || n, 'The Example', 'Thing ' || n, now() - interval '2 days',
        'press', 'The Example' FROM ${n}`,
  ];
}

/** SQL that opens questions on that topic: either of two types, once or three times, between two countries, within ninety days. */
function questions(count: number): string[] {
  const q = `generate_series(1, ${count}) AS q`;
  const epochMs = (instant: string) => `floor(extract(epoch FROM ${instant}) * 1000)`;
  const rule = (
    times: number,
  ) => `jsonb_build_object('kind', 'occurs', 'atLeast', ${times}, 'match', jsonb_build_object(
    'types', jsonb_build_array(${oneOf(TYPES, `q * 13 + ${times}`)}), 'actors', jsonb_build_object('all', jsonb_build_array(
      ${oneOf(COUNTRIES, `q * 13 + 4 + ${times}`)}, ${oneOf(COUNTRIES, `q * 13 + 8 + ${times}`)}))))`;
  return [
    `INSERT INTO questions (id, slug, topic_id, type, title, opens_at, closes_at, deadline_at, created_by_id)
      SELECT ${idOf("qu", "q")}, 'question-' || q, ${idOf("to", "0")}, 'binary', 'Will thing ' || q || ' happen?',
        now() - interval '60 days', now() + interval '29 days', now() + interval '30 days', ${idOf("pe", "0")} FROM ${q}`,
    `INSERT INTO publications (question_id, published_by_id) SELECT ${idOf("qu", "q")}, ${idOf("pe", "0")} FROM ${q}`,
    `INSERT INTO criteria_versions (id, question_id, version, rule, hash, sentence, created_by_id)
      SELECT ${idOf("cr", "q")}, ${idOf("qu", "q")}, 1, jsonb_build_object(
        'window', jsonb_build_object('from', ${epochMs("now() - interval '60 days'")}, 'until', ${epochMs("now() + interval '30 days'")},
          'zone', 'UTC'),
        'minimumSourceGroups', 2, 'settlementLagHours', 48,
        'rule', jsonb_build_object('kind', 'any', 'rules', jsonb_build_array(${rule(1)}, ${rule(3)}))),
        'hash-' || q, 'Whether thing ' || q || ' happens.', ${idOf("pe", "0")} FROM ${q}`,
  ];
}

/** A topic with so many events and open questions, as logging and publishing them one by one would have left it. */
export function filledLog(size: { readonly events: number; readonly questions: number }): string[] {
  return [...peopleAndTopic(1), ...events(size.events), ...questions(size.questions)];
}
