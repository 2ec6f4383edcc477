import { readdirSync } from "node:fs";
import type { AnswerKind } from "#tests/support/answer-headers.ts";
import type { Visitor } from "./visited-parley.ts";

/** A request, and the kind of answer that it gets. */
export interface AskedClass extends AnswerKind {
  readonly path: string;
  readonly who?: Visitor;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly status: number;
}
const [script = ""] = readdirSync(".next/static/chunks").filter((name) => name.endsWith(".js"));
/** Promise I3: one request for each class of answers. */
export const ANSWER_CLASSES: Readonly<Record<string, AskedClass>> = {
  "a page, signed out": { path: "/questions", status: 200, isPage: true },
  "a page, signed out, repeated": { path: "/questions", status: 200, isPage: true },
  "a page, signed in": { path: "/me", who: "owner", status: 200, isPage: true },
  "a part of a page": { path: "/me?_rsc", who: "owner", headers: { rsc: "1" }, status: 200 },
  "the way to the form": { path: "/settings", status: 307 },
  "a page for other roles": { path: "/admin", who: "member", status: 403, isPage: true },
  "no such page": { path: "/nothing", status: 404, isPage: true },
  "no such file": { path: "/nothing.png", status: 404 },
  "an answer of the API": { path: "/api/trpc/user.sessions", who: "owner", status: 200 },
  "an error of the API": { path: "/api/trpc/user.sessions", status: 401 },
  "a procedure that does not exist": { path: "/api/trpc/user.nothing", status: 404 },
  "the session": { path: "/api/auth/session", who: "owner", status: 200 },
  "the token of the form": { path: "/api/auth/csrf", status: 200 },
  "no route of signing in": { path: "/api/auth/nothing", status: 404 },
  "a download of one's own": { path: "/api/trpc/ledger.statementCsv", who: "owner", status: 200 },
  "a public file": { path: "/schemas/parley-bundle-v1.json", status: 200, mayBeKept: true },
  "a script": { path: `/_next/static/chunks/${script}`, status: 200, mayBeKept: true },
  "the icon": { path: "/icon.svg", status: 200, mayBeKept: true },
  "a method that is not answered": { path: "/", method: "DELETE", status: 405 },
  "a body of no known form": { path: "/api/trpc/user.signUp", method: "POST", status: 415 },
  "a broken address": { path: "/%E0%A4%A", status: 404, isPage: true },
  health: { path: "/healthz", status: 200 },
  readiness: { path: "/readyz", status: 200 },
  "metrics, refused": { path: "/metrics", headers: { "x-forwarded-for": "192.0.2.9" }, status: 401 },
};
