import type { Metadata } from "next";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { signedIn } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { BotList } from "./_components/bot-list.tsx";
import { PasswordForm } from "./_components/password-form.tsx";
import { SessionList } from "./_components/session-list.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await signedIn();
  const caller = await api();
  return (
    <div className="max-w-md">
      <PageHeader title="Settings" lead={`Signed in as ${viewer.name}, ${viewer.role}.`} />
      <Section title="Password">
        <PasswordForm />
      </Section>
      <Section
        title="Bots"
        lead="Accounts for programs of yours. A bot is marked wherever it appears, has boards of its own, and is not counted in the crowd. You answer for it: where it has forecast, you have."
      >
        <BotList {...(await caller.user.bots())} />
      </Section>
      <Section
        title="Where you are signed in"
        lead="Each lasts at most thirty days. The place is approximate; the last use is exact to ten minutes."
      >
        <SessionList sessions={await caller.user.sessions()} />
      </Section>
    </div>
  );
}
