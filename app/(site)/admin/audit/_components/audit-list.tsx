import { Disclosure } from "#app/_components/disclosure.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { HashText } from "#app/_seals/hash-text.tsx";
import { ProofLink } from "#app/_seals/proof-link.tsx";
import type { AuditRowView } from "#app/_seals/seal-view.ts";

/** Acts, the newest first: who did what to what, when, with its link in the chain. */
export function AuditList({ rows }: { rows: readonly AuditRowView[] }) {
  return (
    <ol className="divide-y divide-hairline border-y border-hairline">
      {rows.map((row) => (
        <li key={row.sequence} className="grid gap-x-6 gap-y-1 py-3 text-sm sm:grid-cols-[14rem_1fr]">
          <p className="text-soft">
            <Instant at={row.at.getTime()} form="absolute" />
          </p>
          <div className="min-w-0">
            <p>
              <span className="font-medium">{row.actor === "" ? "Somebody without an account" : row.actor}</span>
              {row.actorKind === "job" ? " (job)" : ""} · {row.action.replaceAll("-", " ")}
              {row.option === null ? "" : `: “${row.option}”`}
            </p>
            <p className="text-xs wrap-anywhere text-soft">
              {row.subjectKind} {row.subjectId}
            </p>
            <Disclosure summary="Details and link">
              <pre className="font-mono text-xs whitespace-pre-wrap wrap-anywhere">{row.details}</pre>
              <p className="mt-2 text-xs text-soft">
                Link {row.position} of the chain: <HashText hash={row.hash} />
              </p>
              <p className="mt-1 text-xs">
                <ProofLink kind="audit" recordId={row.sequence}>
                  {row.sealNumber === null ? "Waits for the next seal" : `Sealed in seal ${row.sealNumber}: the proof`}
                </ProofLink>
              </p>
            </Disclosure>
          </div>
        </li>
      ))}
    </ol>
  );
}
