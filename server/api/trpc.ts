import { initTRPC, type TRPCError } from "@trpc/server";
import superjson from "superjson";
import { z } from "zod";
import { DomainError } from "#core/errors.ts";
import { log } from "#server/log.ts";
import type { ServiceContext } from "#services/context.ts";
import { toTrpcError } from "./domain-error-middleware.ts";

/** What is wrong with an input. The same kind of error about what Parley would answer is a fault of ours, and tells nothing. */
function inputIssues({ code, cause }: TRPCError): readonly z.core.$ZodIssue[] {
  return code === "BAD_REQUEST" && cause instanceof z.ZodError ? cause.issues : [];
}

/** What a caller learns of an error besides its status: the broken rule, and the field that broke it. */
function ruleOf(error: TRPCError): { rule: string; field: string | undefined } | undefined {
  if (error.cause instanceof DomainError) return { rule: error.cause.code, field: error.cause.field };
  return inputIssues(error).length > 0 ? { rule: "input_must_be_valid", field: undefined } : undefined;
}

const t = initTRPC.context<ServiceContext>().create({
  transformer: superjson,
  errorFormatter({ shape, error }) {
    const issues = inputIssues(error);
    const fields = Object.fromEntries(issues.map((issue) => [issue.path.join("."), issue.message]));
    const { stack: _, ...data } = shape.data;
    const message = issues.length > 0 ? "Some of this is not valid." : shape.message;
    return { ...shape, message, data: { ...data, ...ruleOf(error), fields } };
  },
});

const tellErrors = t.middleware(async ({ next, path }) => {
  const result = await next();
  if (result.ok) return result;
  const error = toTrpcError(result.error);
  if (error.code === "INTERNAL_SERVER_ERROR") log.error({ err: error.cause ?? error, path }, "a procedure failed");
  throw error;
});

export const router = t.router;
export const createCallerFactory = t.createCallerFactory;
/** The one base procedure: who may do what is asked by the service itself, on every path to it. */
export const procedure = t.procedure.use(tellErrors);
