"use client";

import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button.tsx";
import { useScriptRuns } from "./script-runs.ts";

/**
 * Puts a text into a control of the same form, or picks the option of that value. A text that is there already stays and
 * gets the new one behind it. Without script there is no such button: what it would copy stands beside it to be read.
 */
export function CopyIn({
  name,
  value,
  done,
  children,
}: {
  name: string;
  value: string;
  /** Said when it is done. */
  done: string;
  children: ReactNode;
}) {
  const scriptRuns = useScriptRuns();
  const [copied, setCopied] = useState(false);
  if (!scriptRuns) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 print:hidden">
      <Button
        type="button"
        variant="secondary"
        size="small"
        onClick={(event) => {
          const control = event.currentTarget.form?.elements.namedItem(name);
          if (control) setCopied(fill(control, value));
        }}
      >
        {children}
      </Button>
      <span role="status" className="text-ink-muted text-sm">
        {copied ? done : null}
      </span>
    </div>
  );
}

function fill(control: Element | RadioNodeList, value: string): boolean {
  if (control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type !== "radio")) {
    control.value = control.value.trim() === "" ? value : `${control.value.replace(/\s+$/, "")}\n${value}`;
    tell(control);
    control.focus();
    return true;
  }
  const options = control instanceof RadioNodeList ? [...control] : [control];
  const option = options.find((one): one is HTMLInputElement => one instanceof HTMLInputElement && one.value === value);
  if (!option) return false;
  option.checked = true;
  tell(option);
  option.focus();
  return true;
}

/** Whoever listens to typing (counters, autosave) hears of it as if it had been typed. */
function tell(control: HTMLElement): void {
  control.dispatchEvent(new Event("input", { bubbles: true }));
}
