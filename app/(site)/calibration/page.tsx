import type { Metadata } from "next";
import type { AddressQuery } from "#app/_address/address-params.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { CalibrationChoice } from "#app/_scores/calibration-choice.tsx";
import { CalibrationFigure } from "#app/_scores/calibration-figure.tsx";
import { calibrationParams } from "#app/_scores/calibration-params.ts";
import { CellsNote } from "#app/_scores/cells-note.tsx";
import { orNotFound } from "#app/_trpc/or-not-found.ts";
import { api } from "#app/_trpc/server.ts";

export const metadata: Metadata = {
  title: "The crowd’s calibration",
  description: "How often things came true that the crowd called so likely.",
};

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function CalibrationPage({ searchParams }: Props) {
  const asked = calibrationParams(await searchParams);
  const crowd = await orNotFound((await api()).calibration.read(asked.which));
  return (
    <section id="calibration">
      <PageHeader
        title="The crowd’s calibration"
        lead="How often things came true that the crowd called so likely. Each forecaster’s own is on their page."
      />
      <CalibrationChoice asked={asked} horizons={crowd.horizons} />
      <CalibrationFigure calibration={crowd} title="The crowd: how often it came true" shape={asked.shape} />
      <CellsNote />
    </section>
  );
}
