import type { inferRouterOutputs } from "@trpc/server";
import { ProofLink } from "#app/_seals/proof-link.tsx";
import { conflictWords } from "#core/resolution/conflicts.ts";
import { VOID_REASONS } from "#core/resolution/void-reasons.ts";
import type { AppRouter } from "#server/api/root.ts";
import { ChallengeQuote, type EvidenceBriefView } from "./challenge-quote.tsx";
import type { CitedCoverageView } from "./cited-coverage.tsx";
import { EvidenceList } from "./evidence-list.tsx";
import { TraceTree } from "./trace-tree.tsx";
import { UtcTime } from "./utc-time.tsx";

export type ResolutionVersionView = inferRouterOutputs<AppRouter>["resolution"]["record"]["versions"][number];

const decided: Record<string, string> = {
  approved: "Approved",
  rejected: "Rejected",
  amended: "Replaced by an amended version",
  withdrawn: "Withdrawn",
};

function Conflicts({ version }: { version: ResolutionVersionView }) {
  const { decision } = version;
  const lines = [
    conflictLine("Proposed", version.proposedBy ?? "the proposer", version.conflicts, version.declaredConflict),
    ...(decision
      ? [conflictLine("Decided", decision.decidedBy ?? "", decision.conflicts, decision.declaredConflict)]
      : []),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <ul className="max-w-measure text-sm text-pending">
      {lines.map((line) => (
        <li key={line}>
          <span className="font-medium">Conflict of interest:</span> {line}
        </li>
      ))}
    </ul>
  );
}

/** One person did what else takes two. */
function soloWords({ proposedBy, decision }: ResolutionVersionView): string {
  if (!decision?.wasSolo) return "";
  const part = decision.decidedBy === proposedBy ? "had proposed it" : "had a part in what it rests on";
  return `, who ${part}: one person alone, with nobody to check it (solo mode)`;
}

function Dates({ version }: { version: ResolutionVersionView }) {
  const rows = [
    ["True in the world", version.effectiveAt],
    ["Publicly known", version.knownAt],
    ["Proposed", version.proposedAt],
    ...(version.decision ? [] : [["May be challenged until", version.challengeUntil] as const]),
    ...(version.decision ? [["Decided", version.decision.decidedAt] as const] : []),
  ] as const;
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {rows.map(([label, at]) => (
        <div key={label} className="contents">
          <dt className="text-soft">{label}</dt>
          <dd>
            <UtcTime at={at} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** One version of an answer with everything that led to it. */
export function ResolutionVersion({
  version,
  counterEvidence,
  coverage,
}: {
  version: ResolutionVersionView;
  /** The events that challenges point to. */
  counterEvidence: readonly EvidenceBriefView[];
  /** The signed statements that versions rest on. */
  coverage: readonly CitedCoverageView[];
}) {
  const { decision } = version;
  return (
    <div className="space-y-4">
      <OutcomeMark outcome={version.outcome} label={version.outcomeLabel} voidReason={version.voidReason} />
      <p className="text-sm">
        Proposed by {version.wasImported ? "an import" : (version.proposedBy ?? "the engine, from the log")}
        {version.supersedesVersion ? `, to supersede version ${version.supersedesVersion}` : ""}.{" "}
        {decision
          ? `${decided[decision.kind] ?? decision.kind} by ${decision.decidedBy ?? "the engine"}${soloWords(version)}.`
          : "It waits for a decision."}
      </p>
      <Conflicts version={version} />
      <Dates version={version} />
      {version.note ? <p className="max-w-measure text-sm whitespace-pre-line">{version.note}</p> : null}
      {decision?.note ? <p className="max-w-measure text-sm whitespace-pre-line">Decision: {decision.note}</p> : null}
      <EvidenceList
        evidence={version.evidence}
        coverage={coverage.filter(({ id }) => version.coverageIds.includes(id))}
      />
      {version.challenges.map((challenge) => (
        <ChallengeQuote
          key={challenge.id}
          reason={challenge.reason}
          by={`Challenged by ${challenge.challenger}`}
          at={challenge.madeAt}
          evidence={counterEvidence.filter(({ eventId }) => challenge.evidenceIds.includes(eventId))}
        />
      ))}
      {version.trace ? (
        <details className="text-sm">
          <summary className="cursor-pointer text-accent">How the engine read the log</summary>
          <div className="mt-3">
            <TraceTree trace={version.trace} />
          </div>
        </details>
      ) : null}
      <p className="text-sm">
        <ProofLink kind="resolution" recordId={version.id}>
          Proof that this version is sealed
        </ProofLink>
        {decision ? (
          <>
            {" · "}
            <ProofLink kind="decision" recordId={version.id}>
              and its decision
            </ProofLink>
          </>
        ) : null}
      </p>
      {version.criteria ? (
        <p className="text-xs break-all text-faint">
          Criteria version {version.criteria.version}, sha256 {version.criteria.hash}
        </p>
      ) : null}
    </div>
  );
}

/** Who proposed or decided an answer with a conflict of interest, as a sentence; empty without one. */
function conflictLine(did: "Proposed" | "Decided", who: string, conflicts: readonly string[], declared: string) {
  const interest = conflictWords(conflicts);
  return [interest ? `${did} by ${who}, ${interest}.` : "", declared ? `Declared by ${who}: ${declared}` : ""]
    .filter(Boolean)
    .join(" ");
}

interface Props {
  readonly outcome: string | null;
  readonly label: string;
  readonly voidReason: string | null;
}

/** An outcome may be any text, so that these are keys of a map and not of an object. */
const TONES: ReadonlyMap<string, string> = new Map([
  ["yes", "text-yes"],
  ["no", "text-no"],
]);

/** The answer, large: in words first, in colour only besides. */
function OutcomeMark({ outcome, label, voidReason }: Props) {
  const tone = outcome === null ? "text-void" : (TONES.get(outcome) ?? "text-accent");
  return (
    <p className={`font-serif text-lg font-semibold ${tone}`}>
      {label}
      {voidReason ? (
        <span className="font-sans text-sm font-normal text-soft"> · {voidReasonLabel(voidReason)}</span>
      ) : null}
    </p>
  );
}

function voidReasonLabel(code: string): string {
  return VOID_REASONS.find((reason) => reason.code === code)?.label ?? code;
}
