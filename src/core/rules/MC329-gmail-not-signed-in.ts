// MC329: the mailbox is to use Gmail with OAuth, and the platform holds no token for it, or only one that has expired.

import { adminCenter, productPages } from './admin-center.ts';
import { isKnownToSend, isSynchronized, nameOf, usesGmailOauth } from './mailbox-questions.ts';
import type { Hit } from './rule.ts';
import { defineRule } from './rule.ts';
import { momentWords } from './session-words.ts';

export default defineRule({
  code: 'MC329',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts): Hit<{ mailbox: string; expires: string | undefined }>[] => {
    if (!usesGmailOauth(facts) || !isSynchronized(facts, 'outgoing')) return [];
    const { isOauthRefreshTokenSet: refresh, oauthTokenExpiresOn: expires } = facts.mailbox.fields;
    if (refresh === false)
      return [
        {
          params: { mailbox: nameOf(facts), expires: undefined },
          where: facts.mailbox.where(['isOauthRefreshTokenSet']),
        },
      ];
    // An access token is renewed by a refresh token; whether there is one is not recorded here.
    if (refresh === true || isKnownToSend(facts) || expires === undefined) return [];
    if (Date.parse(expires) > facts.now.getTime()) return [];
    return [
      {
        params: { mailbox: nameOf(facts), expires },
        where: facts.mailbox.where(['oauthTokenExpiresOn']),
        severity: 'warning',
      },
    ];
  },
  en: {
    title: 'Nobody has signed in to Gmail for this mailbox',
    why:
      'With Gmail OAuth the platform holds no password. The mailbox\'s own user has to press "Sign in to Gmail" on the mailbox\'s ' +
      'page and consent; that stores a refresh token, by which the short-lived access token is renewed. No administrator can do it ' +
      'for them, and "Test & Enable Mailboxes" fails without it.',
    message: ({ mailbox, expires }) =>
      expires === undefined
        ? `${mailbox} uses Gmail OAuth, and no refresh token is stored for it.`
        : `The Gmail token of ${mailbox} expired on ${momentWords(expires)}, and whether it can be renewed is not recorded.`,
    fix: ({ mailbox, expires }) => [
      adminCenter.en.inMailbox(
        mailbox,
        'press "Sign in to Gmail", sign in to Google with this very account and allow the access. If Google refuses: the app is still in testing and this account is no test user of it.',
        'mailbox-user',
      ),
      adminCenter.en.testAndEnable(mailbox),
      {
        who: 'records-keeper',
        do: `Then write in the record of ${mailbox}: isOauthRefreshTokenSet: true${expires === undefined ? '' : ' (or false, as the column isoauthrefreshtokenset says)'}`,
      },
    ],
  },
  ja: {
    title: 'このメールボックスでGmailにサインインした人がいません',
    why:
      'Gmail OAuthでは、プラットフォームはパスワードを持ちません。メールボックスの利用者本人がメールボックスの画面で「Gmailにサインイン」を押し、アクセスを許可する必要があります。' +
      'これで更新トークンが保存され、短時間で切れるアクセス トークンが自動的に更新されます。管理者が代わりに行うことはできず、' +
      'サインインしないと「メールボックスのテストと有効化」も失敗します。',
    message: ({ mailbox, expires }) =>
      expires === undefined
        ? `${mailbox} はGmail OAuthを使いますが、更新トークンが保存されていません。`
        : `${mailbox} のGmailのトークンは ${momentWords(expires)} に期限が切れています。更新できるかどうかは記録されていません。`,
    fix: ({ mailbox, expires }) => [
      adminCenter.ja.inMailbox(
        mailbox,
        '「Gmailにサインイン」を押し、このアカウントでGoogleにサインインしてアクセスを許可する。Googleに拒否される場合は、アプリがテスト中で、このアカウントがテスト ユーザーに登録されていない。',
        'mailbox-user',
      ),
      adminCenter.ja.testAndEnable(mailbox),
      {
        who: 'records-keeper',
        do: `済んだら ${mailbox} の記録に書く: isOauthRefreshTokenSet: true${expires === undefined ? '' : '(列 isoauthrefreshtokenset が「いいえ」なら false)'}`,
      },
    ],
  },
  sources: [
    'https://learn.microsoft.com/power-platform/admin/connect-gmail-oauth2',
    productPages.mailboxTable,
  ],
  examples: {
    bad: [
      { change: { ...gmail(), mailboxes: { admin: { isOauthRefreshTokenSet: false } } } },
      {
        change: {
          ...gmail(),
          mailboxes: {
            admin: { oauthTokenExpiresOn: '2026-11-01T00:00:00Z', outgoingEmailStatus: 'failure' },
          },
        },
      },
    ],
    good: [
      {
        change: {
          ...gmail(),
          mailboxes: { admin: { isOauthRefreshTokenSet: true, oauthTokenExpiresOn: '2026-11-01T00:00:00Z' } },
        },
      },
      { change: { mailboxes: { admin: { isOauthRefreshTokenSet: false } } } },
    ],
  },
});

function gmail() {
  return {
    profiles: { contoso: { serverType: 'imap-smtp', incomingCredentialRetrieval: 'gmail-oauth' } },
  };
}
