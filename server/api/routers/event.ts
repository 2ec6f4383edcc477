import { procedure, router } from "#server/api/trpc.ts";
import { findDuplicates } from "#services/event/find-duplicates.ts";
import {
  eventByIdInput,
  eventDuplicatesInput,
  listEventsInput,
  logEventInput,
  mergeEventsInput,
  reviseEventInput,
  setEventStatusInput,
  topicLogInput,
  unmergeEventInput,
} from "#services/event/input.ts";
import { listActors } from "#services/event/list-actors.ts";
import { listEvents } from "#services/event/list-events.ts";
import { logChanges } from "#services/event/log-changes.ts";
import { logEvent } from "#services/event/log-event.ts";
import { mergeEvents, unmergeEvent } from "#services/event/merge-events.ts";
import {
  actorsOutput,
  eventDuplicatesOutput,
  eventListOutput,
  eventOutput,
  logChangesOutput,
  loggedOutput,
  vocabularyOutput,
} from "#services/event/output.ts";
import { reviseEvent, setEventStatus } from "#services/event/revise-event.ts";
import { eventById } from "#services/event/show-event.ts";
import { topicVocabulary } from "#services/event/topic-vocabulary.ts";

export const eventRouter = router({
  list: procedure
    .input(listEventsInput)
    .output(eventListOutput)
    .query(({ ctx, input }) => listEvents(ctx, input)),
  byId: procedure
    .input(eventByIdInput)
    .output(eventOutput)
    .query(({ ctx, input }) => eventById(ctx, input)),
  actors: procedure.output(actorsOutput).query(({ ctx }) => listActors(ctx)),
  duplicates: procedure
    .input(eventDuplicatesInput)
    .output(eventDuplicatesOutput)
    .query(({ ctx, input }) => findDuplicates(ctx, input)),
  changes: procedure
    .input(topicLogInput)
    .output(logChangesOutput)
    .query(({ ctx, input }) => logChanges(ctx, input)),
  vocabulary: procedure
    .input(topicLogInput)
    .output(vocabularyOutput)
    .query(({ ctx, input }) => topicVocabulary(ctx, input)),
  log: procedure
    .input(logEventInput)
    .output(loggedOutput)
    .mutation(({ ctx, input }) => logEvent(ctx, input)),
  revise: procedure
    .input(reviseEventInput)
    .output(loggedOutput)
    .mutation(({ ctx, input }) => reviseEvent(ctx, input)),
  setStatus: procedure
    .input(setEventStatusInput)
    .output(loggedOutput)
    .mutation(({ ctx, input }) => setEventStatus(ctx, input)),
  merge: procedure
    .input(mergeEventsInput)
    .output(loggedOutput)
    .mutation(({ ctx, input }) => mergeEvents(ctx, input)),
  unmerge: procedure
    .input(unmergeEventInput)
    .output(loggedOutput)
    .mutation(({ ctx, input }) => unmergeEvent(ctx, input)),
});
