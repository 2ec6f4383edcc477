import { outcomeFits, type QuestionType } from "#core/resolution/outcome-fits.ts";
import type { Prisma } from "#db/generated/client.ts";
import type { BundleText } from "#services/bundle/bundle-document.ts";
import { IMPORTED_WITH_A_BUNDLE } from "#services/import/imported-words.ts";

type ResolutionText = NonNullable<BundleText["questions"][number]["resolution"]>;
type AnswerText = Omit<ResolutionText, "earlier">;

/** The answers that are final, or were: what became of other proposals is not part of a bundle. */
export const answersSelect = {
  final: { select: { resolutionId: true, finalAt: true } },
  resolutions: {
    where: { OR: [{ decision: { kind: "approved" } }, { final: { isNot: null } }] },
    orderBy: { version: "asc" },
    select: {
      id: true,
      outcome: true,
      voidReason: true,
      knownAt: true,
      effectiveAt: true,
      note: true,
      coverageIds: true,
      criteriaVersion: { select: { version: true } },
      decision: { select: { decidedAt: true } },
      evidence: { select: { eventId: true, revision: { select: { number: true } } }, orderBy: { eventId: "asc" } },
    },
  },
} as const satisfies Prisma.QuestionSelect;

interface Answered extends Prisma.QuestionGetPayload<{ select: typeof answersSelect }> {
  readonly slug: string;
  readonly type: string;
  readonly options: readonly { readonly id: string; readonly label: string }[];
}

/** A question's answer with those that it took the place of; nothing while it has none. */
export function answersOf(question: Answered): ResolutionText | undefined {
  const { final, resolutions } = question;
  if (!final) return undefined;
  // A void that came too early was approved and sent the question back: it never was the answer.
  const answers = resolutions.filter(({ id, voidReason }) => id === final.resolutionId || voidReason !== "too_early");
  const at = answers.findIndex(({ id }) => id === final.resolutionId);
  const [latest] = answers.slice(at);
  if (!latest) throw new Error(`The answer of the question ${question.slug} is not among its resolutions.`);
  const earlier = answers.slice(0, at).map((answer) => exportedAnswer(question, answer));
  return { ...exportedAnswer(question, latest), ...(earlier.length > 0 ? { earlier } : {}) };
}

function exportedAnswer(question: Answered, answer: Answered["resolutions"][number]): AnswerText {
  const { voidReason, knownAt, effectiveAt, note, coverageIds, criteriaVersion, decision, evidence } = answer;
  const decidedAt = decision?.decidedAt ?? question.final?.finalAt;
  return {
    outcome: exportedOutcome(question, answer.outcome),
    knownAt: knownAt.toISOString(),
    effectiveAt: effectiveAt.toISOString(),
    ...(voidReason === null ? {} : { voidReason }),
    ...(note === "" || note === IMPORTED_WITH_A_BUNDLE ? {} : { note }),
    ...(decidedAt ? { decidedAt: decidedAt.toISOString() } : {}),
    ...(criteriaVersion ? { criteriaVersion: criteriaVersion.version } : {}),
    ...(evidence.length > 0
      ? { evidence: evidence.map(({ eventId, revision }) => ({ event: eventId, revision: revision.number })) }
      : {}),
    ...(coverageIds.length > 0 ? { coverage: coverageIds } : {}),
  };
}

/** An outcome as a bundle has it. One that does not fit its question is a fault of this database, not of whoever exports. */
function exportedOutcome({ slug, type, options }: Answered, outcome: string | null): ResolutionText["outcome"] {
  if (outcome === null) return null;
  const optionIds = options.map(({ id }) => id);
  if (!outcomeFits(outcome, { type: type as QuestionType, optionIds })) {
    throw new Error(
      `The answer of the question ${slug} is stored as “${outcome}”, which a ${type} question cannot have.`,
    );
  }
  if (type === "binary") return outcome === "yes";
  if (type === "multiple_choice") return options.find(({ id }) => id === outcome)?.label ?? null;
  if (outcome === "below" || outcome === "above") return outcome;
  return type === "date" ? new Date(outcome).toISOString() : Number(outcome);
}
