import Link from "next/link";
import { Section } from "#app/_components/section.tsx";
import { ChallengeForm } from "#app/_resolution/challenge-form.tsx";
import { DecideForm } from "#app/_resolution/decide-form.tsx";
import { ResolutionVersion } from "#app/_resolution/resolution-version.tsx";
import { api } from "#app/_trpc/server.ts";
import { ProposeForm } from "./propose-form.tsx";

/** The answer that stands or is proposed, with what the reader may do about it. Nothing until there is one. */
export async function ResolutionBox({ slug }: { slug: string }) {
  const { question, versions, finalVersion, may } = await (await api()).resolution.record({ slug });
  const pending = versions.find((version) => version.decision === null);
  const final = versions.find((version) => version.version === finalVersion);
  const shown = pending ?? final;
  if (!shown && !may.propose) return null;
  const record = (
    <Link href={`/questions/${slug}/resolution`} className="text-accent hover:underline">
      Resolution record
    </Link>
  );
  return (
    <Section
      title={pending ? "Proposed answer" : final ? "Answer" : "Resolution"}
      id="resolution"
      aside={versions.length > 0 ? record : undefined}
    >
      {shown ? <ResolutionVersion version={shown} /> : null}
      <div className="mt-5 space-y-4">
        {pending && may.challenge && pending.challengeUntil > new Date() ? (
          <ChallengeForm resolutionId={pending.id} />
        ) : null}
        {pending && may.decide ? (
          <DecideForm resolutionId={pending.id} isChallenged={pending.challenges.length > 0} />
        ) : null}
        {may.propose && !pending && (!final || may.decide) ? (
          <ProposeForm question={question} supersedes={finalVersion} />
        ) : null}
      </div>
    </Section>
  );
}
