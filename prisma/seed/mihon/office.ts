import { fewer, type IssueText, inWords, keep, more, morePercent } from "./shape.ts";

export const office: IssueText = {
  code: "5",
  title: "便利で信頼される区役所",
  section: "窓口サービス課",
  description: "来なくてもすむ、来たら早く終わる、わかりやすい区役所にします。",
  futureState: "手続きの多くが家ですみ、窓口では一人ひとりの相談に十分な時間をかけられる。",
  currentSituation:
    "・3月と4月の届出の窓口では、待ち時間が平均48分となる。\n・オンラインでできる手続きの利用率は31%である。\n・区の広報紙を「毎月読む」人は44.9%である。",
  causeAnalysis:
    "・転入の手続きでは、平均で4か所の窓口を回り、同じことを5回書いている。\n・広報紙は情報の量が多く、必要な記事を見つけにくい。",
  challenge: "・書くことと待つことを減らすこと。\n・伝える内容をしぼり、届く方法を選ぶこと。",
  yearEnd: {
    summary:
      "書かない窓口の対象を広げ、待ち時間は大きく短くなった。広報紙は紙面の見直しにより評価が上がった一方、SNSの登録は伸びていない。",
    challenge: "繁忙期の待ち時間は、なお30分を超える日がある。",
    futureDirection: "来庁の予約を3月と4月に試行する。SNSは、届ける相手ごとに内容を分ける。",
  },
  strategies: [
    {
      code: "5-1",
      title: "待たない、書かない窓口",
      description: "手続きのやり方を見直し、来た人の時間を大切にします。",
      targetState: "繁忙期でも待ち時間が20分以内で、氏名と住所を二度書くことがない。",
      indicators: [
        fewer("3月と4月の届出の平均待ち時間", "分", 48, 30, 27, 20),
        morePercent("窓口の対応に満足した人の割合", "%", 86.4, 90, 91.5, 92),
      ],
      midYear: { progressStatus: "a" },
      yearEnd: {
        outcomeStatus: "A",
        effectiveness: "1",
        futureDirection: "来庁の予約を試行し、繁忙期の集中をやわらげる。",
      },
      initiatives: [
        {
          code: "5-1-1",
          title: "待ち時間の短縮",
          description: "混雑の見通しを知らせ、受付の順番を携帯電話で確かめられるようにします。",
          actions: "・混雑の見通しを区のページに毎日載せる。\n・順番が近づくと、電子メールで知らせる。",
          indicators: [
            fewer("待ち時間が60分を超えた日", "日", 19, 5, 2, 0),
            fewer("受付の案内の誤り", "件", 6, 0, 1, 0),
          ],
          withdrawal: "60分を超えた日が25日を上回った場合は、受付の方法を再構築する。",
          prior: "60分を超えた日は19日であった。",
          money: [3600, 3700, 3688, 5200, 5117, 4800],
          midYear: {
            progress: "順番の通知を6月に始めた。9月末までに60分を超えた日はない(前年の同じ時期は8日)。",
            outlook: "1",
            implementation: "i",
            effectiveness: "1",
          },
          yearEnd: {
            results: "60分を超えた日は2日であった。通知の利用者は延べ21,600人。受付の案内の誤りが1件あった。",
            achievement: "2",
            implementation: "i",
            challengeAndImprovement:
              "4月の応援の職員への引継ぎが足りず、案内を1件誤った。来年度は、応援に入る前日に30分の研修を行う。",
          },
        },
        {
          code: "5-1-2",
          title: "書かない窓口",
          description: "職員が聞き取って申請書を作り、来た人は確かめて署名するだけにします。",
          actions: "・対象の手続きを12から30に増やす。\n・転入の手続きを一つの窓口で受け付ける。",
          indicators: [
            more("対象の手続き", "手続", 12, 30, 31, 45),
            morePercent("「手続きが簡単だった」と答えた人の割合", "%", null, 85, 88.9, 90),
          ],
          withdrawal: "対象の手続きが20を下回った場合は、進め方を再構築する。",
          prior: "12の手続きで試行した。",
          money: [null, 4400, 4213, 11800, 11466, 8200],
          midYear: {
            progress: "対象を24の手続きに増やした。転入の手続きの所要時間は、平均68分から39分となった。",
            outlook: "1",
            implementation: "i",
            effectiveness: "1",
          },
          yearEnd: {
            results: "31の手続きを対象とし、延べ18,400件を受け付けた。転入の手続きの所要時間は平均35分となった。",
            achievement: "1",
            implementation: "i",
          },
        },
      ],
    },
    {
      code: "5-2",
      title: "伝わる情報発信",
      section: "総務課",
      description: "必要な人に必要なときに届くように、伝え方を見直します。",
      targetState: "区からのお知らせが「わかりやすい」と感じる人が7割を超える。",
      indicators: [morePercent("区の情報が「わかりやすい」と感じる区民の割合", "%", 58.8, 62, 63.4, 66)],
      midYear: { progressStatus: "a" },
      yearEnd: {
        outcomeStatus: "A",
        effectiveness: "1",
        challenge: "10〜20歳代では、区の情報に「ふれたことがない」が半数を占める。",
        futureDirection: "若い世代には動画と学校を通じた発信に重点を移す。",
      },
      initiatives: [
        {
          code: "5-2-1",
          title: "広報紙「みほんだより」の見直し",
          description: "記事をしぼり、見出しだけで内容がわかる紙面にします。",
          actions: "・記事の数を3割減らし、文字を大きくする。\n・やさしい日本語の面を設ける。",
          indicators: [
            morePercent("「毎月読む」人の割合", "%", 44.9, 48, 48.7, 50),
            keep("発行の回数", "回", 12, 12, 12),
          ],
          withdrawal: "「毎月読む」人の割合が35%を下回った場合は、紙面を再構築する。",
          prior: "12回発行し、「毎月読む」人は44.9%であった。",
          money: [14200, 14500, 14388, 14500, 14102, 13900],
          midYear: {
            progress: "5月号から紙面を改めた。8月の読者の調査では、「読みやすくなった」が71%であった。",
            outlook: "1",
            implementation: "i",
            effectiveness: "1",
          },
          yearEnd: {
            results: "12回発行した。記事を32%減らし、やさしい日本語の面を毎月設けた。「毎月読む」人は48.7%となった。",
            achievement: "1",
            implementation: "i",
          },
        },
        {
          code: "5-2-2",
          title: "SNSによる発信",
          description: "防災、子育て、催しの情報を、必要とする人が選んで受け取れるようにします。",
          actions: "・受け取る分野を選べるようにする。\n・職員による短い動画を月2本配信する。",
          indicators: [
            more("登録者", "人", 6100, 9000, 7240, 8500),
            inWords("災害のときの発信の訓練", null, null, "年2回行い、10分以内に配信できる", "2回行い、8分で配信した"),
          ],
          withdrawal: "登録者が5,000人を下回った場合は、発信の手段を見直す。",
          prior: "登録者は6,100人であった。",
          money: [210, 220, 214, 640, 588, 640],
          midYear: {
            progress: "登録者は6,680人。分野を選べる仕組みは9月に始めた。",
            outlook: "2",
            implementation: "i",
            effectiveness: "0",
            challengeAndImprovement:
              "登録者の増え方がゆるやかである。広報紙の各記事に、登録のための二次元コードを添える。",
          },
          yearEnd: {
            results: "登録者は7,240人であった。動画は24本配信し、再生は延べ38,000回。訓練は2回行った。",
            achievement: "2",
            implementation: "i",
            challengeAndImprovement:
              "登録者の目標を達成できなかった。催しの会場での案内が登録に最もつながったため、来年度は区の催しのすべてで案内する。",
          },
        },
      ],
    },
  ],
};
