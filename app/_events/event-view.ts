import type { inferRouterOutputs } from "@trpc/server";
import type { AppRouter } from "#server/api/root.ts";

type Outputs = inferRouterOutputs<AppRouter>;

/** An event on its own page. */
export type EventView = Outputs["event"]["byId"];
/** One statement about an event. */
export type EventRevisionView = EventView["revisions"][number];
/** What recording something led to. */
export type LoggedView = Outputs["event"]["log"];
export type DuplicateView = Outputs["event"]["duplicates"][number];
/** The words that a topic's log uses already. */
export type Vocabulary = Outputs["event"]["vocabulary"];
/** What was read of the page that a source cites. */
export type SourcePageView = Outputs["sourcePage"]["fetch"];
export type KnownActor = Outputs["event"]["actors"][number];
