// MC218: the user who would send is an application or non-interactive user.

import { sources } from './path-names.ts';
import { defineRule } from './rule.ts';

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
        : accessMode === 'non-interactive'
          ? 'accessMode'
          : undefined;
    return field === undefined
      ? []
      : [
          {
            params: { user: fullName ?? end.user.id, application: field === 'applicationId' },
            where: end.user.where([field]),
          },
        ];
  },
  en: {
    title: 'The user who sends is no person',
    why:
      'Application and non-interactive users often have a made-up or empty address, and "Test & Enable Mailboxes" may refuse their ' +
      'mailbox (access mode other than Read-Write: 8005E276). They can send only with a real mailbox behind them.',
    message: ({ user, application }) =>
      `${user} is ${application ? 'an application user' : 'a non-interactive user'}; the mailbox may not be able to send.`,
    fix: ({ user }) => [
      {
        who: 'system-administrator',
        do: `Make sure that a real mailbox stands behind the address of ${user}, or send from a queue instead.`,
      },
    ],
  },
  ja: {
    title: '差出人が対話型のユーザーではありません',
    why:
      'アプリケーション ユーザーや非対話型ユーザーのアドレスは実在しないことや空のことが多く、「メールボックスのテストと有効化」が拒否されることがあります' +
      '(アクセス モードが読み取り/書き込み以外の場合は 8005E276)。実在するメールボックスがなければ送信できません。',
    message: ({ user, application }) =>
      `${user} は${application ? 'アプリケーション ユーザー' : '非対話型ユーザー'}のため、送信できない可能性があります。`,
    fix: ({ user }) => [
      {
        who: 'system-administrator',
        do: `${user} のアドレスに実在するメールボックスがあることを確認するか、キューから送信する。`,
      },
    ],
  },
  sources: [sources.table('systemuser'), 'Microsoft Support: Test & Enable error 8005E276'],
  examples: {
    bad: [{ change: { users: { 'admin-user': { accessMode: 'non-interactive' } } } }],
    good: [{ change: { users: { 'admin-user': { accessMode: 'read-write' } } } }],
  },
});
