import { type TRPC_ERROR_CODE_KEY, TRPCError } from "@trpc/server";
import { DomainError, type ErrorKind } from "#core/errors.ts";
import { sentenceOf } from "#server/messages/sentence-of.ts";
import { outageOf } from "#services/outage.ts";

const CODE_OF_KIND: Record<ErrorKind, TRPC_ERROR_CODE_KEY> = {
  invalid: "BAD_REQUEST",
  unauthorized: "UNAUTHORIZED",
  forbidden: "FORBIDDEN",
  not_found: "NOT_FOUND",
  conflict: "CONFLICT",
  limit: "TOO_MANY_REQUESTS",
  unavailable: "SERVICE_UNAVAILABLE",
};

/** A broken rule as tRPC tells it; anything else is a fault of ours, and its text stays in the log. */
export function toTrpcError(error: TRPCError): TRPCError {
  const cause = outageOf(error.cause) ?? error.cause;
  if (cause instanceof DomainError)
    return new TRPCError({ code: CODE_OF_KIND[cause.kind], message: sentenceOf(cause), cause });
  if (error.code !== "INTERNAL_SERVER_ERROR") return error;
  return new TRPCError({
    code: "INTERNAL_SERVER_ERROR",
    message: "Something went wrong on our side. Nothing was changed.",
    cause,
  });
}
