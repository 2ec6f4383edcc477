import { DefinitionList } from "#app/_components/definition-list.tsx";
import { Disclosure } from "#app/_components/disclosure.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { numberText } from "#app/_components/number-text.ts";
import type { SourcePageView } from "#app/_events/event-view.ts";

/** What the server read at a source's address, when, and whether that had changed. */
export function PageReading({ page, citedAs }: { page: SourcePageView; citedAs: string }) {
  const { before, publishedAt, finalUrl, url } = page;
  const items = [
    { term: "Calls itself", value: page.title === null ? "nothing" : <bdi>{page.title}</bdi> },
    {
      term: "Says it appeared",
      value: publishedAt ? <Instant at={publishedAt.getTime()} form="absolute" /> : "at no exact time",
    },
    { term: "Served", value: `${numberText(page.bytes)} bytes of ${page.mediaType}` },
    ...(finalUrl === url ? [] : [{ term: "From", value: finalUrl }]),
    { term: "SHA-256", value: <code className="font-mono text-xs">{page.sha256}</code> },
    ...(before && before.sha256 !== page.sha256
      ? [{ term: "SHA-256 before", value: <code className="font-mono text-xs">{before.sha256}</code> }]
      : []),
    { term: "Read by", value: page.fetchedByName },
  ];
  return (
    <Disclosure
      summary={
        <span className="wrap-anywhere">
          Page read <Instant at={page.fetchedAt.getTime()} form="absolute" />
          {page.title !== null && page.title !== citedAs ? (
            <>
              {" as "}
              <bdi>“{page.title}”</bdi>
            </>
          ) : null}
          {" · "}
          <code className="font-mono text-xs" title={page.sha256}>
            {page.sha256.slice(0, 12)}
          </code>
          {before ? <Change page={page} before={before} /> : null}
        </span>
      }
    >
      <DefinitionList items={items} />
    </Disclosure>
  );
}

function Change({ page, before }: { page: SourcePageView; before: NonNullable<SourcePageView["before"]> }) {
  return (
    <>
      {" · "}
      {page.sha256 === before.sha256 ? "unchanged since" : "changed since"}{" "}
      <Instant at={before.fetchedAt.getTime()} form="absolute" />
    </>
  );
}
