// MC310: a login with user name and password is asked for, and one of them, or the permission to use them, is missing.

import { canLogIn, credentialsFor, protocolOf, type MissingKey } from '../delivery/credentials.ts';
import { directions } from '../mail/protocol.ts';
import type { Where } from '../records/where.ts';
import { adminCenter, productPages } from './admin-center.ts';
import type { MailboxFacts } from './facts.ts';
import { isSynchronized, nameOf } from './mailbox-questions.ts';
import { addKey, lackingWords, partOf, recordName } from './missing-key-words.ts';
import type { FixStep, Hit, Language } from './rule.ts';
import { defineRule } from './rule.ts';

type Params =
  | { mailbox: string; lacks: 'permission' | 'password' }
  | { mailbox: string; lacks: 'key'; missing: Pick<MissingKey, 'kind' | 'id' | 'key'> };

export default defineRule({
  code: 'MC310',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts): Hit<Params>[] => [
    ...(facts.purpose === 'test' ? missingForTest(facts) : []),
    ...missingOnPlatform(facts),
  ],
  en: {
    title: 'The credentials of the mailbox are incomplete',
    why:
      'The server profile says "Credentials Specified by a User or Queue": the platform logs in with the user name and ' +
      'password of the mailbox, and only if the mailbox allows their use (0x8005E209 without a user name). A test with this tool ' +
      'needs the same password, named in the records by where it is kept, never by its value.',
    message: (params) =>
      params.lacks === 'key'
        ? `The record of ${recordName.en[params.missing.kind](params.missing.id)} does not say ${lackingWords.en[partOf(params.missing.key)]} (${params.missing.key}), so no login can be tried for ${params.mailbox}.`
        : params.lacks === 'permission'
          ? `The mailbox ${params.mailbox} does not allow its credentials to be used for e-mail processing.`
          : `No password is set for the mailbox ${params.mailbox}.`,
    fix: (params) => fixes(params, 'en'),
  },
  ja: {
    title: 'メールボックスの資格情報が足りません',
    why:
      '「サーバー プロファイル」の認証方法が「ユーザーまたはキューで指定した資格情報」なので、メールボックスのユーザー名とパスワードでログインします。' +
      'メールボックス側で資格情報の使用が許可されている必要があります(ユーザー名がないと0x8005E209)。' +
      'このツールのテストにも同じパスワードが必要です。設定ファイルには値ではなく保管場所を書きます。',
    message: (params) =>
      params.lacks === 'key'
        ? `設定ファイルの${recordName.ja[params.missing.kind](params.missing.id)}に${lackingWords.ja[partOf(params.missing.key)]}(${params.missing.key})がないため、${params.mailbox} のログインを試せません。`
        : params.lacks === 'permission'
          ? `メールボックス ${params.mailbox} で、電子メールの処理に資格情報を使うことが許可されていません。`
          : `メールボックス ${params.mailbox} にパスワードが設定されていません。`,
    fix: (params) => fixes(params, 'ja'),
  },
  sources: [
    productPages.mailboxTable,
    productPages.passwordProfiles,
    productPages.editMailboxes,
    productPages.errorCodes,
  ],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { allowEmailConnectorToUseCredentials: false } } } },
      { change: { mailboxes: { admin: { isPasswordSet: false } } } },
      { change: { mailboxes: { admin: { password: undefined } } }, purpose: 'test' },
      {
        change: {
          profiles: {
            contoso: {
              incomingCredentialRetrieval: 'profile',
              incomingUserName: 'crm@example.com',
              isIncomingPasswordSet: true,
            },
          },
        },
        purpose: 'test',
      },
      {
        change: {
          profiles: {
            contoso: {
              serverType: 'imap-smtp',
              incomingCredentialRetrieval: 'gmail-oauth',
              oauthClientId: 'client.apps.googleusercontent.com',
            },
          },
        },
        purpose: 'test',
      },
    ],
    good: [
      { change: { mailboxes: { admin: { allowEmailConnectorToUseCredentials: true } } } },
      { change: { mailboxes: { admin: { isPasswordSet: true } } } },
      { change: { mailboxes: { admin: { password: { env: 'ADMIN_PASSWORD' } } } }, purpose: 'test' },
      { change: { mailboxes: { admin: { password: undefined } } }, purpose: 'send' },
      {
        change: {
          profiles: {
            contoso: {
              incomingCredentialRetrieval: 'profile',
              incomingUserName: 'crm@example.com',
              incomingPassword: { env: 'PROFILE_PASSWORD' },
            },
          },
        },
        purpose: 'test',
      },
    ],
  },
});

/** What stops this program's own login: local, it says nothing about the mailbox. One finding for each key. */
function missingForTest(facts: MailboxFacts): Hit<Params>[] {
  const { mailbox, profile, effective } = facts;
  if (profile === undefined || effective === undefined) return [];
  const hits = new Map<string, Hit<Params>>();
  for (const direction of directions) {
    const side = effective[direction];
    const protocol = protocolOf(effective, side);
    if (!isSynchronized(facts, direction) || protocol === undefined || !canLogIn(profile, side)) continue;
    // A profile whose record is silent about its credentials is MC413's.
    const silent = side.userName === undefined || side.passwordSet === undefined;
    if (side.credentialRetrieval === 'profile' && silent) continue;
    const { missing } = credentialsFor({
      mailbox,
      profile,
      side,
      protocol,
      environment: facts.environment?.fields,
    });
    if (missing === undefined) continue;
    const { kind, id, key, where } = missing;
    hits.set(`${kind} ${key}`, {
      params: { mailbox: nameOf(facts), lacks: 'key', missing: { kind, id, key } },
      where,
      severity: 'unknown',
    });
  }
  return [...hits.values()];
}

/** What the platform itself lacks. Only what is recorded as missing: a passed test proves the rest. */
function missingOnPlatform(facts: MailboxFacts): Hit<Params>[] {
  const { fields } = facts.mailbox;
  const concerns = directions.some(
    (direction) =>
      isSynchronized(facts, direction) &&
      facts.effective?.[direction].credentialRetrieval === 'user-or-queue',
  );
  if (!concerns || facts.effective?.serverType === undefined) return [];
  const lacking = (lacks: 'permission' | 'password', where: Where): Hit<Params> => ({
    params: { mailbox: nameOf(facts), lacks },
    where,
  });
  return [
    ...(fields.allowEmailConnectorToUseCredentials === false
      ? [lacking('permission', facts.mailbox.where(['allowEmailConnectorToUseCredentials']))]
      : []),
    ...(fields.isPasswordSet === false ? [lacking('password', facts.mailbox.where(['isPasswordSet']))] : []),
  ];
}

function fixes(params: Params, language: Language): FixStep[] {
  const { inMailbox, testAndEnable } = adminCenter[language];
  if (params.lacks === 'key') return addKey(params.missing, params.mailbox, language);
  const what = {
    en: {
      permission:
        'under "Credentials" set "Allow to Use Credentials for Email Processing" to Yes, then save.',
      password: 'under "Credentials" enter user name and password, then save.',
    },
    ja: {
      permission:
        '「資格情報」で、電子メールの処理に資格情報を使うことを許可して保存する(列 allowemailconnectortousecredentials を「はい」)。',
      password: '「資格情報」に「ユーザー名」と「パスワード」を入力して保存する。',
    },
  }[language][params.lacks];
  return [inMailbox(params.mailbox, what), testAndEnable(params.mailbox)];
}
