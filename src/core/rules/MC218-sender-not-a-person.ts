// MC218: the user who would send is an application or non-interactive user.

import type { User } from '../records/principal.ts';
import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';
import type { Language } from './rule.ts';

type AccessMode = NonNullable<User['accessMode']>;

/** Labels of the column "Access Mode" (table systemuser). */
const modes: Record<AccessMode, Record<Language, string>> = {
  'read-write': { en: 'Read-Write', ja: '読み取り/書き込み' },
  administrative: { en: 'Administrative', ja: '管理' },
  read: { en: 'Read', ja: '読み取り' },
  'support-user': { en: 'Support User', ja: 'サポート ユーザー' },
  'non-interactive': { en: 'Non-interactive', ja: '非対話型' },
  'delegated-admin': { en: 'Delegated Admin', ja: '代理管理者' },
};

export default defineRule({
  code: 'MC218',
  subject: 'path',
  stage: 'sender',
  severity: 'warning',
  check: ({ path }) => {
    const { end } = path.sender;
    if (end.kind !== 'user' && !(end.kind === 'portal-identity' && path.mailbox.found !== undefined))
      return [];
    const { applicationId, accessMode, fullName } = end.user.fields;
    const field =
      applicationId !== undefined
        ? 'applicationId'
        : accessMode !== undefined && accessMode !== 'read-write'
          ? 'accessMode'
          : undefined;
    return field === undefined
      ? []
      : [
          {
            params: {
              user: fullName ?? end.user.id,
              accessMode: field === 'applicationId' ? undefined : accessMode,
            },
            where: end.user.where([field]),
          },
        ];
  },
  en: {
    title: 'The user who sends is not an ordinary user',
    why:
      'Application and non-interactive users often have a made-up or empty address, and "Test & Enable Mailboxes" refuses users whose ' +
      'access mode is not Read-Write (8005E276). Such a user can send only with a real mailbox that has passed the test.',
    message: ({ user, accessMode }) =>
      `${user} is ${accessMode === undefined ? 'an application user' : `a user with the access mode "${modes[accessMode].en}"`}; the mailbox may not be able to send.`,
    fix: ({ user, accessMode }) => [
      ...(accessMode === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `If ${user} is a person: Settings > Security > Users, open ${user} and set "Access Mode" to "Read-Write" (needs a licence), then run "Test & Enable Mailboxes".`,
            },
          ]),
      {
        who: 'system-administrator',
        do: `Make sure that a real mailbox stands behind the address of ${user}, or send from a queue instead.`,
      },
    ],
  },
  ja: {
    title: '差出人が通常のユーザーではありません',
    why:
      'アプリケーション ユーザーや非対話型ユーザーのアドレスは実在しないことや空のことが多く、アクセス モードが「読み取り/書き込み」以外のユーザーは' +
      '「メールボックスのテストと有効化」で拒否されます(8005E276)。実在し、テストに成功したメールボックスがなければ送信できません。',
    message: ({ user, accessMode }) =>
      `${user} は${accessMode === undefined ? 'アプリケーション ユーザー' : `アクセス モードが「${modes[accessMode].ja}」のユーザー`}のため、送信できない可能性があります。`,
    fix: ({ user, accessMode }) => [
      ...(accessMode === undefined
        ? []
        : [
            {
              who: 'system-administrator' as const,
              do: `${user} が実在の担当者の場合は、「設定」>「セキュリティ」>「ユーザー」で ${user} を開いて「アクセス モード」を「読み取り/書き込み」にし(ライセンスが必要)、「メールボックスのテストと有効化」を実行する。`,
            },
          ]),
      {
        who: 'system-administrator',
        do: `${user} のアドレスに実在するメールボックスがあることを確認するか、キューから送信する。`,
      },
    ],
  },
  sources: [sources.table('systemuser'), 'Microsoft Support: Test & Enable error 8005E276'],
  examples: {
    bad: [
      { change: { users: { 'admin-user': { accessMode: 'non-interactive' } } } },
      { change: { users: { 'admin-user': { accessMode: 'administrative' } } } },
    ],
    good: [{ change: { users: { 'admin-user': { accessMode: 'read-write' } } } }],
  },
});
