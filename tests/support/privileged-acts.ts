import { someone } from "./people.ts";
import { visitDraft } from "./questions.ts";
import type { Stage } from "./stage.ts";
import {
  aNewcomer,
  aNumber,
  answer,
  asked,
  drafted,
  draftWords,
  elsewhere,
  handedIn,
  importedFile,
  logged,
  merged,
  proposed,
  published,
  reopening,
  ruleChange,
  signal,
  statement,
  suggestion,
  tournament,
  waiting,
  wished,
} from "./stage-facts.ts";

type Input = (on: Stage) => Promise<Record<string, unknown>>;
/** Each privileged mutation of the router: who does it, and with what. */
export const PRIVILEGED_ACTS: Record<string, readonly [who: "admin" | "moderator", input: Input]> = {
  "coverage.sign": [
    "moderator",
    async (on) => ({ topicId: on.topicId, coversFrom: new Date(0), coversUntil: new Date(Date.now() - 1000) }),
  ],
  "criteria.change": ["moderator", ruleChange],
  "criteria.clarify": ["moderator", async (on) => ({ questionId: await published(on), text: "A visit is a visit." })],
  "event.log": ["moderator", async (on) => elsewhere(on)],
  "event.revise": [
    "moderator",
    async (on) => ({ eventId: await logged(on), reason: "A slip.", ...statement(on), headline: "Another headline" }),
  ],
  "event.setStatus": [
    "moderator",
    async (on) => ({ eventId: await logged(on), status: "disputed", reason: "Denied." }),
  ],
  "event.merge": [
    "moderator",
    async (on) => ({ eventId: await logged(on), intoId: await logged(on), reason: "Duplicates." }),
  ],
  "event.unmerge": ["moderator", async (on) => ({ eventId: await merged(on), reason: "No duplicates." })],
  "inbox.import": ["moderator", async (on) => importedFile(on)],
  "inbox.decide": ["moderator", async (on) => ({ topicId: on.topicId, ids: [await waiting(on)], decision: "accept" })],
  "ledger.grant": [
    "admin",
    async (on) => ({ userId: on.member.actor.id, amountMicros: 1_000_000n, reason: "Thanks." }),
  ],
  "ledger.setSettings": ["admin", async () => ({ welcomeMicros: 1_000_000n, isStipendOn: false, stipendMicros: 0n })],
  "market.open": ["moderator", async (on) => ({ questionId: await asked(on), liquidityMicros: 100_000_000n })],
  "question.draft": ["moderator", async (on) => visitDraft(on.topicId)],
  "question.revise": [
    "moderator",
    async (on) => ({ questionId: await drafted(on), ...draftWords(on), title: "Will it be otherwise?" }),
  ],
  "question.submit": ["moderator", async (on) => ({ questionId: await drafted(on) })],
  "question.returnDraft": ["moderator", async (on) => ({ questionId: await handedIn(on), reason: "Say who." })],
  "question.publish": ["admin", async (on) => ({ questionId: await handedIn(on) })],
  "resolution.propose": ["moderator", async (on) => ({ questionId: await asked(on), ...answer(on) })],
  "resolution.adoptSuggestion": [
    "moderator",
    async (on) => ({ suggestionId: await suggestion(on), reason: "So it is." }),
  ],
  "resolution.declineSuggestion": [
    "moderator",
    async (on) => ({ suggestionId: await suggestion(on), reason: "Not so." }),
  ],
  "resolution.declineReopening": ["admin", async (on) => ({ requestId: await reopening(on), reason: "It stands." })],
  "resolution.approve": ["admin", async (on) => ({ resolutionId: await proposed(on), note: "" })],
  "resolution.amend": ["admin", async (on) => ({ resolutionId: await proposed(on), ...answer(on, "no") })],
  "resolution.reject": ["admin", async (on) => ({ resolutionId: await proposed(on), note: "Not so." })],
  "resolution.setSettings": ["admin", async () => ({ isSolo: false, challengeWindowHours: 24 })],
  "signal.create": ["moderator", async (on) => signal(on)],
  "signal.revise": [
    "moderator",
    async (on) => {
      const { topicId: _, ...stated } = signal(on);
      const { id: signalId } = await on.callerOf(on.moderator).signal.create(signal(on));
      return { signalId, basedOn: 1, ...stated, name: "More visits" };
    },
  ],
  "sourcePage.fetch": ["moderator", async () => ({ url: "http://gazette.example.org/envoys-meet" })],
  "suggestion.takeUp": [
    "moderator",
    async (on) => ({ suggestionId: await wished(on), question: visitDraft(on.topicId) }),
  ],
  "suggestion.decline": ["moderator", async (on) => ({ suggestionId: await wished(on), reason: "Asked already." })],
  "topic.create": ["moderator", async () => ({ title: `Another story ${aNumber()}`, summary: "Made up." })],
  "topic.edit": ["moderator", async (on) => ({ topicId: on.topicId, title: "The same story", summary: "Told anew." })],
  "topic.bindScenarios": ["moderator", async (on) => ({ topicId: on.topicId, questionId: null })],
  "tournament.create": ["admin", async (on) => tournament(on)],
  "tournament.addQuestions": [
    "admin",
    async (on) => {
      const { slug } = await on
        .callerOf(on.admin)
        .tournament.create({ ...(await tournament(on)), slug: `another-contest-${aNumber()}` });
      return { slug, questions: (await tournament(on)).questions };
    },
  ],
  "user.create": ["admin", async () => ({ ...aNewcomer(), role: "forecaster" })],
  "user.setRole": ["admin", async (on) => ({ userId: (await someone(on.db)).actor.id, role: "moderator" })],
};
