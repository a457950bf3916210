import type { Gate } from "./gates.ts";
import { buildApp } from "./next-build.ts";

/** The production build, for the suites that run the built app. */
export const buildGate: Gate = {
  japanese: "組み立て",
  english: "build",
  run: async (signal) => {
    await buildApp(signal);
    return { passed: 1, failed: 0, output: "" };
  },
};
