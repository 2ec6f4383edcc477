"use client";

import { useId } from "react";
import { Field } from "#app/_components/field.tsx";
import { TextInput } from "#app/_components/text-input.tsx";

interface ZoneInputProps {
  readonly zone: string;
  readonly onChange: (zone: string) => void;
  readonly error: string | undefined;
}

/** Those that stories under watch need most; any other IANA name may be typed. */
const ZONES = [
  "UTC",
  "Asia/Muscat",
  "Asia/Tehran",
  "Asia/Jerusalem",
  "Asia/Riyadh",
  "Asia/Dubai",
  "Asia/Qatar",
  "Asia/Baghdad",
  "Europe/London",
  "Europe/Berlin",
  "Europe/Zurich",
  "Europe/Kyiv",
  "Europe/Moscow",
  "Africa/Cairo",
  "America/New_York",
  "Asia/Kolkata",
  "Asia/Shanghai",
  "Asia/Tokyo",
];

/** A time zone by its IANA name, with the likely ones offered. */
export function ZoneInput({ zone, onChange, error }: ZoneInputProps) {
  const list = useId();
  return (
    <Field label="Time zone" error={error}>
      {(control) => (
        <>
          <TextInput
            {...control}
            list={list}
            required
            value={zone}
            onChange={(event) => onChange(event.target.value.trim())}
          />
          <datalist id={list}>
            {ZONES.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
