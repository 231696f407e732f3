// Knows the words for a key that a login needs and a record lacks: what it would say, where it stands, what to write.
// Words only; which key is missing is said by credentials.ts.

import type { MissingKey } from '../delivery/credentials.ts';
import { adminCenter } from './admin-center.ts';
import type { FixStep, Language } from './rule.ts';

export const recordName = {
  en: {
    mailboxes: (id: string) => `the mailbox "${id}"`,
    profiles: (id: string) => `the server profile "${id}"`,
  },
  ja: {
    mailboxes: (id: string) => `メールボックス「${id}」`,
    profiles: (id: string) => `サーバー プロファイル「${id}」`,
  },
};

type Part = 'user' | 'password' | 'client' | 'secret' | 'tenant' | 'token';

export function partOf(key: string): Part {
  if (key === 'oauthClientId') return 'client';
  if (key === 'oauthClientSecret') return 'secret';
  if (key === 'exchangeOnlineTenantId') return 'tenant';
  if (key === 'oauthRefreshToken') return 'token';
  return key.toLowerCase().endsWith('password') ? 'password' : 'user';
}

export const lackingWords: Record<Language, Record<Part, string>> = {
  en: {
    user: 'the user name',
    password: 'where the password is kept',
    client: 'the client ID of the application that signs in',
    secret: 'where the client secret of the application is kept',
    tenant: 'the tenant of Exchange Online',
    token: 'where the refresh token is kept',
  },
  ja: {
    user: 'ユーザー名',
    password: 'パスワードの保管場所',
    client: 'サインインに使うアプリのクライアントID',
    secret: 'アプリのクライアント シークレットの保管場所',
    tenant: 'Exchange OnlineのテナントID',
    token: '更新トークンの保管場所',
  },
};

/** What to write. */
function valueOf(key: string, language: Language): string {
  const or = language === 'en' ? 'or' : 'または';
  const kept = (name: string) =>
    `${key}: { env: ${name} }, { file: … }, { keyring: … } ${or} { command: [ … ] }`;
  switch (partOf(key)) {
    case 'password':
      return kept('MAIL_PASSWORD');
    case 'secret':
      return kept('CLIENT_SECRET');
    case 'token':
      return kept('REFRESH_TOKEN');
    case 'client':
    case 'tenant':
      return `${key}: 11111111-2222-3333-4444-555555555555`;
    case 'user':
      return `${key}: name@example.com`;
  }
}

/** What to write; or what to do, so that it is written. */
export function addKey(
  { kind, id, key }: Pick<MissingKey, 'kind' | 'id' | 'key'>,
  mailbox: string,
  language: Language,
): FixStep[] {
  const record = adminCenter[language].inRecord(recordName[language][kind](id), valueOf(key, language));
  const en = language === 'en';
  const signIn = (text: string): FixStep => ({
    who: 'mailbox-user',
    do: `${text}: mailcheck login ${mailbox}`,
  });
  switch (partOf(key)) {
    case 'token':
      return [
        signIn(
          en
            ? 'Sign in once; that keeps the token and writes the key'
            : '一度サインインする。トークンが保存され、このキーも書き込まれる',
        ),
        {
          ...record,
          do: `${en ? 'Where a token is kept already: ' : 'トークンがすでにある場合: '}${record.do}`,
        },
      ];
    case 'secret':
      return [
        record,
        signIn(
          en
            ? "Or, where the application needs no secret for that, sign in as the mailbox's own user"
            : 'または、シークレットの要らないアプリなら、メールボックスの利用者本人がサインインする',
        ),
      ];
    case 'user':
    case 'password':
    case 'client':
    case 'tenant':
      return [record];
  }
}
