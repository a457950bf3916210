import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/browser.ts";

const executablePath = findChromium();

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  globalSetup: "./scripts/playwright-app.ts",
  outputDir: "test-results",
  // The journeys share one seeded database, so one runs after the other.
  workers: 1,
  fullyParallel: false,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    ...(process.env.E2E_BASE_URL && { baseURL: process.env.E2E_BASE_URL }),
    browserName: "chromium",
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    trace: "retain-on-first-failure",
    launchOptions: {
      ...(executablePath && { executablePath }),
      chromiumSandbox: false,
      args: ["--disable-dev-shm-usage", "--font-render-hinting=none"],
    },
  },
  projects: [{ name: "chromium" }, { name: "no-script", grep: /@no-script/, use: { javaScriptEnabled: false } }],
});
