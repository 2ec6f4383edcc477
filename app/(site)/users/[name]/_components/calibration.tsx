import type { AddressQuery } from "#app/_address/address-params.ts";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { Section } from "#app/_components/section.tsx";
import { CalibrationChoice } from "#app/_scores/calibration-choice.tsx";
import { CalibrationFigure } from "#app/_scores/calibration-figure.tsx";
import { calibrationParams } from "#app/_scores/calibration-params.ts";
import { CellsNote } from "#app/_scores/cells-note.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";

interface Props {
  readonly name: string;
  readonly search: AddressQuery;
}

/** How often things came true that this person called so likely, and beside it the crowd's. */
export const Calibration = part(async ({ name, search }: Props) => {
  const asked = calibrationParams(search);
  const caller = await api();
  const [own, crowd] = await Promise.all([
    orNotFound(caller.calibration.read({ name, ...asked.which })),
    orNotFound(caller.calibration.read(asked.which)),
  ]);
  return (
    <Section
      title="Calibration"
      id="calibration"
      aside={
        <PageLink href="/calibration" className="link">
          The crowd’s
        </PageLink>
      }
    >
      <CalibrationChoice asked={asked} horizons={own.horizons} />
      <div className="grid gap-x-14 gap-y-10 lg:grid-cols-2">
        <CalibrationFigure calibration={own} title={`${name}: how often it came true`} shape={asked.shape} />
        {own.weight > 0 && crowd.weight > 0 ? (
          <CalibrationFigure calibration={crowd} title="The crowd, for comparison" shape={asked.shape} />
        ) : null}
      </div>
      <CellsNote />
    </Section>
  );
});
