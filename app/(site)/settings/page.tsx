import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { api } from "#app/_trpc/server.ts";
import { PasswordForm } from "./_components/password-form.tsx";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await (await api()).user.viewer();
  if (!viewer) redirect("/sign-in?next=%2Fsettings");
  return (
    <div className="max-w-md">
      <PageHeader title="Settings" lead={`Signed in as ${viewer.name}, ${viewer.role}.`} />
      <Section title="Password">
        <PasswordForm />
      </Section>
    </div>
  );
}
