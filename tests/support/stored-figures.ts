import type { Database } from "#db/client.ts";

/** What a database has worked out, by names and addresses instead of its own ids: two that hold the same have the same rows. */
const FIGURES = {
  scores: `SELECT q.slug, u.name, s.peer, s.peer_coverage, s.baseline, s.brier, s.relative_brier, s.spot_peer, s.spot_baseline, s.coverage
    FROM scores s JOIN current_score_runs c ON c.run_id = s.run_id JOIN questions q ON q.id = c.question_id
    JOIN users u ON u.id = s.forecaster_id ORDER BY q.slug, u.name`,
  boards: `SELECT split_part(b.scope, ':', 1) AS kind, COALESCE(t.slug, o.slug, b.scope) AS scope, u.name, b.questions, b.peer_nanos::text,
      b.peer_cover_nanos::text, b.brier_nanos::text, b.baseline_nanos::text, b.relative_brier_nanos::text, b.spot_peer_nanos::text,
      b.spot_questions, b.rating, b.mean_brier
    FROM board_entries b JOIN users u ON u.id = b.forecaster_id LEFT JOIN topics t ON b.scope = 'topic:' || t.id
    LEFT JOIN tournaments o ON b.scope = 'tournament:' || o.id ORDER BY 1, 2, 3`,
  calibration: `SELECT COALESCE(u.name, c.subject) AS subject, split_part(c.scope, ':', 1) AS kind, COALESCE(t.slug, c.scope) AS scope,
      encode(c.cells, 'hex') AS cells
    FROM calibration_tables c LEFT JOIN users u ON u.id::text = c.subject LEFT JOIN topics t ON c.scope = 'topic:' || t.id ORDER BY 1, 2, 3`,
  crowds: `SELECT q.slug, c.number, c.at, c.probabilities, c.lower_quartile, c.upper_quartile, c.forecasters
    FROM crowd_steps c JOIN questions q ON q.id = c.question_id ORDER BY 1, 2`,
  activeForecasts: `SELECT q.slug, u.name, s.made_at, s.probabilities FROM active_forecasts s JOIN questions q ON q.id = s.question_id
    JOIN users u ON u.id = s.forecaster_id ORDER BY 1, 2`,
  markets: `SELECT q.slug, m.subsidy_micros::text, m.sold_micros::text, m.trade_count, m.volume_micros::text, a.balance_micros::text
    FROM markets m JOIN questions q ON q.id = m.question_id JOIN ledger_accounts a ON a.id = m.account_id ORDER BY 1`,
  trades: `SELECT q.slug, t.number, t.sold_before::text, t.sold_after::text, t.prices_after, t.made_at
    FROM trades t JOIN questions q ON q.id = t.question_id ORDER BY 1, 2`,
  positions: `SELECT q.slug, u.name, p.shares_micros::text, p.reserved_micros::text, p.basis_micros::text, p.realised_micros::text
    FROM positions p JOIN questions q ON q.id = p.question_id JOIN users u ON u.id = p.user_id ORDER BY 1, 2`,
  settlements: `SELECT q.slug, s.number, s.outcome, s.known_at, s.reversed_trades, s.paid_out_micros::text, s.residue_micros::text
    FROM market_settlements s JOIN questions q ON q.id = s.question_id ORDER BY 1, 2`,
  results: `SELECT q.slug, u.name, r.payout_micros::text, r.profit_micros::text
    FROM market_results r JOIN questions q ON q.id = r.question_id JOIN users u ON u.id = r.user_id ORDER BY 1, 2`,
  escrow: `SELECT u.name, a.balance_micros::text FROM ledger_accounts a JOIN users u ON u.id = a.user_id
    WHERE a.kind = 'escrow' AND a.balance_micros <> 0 ORDER BY 1`,
} as const;

export async function storedFigures(database: Database): Promise<Record<keyof typeof FIGURES, string>> {
  const tables = await Promise.all(
    Object.entries(FIGURES).map(async ([name, sql]) => {
      const [row] = await database.run(`SELECT json_agg(row_to_json(r))::text AS rows FROM (${sql}) AS r`);
      return [name, String(row?.rows).replaceAll("}, \n {", "}\n{")];
    }),
  );
  return Object.fromEntries(tables);
}
