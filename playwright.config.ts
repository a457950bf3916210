import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/browser.ts";
import { appApart, appOfWorker } from "./scripts/playwright-app.ts";

const executablePath = findChromium();
const app = appOfWorker();
const long = Boolean(process.env.HOSHIN_LONG);

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./scripts/playwright-app.ts",
  outputDir: "test-results",
  // Each worker has an app and a database of its own; the journeys of a file share them, so one runs after the other.
  // Journeys wait about a third of their time, so three keep two cores at work.
  workers: 3,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  // @long: what takes its time and stands beside a shorter journey of the same kind runs with the long tests.
  // @alone: one that measures seconds and so runs by itself at the end of the long tests (scripts/test-long.ts).
  // @no-script: a journey that is made with script and without; -long: without it in the long tests only;
  // -only: with it in the long tests only, since readers' pages need none.
  ...(long ? {} : { grepInvert: /@long/ }),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    ...(app && { baseURL: app.baseURL }),
    browserName: "chromium",
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    // Recording every step costs a quarter of the run; a journey that failed is run again with --trace on.
    trace: "off",
    launchOptions: {
      ...(executablePath && { executablePath }),
      chromiumSandbox: false,
      args: ["--disable-dev-shm-usage", "--font-render-hinting=none"],
    },
  },
  projects: [
    // Leaves the records in disorder, so it has an app that no journey uses.
    { name: "fuzz", testMatch: "fuzz.spec.ts", use: { baseURL: appApart()?.baseURL } },
    { name: "chromium", testIgnore: "fuzz.spec.ts", ...(long ? {} : { grepInvert: /@long|@no-script-only/ }) },
    { name: "no-script", grep: long ? /@no-script/ : /@no-script(?!-long)/, use: { javaScriptEnabled: false } },
  ],
});
