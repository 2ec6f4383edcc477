import { Button } from "#app/_components/button.tsx";
import { part } from "#app/_components/part.tsx";
import { Select } from "#app/_components/select.tsx";
import { api } from "#app/_trpc/server.ts";
import type { CalibrationParams } from "./calibration-params.ts";
import type { CalibrationView } from "./score-view.ts";

interface Props {
  readonly asked: CalibrationParams;
  readonly horizons: CalibrationView["horizons"];
}

/** Which part of the forecasts: of which questions, and how long before the answer. A plain form whose answer is an address. */
export const CalibrationChoice = part(async ({ asked, horizons }: Props) => {
  const { topics, seasons } = await (await api()).board.list();
  const look = "w-full sm:w-auto sm:max-w-64";
  return (
    <form action="#calibration" className="mb-6 grid gap-3 sm:flex sm:flex-wrap">
      <Select name="of" aria-label="Questions" defaultValue={asked.of} className={look}>
        <option value="">Every question</option>
        <optgroup label="Topics">
          {topics.map(({ slug, title }) => (
            <option key={slug} value={`topic:${slug}`}>
              {title}
            </option>
          ))}
        </optgroup>
        <optgroup label="Closed in">
          {seasons.map(({ slug, label }) => (
            <option key={slug} value={`season:${slug}`}>
              {label}
            </option>
          ))}
        </optgroup>
      </Select>
      <Select
        name="horizon"
        aria-label="How long before the answer"
        defaultValue={asked.which.horizon ?? ""}
        className={look}
      >
        <option value="">Any time before the answer</option>
        {horizons.map(({ label }, index) => (
          <option key={label} value={index}>
            {label} before
          </option>
        ))}
      </Select>
      <Select name="as" aria-label="Shown as" defaultValue={asked.shape} className={look}>
        <option value="auto">Curve or tenths, as the evidence allows</option>
        <option value="curve">Fitted curve</option>
        <option value="bins">Tenths</option>
      </Select>
      <Button type="submit" tone="secondary">
        Show
      </Button>
    </form>
  );
});
