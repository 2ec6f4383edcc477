/** The id of the n-th row of a kind, as SQL: the same in every run, and in order of n as the product's own ids are. */
export function idOf(kind: string, n: string): string {
  const prefix = Buffer.from(kind.padEnd(2, "_")).toString("hex").slice(0, 4);
  return `('0199${prefix}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
}

/** The same id as text. */
export function idText(kind: string, n: number): string {
  const prefix = Buffer.from(kind.padEnd(2, "_")).toString("hex").slice(0, 4);
  return `0199${prefix}-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}

/** SQL that adds so many forecasters, an admin who is person 0, and one topic. */
export function peopleAndTopic(people: number): string[] {
  return [
    `INSERT INTO users (id, name, name_key, email, password_hash, role)
      SELECT ${idOf("pe", "n")}, 'person-' || n, 'person-' || n, 'person-' || n || '@example.org', 'none',
        CASE n WHEN 0 THEN 'admin' ELSE 'forecaster' END
      FROM generate_series(0, ${people}) AS n`,
    `INSERT INTO topics (id, slug, title, summary, is_fictional, created_by_id)
      VALUES (${idOf("to", "0")}, 'harbour-talks', 'Harbour talks', 'Made for measuring.', true, ${idOf("pe", "0")})`,
  ];
}

/** A number in [0, 1) for each n, as SQL; even to the eye, and the same in every run. */
export const chanceOf = (n: string) => `((hashint8((${n})::bigint)::bigint + 2147483648) / 4294967296.0)`;
