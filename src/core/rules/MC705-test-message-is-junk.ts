// MC705: the test message arrived, and was put into the junk folder.

import { arrivalHit } from './arrival-hit.ts';
import { sessionThat } from './session-example.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC705',
  subject: 'session',
  stage: 'arrival',
  severity: 'warning',
  check: (facts) => (facts.observation.arrivedAsJunk === true ? arrivalHit(facts, 'seen', () => ({})) : []),
  en: {
    title: 'The test message was put into Junk Email',
    why:
      'The message arrived, and a filter took it for junk. Dataverse fetches the inbox alone, so mail to this mailbox may stay unseen there; ' +
      'mail from it may be judged alike elsewhere. Usual reasons are SPF, DKIM or DMARC of the domain and rules of the organization.',
    message: ({ mailbox }) => `The message that ${mailbox} sent to itself lay in its Junk Email folder.`,
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Microsoft Defender portal > Email & collaboration > Explorer (or Exchange admin center > Mail flow > Message trace): see for the message to ${mailbox} which filter or rule called it junk, and mend that.`,
      },
      {
        who: 'mailbox-user',
        do: `In Outlook on the web of ${mailbox}: Settings > Mail > Junk email: take ${mailbox} out of "Blocked senders and domains" if it is there.`,
      },
    ],
  },
  ja: {
    title: 'テストメールが迷惑メールに分類されました',
    why:
      'メールは着信しましたが、フィルターが迷惑メールと判定しました。Dataverseが取り込むのは受信トレイだけなので、このメールボックス宛てのメールを見落とす可能性があります。' +
      'ここから送ったメールも、ほかで同じように判定される可能性があります。ドメインのSPF、DKIM、DMARCや、組織のルールがよくある原因です。',
    message: ({ mailbox }) =>
      `${mailbox} が自分宛てに送ったメールが、迷惑メール フォルダーに入っていました。`,
    fix: ({ mailbox }) => [
      {
        who: 'tenant-administrator',
        do: `Microsoft Defender ポータル >「メールとコラボレーション」>「エクスプローラー」(または Exchange 管理センター >「メール フロー」>「メッセージ追跡」)で、${mailbox} 宛てのメールを迷惑メールと判定したフィルターやルールを調べ、直す。`,
      },
      {
        who: 'mailbox-user',
        do: `${mailbox} のOutlook on the webで、「設定」>「メール」>「迷惑メール」の「受信拒否送信者とドメイン」に ${mailbox} があれば外す。`,
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/graph/api/resources/mailfolder',
    'https://learn.microsoft.com/defender-office-365/anti-spam-protection-about',
  ],
  examples: {
    bad: [
      { session: sessionThat({ arrived: { outcome: 'ok' } }, { protocol: 'graph', arrivedAsJunk: true }) },
    ],
    good: [{ session: sessionThat({ arrived: { outcome: 'ok' } }, { protocol: 'graph' }) }],
  },
});
