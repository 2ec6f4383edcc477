import type { Actor, Role, Scope } from "./actor.ts";

/** Who may do what: the one table, asked by commands before they act and by pages before they offer. */

type Who = Role | "anonymous" | "job";

const EVERYBODY: readonly Who[] = ["anonymous", "forecaster", "moderator", "admin", "job"];
const MEMBERS: readonly Who[] = ["forecaster", "moderator", "admin"];
const MODERATORS: readonly Who[] = ["moderator", "admin", "job"];
const ADMINS: readonly Who[] = ["admin", "job"];

/** Action → who. An action is named for its command, or for what several commands have in common (`decide_resolution`). */
export const PERMISSIONS = {
  read_public_pages: EVERYBODY,
  sign_up: ["anonymous", "job"],
  change_own_password: MEMBERS,
  read_own_sessions: MEMBERS,
  end_own_sessions: MEMBERS,
  read_own_notices: MEMBERS,
  read_own_bots: MEMBERS,
  create_bot: MEMBERS,
  retire_bot: MEMBERS,
  submit_forecast: MEMBERS,
  withdraw_forecast: MEMBERS,
  challenge_resolution: MEMBERS,
  suggest_resolution: MEMBERS,
  trade: MEMBERS,
  place_order: MEMBERS,
  cancel_order: MEMBERS,
  read_own_ledger: MEMBERS,
  create_topic: MODERATORS,
  edit_topic: MODERATORS,
  import_events: MODERATORS,
  log_event: MODERATORS,
  revise_event: MODERATORS,
  fetch_source_page: MODERATORS,
  sign_coverage: MODERATORS,
  write_signal: MODERATORS,
  follow: MEMBERS,
  suggest_question: MEMBERS,
  dry_run_criteria: [...MEMBERS, "job"],
  draft_question: MODERATORS,
  change_criteria: MODERATORS,
  answer_suggestion: MODERATORS,
  publish_question: MODERATORS,
  read_drafts: MODERATORS,
  propose_resolution: MODERATORS,
  read_resolution_queue: MODERATORS,
  decide_resolution: ["admin"],
  create_tournament: ADMINS,
  add_tournament_questions: ADMINS,
  open_market: MODERATORS,
  run_market_jobs: ["job"],
  grant_credits: ADMINS,
  read_people: ADMINS,
  create_user: ADMINS,
  set_user_role: ADMINS,
  set_user_password: ["job"],
  sweep_expired_rows: ["job"],
  change_instance_settings: ADMINS,
  run_import: ADMINS,
  run_export: ADMINS,
  seal_record: ADMINS,
  read_audit_log: ADMINS,
} as const satisfies Record<string, readonly Who[]>;

export type Action = keyof typeof PERMISSIONS;

/** What a token of each scope is for. What no scope has (one's password, one's sessions, Parley's own jobs) is done without a token. */
export const SCOPE_ACTIONS = {
  read: ["read_public_pages", "read_own_notices", "read_own_ledger", "dry_run_criteria"],
  forecast: [
    "submit_forecast",
    "withdraw_forecast",
    "challenge_resolution",
    "suggest_resolution",
    "suggest_question",
    "follow",
  ],
  trade: ["trade", "place_order", "cancel_order"],
  moderate: [
    "create_topic",
    "edit_topic",
    "import_events",
    "log_event",
    "revise_event",
    "fetch_source_page",
    "sign_coverage",
    "write_signal",
    "draft_question",
    "change_criteria",
    "answer_suggestion",
    "publish_question",
    "read_drafts",
    "propose_resolution",
    "read_resolution_queue",
    "open_market",
  ],
  administer: [
    "decide_resolution",
    "create_tournament",
    "add_tournament_questions",
    "grant_credits",
    "read_people",
    "create_user",
    "set_user_role",
    "change_instance_settings",
    "run_import",
    "run_export",
    "seal_record",
    "read_audit_log",
  ],
} as const satisfies Record<Scope, readonly Action[]>;

/**
 * Whether an actor may do something at all: by its role, and with a token by its scopes as well. Rules that depend on the thing itself (an approver who proposed it)
 * belong to that thing's own module.
 *
 * @example
 * may({ kind: "anonymous" }, "submit_forecast"); // => false
 * may({ kind: "job", name: "evaluate-questions" }, "propose_resolution"); // => true
 * may({ kind: "token", tokenId: "t", scopes: ["read"], ownerId: "1", id: "1", name: "Fay", role: "admin" }, "trade"); // => false
 */
export function may(actor: Actor, action: Action): boolean {
  const who: Who = actor.kind === "user" || actor.kind === "token" ? actor.role : actor.kind;
  if (!(PERMISSIONS[action] as readonly Who[]).includes(who)) return false;
  return (
    actor.kind !== "token" || actor.scopes.some((scope) => (SCOPE_ACTIONS[scope] as readonly Action[]).includes(action))
  );
}
