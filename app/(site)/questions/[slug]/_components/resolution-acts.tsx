import type { inferRouterOutputs } from "@trpc/server";
import { AmendForm } from "#app/_resolution/amend-form.tsx";
import { ChallengeForm } from "#app/_resolution/challenge-form.tsx";
import { DecideForm } from "#app/_resolution/decide-form.tsx";
import type { EvidenceChoice } from "#app/_resolution/evidence-field.tsx";
import { SuggestForm } from "#app/_resolution/suggest-form.tsx";
import type { AppRouter } from "#server/api/root.ts";
import { ProposeForm } from "./propose-form.tsx";

interface Props {
  readonly record: inferRouterOutputs<AppRouter>["resolution"]["record"];
  readonly choices: readonly EvidenceChoice[];
  /** Signed statements that an answer by absence may rest on; for whoever may propose. */
  readonly coverage: readonly EvidenceChoice[];
}

/** What the reader may do with a question's answer, in the state that it is in. */
export function ResolutionActs({ record, choices, coverage }: Props) {
  const { question, versions, finalVersion, may } = record;
  const pending = versions.find((version) => version.decision === null);
  const final = versions.find((version) => version.version === finalVersion);
  const hasWaiting = record.suggestions.some(({ answer }) => answer === null);
  return (
    <div className="mt-5 space-y-3">
      {pending && may.decide ? (
        <>
          <DecideForm
            resolutionId={pending.id}
            isChallenged={pending.challenges.length > 0}
            whyNot={record.whyNotDecide}
          />
          <AmendForm question={question} choices={choices} coverage={coverage} pending={pending} />
        </>
      ) : null}
      {pending && may.challenge && pending.challengeUntil > new Date() ? (
        <ChallengeForm kind="challenge" resolutionId={pending.id} choices={choices} />
      ) : null}
      {may.propose && !pending && (!final || may.decide) ? (
        <ProposeForm question={question} choices={choices} coverage={coverage} supersedes={finalVersion} />
      ) : null}
      {may.suggest && !hasWaiting ? <SuggestForm question={question} choices={choices} /> : null}
      {final && may.reopen && !pending && !may.decide ? (
        <ChallengeForm kind="requestReopening" resolutionId={final.id} choices={choices} />
      ) : null}
    </div>
  );
}
