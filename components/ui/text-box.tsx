"use client";

import { type ComponentProps, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { classes } from "./native.ts";

const never = () => () => {};

/**
 * A textarea that prints whole, over as many pages as its text needs, and that keeps what is typed into it before
 * script runs: when React takes over a textarea that the server filled, it writes the server's text into it once more.
 */
export function TextBox({ className, ...rest }: ComponentProps<"textarea"> & { id: string }) {
  const control = useRef<HTMLTextAreaElement>(null);
  const paper = useRef<HTMLParagraphElement>(null);
  const hydrating = useSyncExternalStore(
    never,
    () => false,
    () => typeof document !== "undefined",
  );
  const [early] = useState(() => {
    if (!hydrating) return null;
    const drawn = document.getElementById(rest.id);
    return drawn instanceof HTMLTextAreaElement && drawn.value !== drawn.defaultValue ? drawn.value : null;
  });
  useEffect(() => {
    const box = control.current;
    if (!box) return;
    const print = () => {
      if (paper.current) paper.current.textContent = box.value;
    };
    box.addEventListener("input", print);
    if (early !== null && box.value !== early) {
      box.value = early;
      box.dispatchEvent(new Event("input", { bubbles: true }));
    }
    print();
    return () => box.removeEventListener("input", print);
  }, [early]);
  return (
    <>
      <textarea {...rest} ref={control} className={classes(className, "print:hidden")} />
      <p
        ref={paper}
        aria-hidden="true"
        className="hidden min-h-24 whitespace-pre-wrap border border-control px-4 py-2.5 print:block"
      >
        {rest.defaultValue}
      </p>
    </>
  );
}
