import { Disclosure } from "#app/_components/disclosure.tsx";
import { Instant } from "#app/_components/instant.tsx";
import { part } from "#app/_components/part.tsx";
import { wordRuns } from "#app/_criteria/word-runs.ts";
import { RevisionChanges } from "#app/_events/revision-changes.tsx";
import type { QuestionView } from "#app/_questions/question-view.ts";
import { DeclaredList } from "#app/_resolution/declared-list.tsx";
import { api } from "#app/_trpc/server.ts";
import { criteriaDiff } from "#core/criteria/criteria-diff.ts";
import { namedActors } from "#core/event/named-actors.ts";
import { recordOf } from "./question-queries.ts";

type Version = QuestionView["criteria"][number];

/** Every version of the criteria there was, newest first: who changed it, why, and what reads otherwise than before. */
export const CriteriaVersions = part(async ({ question }: { question: QuestionView }) => {
  const { draftedBy, otherAuthors, publishedBy, wasPublishedAlone, declared } = await recordOf(question.slug);
  const labels = new Map(question.options.map(({ id, label }) => [id, label]));
  // An early version may name actors by codes that the log has names for since.
  const names = new Map((await (await api()).event.actors()).map(({ code, name }) => [code, name]));
  const named = (text: string) => namedActors(text, names);
  const versions = question.criteria.map((version) => ({ ...version, sentence: named(version.sentence) }));
  return (
    <>
      <p className="mb-4 text-sm text-soft">
        Drafted by {[draftedBy, ...otherAuthors].join(", ")}
        {publishedBy && question.publishedAt ? (
          <>
            , published by {publishedBy}{" "}
            <Instant at={question.publishedAt.getTime()} now={question.askedAt.getTime()} />
            {wasPublishedAlone
              ? ", who had written some of it: one person alone, with nobody to check it (solo mode)"
              : ""}
          </>
        ) : null}
        . Once it is public, the rule changes only as a new version here, and everybody who has forecast is told.
      </p>
      <div className="mb-4">
        <DeclaredList declared={declared} />
      </div>
      <ol className="divide-y divide-hairline border-y border-hairline">
        {versions.map((version, place) => (
          <VersionItem
            key={version.version}
            version={version}
            before={versions[place + 1]}
            labels={labels}
            named={named}
            now={question.askedAt}
          />
        ))}
      </ol>
    </>
  );
});

interface ItemProps {
  readonly version: Version;
  /** The version that it replaced. */
  readonly before: Version | undefined;
  readonly labels: ReadonlyMap<string, string>;
  readonly named: (text: string) => string;
  readonly now: Date;
}

function VersionItem({ version, before, labels, named, now }: ItemProps) {
  const changes = (before?.rule && version.rule ? criteriaDiff(before.rule, version.rule, labels) : []).map(
    (change) => ({ ...change, before: change.before.map(named), after: change.after.map(named) }),
  );
  return (
    <li className="space-y-2 py-4">
      <p className="text-sm text-soft">
        <span className="font-medium text-ink">Version {version.version}</span> · {version.createdBy} ·{" "}
        <Instant at={version.createdAt.getTime()} now={now.getTime()} />
      </p>
      {version.reason ? <p className="max-w-measure text-sm">Why it changed: {version.reason}</p> : null}
      {before && before.sentence !== version.sentence ? (
        <WordChanges before={before.sentence} after={version.sentence} />
      ) : (
        <p className="max-w-measure text-sm">{version.sentence}</p>
      )}
      {changes.length > 0 ? (
        <div className="text-sm">
          <RevisionChanges changes={changes} />
        </div>
      ) : null}
      {before && before.finePrint !== version.finePrint ? (
        <div className="text-sm">
          <p className="text-soft">Fine print</p>
          <WordChanges before={before.finePrint} after={version.finePrint} />
        </div>
      ) : null}
      {before && before.sentence !== version.sentence ? (
        <Disclosure summary="Both sentences whole">
          <p className="max-w-measure text-soft">Before: {before.sentence}</p>
          <p className="mt-2 max-w-measure">Now: {version.sentence}</p>
        </Disclosure>
      ) : null}
      <p className="text-xs break-all text-faint">sha256 {version.hash}</p>
    </li>
  );
}

/** A text with what went out of it struck through and what came into it underlined, in the order of reading. */
function WordChanges({ before, after }: { before: string; after: string }) {
  return (
    <p className="max-w-measure text-sm leading-6">
      {wordRuns(before, after).map(({ kind, text }, place) => {
        const key = `${place} ${kind}`;
        if (kind === "same") return <span key={key}>{text} </span>;
        const said = kind === "gone" ? "Gone: " : "New: ";
        const Mark = kind === "gone" ? "del" : "ins";
        return (
          <span key={key}>
            <Mark className={kind === "gone" ? "bg-danger/10 text-soft" : "bg-success/12 decoration-success"}>
              <span className="sr-only">{said}</span>
              {text}
            </Mark>{" "}
          </span>
        );
      })}
    </p>
  );
}
