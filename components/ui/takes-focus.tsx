"use client";

import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";

const never = () => () => {};

/**
 * Takes the focus when it appears in answer to a press: the button that was pressed went with the page it stood on, and
 * whoever has no mouse would begin again at the top of the next. A page that is loaded whole keeps its own beginning.
 */
export function TakesFocus({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const loading = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  const loaded = useRef(loading);
  useEffect(() => {
    if (!loaded.current) box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1}>
      {children}
    </div>
  );
}
