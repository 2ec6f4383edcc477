import type { BundleFault } from "#core/bundle/bundle-fault.ts";
import type { PlacedFault } from "#services/bundle/bundle-shape.ts";
import type { ReadBundle } from "#services/bundle/read-bundle.ts";
import { placedFault } from "#services/bundle/refuse-faults.ts";
import { checkedBundle } from "#services/bundle/scorable-bundle.ts";
import { commentFaults } from "./comment-faults.ts";
import { coverageFaults } from "./coverage-faults.ts";
import { criteriaFaults } from "./criteria-faults.ts";
import { actorFaults, eventFaults } from "./event-faults.ts";
import { unkeptFaults } from "./lossy-faults.ts";
import { marketFaults } from "./market-faults.ts";
import { pastFaults } from "./past-faults.ts";
import { answerFaults, questionFaults } from "./question-faults.ts";
import { topicFaults } from "./topic-faults.ts";
import { tournamentFaults } from "./tournament-faults.ts";

/** Everything that keeps a bundle from being brought in, by its place in the file: all of it is told at once. */
export function importFaults(read: ReadBundle, now: number): PlacedFault[] {
  const { document, elsewhere } = read;
  const { faults } = checkedBundle(read, { clip: true });
  const found: BundleFault[] = [
    ...unkeptFaults(document),
    ...pastFaults(document, now),
    ...questionFaults(document),
    ...answerFaults(document, elsewhere),
    ...criteriaFaults(document),
    ...commentFaults(document),
    ...topicFaults(document, elsewhere),
    ...actorFaults(document),
    ...eventFaults(document, now, elsewhere),
    ...coverageFaults(document, elsewhere),
    ...tournamentFaults(document),
    ...marketFaults(document, elsewhere),
  ];
  return [...faults, ...found.map((fault) => placedFault(read, fault))];
}
