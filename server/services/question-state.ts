import { Prisma } from "#db/generated/client.ts";

/**
 * Where a question stands, in the language of the database: the rules of core's `questionStatus`, for statements in which the
 * question is `q`, and for Prisma's filters. A test compares both with core.
 */

export const isPublished = Prisma.sql`EXISTS (SELECT FROM publications p WHERE p.question_id = q.id)`;

export const isAnswered = Prisma.sql`EXISTS (SELECT FROM final_resolutions f WHERE f.question_id = q.id)`;

/** Whether a proposed answer waits for its decision. */
export const hasProposal = Prisma.sql`EXISTS (SELECT FROM resolutions r
  WHERE r.question_id = q.id AND NOT EXISTS (SELECT FROM decisions d WHERE d.resolution_id = r.id))`;

/** Whether it takes forecasts: core's `takesForecasts`. */
export function isOpen(now: Date): Prisma.Sql {
  return Prisma.sql`(${isPublished} AND NOT ${isAnswered} AND q.opens_at <= ${now} AND q.closes_at > ${now})`;
}

/** Whether an answer is due or proposed, and none is final. */
export function awaitsAnswer(now: Date): Prisma.Sql {
  return Prisma.sql`(${isPublished} AND NOT ${isAnswered} AND (q.closes_at <= ${now} OR ${hasProposal}))`;
}

export const published = { publication: { isNot: null } } as const satisfies Prisma.QuestionWhereInput;

export const publishedUnanswered = { ...published, final: { is: null } } as const satisfies Prisma.QuestionWhereInput;
