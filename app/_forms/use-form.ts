"use client";

import { type SubmitEvent, useEffect, useRef, useState } from "react";
import { useSubmission } from "./use-submission.ts";

/** New values for some fields; as a function of the current ones where they come later than the press of a button. */
export type Changes<Values> = Partial<Values> | ((current: Values) => Partial<Values>);

type NameOf<Values, Type> = { [Name in keyof Values]: Values[Name] extends Type ? Name : never }[keyof Values];
type Typed = { readonly target: { readonly value: string } };
type Ticked = { readonly target: { readonly checked: boolean } };

/**
 * What a form holds while it is filled in. What somebody typed stays after any failure, the first field with an error
 * gets the focus, and nothing is sent a second time while it is being sent.
 */
export function useForm<Values extends object>(initial: Values | (() => Values)) {
  const [values, setValues] = useState(initial);
  const [isDone, setDone] = useState(false);
  const ref = useRef<HTMLFormElement>(null);
  const isSending = useRef(false);
  const { submit, isPending, failure } = useSubmission();

  useEffect(() => {
    if (failure) ref.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failure]);

  function change(changes: Changes<Values>) {
    setDone(false);
    setValues((current) => ({ ...current, ...(typeof changes === "function" ? changes(current) : changes) }));
  }

  /** Sends the values; false if that failed, which the form then shows. */
  async function send(work: (values: Values) => Promise<unknown>): Promise<boolean> {
    if (isSending.current) return false;
    isSending.current = true;
    setDone(false);
    const isSent = await submit(() => work(values));
    isSending.current = false;
    setDone(isSent);
    return isSent;
  }

  /** What a form does when it is submitted; `pressed` is the value of the button that did it. */
  const onSubmit = (work: (values: Values, pressed: string) => Promise<unknown>) => (event: SubmitEvent) => {
    event.preventDefault();
    const { submitter } = event.nativeEvent;
    return send((current) => work(current, submitter instanceof HTMLButtonElement ? submitter.value : ""));
  };

  /** For a control that holds text: its value, and what happens when it is typed into. */
  const text = <Name extends NameOf<Values, string>>(name: Name) => ({
    value: values[name] as string,
    onChange: ({ target }: Typed) => change({ [name]: target.value } as unknown as Partial<Values>),
  });

  /** For a checkbox: whether it is ticked, and what happens when it is pressed. */
  const tick = <Name extends NameOf<Values, boolean>>(name: Name) => ({
    checked: values[name] as boolean,
    onChange: ({ target }: Ticked) => change({ [name]: target.checked } as unknown as Partial<Values>),
  });

  return { ref, values, change, send, onSubmit, text, tick, isPending, isDone, failure, errors: failure?.fields ?? {} };
}
