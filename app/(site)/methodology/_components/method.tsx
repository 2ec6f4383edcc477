import { mathMl } from "./math-ml.ts";
import type { MethodView } from "./method-view.ts";

/** `shrunkPeer` in words: shrunk peer. */
function wordsOf(name: string): string {
  const words = name.replaceAll(/([a-z\d])([A-Z])/g, "$1 $2").toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** One formula with what it means, where it comes from, and an example with the value that the code gives. */
export function Method({ method }: { method: MethodView }) {
  const { name, says, formula, tex, units, source, examples, isComparison } = method;
  return (
    <article id={name} className="space-y-2">
      <h3 className="font-medium">
        {wordsOf(name)}
        {isComparison ? <span className="text-sm font-normal text-soft"> · for comparison only</span> : null}
      </h3>
      <p className="max-w-measure">{says}</p>
      {tex === null ? null : (
        <section
          className="overflow-x-auto py-1 text-lg [&_math]:mx-0 [&_math]:w-fit"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a formula wider than the screen is scrolled by keyboard also.
          tabIndex={0}
          aria-label={`Formula of ${wordsOf(name).toLowerCase()}`}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: MathML made from the code's own headers.
          dangerouslySetInnerHTML={{ __html: mathMl(tex) }}
        />
      )}
      <p className="max-w-measure text-sm break-words text-soft">{formula}</p>
      <dl className="max-w-measure space-y-1 text-sm">
        {units === null ? null : <Fact term="Units">{units}</Fact>}
        {source === null || source === "" ? null : <Fact term="Source">{source}</Fact>}
      </dl>
      {examples.map(({ expression, value }) => (
        <p key={expression} className="text-xs">
          <code className="break-all">{expression}</code> <span aria-hidden="true">→</span>
          <span className="sr-only"> gives </span> <code className="break-all">{value}</code>
        </p>
      ))}
    </article>
  );
}

function Fact({ term, children }: { term: string; children: string }) {
  return (
    <div>
      <dt className="inline text-soft">{term}: </dt>
      <dd className="inline">{children}</dd>
    </div>
  );
}
