import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";
import { packageCommand, runCommand } from "./command.ts";
import { say, step, Trouble } from "./say.ts";

// The shell has no windows to draw, so the same tests take less of a small machine.
const installed = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

/** A Chromium of this computer: CHROMIUM_PATH, the system's, or Playwright's own; undefined when there is none. */
export function findChromium(): string | undefined {
  return [process.env.CHROMIUM_PATH, ...installed, chromium.executablePath()].find((file) => file && existsSync(file));
}

/** Makes sure of a browser and of Japanese fonts, installing what is missing where that is allowed. */
export async function requireBrowser(signal: AbortSignal): Promise<string> {
  const isRoot = process.getuid?.() === 0;
  const mayInstall = isRoot && Boolean(process.env.CI || process.env.HOSHIN_INSTALL === "1");
  if (mayInstall && !(findChromium() && hasJapaneseFonts())) await installFromDebian(signal);
  if (!findChromium()) await download(signal);
  // A bare container on a closed network; a person's own computer is seldom used as root.
  if (!findChromium() && isRoot && process.env.HOSHIN_INSTALL !== "0") await installFromDebian(signal);
  if (!hasJapaneseFonts()) {
    say(
      "  日本語フォントがありません(fonts-noto-cjk) · There is no Japanese font (fonts-noto-cjk): pictures show boxes",
    );
  }
  const found = findChromium();
  if (found) return found;
  throw new Trouble(
    "ブラウザーがありません。sudo apt-get install chromium fonts-noto-cjk を実行するか、CHROMIUM_PATH を指定してください。",
    "There is no browser: run sudo apt-get install chromium fonts-noto-cjk, or set CHROMIUM_PATH.",
  );
}

function hasJapaneseFonts(): boolean {
  if (process.platform !== "linux") return true;
  return (spawnSync("fc-list", [":lang=ja", "family"], { encoding: "utf8" }).stdout ?? "").trim() !== "";
}

async function installFromDebian(signal: AbortSignal): Promise<void> {
  if (!existsSync("/usr/bin/apt-get")) return;
  await step("ブラウザーとフォントを入れます(apt-get)", "Installing a browser and fonts (apt-get)", async () => {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await runCommand(["apt-get", "update"], { env, signal, timeout: 120_000 });
    const packages = ["chromium-headless-shell", "fonts-noto-cjk", "fontconfig"];
    const install = ["apt-get", "install", "-y", "--no-install-recommends", ...packages];
    const { code, output } = await runCommand(install, { env, signal, timeout: 300_000 });
    if (code !== 0) say(output.trimEnd().split("\n").slice(-5).join("\n"));
  });
}

async function download(signal: AbortSignal): Promise<void> {
  await step("ブラウザーを入れます(Playwright)", "Installing a browser (Playwright)", async () => {
    const env = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
    const command = packageCommand("@playwright/test/cli.js", "install", "chromium", "--no-shell");
    const { code } = await runCommand(command, { env, signal, timeout: 300_000 });
    if (code !== 0) say("  ダウンロードできませんでした · It could not be downloaded");
  });
}
