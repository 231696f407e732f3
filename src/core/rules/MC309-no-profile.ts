// MC309: the mailbox has no server profile.

import { adminCenter, productPages } from './admin-center.ts';
import { isLeftOut, nameOf } from './mailbox-questions.ts';
import { defineRule } from './rule.ts';

export default defineRule({
  code: 'MC309',
  subject: 'mailbox',
  stage: 'mailbox',
  severity: 'error',
  check: (facts) => {
    if (facts.profile !== undefined || isLeftOut(facts)) return [];
    const none = facts.mailbox.fields.profile === null;
    return [
      {
        params: {
          mailbox: nameOf(facts),
          none,
          profiles: facts.records.profiles.slice(0, 3).map((profile) => profile.id),
        },
        where: facts.mailbox.where(['profile']),
        ...(none ? {} : { severity: 'unknown' as const }),
      },
    ];
  },
  en: {
    title: 'The mailbox has no server profile',
    why:
      'The server profile says which mail server the mailbox uses and how to log in there. Without one the platform does not ' +
      'process the mailbox (0x8005E222). The default profile is applied only when a user or queue is created, never later.',
    message: ({ mailbox, none }) =>
      none
        ? `The mailbox ${mailbox} has no server profile.`
        : `Which server profile the mailbox ${mailbox} uses is not recorded.`,
    fix: ({ mailbox, none, profiles }) => [
      ...(none
        ? [
            adminCenter.en.inMailbox(
              mailbox,
              'under "Synchronization Method" choose the "Server Profile" (or select the mailbox in the list and choose "Apply Default Email Settings"), then save.',
            ),
            adminCenter.en.testAndEnable(mailbox),
          ]
        : []),
      adminCenter.en.inRecord(
        `the mailbox ${mailbox}`,
        `profile: ${profiles[0] ?? 'ID'}${profiles.length > 1 ? ` (recorded: ${profiles.join(', ')})` : ''}${none ? '' : ', or profile: null if it has none'}`,
      ),
    ],
  },
  ja: {
    title: 'メールボックスにサーバー プロファイルがありません',
    why:
      'どのメールサーバーにどうログインするかは「サーバー プロファイル」で決まります。設定されていないメールボックスは処理されません(0x8005E222)。' +
      '既定のプロファイルが適用されるのは、ユーザーやキューを作成したときだけです。',
    message: ({ mailbox, none }) =>
      none
        ? `メールボックス ${mailbox} に「サーバー プロファイル」が設定されていません。`
        : `メールボックス ${mailbox} が使う「サーバー プロファイル」が記録されていません。`,
    fix: ({ mailbox, none, profiles }) => [
      ...(none
        ? [
            adminCenter.ja.inMailbox(
              mailbox,
              '「同期方法」で「サーバー プロファイル」を選んで保存する(一覧で選んで「既定の電子メール設定を適用する」でもよい)。',
            ),
            adminCenter.ja.testAndEnable(mailbox),
          ]
        : []),
      adminCenter.ja.inRecord(
        `メールボックス ${mailbox}`,
        `profile: ${profiles[0] ?? 'ID'}${profiles.length > 1 ? `(記録済み: ${profiles.join(', ')})` : ''}${none ? '' : '。なければ profile: null'}`,
      ),
    ],
  },
  sources: [productPages.mailboxTable, productPages.errorCodes, productPages.exchangeOnline],
  examples: {
    bad: [
      { change: { mailboxes: { admin: { profile: null } } } },
      { change: { mailboxes: { admin: { profile: undefined } } } },
    ],
    good: [{ change: { mailboxes: { admin: { profile: 'contoso' } } } }],
  },
});
