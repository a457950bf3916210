import { Trouble } from "./say.ts";

/** What the environment says under that name; refuses to go on where it says nothing. */
export function requiredSetting(name: string, example: string): string {
  const value = process.env[name];
  if (value) return value;
  throw new Trouble(`環境変数 ${name} がありません。例: ${example}`, `${name} is not set. Example: ${example}`);
}

/** The address that readers open, which pages, feeds and mails name. Refuses what is no http(s) address. */
export function requiredAddress(): string {
  const address = requiredSetting("NEXTAUTH_URL", "https://hoshin.example.lg.jp");
  if (/^https?:$/.test(URL.canParse(address) ? new URL(address).protocol : "")) return address;
  throw new Trouble(
    `NEXTAUTH_URL=${address} は URL ではありません。`,
    `NEXTAUTH_URL=${address} is not an http(s) address.`,
  );
}

export const databaseSetting = (): string =>
  requiredSetting("DATABASE_URL", "postgresql://user:password@host:5432/hoshin");
