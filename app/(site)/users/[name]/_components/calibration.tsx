import { Button } from "#app/_components/button.tsx";
import { Section } from "#app/_components/section.tsx";
import { Select } from "#app/_components/select.tsx";
import { CalibrationFigure } from "#app/_scores/calibration-figure.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";

interface Props {
  readonly name: string;
  readonly search: Record<string, string | string[] | undefined>;
}

/** How often things came true that this person called so likely, and beside it the crowd's. */
export async function Calibration({ name, search }: Props) {
  const topic = typeof search.topic === "string" && search.topic !== "" ? search.topic : undefined;
  const horizon =
    typeof search.horizon === "string" && /^[0-3]$/.test(search.horizon) ? Number(search.horizon) : undefined;
  const which = { ...(topic ? { topic } : {}), ...(horizon === undefined ? {} : { horizon }) };
  const caller = await api();
  const [own, crowd, { topics }] = await Promise.all([
    orNotFound(caller.calibration.read({ name, ...which })),
    orNotFound(caller.calibration.read(which)),
    caller.board.list(),
  ]);
  return (
    <Section title="Calibration" id="calibration">
      <form action="#calibration" className="mb-6 grid gap-3 sm:flex sm:flex-wrap">
        <Select name="topic" aria-label="Topic" defaultValue={topic ?? ""} className="max-w-full sm:w-auto">
          <option value="">Every topic</option>
          {topics.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Select>
        <Select
          name="horizon"
          aria-label="How long before the answer"
          defaultValue={horizon ?? ""}
          className="sm:w-auto"
        >
          <option value="">Any time before the answer</option>
          {own.horizons.map(({ label }, index) => (
            <option key={label} value={index}>
              {label} before
            </option>
          ))}
        </Select>
        <Button type="submit" tone="secondary">
          Show
        </Button>
      </form>
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
        <CalibrationFigure calibration={own} title={`${name}: how often it came true`} />
        {own.weight > 0 && crowd.weight > 0 ? (
          <CalibrationFigure calibration={crowd} title="The crowd, for comparison" />
        ) : null}
      </div>
    </Section>
  );
}
