import type { inferRouterOutputs } from "@trpc/server";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Notice } from "#app/_components/notice.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";
import { HashText } from "#app/_seals/hash-text.tsx";
import { chainHash } from "#core/seal/chain-hash.ts";
import { isConsistent } from "#core/seal/merkle-checks.ts";
import type { AppRouter } from "#server/api/root.ts";

type SealPageView = inferRouterOutputs<AppRouter>["seal"]["byNumber"];

/** How this seal hangs together with the one before, computed here and now from what the page shows. */
export function SealChecks({ page: { seal, consistency, previousHash, isLatest } }: { page: SealPageView }) {
  const { number, fromIndex, untilIndex, root, previousRoot, hash, at } = seal;
  const stated = { number, fromIndex, untilIndex, root, previousRoot, at: at.toISOString() };
  const isChained = chainHash(previousHash, stated) === hash;
  const adds = isConsistent({
    earlierSize: fromIndex,
    earlierRoot: previousRoot,
    size: untilIndex,
    root,
    path: consistency,
  });
  return (
    <Section title="How it follows on the one before">
      {isChained && adds ? (
        <Notice tone="success" title="Both hold, computed just now">
          Its tree begins with all the leaves of the seal before, unchanged and in order; and its hash takes in the hash
          of the seal before, so that whoever kept a later seal can tell of this one too.
        </Notice>
      ) : (
        <Notice tone="error" title="This seal does not follow on the one before">
          The record was changed after it was sealed. Ask an admin for an export and check it with the command that the
          list of seals shows.
        </Notice>
      )}
      <div className="mt-3">
        <Disclosure summary="The hashes that prove it">
          <dl className="space-y-2 text-sm">
            <dt className="text-soft">Root before</dt>
            <dd>
              <HashText hash={previousRoot} />
            </dd>
            <dt className="text-soft">Hash of the seal before</dt>
            <dd>
              <HashText hash={previousHash} />
            </dd>
            <dt className="text-soft">Consistency proof, the lowest first</dt>
            {consistency.length === 0 ? <dd>None needed.</dd> : null}
            {consistency.map((node) => (
              <dd key={node}>
                <HashText hash={node} />
              </dd>
            ))}
          </dl>
        </Disclosure>
      </div>
      <nav aria-label="Seals beside this one" className="mt-4 flex gap-6 text-sm">
        {number > 1 ? (
          <PageLink href={`/seals/${number - 1}`} className="link">
            Seal {number - 1}
          </PageLink>
        ) : null}
        {isLatest ? null : (
          <PageLink href={`/seals/${number + 1}`} className="link">
            Seal {number + 1}
          </PageLink>
        )}
      </nav>
    </Section>
  );
}
