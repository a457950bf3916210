/** The words that the large city's texts are made from. The city, its wards and everything they say are made up. */

/** Twenty-four wards of the made-up city, named after plants: in Japanese, in English and in addresses. */
export const WARDS = [
  ...(["さくら Sakura", "けやき Keyaki", "いちょう Icho", "かえで Kaede", "つばき Tsubaki", "もみじ Momiji"] as const),
  ...(["すみれ Sumire", "あおい Aoi", "ふじ Fuji", "うめ Ume", "もも Momo", "くすのき Kusunoki"] as const),
  ...([
    "やなぎ Yanagi",
    "あやめ Ayame",
    "はぎ Hagi",
    "ききょう Kikyo",
    "なでしこ Nadeshiko",
    "たちばな Tachibana",
  ] as const),
  ...(["まつ Matsu", "すぎ Sugi", "ひのき Hinoki", "くり Kuri", "れんげ Renge", "つつじ Tsutsuji"] as const),
].map((names) => {
  const [ja = "", en = ""] = names.split(" ");
  return { slug: `large-${en.toLowerCase()}`, nameJa: `${ja}区`, nameEn: `${en} Ward` };
});

/** What a ward's issue is about. */
export interface Field {
  readonly theme: string;
  readonly goals: readonly string[];
  readonly name: string;
  /** Whom or what it is for. */
  readonly subjects: readonly string[];
  /** What is done. */
  readonly doings: readonly string[];
  /** Where. */
  readonly places: readonly string[];
  readonly indicator: string;
}

