import type { Metadata } from "next";
import { PageHeader } from "#app/_components/page-header.tsx";
import { Section } from "#app/_components/section.tsx";
import { forPermitted } from "#app/_trpc/for-permitted.ts";
import { api } from "#app/_trpc/server.ts";
import { CreditForm } from "./_components/credit-form.tsx";
import { InstanceForm } from "./_components/instance-form.tsx";

export const metadata: Metadata = { title: "Instance settings" };

export default async function InstanceSettingsPage() {
  await forPermitted("change_instance_settings");
  const caller = await api();
  const [settings, credits] = await Promise.all([caller.resolution.settings(), caller.ledger.settings()]);
  return (
    <div className="max-w-md">
      <PageHeader title="Settings" lead="How this instance decides. Each change is part of the audit record." />
      <InstanceForm settings={settings} />
      <Section title="Play money">
        <CreditForm settings={credits} />
      </Section>
    </div>
  );
}
