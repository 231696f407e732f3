// MC570: Exchange answers that there is no mailbox with this address (ErrorNonExistentMailbox and its kin).

import { sessionThat } from './session-example.ts';
import { exchangeHit, type ExchangeParams } from './exchange-hit.ts';
import { exchangePages, exchangeServer } from './exchange-server-words.ts';
import { defineRule, type FixStep, type Language } from './rule.ts';
import { lookAgain } from './session-fix.ts';
import { said } from './session-words.ts';

export default defineRule({
  code: 'MC570',
  subject: 'session',
  stage: 'server',
  severity: 'error',
  check: (facts) =>
    exchangeHit(facts, 'mailbox-does-not-exist', 'address', (step) => ({
      // Asked for no mailbox by its address: the account's own is meant.
      ofLogin: 'reply' in step && step.reply?.enhanced === 'ErrorMissingEmailAddress',
    })),
  en: {
    title: 'Exchange knows no mailbox with this address',
    why:
      'The login works, and behind the address there is no mailbox: it is misspelt in the record, it was renamed or deleted, it is an alias or ' +
      'a contact only, or the mailbox has moved to Exchange Online and the profile still leads to the old server.',
    message: (p) =>
      p.ofLogin
        ? `The account ${p.loginName}, which logs in at ${p.server}, has no mailbox of its own.${said(p, 'en')}`
        : `${p.server} knows no mailbox ${p.mailbox}.${said(p, 'en')}`,
    fix: (p) => [...stepsFor(p, 'en'), lookAgain(p, 'en')],
  },
  ja: {
    title: 'このアドレスのメールボックスがExchangeにありません',
    why:
      'ログインはできましたが、アドレスに対応するメールボックスがありません。設定ファイルのアドレスの誤り、名前の変更や削除、エイリアスまたは連絡先だけの登録、' +
      'メールボックスがExchange Onlineに移ったのにプロファイルが元のサーバーのまま、などが考えられます。',
    message: (p) =>
      p.ofLogin
        ? `${p.server} にログインするアカウント ${p.loginName} に、自身のメールボックスがありません。${said(p, 'ja')}`
        : `${p.server} に ${p.mailbox} というメールボックスがありません。${said(p, 'ja')}`,
    fix: (p) => [...stepsFor(p, 'ja'), lookAgain(p, 'ja')],
  },
  sources: [exchangePages.responseCodes, exchangePages.onPremises],
  examples: {
    bad: [
      refusedWith('ErrorNonExistentMailbox', 'The SMTP address has no mailbox associated with it.'),
      refusedWith(
        'ErrorMissingEmailAddress',
        'When making a request as an account that does not have a mailbox',
      ),
      {
        session: sessionThat(
          {
            inbox: {
              outcome: 'refused',
              reply: { code: '404', enhanced: 'ErrorNonExistentMailbox', text: 'no' },
            },
          },
          { protocol: 'graph' },
        ),
      },
    ],
    good: [{ session: sessionThat({ inbox: { outcome: 'ok' } }, { protocol: 'ews' }) }],
  },
});

function stepsFor(p: ExchangeParams & { ofLogin: boolean }, language: Language): FixStep[] {
  const english = language === 'en';
  if (p.ofLogin)
    return [
      {
        who: 'mail-server-administrator',
        do: english
          ? `Give the account a mailbox, or let it act for the mailboxes: "Use Impersonation" in the server profile "${p.profile}", and the role ApplicationImpersonation for ${p.loginName}.`
          : `アカウントにメールボックスを作るか、サーバー プロファイル「${p.profile}」で「偽装を使用」を「はい」にして ${p.loginName} に役割ApplicationImpersonationを割り当てる。`,
      },
    ];
  return [
    exchangeServer[language].mailboxExists(p),
    {
      who: 'system-administrator',
      do: english
        ? `If the mailbox has another address: write it into "Email Address" of the mailbox ${p.mailbox}, of its user or queue, and into the record. If it has moved to Exchange Online: give it the server profile "Microsoft Exchange Online" instead of "${p.profile}".`
        : `メールボックスのアドレスが違う場合: メールボックス ${p.mailbox}、そのユーザーまたはキュー、設定ファイルの「電子メール アドレス」を直す。Exchange Onlineに移った場合: サーバー プロファイルを「${p.profile}」から「Microsoft Exchange Online」に変える。`,
    },
  ];
}

function refusedWith(enhanced: string, text: string) {
  const reply = { code: '200', enhanced, text };
  return { session: sessionThat({ inbox: { outcome: 'refused' as const, reply } }, { protocol: 'ews' }) };
}