export const FIELDS: readonly Field[] = [
  {
    ...{ theme: "disaster", goals: ["11", "13"], name: "災害に強いまち", indicator: "防災訓練に参加した人数" },
    subjects: ["自主防災組織", "避難所", "要配慮者", "町会・自治会", "マンション住民", "消防団"],
    doings: [
      "防災訓練",
      "備蓄の点検",
      "避難経路の確認",
      "火災予防の呼びかけ",
      "地域防災計画の見直し",
      "防災リーダーの育成",
    ],
    places: ["小学校の体育館", "公園", "河川敷", "地域集会所"],
  },
  {
    ...{ theme: "safety", goals: ["16"], name: "安全に暮らせるまち", indicator: "街頭犯罪の件数の減少" },
    subjects: ["通学路", "高齢の歩行者", "自転車利用者", "商店街", "見守り隊", "駐輪場"],
    doings: [
      "防犯カメラの設置",
      "交通安全教室",
      "夜間パトロール",
      "特殊詐欺を防ぐ講座",
      "放置自転車の対策",
      "街路灯の点検",
    ],
    places: ["駅前", "交差点", "学校の周辺", "駐車場"],
  },
  {
    ...{ theme: "children", goals: ["4", "5"], name: "子どもがのびのび育つまち", indicator: "子育て相談の利用件数" },
    subjects: ["乳幼児", "小学生", "中学生", "ひとり親家庭", "子育て中の保護者", "不登校の児童生徒"],
    doings: ["学習支援", "絵本の読み聞かせ", "子育て相談", "こども食堂への支援", "発達の相談", "プログラミング体験"],
    places: ["子育てプラザ", "図書館", "放課後の教室", "保育園"],
  },
  {
    ...{ theme: "welfare", goals: ["3", "10"], name: "支え合いの福祉のまち", indicator: "見守りを受ける世帯の数" },
    subjects: [
      "ひとり暮らしの高齢者",
      "障がいのある人",
      "生活に困っている人",
      "介護をする家族",
      "民生委員",
      "認知症の人",
    ],
    doings: ["見守り訪問", "福祉の相談", "居場所づくり", "就労への支援", "認知症サポーターの養成", "手話の講習"],
    places: ["地域包括支援センター", "老人福祉センター", "在宅サービスセンター", "公営住宅"],
  },
  {
    ...{ theme: "health", goals: ["3"], name: "健やかに暮らせるまち", indicator: "がん検診の受診者数" },
    subjects: ["働き盛りの世代", "妊産婦", "高齢者", "国民健康保険の加入者", "食生活改善推進員", "運動習慣のない人"],
    doings: ["がん検診の受診勧奨", "百歳体操", "健康相談", "禁煙への支援", "栄養教室", "ウオーキング講座"],
    places: ["保健福祉センター", "公園", "薬局", "スポーツセンター"],
  },
  {
    ...{ theme: "environment", goals: ["12", "13"], name: "みどり豊かで美しいまち", indicator: "清掃に参加した人数" },
    subjects: ["緑化ボランティア", "小学校", "事業者", "花壇", "資源ごみ", "河川"],
    doings: ["一斉清掃", "花づくり", "食品ロスの削減", "打ち水", "リサイクルの啓発", "省エネルギーの学習"],
    places: ["駅前広場", "区役所", "公園", "商店街"],
  },
  {
    ...{ theme: "town", goals: ["9", "11"], name: "魅力あるまち", indicator: "空家の相談件数" },
    subjects: ["空家", "未利用地", "歩道", "密集市街地", "駅周辺", "公園"],
    doings: [
      "空家の利活用",
      "道路の安全点検",
      "まちづくりの話合い",
      "バリアフリーの推進",
      "ベンチの設置",
      "案内表示の改善",
    ],
    places: ["駅周辺", "住宅地", "幹線道路", "旧街道"],
  },
  {
    ...{ theme: "community", goals: ["11", "17"], name: "つながりのあるまち", indicator: "地域活動に参加した人数" },
    subjects: ["地域活動協議会", "町会・自治会", "新しく転入した人", "企業", "大学生", "NPO"],
    doings: ["担い手づくり", "活動の広報", "交流の催し", "補助金の活用の相談", "ＳＮＳでの発信", "会計の支援"],
    places: ["地域集会所", "コミュニティ会館", "オンライン", "商店街"],
  },
  {
    ...{
      theme: "diversity",
      goals: ["5", "10"],
      name: "一人ひとりが尊重されるまち",
      indicator: "日本語教室の参加者数",
    },
    subjects: [
      "外国につながる住民",
      "若い世代",
      "企業の人事担当",
      "日本語教室",
      "多様な性の当事者",
      "通訳ボランティア",
    ],
    doings: [
      "多文化共生の交流会",
      "人権講座",
      "やさしい日本語の研修",
      "日本語の学習支援",
      "相談窓口の多言語化",
      "啓発パネルの展示",
    ],
    places: ["区民センター", "図書館", "区役所の窓口", "学校"],
  },
  {
    ...{ theme: "economy", goals: ["8", "9"], name: "にぎわいのあるまち", indicator: "催しの来場者数" },
    subjects: ["商店街", "ものづくり企業", "創業をめざす人", "観光の案内人", "若手の経営者", "地元の名産"],
    doings: ["スタンプラリー", "創業の相談", "工場見学", "名産品の発信", "夜市", "企業と学校の交流"],
    places: ["商店街", "駅前広場", "工業団地", "川沿い"],
  },
  {
    ...{ theme: "administration", goals: ["16", "17"], name: "信頼される区役所", indicator: "窓口サービスの満足度" },
    subjects: ["窓口", "職員", "区民の意見", "手続のオンライン化", "広報紙", "内部の事務"],
    doings: [
      "待ち時間の短縮",
      "接遇の研修",
      "区政会議の運営",
      "オンライン申請の拡大",
      "ホームページの改善",
      "コンプライアンスの徹底",
    ],
    places: ["区役所", "サービスカウンター", "オンライン", "出張窓口"],
  },
];

export const CAUSES = [
  "担い手の高齢化が進み、参加する人が固定しているため。",
  "必要な人に情報が届いておらず、事業の認知度が低いため。",
  "平日の昼間の開催が中心で、働いている世代が参加しにくいため。",
  "関係する団体どうしの連携が十分でなく、役割が重なっているため。",
  "相談に来ること自体をためらう人が多く、早い段階で支援につながらないため。",
];

export const OUTCOMES = [
  "参加した人の多くから「役に立った」との回答を得た。",
  "新たに参加する団体が加わり、活動の幅が広がった。",
  "天候不良により一部を中止したが、内容を改めて年度内に実施した。",
  "周知の方法を広報紙からＳＮＳへ広げ、若い世代の参加が増えた。",
  "関係機関との定例の会議を設け、情報の共有が進んだ。",
];

export const REMEDIES = [
  "開催の時期と場所を見直し、参加しやすくする。",
  "関係団体と協力して周知を強め、参加者を増やす。",
  "対象を絞り、効果の高い内容に組み替える。",
  "アンケートの結果を分析し、次年度の内容に反映する。",
];
