import { initTRPC, TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { DomainError } from "#core/errors.ts";
import { faultDigest } from "#core/fault-digest.ts";
import { log } from "#server/log.ts";
import { faultReference, notePassingFault, requestId } from "#server/request-scope.ts";
import { countWrite } from "#services/count-write.ts";
import type { ApiContext } from "./context.ts";
import { toTrpcError } from "./domain-error-middleware.ts";

/** What is wrong with an input. The same kind of error about what Parley would answer is a fault of ours, and tells nothing. */
function inputIssues({ code, cause }: TRPCError): readonly z.core.$ZodIssue[] {
  return code === "BAD_REQUEST" && cause instanceof z.ZodError ? cause.issues : [];
}

interface ShownRule {
  readonly rule: string;
  readonly field: string | undefined;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What a caller learns of an error besides its status: the broken rule, the field that broke it, and what its sentence needs. */
function ruleOf(error: TRPCError): ShownRule | undefined {
  if (error.cause instanceof DomainError) {
    const { code, field, values } = error.cause;
    return { rule: code, field, values };
  }
  return inputIssues(error).length > 0 ? { rule: "input_must_be_valid", field: undefined, values: {} } : undefined;
}

const t = initTRPC.context<ApiContext>().create({
  transformer: superjson,
  errorFormatter({ shape, error }) {
    const issues = inputIssues(error);
    const fields = Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]));
    const { stack: _, ...data } = shape.data;
    const message = issues.length > 0 ? "Some of this is not valid." : shape.message;
    return { ...shape, message, data: { ...data, ...ruleOf(error), fields, requestId: requestId() } };
  },
});

const tellErrors = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  throw shownError(result.error, path);
});

/** Errors that are our fault, and how loudly the log says so. */
const FAULTS: Partial<Record<TRPCError["code"], "error" | "warn">> = {
  INTERNAL_SERVER_ERROR: "error",
  SERVICE_UNAVAILABLE: "warn",
};

function isPassing({ code, cause }: TRPCError): boolean {
  return (
    code === "SERVICE_UNAVAILABLE" || (cause instanceof DomainError && cause.code === "load_must_stay_within_capacity")
  );
}

/** An error as whoever asked is told it. What is our fault is logged, and gets the reference under which it is found there. */
export function shownError(thrown: unknown, path: string): TRPCError {
  const given = thrown instanceof TRPCError ? thrown : new TRPCError({ code: "INTERNAL_SERVER_ERROR", cause: thrown });
  const error = toTrpcError(given);
  if (isPassing(error)) notePassingFault();
  const level = FAULTS[error.code];
  if (!level) return error;
  const reference = faultReference();
  log[level]({ err: given.cause ?? given, path, reference }, "a procedure failed");
  if (reference === undefined) return error;
  // Next tells the browser this of an error that a page throws, in place of a hash of its text.
  return Object.assign(error, { digest: faultDigest({ reference, isPassing: level === "warn" }) });
}

/** Whatever changes something counts, by person or address, before anything else is done. */
const countWrites = t.middleware(async ({ next, ctx, type }) => {
  if (type === "mutation" && ctx.counted) ctx.counted.push(await countWrite(ctx));
  return next();
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
/** The one base procedure: who may do what is asked by the service itself, on every path to it. */
export const procedure = t.procedure.use(tellErrors).use(countWrites);
