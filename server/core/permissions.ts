/** Who may do what: the one table, asked by commands before they act and by pages before they offer. */

export type Role = "forecaster" | "moderator" | "admin";
export const ROLES: readonly Role[] = ["forecaster", "moderator", "admin"];

/** Whoever acts: somebody not signed in, a person, or Parley itself (a job, the command line). */
export type Actor =
  | { readonly kind: "anonymous" }
  | {
      readonly kind: "user";
      readonly id: string;
      readonly name: string;
      readonly role: Role;
      /** The session they came by; absent where no request from outside is behind it. */
      readonly sessionId?: string;
    }
  | { readonly kind: "job"; readonly name: string };

type Who = Role | "anonymous" | "job";

const EVERYBODY: readonly Who[] = ["anonymous", "forecaster", "moderator", "admin", "job"];
const MEMBERS: readonly Who[] = ["forecaster", "moderator", "admin"];
const MODERATORS: readonly Who[] = ["moderator", "admin", "job"];
const ADMINS: readonly Who[] = ["admin", "job"];

/** Action → who. A command's action has the command's name. */
export const PERMISSIONS = {
  read_public_pages: EVERYBODY,
  sign_up: ["anonymous", "job"],
  change_own_password: MEMBERS,
  read_own_sessions: MEMBERS,
  end_own_sessions: MEMBERS,
  read_own_notices: MEMBERS,
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

/**
 * Whether an actor may do something at all. Rules that depend on the thing itself (an approver who proposed it)
 * belong to that thing's own module.
 *
 * @example
 * may({ kind: "anonymous" }, "submit_forecast"); // => false
 * may({ kind: "job", name: "evaluate-questions" }, "propose_resolution"); // => true
 */
export function may(actor: Actor, action: Action): boolean {
  const who: Who = actor.kind === "user" ? actor.role : actor.kind;
  return (PERMISSIONS[action] as readonly Who[]).includes(who);
}
