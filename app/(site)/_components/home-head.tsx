import { ButtonLink } from "#app/_components/button.tsx";
import { PageLink } from "#app/_components/page-link.tsx";
import { part } from "#app/_components/part.tsx";
import { api } from "#app/_trpc/server.ts";

/** To somebody new: what this is, in two sentences. Whoever is signed in comes straight to what moves. */
export const HomeHead = part(async () => {
  const viewer = await (await api()).user.viewer();
  if (viewer) return <h1 className="sr-only">What moves now</h1>;
  return (
    <header className="mb-10 max-w-column space-y-4">
      <h1 className="font-serif text-xl leading-tight font-semibold tracking-[-0.01em] sm:text-2xl">
        Probabilities on what happens next, decided by a record anyone can check
      </h1>
      <p className="max-w-measure text-soft">
        People put probabilities on questions about the world. A written rule over a log of sourced events decides each
        answer, and proper scores say who was right.
      </p>
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <ButtonLink href="/sign-up">Make an account</ButtonLink>
        <PageLink href="/questions" className="link text-sm">
          Read the questions first
        </PageLink>
      </p>
    </header>
  );
});
