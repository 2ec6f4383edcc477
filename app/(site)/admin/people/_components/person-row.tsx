"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { Select } from "#app/_components/select.tsx";
import { FailureNotice } from "#app/_forms/failure-notice.tsx";
import { useSubmission } from "#app/_forms/use-submission.ts";
import { trpc } from "#app/_trpc/client.ts";
import { ROLES, type Role } from "#core/actor.ts";
import { GrantForm } from "./grant-form.tsx";

interface Props {
  readonly person: { id: string; name: string; email: string | null; role: Role; isBot: boolean; isSimulated: boolean };
}

export function PersonRow({ person }: Props) {
  const router = useRouter();
  const { submit, isPending, failure } = useSubmission();
  const kind = [person.isBot ? "bot" : null, person.isSimulated ? "simulated" : null].filter(Boolean).join(", ");

  async function change(role: Role) {
    await submit(() => trpc.user.setRole.mutate({ userId: person.id, role }));
    router.refresh();
  }

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3">
      <div className="min-w-0">
        <Link href={`/users/${encodeURIComponent(person.name)}`} className="font-medium hover:text-accent">
          {person.name}
        </Link>
        {kind ? <span className="text-sm text-soft"> ({kind})</span> : null}
        <p className="truncate text-sm text-soft">{person.email ?? "No account: imported"}</p>
        <FailureNotice failure={failure} isLine />
      </div>
      {person.email ? (
        <Select
          aria-label={`Role of ${person.name}`}
          className="w-40"
          value={person.role}
          disabled={isPending}
          onChange={(event) => change(event.target.value as Role)}
        >
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
        </Select>
      ) : null}
      {person.email ? (
        <div className="basis-full">
          <GrantForm userId={person.id} name={person.name} />
        </div>
      ) : null}
    </li>
  );
}
