import type { Role } from "../../lib/domain/actor.ts";
import type { SectionName } from "./plan.ts";

/** The password of every demo account. Production refuses to start while one of them still has it. */
export const DEMO_PASSWORD = "hoshin-demo-password";

export const DEMO_ADMINISTRATOR = { email: "admin@hoshin.example", name: "管理 一郎" } as const;

/** The demo's people. The names are made up. */
export const DEMO_ACCOUNTS: readonly {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  readonly section: SectionName | null;
  readonly postTitle: string;
}[] = [
  {
    email: "staff@higashisumiyoshi.example",
    name: "担当 花子",
    role: "STAFF",
    section: "保健福祉課",
    postTitle: "保健福祉課 担当係長",
  },
  {
    email: "manager@higashisumiyoshi.example",
    name: "承認 太郎",
    role: "MANAGER",
    section: "保健福祉課",
    postTitle: "保健福祉課長",
  },
  { email: "head@higashisumiyoshi.example", name: "区長 四郎", role: "MANAGER", section: null, postTitle: "区長" },
  {
    email: "coordinator@higashisumiyoshi.example",
    name: "調整 三子",
    role: "COORDINATOR",
    section: "総務課",
    postTitle: "総務課 総合調整グループ 担当係長",
  },
];
