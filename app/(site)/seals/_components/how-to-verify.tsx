import { PageLink } from "#app/_components/page-link.tsx";
import { Section } from "#app/_components/section.tsx";

const steps = [
  "Keep the hash of a seal: on paper, in an e-mail to yourself, wherever this site cannot reach it.",
  "Later ask an admin for an export of the record, or open the proof of one record and download it.",
  "Run the command below on your own machine. It needs no database and no network.",
] as const;

/** What a seal is good for, and how anybody holds this site to it. */
export function HowToVerify() {
  return (
    <Section title="How to verify">
      <ol className="max-w-measure list-decimal space-y-1 pl-5 text-sm">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <pre className="mt-3 border-l-2 border-outline py-1 pl-3 font-mono text-xs whitespace-pre-wrap">
        npm run -s parley -- verify record.ndjson --seal HASH
      </pre>
      <p className="mt-3 max-w-measure text-sm text-soft">
        It computes every leaf, root and link again, names the first record that was altered, removed or moved, and
        computes the scores again from the sealed forecasts and answers. The tree is the one of RFC 9162; its formulas
        are on the{" "}
        <PageLink href="/methodology" className="link">
          methodology
        </PageLink>{" "}
        page.
      </p>
    </Section>
  );
}
