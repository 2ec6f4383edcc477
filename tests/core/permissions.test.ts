import { describe, expect, test } from "vitest";
import { type Action, type Actor, may, PERMISSIONS } from "#core/permissions.ts";

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
