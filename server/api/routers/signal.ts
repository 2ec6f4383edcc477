import { z } from "zod";
import { procedure, router } from "#server/api/trpc.ts";
import { topicLogInput } from "#services/event/input.ts";
import { follow, followsTopic } from "#services/signal/follow.ts";
import {
  createSignalInput,
  followInput,
  reviseSignalInput,
  signalByIdInput,
  signalListInput,
} from "#services/signal/input.ts";
import { followOutput, signalKeyOutput, signalListOutput, signalOutput } from "#services/signal/output.ts";
import { listSignals, signalById } from "#services/signal/queries.ts";
import { createSignal, reviseSignal } from "#services/signal/write-signal.ts";

export const signalRouter = router({
  list: procedure
    .input(signalListInput)
    .output(signalListOutput)
    .query(({ ctx, input }) => listSignals(ctx, input)),
  byId: procedure
    .input(signalByIdInput)
    .output(signalOutput)
    .query(({ ctx, input }) => signalById(ctx, input)),
  followsTopic: procedure
    .input(topicLogInput)
    .output(z.boolean())
    .query(({ ctx, input }) => followsTopic(ctx, input)),
  create: procedure
    .input(createSignalInput)
    .output(signalKeyOutput)
    .mutation(({ ctx, input }) => createSignal(ctx, input)),
  revise: procedure
    .input(reviseSignalInput)
    .output(signalKeyOutput)
    .mutation(({ ctx, input }) => reviseSignal(ctx, input)),
  follow: procedure
    .input(followInput)
    .output(followOutput)
    .mutation(({ ctx, input }) => follow(ctx, input)),
});
