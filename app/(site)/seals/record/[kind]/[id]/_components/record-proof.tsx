import { DefinitionList } from "#app/_components/definition-list.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";
import { HashText } from "#app/_seals/hash-text.tsx";
import type { ProofView } from "#app/_seals/seal-view.ts";
import { isIncluded } from "#core/seal/merkle-checks.ts";
import { recordLeaf } from "#core/seal/record-leaf.ts";

/** A record as it was sealed, with the path from it to the root: checked here, and to take away. */
export function RecordProof({ proof }: { proof: ProofView }) {
  const { kind, recordId, value, index, leaf, path, seal } = proof;
  const isUnaltered = recordLeaf({ kind, id: recordId, value }) === leaf;
  const leads = isIncluded({ index, size: seal.size, leaf, path, root: seal.root });
  const file = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(proof))}`;
  return (
    <>
      {isUnaltered && leads ? (
        <Notice tone="success" title="It holds, computed just now">
          The record below says what was sealed, and its path leads to the root that is published as{" "}
          <PageLink href={`/seals/${seal.number}`} className="link">
            seal {seal.number}
          </PageLink>
          .
        </Notice>
      ) : (
        <Notice tone="error" title="It does not hold">
          {isUnaltered ? "The path does not lead to the root." : "The record no longer says what was sealed."} Tell an
          admin, and keep this page.
        </Notice>
      )}
      <p className="mt-5">
        <a href={file} download={`proof-${kind}-${index}.json`} className="link text-sm font-medium">
          Download the proof
        </a>{" "}
        <span className="text-sm text-soft">
          and check it with <code className="font-mono text-xs">parley verify</code> on your own machine.
        </span>
      </p>
      <Section title="The record, as it was sealed">
        <pre className="border-y border-hairline py-3 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
          {JSON.stringify(value, null, 2)}
        </pre>
      </Section>
      <Section title="The path to the root">
        <DefinitionList
          items={[
            { term: `Leaf ${index}`, value: <HashText hash={leaf} /> },
            ...path.map((hash, level) => ({ term: `Beside it, level ${level + 1}`, value: <HashText hash={hash} /> })),
            { term: `Root of seal ${seal.number}`, value: <HashText hash={seal.root} /> },
          ]}
        />
      </Section>
    </>
  );
}
