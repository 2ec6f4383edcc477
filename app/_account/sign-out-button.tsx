"use client";

import { useState } from "react";
import { signOut } from "./session-requests.ts";

export function SignOutButton({ className }: { className: string }) {
  const [hasFailed, setFailed] = useState(false);
  const leave = () =>
    signOut().then(
      () => window.location.assign("/"),
      () => setFailed(true),
    );
  return (
    <button type="button" className={className} onClick={leave}>
      {hasFailed ? "Not signed out: try again" : "Sign out"}
    </button>
  );
}
