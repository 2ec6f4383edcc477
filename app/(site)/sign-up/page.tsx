import type { Metadata } from "next";
import Link from "next/link";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { PageHeader } from "#app/_components/page-header.tsx";
import { SignUpForm } from "./_components/sign-up-form.tsx";

export const metadata: Metadata = { title: "Make an account" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function SignUpPage({ searchParams }: Props) {
  const target = addressParams(await searchParams).ownPath("next");
  return (
    <div className="mx-auto max-w-md">
      <PageHeader
        title="Make an account"
        lead="Your name is shown beside your forecasts. Only admins see your e-mail address."
      />
      <SignUpForm next={target} />
      <p className="mt-8 text-sm text-soft">
        Have one already?{" "}
        <Link className="text-accent underline" href={`/sign-in?next=${encodeURIComponent(target)}`}>
          Sign in
        </Link>
        .
      </p>
    </div>
  );
}
