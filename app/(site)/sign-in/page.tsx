import type { Metadata } from "next";
import Link from "next/link";
import { type AddressQuery, addressParams } from "#app/_address/address-params.ts";
import { Notice } from "#app/_components/notice.tsx";
import { PageHeader } from "#app/_components/page-header.tsx";
import { SignInForm } from "./_components/sign-in-form.tsx";

export const metadata: Metadata = { title: "Sign in" };

interface Props {
  readonly searchParams: Promise<AddressQuery>;
}

export default async function SignInPage({ searchParams }: Props) {
  const params = addressParams(await searchParams);
  const [target, error] = [params.ownPath("next"), params.text("error")];
  return (
    <div className="mx-auto max-w-md">
      <PageHeader title="Sign in" lead="To forecast, and to keep a record of how your forecasts fared." />
      {error ? <Notice tone="error">Signing in did not work. Check the address and the password.</Notice> : null}
      <SignInForm next={target} />
      <p className="mt-8 text-sm text-soft">
        No account yet?{" "}
        <Link className="text-accent underline" href={`/sign-up?next=${encodeURIComponent(target)}`}>
          Make one
        </Link>
        . It takes a name, an e-mail address and a password.
      </p>
    </div>
  );
}
