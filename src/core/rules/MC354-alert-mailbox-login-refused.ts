// MC354: an alert says: the server answers 401 for this mailbox.

import { adminCenter } from './admin-center.ts';
import { defineAlertRule } from './alert-rule.ts';

export default defineAlertRule({
  code: 'MC354',
  stage: 'mailbox',
  en: {
    title: 'The login to the mailbox is refused',
    why: "The mail server answered 401 or refused the mailbox's credentials. Known reasons: a wrong user name or password; an address other than the one in Exchange; a hybrid profile for a mailbox that is in Exchange Online; no Exchange licence; a mailbox of another tenant; basic authentication switched off.",
    fix: ({ mailbox }) => [
      adminCenter.en.inMailbox(
        mailbox,
        'if it logs in with a user name and password, enter both again (the user name as name@domain).',
      ),
      adminCenter.en.inMailbox(
        mailbox,
        'if the mailbox is in Exchange Online of the same tenant, choose the server profile "Microsoft Exchange Online".',
      ),
      {
        who: 'tenant-administrator',
        do: 'Compare the address with the primary address of the mailbox in Exchange, and make sure that its user has an Exchange licence.',
      },
      adminCenter.en.testAndEnable(mailbox),
    ],
  },
  ja: {
    title: 'メールボックスへのログインが拒否されています',
    why: 'メールサーバーが401を返したか、メールボックスの資格情報を拒否しました。考えられる理由は、ユーザー名やパスワードの誤り、Exchangeのアドレスとの違い、Exchange Onlineのメールボックスにハイブリッド用プロファイルを使っていること、Exchangeライセンスがないこと、別テナントのメールボックス、基本認証の停止です。',
    fix: ({ mailbox }) => [
      adminCenter.ja.inMailbox(
        mailbox,
        'ユーザー名とパスワードでログインする設定なら、両方を入力し直す(ユーザー名は名前@ドメインの形)。',
      ),
      adminCenter.ja.inMailbox(
        mailbox,
        '同じテナントのExchange Onlineにあるメールボックスなら、サーバー プロファイル「Microsoft Exchange Online」を選ぶ。',
      ),
      {
        who: 'tenant-administrator',
        do: 'アドレスがExchangeのメールボックスのプライマリ アドレスと同じであること、ユーザーにExchangeライセンスがあることを確かめる。',
      },
      adminCenter.ja.testAndEnable(mailbox),
    ],
  },
  sources: ['Microsoft support article KB3212785', 'Microsoft support article KB4493267'],
  bad: [
    {
      text: 'The email message "Code" cannot be sent. Make sure that the credentials specified in the mailbox Admin Hanako are correct and have sufficient permissions for sending email.',
    },
    { text: 'Email Server Error Code: Http server returned 401 Unauthorized exception.' },
  ],
});
