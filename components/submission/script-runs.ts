import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Whether script runs here: false in what the server sends, so that what only script can do is not offered without it. */
export function useScriptRuns(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
