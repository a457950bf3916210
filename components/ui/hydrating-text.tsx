"use client";

import { type ComponentProps, useEffect, useRef, useState, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * A textarea that keeps what is typed into it before script runs: when React takes over a textarea that the server
 * filled, it writes the server's text into it once more.
 */
export function HydratingText(props: ComponentProps<"textarea"> & { id: string }) {
  const control = useRef<HTMLTextAreaElement>(null);
  const hydrating = useSyncExternalStore(
    never,
    () => false,
    () => typeof document !== "undefined",
  );
  const [early] = useState(() => {
    if (!hydrating) return null;
    const drawn = document.getElementById(props.id);
    return drawn instanceof HTMLTextAreaElement && drawn.value !== drawn.defaultValue ? drawn.value : null;
  });
  useEffect(() => {
    if (early === null || !control.current || control.current.value === early) return;
    control.current.value = early;
    control.current.dispatchEvent(new Event("input", { bubbles: true }));
  }, [early]);
  return <textarea {...props} ref={control} />;
}
