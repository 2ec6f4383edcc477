import { TRPCError } from "@trpc/server";
import { notFound } from "next/navigation";

/** What a page was asked for, or the page that says there is no such thing. */
export async function orNotFound<T>(query: Promise<T>): Promise<T> {
  try {
    return await query;
  } catch (error) {
    if (error instanceof TRPCError && (error.code === "NOT_FOUND" || error.code === "BAD_REQUEST")) notFound();
    throw error;
  }
}
