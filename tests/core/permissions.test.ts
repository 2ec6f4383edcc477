import { describe, expect, test } from "vitest";
import { type Actor, SCOPES } from "#core/actor.ts";
import { type Action, may, PERMISSIONS, SCOPE_ACTIONS } from "#core/permissions.ts";

const ACTORS: Record<string, Actor> = {
  anonymous: { kind: "anonymous" },
  forecaster: { kind: "user", id: "1", name: "Fay", role: "forecaster" },
  moderator: { kind: "user", id: "2", name: "Mo", role: "moderator" },
  admin: { kind: "user", id: "3", name: "Ada", role: "admin" },
  job: { kind: "job", name: "nightly" },
};

/**
 * Who may do what, written a second time and by hand: a change of the permission table that nobody meant shows here.
 * `+` may, `·` may not.
 */
const MATRIX = `
                          anonymous forecaster moderator admin job
read_public_pages             +         +          +       +    +
sign_up                       +         ·          ·       ·    +
change_own_password           ·         +          +       +    ·
read_own_sessions             ·         +          +       +    ·
end_own_sessions              ·         +          +       +    ·
read_own_notices              ·         +          +       +    ·
read_own_bots                 ·         +          +       +    ·
create_bot                    ·         +          +       +    ·
retire_bot                    ·         +          +       +    ·
submit_forecast               ·         +          +       +    ·
withdraw_forecast             ·         +          +       +    ·
challenge_resolution          ·         +          +       +    ·
suggest_resolution            ·         +          +       +    ·
trade                         ·         +          +       +    ·
place_order                   ·         +          +       +    ·
cancel_order                  ·         +          +       +    ·
read_own_ledger               ·         +          +       +    ·
open_market                   ·         ·          +       +    +
run_market_jobs               ·         ·          ·       ·    +
grant_credits                 ·         ·          ·       +    +
create_topic                  ·         ·          +       +    +
edit_topic                    ·         ·          +       +    +
import_events                 ·         ·          +       +    +
log_event                     ·         ·          +       +    +
revise_event                  ·         ·          +       +    +
fetch_source_page             ·         ·          +       +    +
sign_coverage                 ·         ·          +       +    +
write_signal                  ·         ·          +       +    +
follow                        ·         +          +       +    ·
suggest_question              ·         +          +       +    ·
dry_run_criteria              ·         +          +       +    +
draft_question                ·         ·          +       +    +
change_criteria               ·         ·          +       +    +
answer_suggestion             ·         ·          +       +    +
publish_question              ·         ·          +       +    +
read_drafts                   ·         ·          +       +    +
propose_resolution            ·         ·          +       +    +
read_resolution_queue         ·         ·          +       +    +
decide_resolution             ·         ·          ·       +    ·
create_tournament             ·         ·          ·       +    +
add_tournament_questions      ·         ·          ·       +    +
read_people                   ·         ·          ·       +    +
create_user                   ·         ·          ·       +    +
set_user_role                 ·         ·          ·       +    +
set_user_password             ·         ·          ·       ·    +
sweep_expired_rows            ·         ·          ·       ·    +
change_instance_settings      ·         ·          ·       +    +
run_import                    ·         ·          ·       +    +
run_export                    ·         ·          ·       +    +
seal_record                   ·         ·          ·       +    +
read_audit_log                ·         ·          ·       +    +
`;

const [header = "", ...lines] = MATRIX.trim().split("\n");
const actors = header.trim().split(/\s+/);
const rows = lines.map((line) => {
  const [action = "", ...marks] = line.trim().split(/\s+/);
  return { action, marks };
});

describe("the permission table", () => {
  test("has a row in the matrix for each of its actions", () => {
    expect(actors).toEqual(Object.keys(ACTORS));
    expect(rows.map(({ action }) => action).toSorted()).toEqual(Object.keys(PERMISSIONS).toSorted());
  });

  test.each(rows)("lets do $action whom the matrix says, and nobody else", ({ action, marks }) => {
    const found = Object.values(ACTORS).map((actor) => (may(actor, action as Action) ? "+" : "·"));
    expect(found).toEqual(marks);
  });
});

describe("a token", () => {
  const actions = Object.keys(PERMISSIONS) as Action[];
  const token = (role: "forecaster" | "admin", scopes: readonly (typeof SCOPES)[number][]): Actor => ({
    kind: "token",
    tokenId: "t",
    scopes,
    ownerId: "3",
    id: "3",
    name: "Ada",
    role,
  });

  test("may do what its scopes are for and its account may, and nothing else", () => {
    for (const scope of SCOPES) {
      const mayDo = actions.filter((action) => may(token("admin", [scope]), action));
      expect(mayDo.toSorted()).toEqual([...SCOPE_ACTIONS[scope]].toSorted());
      const asForecaster = actions.filter((action) => may(token("forecaster", [scope]), action));
      expect(asForecaster.every((action) => may(ACTORS.forecaster as Actor, action))).toBe(true);
    }
    expect(actions.filter((action) => may(token("admin", []), action))).toEqual([]);
  });

  test("of all scopes still cannot change a password, end sessions, make bots or do Parley's own work", () => {
    const never = actions.filter((action) => !may(token("admin", SCOPES), action));
    expect(never.toSorted()).toEqual([
      "change_own_password",
      "create_bot",
      "end_own_sessions",
      "read_own_bots",
      "read_own_sessions",
      "retire_bot",
      "run_market_jobs",
      "set_user_password",
      "sign_up",
      "sweep_expired_rows",
    ]);
  });
});
