"use client";

import type { KnownActor, Vocabulary } from "#app/_events/event-view.ts";
import { SourcesPart } from "#app/(site)/admin/events/_components/sources/sources-part.tsx";
import { ActorsPart } from "./actors-part.tsx";
import { BasicsPart } from "./basics-part.tsx";
import type { PartProps } from "./field-props.ts";
import { MorePart } from "./more-part.tsx";
import { PlacePart } from "./place-part.tsx";
import { WhenPart } from "./when-part.tsx";

interface EventFieldsProps extends PartProps {
  readonly known: readonly KnownActor[];
  readonly words: Vocabulary;
  /** Whether the server reads the pages of sources for whoever writes here. */
  readonly canReadPages: boolean;
  readonly topics?: readonly { readonly id: string; readonly title: string }[];
}

/** Everything that is stated of an event, in the order in which a writer has it at hand. */
export function EventFields({ known, words, topics, canReadPages, ...part }: EventFieldsProps) {
  return (
    <>
      <BasicsPart {...part} subtypes={words.subtypes} {...(topics ? { topics } : {})} />
      <WhenPart {...part} />
      <PlacePart {...part} places={words.places} />
      <ActorsPart {...part} known={known} />
      <SourcesPart {...part} canReadPages={canReadPages} />
      <MorePart {...part} words={words} />
    </>
  );
}
