import type { Role } from "../../lib/domain/actor.ts";
import type { MihonSection } from "./mihon/shape.ts";
import type { SectionName } from "./plan.ts";

/** The password of every demo account. Production refuses to start while one of them still has it. */
export const DEMO_PASSWORD = "hoshin-demo-password";

export const DEMO_ADMINISTRATOR = { email: "admin@hoshin.example", name: "管理 一郎" } as const;

export interface DemoAccount<Section extends string> {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
  /** Null: for the whole organisation. */
  readonly section: Section | null;
  readonly postTitle: string;
}

/** The demo's people at Higashisumiyoshi Ward. The names are made up. */
export const DEMO_ACCOUNTS: readonly DemoAccount<SectionName>[] = [
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

/** Those of the sample ward; two write for one section, so that writing at the same time can be tried. */
export const MIHON_ACCOUNTS: readonly DemoAccount<MihonSection>[] = [
  {
    email: "staff@mihon.example",
    name: "担当 一葉",
    role: "STAFF",
    section: "保健福祉課",
    postTitle: "保健福祉課 担当係長",
  },
  {
    email: "staff2@mihon.example",
    name: "担当 二葉",
    role: "STAFF",
    section: "保健福祉課",
    postTitle: "保健福祉課 係員",
  },
  {
    email: "manager@mihon.example",
    name: "課長 五月",
    role: "MANAGER",
    section: "保健福祉課",
    postTitle: "保健福祉課長",
  },
  {
    email: "manager2@mihon.example",
    name: "課長 六花",
    role: "MANAGER",
    section: "市民協働課",
    postTitle: "市民協働課長",
  },
  { email: "head@mihon.example", name: "区長 七海", role: "MANAGER", section: null, postTitle: "区長" },
  {
    email: "coordinator@mihon.example",
    name: "調整 八重",
    role: "COORDINATOR",
    section: "総務課",
    postTitle: "総務課 企画調整グループ 担当係長",
  },
];

/** Everyone who can sign in with the demo's password. */
export const DEMO_PEOPLE: readonly { readonly email: string; readonly name: string; readonly postTitle: string }[] = [
  ...DEMO_ACCOUNTS,
  ...MIHON_ACCOUNTS,
  { ...DEMO_ADMINISTRATOR, postTitle: "管理者" },
];
